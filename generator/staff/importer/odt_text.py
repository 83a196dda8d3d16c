"""The text of one OpenDocument paragraph: struck-out and hidden parts apart, notes and text boxes collected."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.document import collapse
from generator.staff.importer.package import attribute, child, local
from generator.staff.importer.raised import lowered, raised

DROPPED = frozenset({
    "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "bookmark", "bookmark-start",
    "bookmark-end", "change", "change-start", "change-end", "desc", "title", "event-listeners", "dde-connection-decls",
})  # fmt: skip
_EFFECTS = ("}display", "}text-line-through-style", "}text-position")
_CHARACTERS = {"s": " ", "tab": "\t", "line-break": "\n", "soft-page-break": " "}


@dataclass(frozen=True, slots=True)
class SpanStyles:
    """What the styles of spans do, by their names: `hidden`, `struck`, `raised` or `lowered`."""

    effects: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Inline:
    """What a paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`footnote`, `comment`) and text, in order."""
    boxes: list[ET.Element] = field(default_factory=list)


def read_span_styles(*roots: ET.Element | None) -> SpanStyles:
    """Collect the styles of styles.xml and content.xml that change what is seen (ODF 1.3 part 3, 20.197 ff.)."""
    known = {
        attribute(style, "name") or "": style
        for root in roots
        for style in (root.iter() if root is not None else ())
        if local(style) == "style"
    }
    effects = {name: _inherited(name, known) for name in known}
    return SpanStyles({name: effect for name, effect in effects.items() if effect})


def _inherited(name: str, known: dict[str, ET.Element]) -> str:
    """Return what a style does; one that is silent does what its parent does."""
    met: set[str] = set()
    while name in known and name not in met:
        met.add(name)
        properties = child(known[name], "text-properties")
        if effect := _effect(properties):
            return effect
        said = properties.attrib if properties is not None else {}
        if any(key.endswith(_EFFECTS) for key in said):
            return ""
        name = attribute(known[name], "parent-style-name") or ""
    return ""


def _effect(properties: ET.Element | None) -> str:
    if attribute(properties, "display") == "none":
        return "hidden"
    if (attribute(properties, "text-line-through-style") or "none") != "none":
        return "struck"
    position = (attribute(properties, "text-position") or "").split(" ", 1)[0]
    if position == "super" or (position.endswith("%") and position.strip("0%") and not position.startswith("-")):
        return "raised"
    return "lowered" if position == "sub" or position.startswith("-") else ""


def read_inline(paragraph: ET.Element, styles: SpanStyles) -> Inline:
    """Read a paragraph."""
    inline = Inline()
    effect = styles.effects.get(attribute(paragraph, "style-name") or "", "")
    if any(local(part) == "hidden-paragraph" and _is_hidden(part) for part in paragraph.iter()):
        effect = "hidden"
    target = {"hidden": inline.hidden, "struck": inline.struck}.get(effect, inline.pieces)
    _walk(paragraph, inline, target, styles)
    return inline


def _is_hidden(part: ET.Element) -> bool:
    return attribute(part, "is-hidden") == "true"


def _walk(element: ET.Element, inline: Inline, pieces: list[str], styles: SpanStyles) -> None:
    pieces.append(_spaces(element.text))
    for part in element:
        name = local(part)
        if name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name == "note":
            inline.notes.append(("footnote", all_text(child(part, "note-body"))))
        elif name == "annotation":
            inline.notes.append(("comment", all_text(part)))
        elif name == "text-box":
            inline.boxes.append(part)
        elif name == "hidden-text" and _is_hidden(part):
            inline.hidden.append("".join(part.itertext()))
        elif name == "span":
            _span(part, inline, pieces, styles)
        elif name not in DROPPED:
            _walk(part, inline, pieces, styles)
        pieces.append(_spaces(part.tail))


def _span(part: ET.Element, inline: Inline, pieces: list[str], styles: SpanStyles) -> None:
    effect = styles.effects.get(attribute(part, "style-name") or "", "")
    own: list[str] = []
    _walk(part, inline, own, styles)
    text = "".join(own)
    if effect == "hidden":
        inline.hidden.append(text)
    elif effect == "struck":
        inline.struck.append(text)
    else:
        pieces.append(raised(text) if effect == "raised" else lowered(text) if effect == "lowered" else text)


def _spaces(text: str | None) -> str:
    """Line ends in the XML are spaces; a break is an element of its own."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def all_text(element: ET.Element | None) -> str:
    """Return the text of an element's paragraphs on one line."""
    if element is None:
        return ""
    paragraphs = (part for part in element.iter() if local(part) in {"p", "h"})
    return " ".join(collapse("".join(part.itertext())) for part in paragraphs)
