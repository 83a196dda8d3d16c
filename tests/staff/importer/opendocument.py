"""Writing .odt files by hand."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from staff.importer.grids import laid_out

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def paragraph(text=""):
    return f"<text:p>{escape(text).replace(chr(11), '<text:line-break/>')}</text:p>"


def table(rows):
    body = ""
    for cells in laid_out(rows):
        inner = "".join(_cell(cell, first) for _, cell, first in cells)
        body += f"<table:table-row>{inner}</table:table-row>"
    return f"<table:table>{body}</table:table>"


def _cell(cell, first):
    if not first:
        return "<table:covered-table-cell/>" * cell.colspan
    spans = f'table:number-columns-spanned="{cell.colspan}" table:number-rows-spanned="{cell.rowspan}"'
    inner = "".join(map(paragraph, cell.paragraphs)) + cell.raw
    return f"<table:table-cell {spans}>{inner}</table:table-cell>" + "<table:covered-table-cell/>" * (cell.colspan - 1)


def content(*blocks, styles=""):
    made = [
        table(block) if isinstance(block, list) else block if block.startswith("<text:") else paragraph(block)
        for block in blocks
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(made)}</office:text></office:body></office:document-content>"
    )


def odt(*blocks, styles=""):
    return package(content(*blocks, styles=styles))


def package(body, **parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", body)
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return buffer.getvalue()
