"""Writing .docx files by hand, so that tests can hold what no library writes: tracked changes, odd merges, damage."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from staff.importer.grids import laid_out

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def run(text):
    lines = escape(text).split("\v")
    return "<w:r>" + "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines) + "</w:r>"


def paragraph(text="", numbering=None, inner="", properties=""):
    if numbering:
        number, level = numbering
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def table(rows):
    width = max(sum(cell.colspan for _, cell, _ in cells) for cells in laid_out(rows))
    grid = "".join(f'<w:gridCol w:w="{700 + 100 * index}"/>' for index in range(width))
    body = "".join(
        "<w:tr>" + "".join(_cell(cell, first) for _, cell, first in cells) + "</w:tr>" for cells in laid_out(rows)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _cell(cell, first):
    merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    inner = ""
    if first:
        texts = cell.paragraphs or [""]
        inner = "".join(paragraph(text, cell.numbering if index == 0 else None) for index, text in enumerate(texts))
        inner = (inner if cell.paragraphs or cell.numbering or not cell.raw else "") + cell.raw
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def numbering(*lists):
    """Each list is a tuple of (format, text) by level; list N has the numId N, counted from 1."""
    abstract, numbers = "", ""
    for index, levels in enumerate(lists, start=1):
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(levels)
        )
        abstract += f'<w:abstractNum w:abstractNumId="{index}">{inner}</w:abstractNum>'
        numbers += f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
    return f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'


def document(*blocks):
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    )


def package(body, **parts):
    """Return the bytes of a .docx; `parts` are further XML parts of the word folder, without their ending."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", body)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def docx(*blocks, **parts):
    """Return the bytes of a .docx with these blocks: strings are paragraphs unless they are XML, lists are tables."""
    made = [
        table(block) if isinstance(block, list) else block if block.startswith("<w:") else paragraph(block)
        for block in blocks
    ]
    return package(document(*made), **parts)
