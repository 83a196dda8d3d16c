"""The edge to Typst: data of an edition and the fonts of this package to the bytes of a tagged PDF."""

import struct
from functools import cached_property
from pathlib import Path

import typst

from generator.build.package_data import package_data
from generator.outputs import editions
from generator.outputs.editions.packed_pdf import packed
from generator.views.shape import Shape

_FOLDER = Path(editions.__file__).parent
_SVG = "assets/icon.svg"
_UNICODE = {(0, 3), (0, 4), (3, 1)}
"""Platform and encoding of a font's tables of Unicode signs."""
_FORMAT = 4


class Typesetter:
    """Typst with nothing of this machine: the template, fonts and mark of the package alone."""

    @cached_property
    def mark(self) -> str:
        """The mark of the site, as SVG."""
        return (package_data("theme") / _SVG).read_text(encoding="utf-8")

    @cached_property
    def known(self) -> frozenset[str]:
        """The signs that every font of the package has, and shapes of states, which a font of Typst’s own has."""
        first, *others = [_signs(file.read_bytes()) for file in sorted((_FOLDER / "fonts").glob("*.ttf"))]
        return first.intersection(*others) | {shape.sign for shape in Shape}

    @cached_property
    def _compiler(self) -> typst.Compiler:
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(_FOLDER / "fonts")])
        return typst.Compiler(font_paths=fonts, ignore_system_fonts=True, root=str(_FOLDER))

    @cached_property
    def _template(self) -> bytes:
        return (_FOLDER / "plan.typ").read_bytes()

    def pdf(self, data: str, moment: int) -> bytes:
        """Return the PDF of some data, made at a moment (seconds of the epoch): the same bytes every time."""
        made = self._compiler.compile(
            self._template, format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=moment
        )
        return packed(made) if isinstance(made, bytes) else b""


def _signs(font: bytes) -> frozenset[str]:
    """Read the signs of a TrueType font: its table `cmap` in format 4 (OpenType 1.9, «cmap»)."""
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
              for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)}  # fmt: skip
    cmap = tables[b"cmap"]
    found: set[str] = set()
    for index in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)
        at = cmap + offset
        if (platform, encoding) in _UNICODE and struct.unpack_from(">H", font, at)[0] == _FORMAT:
            count = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", font, at + 14)
            starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
            found |= {chr(code) for first, last in zip(starts, ends, strict=True)
                      for code in range(first, min(last, 0xFFFE) + 1)}  # fmt: skip
    return frozenset(found)
