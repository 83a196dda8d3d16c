"""The text of one Word paragraph: changes accepted, hidden parts apart, references collected."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.package import attribute, child, local

_DROPPED = frozenset({
    "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "sdtPr", "sdtEndPr",
    "rt", "annotationRef", "footnoteRef", "endnoteRef", "binData", "objectPr", "ctrlPr",
})  # fmt: skip
_CHARACTERS = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
_OFF = {"0", "false", "off", "none"}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}


@dataclass(slots=True)
class Inline:
    """What a paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`footnote`, `endnote`, `comment`) and number of each reference, in order."""
    boxes: list[ET.Element] = field(default_factory=list)
    """Contents of text boxes anchored here."""

    @property
    def text(self) -> str:
        """The visible text; line breaks inside it are kept."""
        return "".join(self.pieces)


def read_inline(paragraph: ET.Element) -> Inline:
    """Read the runs of a paragraph: insertions kept, deletions dropped."""
    inline = Inline()
    _walk(paragraph, inline, inline.pieces)
    return inline


def _walk(element: ET.Element, inline: Inline, pieces: list[str]) -> None:
    for part in element:
        name = local(part)
        if name in _DROPPED:
            continue
        if name == "t":
            pieces.append(part.text or "")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name == "br":
            pieces.append("\n" if attribute(part, "type") in {None, "textWrapping"} else " ")
        elif name == "sym":
            pieces.append(_symbol(part))
        elif name in _REFERENCES:
            inline.references.append((_REFERENCES[name], attribute(part, "id") or ""))
        elif name == "txbxContent":
            inline.boxes.append(part)
        elif name == "r" and is_on(child(part, "rPr", "vanish")):
            _walk(part, inline, inline.hidden)
        else:
            _walk(part, inline, pieces)


def _symbol(part: ET.Element) -> str:
    code = attribute(part, "char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def is_on(element: ET.Element | None) -> bool:
    """Return whether a switch such as w:vanish is there and not turned off."""
    return element is not None and attribute(element, "val") not in _OFF
