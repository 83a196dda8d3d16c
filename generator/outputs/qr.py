"""QR codes for paper notices: SVG, black on white, the same bytes on every build."""

import io
from functools import lru_cache


@lru_cache(maxsize=4096)
def qr_svg(url: str) -> bytes:
    """Draw a full address as a QR code.

    Error correction «M» (15 %) bears a crumpled sheet; the border of four modules is what ISO/IEC 18004 asks for.
    One mask for all: any of the eight is read by any reader, and trying each costs four times the rest.
    The drawing scales with its frame. It needs an `alt` and the address in words where it is shown.
    """
    import segno  # noqa: PLC0415 - only notices draw a code, and a browser has no need of it

    drawing = io.BytesIO()
    code = segno.make(url, error="m", mask=3, micro=False, boost_error=False)
    code.save(
        drawing, kind="svg", border=4, xmldecl=False, omitsize=True, svgclass=None, lineclass=None,
        dark="#000", light="#fff",
    )  # fmt: skip
    return drawing.getvalue()
