"""The text of one Word paragraph: changes accepted, hidden parts apart, references collected."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
    hints: list[str] = field(default_factory=list)
    """What fields that nobody filled say of themselves: «Виберіть елемент»."""
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
    """Styles of the document that hide, strike out or mark a hint, by their ids; and what those of a paragraph do."""

    hidden: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    hints: frozenset[str] = frozenset({"PlaceholderText"})
    all_hidden: bool = False
    all_struck: bool = False

    def within(self, paragraph: ET.Element) -> "RunStyles":
        """Return them as they hold in a paragraph, whose own style may hide or strike out all of it."""
        name = attribute(child(paragraph, "pPr", "pStyle"), "val") or ""
        if name not in self.hidden | self.struck:
            return self
        return replace(self, all_hidden=name in self.hidden, all_struck=name in self.struck)


_NO_STYLES = RunStyles()
_Switch = Callable[[ET.Element | None], bool | None]


def read_run_styles(styles: ET.Element | None) -> RunStyles:
    """Collect the styles of styles.xml that hide or strike out, by themselves or after the one they are based on."""
    known = {attribute(style, "styleId") or "": style for style in (styles if styles is not None else ())}
    hints = {name for name, style in known.items() if attribute(child(style, "name"), "val") == "Placeholder Text"}
    return RunStyles(
        frozenset(name for name in known if _does(name, known, lambda own: _switch(own, "vanish"))),
        frozenset(name for name in known if _does(name, known, lambda own: _switch(own, "strike", "dstrike"))),
        RunStyles().hints | hints,
    )


def _does(name: str, known: dict[str, ET.Element], switch: _Switch) -> bool:
    """Return whether a style switches something on; what it is silent on it takes from the style it is based on."""
    met: set[str] = set()
    while name in known and name not in met:
        met.add(name)
        own = switch(child(known[name], "rPr"))
        if own is not None:
            return own
        name = attribute(child(known[name], "basedOn"), "val") or ""
    return False


def _switch(properties: ET.Element | None, *names: str) -> bool | None:
    """Return whether one of the switches is on; None where none is there."""
    found = [part for name in names if (part := child(properties, name)) is not None]
    return any(map(is_on, found)) if found else None


def read_inline(paragraph: ET.Element, styles: RunStyles = _NO_STYLES) -> Inline:
    """Read the runs of a paragraph: insertions kept, deletions dropped; what is struck out stands apart."""
    inline = Inline()
    _walk(paragraph, inline, inline.pieces, styles.within(paragraph))
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
            is_hint = name == "sdt" and is_on(child(part, "sdtPr", "showingPlcHdr"))
            _walk(part, inline, inline.hints if is_hint else pieces, styles)


def _run(part: ET.Element, inline: Inline, pieces: list[str], styles: RunStyles) -> None:
    properties = child(part, "rPr")
    style = attribute(child(properties, "rStyle"), "val") or ""
    if style in styles.hints and pieces is not inline.hints:
        _walk(part, inline, inline.hints, styles)
        return
    if _own_or(_switch(properties, "vanish"), style in styles.hidden or styles.all_hidden):
        _walk(part, inline, inline.hidden, styles)
        return
    if _own_or(_switch(properties, "strike", "dstrike"), style in styles.struck or styles.all_struck):
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


def _own_or(own: bool | None, inherited: bool) -> bool:
    return inherited if own is None else own


def _symbol(part: ET.Element) -> str:
    code = attribute(part, "char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def is_on(element: ET.Element | None) -> bool:
    """Return whether a switch such as w:vanish is there and not turned off."""
    return element is not None and attribute(element, "val") not in _OFF
