"""What the Markdown of a narrative text may hold: words, lists, captioned tables, links to the open web."""

import html
import re
from collections.abc import Callable, Iterator

from generator.problem import maybe, shown
from generator.source import invisible

Finding = tuple[int, int, str]
"""Line in the body and column, both from 1, and what is wrong there."""

_IMAGE = re.compile(r"!\[(?P<alt>(?:\\.|[^\[\]\\])*)\](?:\(\s*<?(?P<address>[^)\s>]*)|\[)")
_LINK = re.compile(r"(?<!\\)\]\(\s*<?(?P<address>[^)\s>]*)")
_DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(?P<address>[^\s>]*)")
_BARE_LINK = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s>]*)>")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])[^<>\s]*[^<>]{0,60}>?")
_BARE_MAIL = re.compile(r"<[^\s<>@]+@[^\s<>@]+>")
_BREAK = re.compile(r"<br\s*/?>")
_OPENING = re.compile(r"(?:\s*(?:>|[-*+]\s|[0-9]+[.)]\s))*\s{0,3}")
"""What may stand before a heading: marks of quotations and of lists."""
_REMARK = re.compile(r"^>\s*\[!(?P<kind>[^\]]*)\]")
_CAPTION = re.compile(r"^Table:")
_OPEN_WEB = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@|tel:\+?[0-9]|#)", re.IGNORECASE)
_LIKE_CAPTION = re.compile(r"^(table|таблиця)\s*:", re.IGNORECASE)


def body_problems(body: str) -> Iterator[Finding]:
    """Find everything in a text's body that would be lost, unsafe or unreadable on its page."""
    lines = body.split("\n")
    for number, line in enumerate(lines, 1):
        for check in _LINE_CHECKS:
            for column, message in check(line):
                yield number, column + 1, message
    yield from _tables(lines)


def _headings(line: str) -> Iterator[tuple[int, str]]:
    opening = _OPENING.match(line)
    start = opening.end() if opening else 0
    if re.match(r"#(?!#)|=+\s*$", line[start:]):
        yield start, "заголовок першого рівня дає поле title; у тексті починайте з «## »"
    elif re.match(r"#{2,}[^#\s]", line[start:]):
        yield start, "після знаків «#» у заголовку потрібен пробіл"


def _images(line: str) -> Iterator[tuple[int, str]]:
    for image in _IMAGE.finditer(line):
        if not image["alt"].strip():
            yield (
                image.start(),
                "малюнок без опису; опишіть словами, що на ньому, у квадратних дужках: ![опис](файл)",
            )
        address = html.unescape(image["address"] or "")
        if re.match(r"\w+:|//", address):
            yield image.start(), f"малюнок «{shown(address)}» не з цього сайту; покладіть файл поруч із текстом"


def _links(line: str) -> Iterator[tuple[int, str]]:
    pictures = {image.end("address") for image in _IMAGE.finditer(line)}
    for pattern in (_LINK, _DEFINITION, _BARE_LINK):
        for link in pattern.finditer(line):
            address = html.unescape(link["address"]).strip()
            if link.end("address") not in pictures and not _OPEN_WEB.match(address):
                yield (
                    link.start("address"),
                    f"посилання «{shown(address)}» не працюватиме; пишіть повну адресу: https://…, mailto:… або tel:…",
                )


def _raw_html(line: str) -> Iterator[tuple[int, str]]:
    in_table = line.lstrip().startswith("|")
    for tag in _TAG.finditer(line):
        if _BREAK.fullmatch(tag[0]):
            if not in_table:
                yield tag.start(), "<br> діє лише у клітинках таблиць; новий абзац починайте після порожнього рядка"
        elif not _BARE_LINK.match(line, tag.start()) and not _BARE_MAIL.match(line, tag.start()):
            yield tag.start(), f"розмітка HTML «{shown(tag[0], 40)}» у текстах не діє; пишіть засобами Markdown"


def _braces(line: str) -> Iterator[tuple[int, str]]:
    bare = re.sub(r"\s*\{ours\}\s*$", "", line) if _CAPTION.match(line) else line
    brace = re.search(r"(?<!\\)\{", bare)
    if brace:
        yield brace.start(), "дужку «{» Markdown тлумачить по-своєму; поставте перед нею знак «\\»: \\{"


def _remarks(line: str) -> Iterator[tuple[int, str]]:
    remark = _REMARK.match(line)
    if remark and (remark["kind"] != "ours" or not line.startswith("> [!ours]")):
        known = maybe(remark["kind"], ["ours"]) or "; нашу примітку починають так: > [!ours]"
        yield remark.start("kind"), f"невідомий вид примітки «{shown(remark['kind'])}»{known}"


def _unseen(line: str) -> Iterator[tuple[int, str]]:
    sign = invisible(line)
    if sign:
        yield line.index(sign), f"у тексті є невидимий знак U+{ord(sign):04X}; наберіть це місце наново, без нього"


_LineCheck = Callable[[str], Iterator[tuple[int, str]]]
_LINE_CHECKS: tuple[_LineCheck, ...] = (_headings, _images, _links, _raw_html, _braces, _remarks, _unseen)


def _tables(lines: list[str]) -> Iterator[Finding]:
    """Find tables without a caption or with cells that have no column, and captions without a table."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.lstrip().startswith("|"):
            end = number
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            yield from _table(lines, number, end)
            number = end
            continue
        caption = _LIKE_CAPTION.match(line)
        if caption and not _has_table(lines, number):
            yield number + 1, 1, "за підписом «Table:» має йти таблиця; між ними може бути лише порожній рядок"
        elif caption and not _CAPTION.match(line):
            yield number + 1, 1, f"підпис таблиці починають словом «Table:», а не «{shown(caption[0])}»"
        number += 1


def _has_table(lines: list[str], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return following.lstrip().startswith("|")


def _table(lines: list[str], first: int, end: int) -> Iterator[Finding]:
    before = next((line for line in reversed(lines[:first]) if line.strip()), "")
    if not _LIKE_CAPTION.match(before):
        yield first + 1, 1, "таблиця без підпису; перед нею потрібен рядок «Table: про що таблиця {ours}»"
    rule = lines[first + 1].strip() if first + 1 < end else ""
    if "-" not in rule or set(rule) - set(" :|-"):
        yield first + 1, 1, "другим рядком таблиці мають бути риски: | --- | --- |"
        return
    width = _cells(lines[first])
    for number in range(first + 1, end):
        found = _cells(lines[number])
        if found > width:
            yield number + 1, 1, f"клітинок у рядку {found}, а в заголовку таблиці {width}; зайві не мають стовпця"


def _cells(line: str) -> int:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return len(re.split(r"(?<!\\)\|", bare))
