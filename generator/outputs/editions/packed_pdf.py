"""A PDF of Typst packed: its thousand small objects in compressed streams, the headings of its rows marked as such.

Typst writes each element of structure as an object of its own, uncompressed: two thirds of a tagged plan. Object and
cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8) hold the same in a sixth; places on a page are written to a
hundredth of a point (3.5 micrometres), not to a millionth. It has no way yet to make the first
cell of a row a heading (14.8.5.7, Scope): a cell of the body whose only content is strong becomes one here.
"""

import re
import zlib
from collections.abc import Mapping

_IN_A_STREAM = 1_000
"""How many objects one stream holds."""
_UP = b"/DecodeParms<</Predictor 12/Columns 7>>"
"""Each row of the table is written as what differs from the row above (7.4.4.4)."""
_START = re.compile(rb"startxref\s+(\d+)")
_TRAILER = re.compile(rb"trailer\s*<<(?P<entries>.*)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_OPENING = re.compile(rb"\d+ 0 obj\n?")
_CELL = re.compile(rb"/Type/StructElem/S/TD/")
_HEADERS = re.compile(rb"<</O/Table/Headers\[[^\]]*\]>>")
_ROW_HEADING = b"<</O/Table/Scope/Row>>"
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_STREAM = re.compile(rb"/Length \d+(?P<more>[^\n]*)\nstream\n(?P<packed>.*)\nendstream", re.DOTALL)
_LONG_NUMBER = re.compile(rb"-?\d+\.\d{3,}")
_KIDS = re.compile(rb"/K\[(\d+) 0 R\]")


def packed(pdf: bytes) -> bytes:
    """Return the same document in fewer bytes, row headings marked; ValueError for what Typst does not write."""
    start, trailer = _START.search(pdf, len(pdf) - 64), _TRAILER.search(pdf)
    if start is None or trailer is None:
        raise ValueError("not a PDF as Typst writes it")
    objects = _with_short_numbers(_with_row_headings(_objects(pdf, int(start[1]))))
    size = max(objects) + 1
    plain = [number for number, body in sorted(objects.items()) if not body.endswith(b"endstream")]
    out, places = bytearray(pdf[: pdf.index(b"1 0 obj")]), {0: (0, 0, 65535)}
    for number, body in sorted(objects.items()):
        if body.endswith(b"endstream"):
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    for first in range(0, len(plain), _IN_A_STREAM):
        held = plain[first : first + _IN_A_STREAM]
        places[size] = (1, len(out), 0)
        places |= {number: (2, size, index) for index, number in enumerate(held)}
        out += _object_stream(size, [(number, objects[number]) for number in held])
        size += 1
    places[size] = (1, len(out), 0)
    entries = _SIZE.sub(b"", trailer["entries"])
    table = [
        kind.to_bytes(1) + place.to_bytes(4) + more.to_bytes(2) for _, (kind, place, more) in sorted(places.items())
    ]
    body = zlib.compress(b"".join(map(_differing, [bytes(7), *table], table)), 9)
    head = b"<</Type/XRef/Size %d/W[1 4 2]/Filter/FlateDecode%b/Length %d%b>>" % (size + 1, _UP, len(body), entries)
    end = len(out)
    out += b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, head, body, end)
    return bytes(out)


def _objects(pdf: bytes, table: int) -> dict[int, bytes]:
    """Return the body of every object by its number, from the table of cross-references."""
    lines = pdf[table:].split(b"\n")
    count = int(lines[1].split()[1])
    offsets = {number: int(lines[2 + number][:10]) for number in range(count) if lines[2 + number][17:18] == b"n"}
    ends = dict(zip(sorted(offsets.values()), [*sorted(offsets.values())[1:], table], strict=True))
    return {
        number: _OPENING.sub(b"", pdf[offset : ends[offset]], count=1).rpartition(b"endobj")[0].strip(b"\n")
        for number, offset in offsets.items()
    }


def _differing(above: bytes, row: bytes) -> bytes:
    """Return a row as the predictor «up» of PNG writes it."""
    return b"\x02" + bytes((one - other) % 256 for one, other in zip(row, above, strict=True))


def _with_short_numbers(objects: Mapping[int, bytes]) -> dict[int, bytes]:
    """Write the numbers of pages short; lines with words in them stay as they are."""
    pages = {int(found[1]) for body in objects.values() if (found := _CONTENTS.search(body))}
    return {number: _shortened(body) if number in pages else body for number, body in objects.items()}


def _shortened(stream: bytes) -> bytes:
    found = _STREAM.search(stream)
    if found is None:
        return stream
    lines = zlib.decompress(found["packed"]).split(b"\n")
    short = b"\n".join(line if b"(" in line else _LONG_NUMBER.sub(_short, line) for line in lines)
    body = zlib.compress(short, 9)
    return stream[: found.start()] + b"/Length %d%b\nstream\n%b\nendstream" % (len(body), found["more"], body)


def _short(number: re.Match[bytes]) -> bytes:
    """Return a length to a hundredth of a point, a share (of a colour) to a thousandth."""
    value = float(number[0])
    return (f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}").rstrip("0").rstrip(".").encode()


def _with_row_headings(objects: Mapping[int, bytes]) -> dict[int, bytes]:
    """Mark the cells that are strong as headings of their rows; scopes say the rest, so that lists of them can go."""
    return {
        number: _HEADERS.sub(_ROW_HEADING if _is_strong(body, objects) else b"", body, count=1).replace(
            b"/S/TD/", b"/S/TH/" if _is_strong(body, objects) else b"/S/TD/", 1
        )
        if _CELL.search(body)
        else body
        for number, body in objects.items()
    }


def _is_strong(cell: bytes, objects: Mapping[int, bytes]) -> bool:
    kid = _KIDS.search(cell)
    return kid is not None and b"/S/Strong/" in objects[int(kid[1])]


def _object_stream(number: int, held: list[tuple[int, bytes]]) -> bytes:
    index, bodies, at = [], [], 0
    for inner, body in held:
        index.append(b"%d %d" % (inner, at))
        bodies.append(body)
        at += len(body) + 1
    head = b" ".join(index) + b"\n"
    body = zlib.compress(head + b"\n".join(bodies), 9)
    entries = (number, len(held), len(head), len(body))
    return (
        b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (entries)
        + body
        + b"\nendstream\nendobj\n"
    )
