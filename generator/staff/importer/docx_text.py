"""The text of one Word paragraph: changes accepted, hidden parts apart, references collected."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.package import attribute, child, local
from generator.staff.importer.raised import lowered, raised

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
    struck: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`footnote`, `endnote`, `comment`) and number of each reference, in order."""
    boxes: list[ET.Element] = field(default_factory=list)
    """Contents of text boxes anchored here."""

    @property
    def text(self) -> str:
        """The visible text; line breaks inside it are kept."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class RunStyles:
    """Character styles of the document that hide or strike out, by their ids."""

    hidden: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


_NO_STYLES = RunStyles()


def read_run_styles(styles: ET.Element | None) -> RunStyles:
    """Collect the character styles of styles.xml that hide or strike out."""
    hidden, struck = set(), set()
    for style in styles if styles is not None else ():
        name = attribute(style, "styleId") or ""
        if is_on(child(style, "rPr", "vanish")):
            hidden.add(name)
        if _strikes(child(style, "rPr")):
            struck.add(name)
    return RunStyles(frozenset(hidden), frozenset(struck))


def read_inline(paragraph: ET.Element, styles: RunStyles = _NO_STYLES) -> Inline:
    """Read the runs of a paragraph: insertions kept, deletions dropped; what is struck out stands apart."""
    inline = Inline()
    _walk(paragraph, inline, inline.pieces, styles)
    return inline


def _walk(element: ET.Element, inline: Inline, pieces: list[str], styles: RunStyles) -> None:
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
        elif name == "r":
            _run(part, inline, pieces, styles)
        else:
            _walk(part, inline, pieces, styles)


def _run(part: ET.Element, inline: Inline, pieces: list[str], styles: RunStyles) -> None:
    properties = child(part, "rPr")
    style = attribute(child(properties, "rStyle"), "val") or ""
    if _own_or(child(properties, "vanish"), style in styles.hidden):
        _walk(part, inline, inline.hidden, styles)
        return
    if _strikes(properties) or (style in styles.struck and child(properties, "strike") is None):
        _walk(part, inline, inline.struck, styles)
        return
    place = _place(properties)
    own: list[str] = []
    _walk(part, inline, own, styles)
    text = "".join(own)
    pieces.append(raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text)


def _place(properties: ET.Element | None) -> str | None:
    """Return where a run stands: by the button of Word, or lifted above the line by hand."""
    lifted = attribute(child(properties, "position"), "val") or "0"
    if lifted.lstrip("-").isdecimal() and int(lifted):
        return "subscript" if lifted.startswith("-") else "superscript"
    return attribute(child(properties, "vertAlign"), "val")


def _own_or(switch: ET.Element | None, inherited: bool) -> bool:
    return inherited if switch is None else is_on(switch)


def _strikes(properties: ET.Element | None) -> bool:
    return is_on(child(properties, "strike")) or is_on(child(properties, "dstrike"))


def _symbol(part: ET.Element) -> str:
    code = attribute(part, "char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def is_on(element: ET.Element | None) -> bool:
    """Return whether a switch such as w:vanish is there and not turned off."""
    return element is not None and attribute(element, "val") not in _OFF
