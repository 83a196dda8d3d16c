"""What the Markdown of a narrative text may hold: words, lists, captioned tables, links to the open web."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.source.markdown import AUTOLINK, addresses, is_of_this_site, without_tags
from generator.source.problem import maybe, shown
from generator.source.yaml_source import invisible

Finding = tuple[int, int, str]
"""Line in the body and column, both from 1, and what is wrong there."""

_NO_WORDS = "малюнок без опису; опишіть словами, що на ньому, у квадратних дужках: ![опис](файл)"

_IMAGE = re.compile(r"!\[(?P<alt>(?:\\.|[^\[\]\\])*)\](?:\(\s*<?(?P<address>[^)\s>]*)|\[)")
_PICTURE = re.compile(r"!\[(?:\\.|[^\[\]\\])*\]\((?P<name>[^\s()<>:]+)[\s)]")
"""A picture as a text has to write it; of others no file is published."""
_LINK = re.compile(r"(?<!\\)\]\(\s*<?(?P<address>[^)\s>]*)")
_DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(?P<address>[^\s>]*)")
_BARE_LINK = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])[^<>\s]*[^<>]{0,60}>?")
BREAK = re.compile(r"<br\s*/?>")
"""The only tag of a text: a new line in a cell of a table."""
_BRACKET = re.compile(r"(?<!\\)\[")
_MARK = re.compile(r"[\\`*_<&!\]]")
_MOST_BRACKETS, _MOST_MARKS = 200, 1000
"""Of one paragraph: Markdown looks for the end of each, so that many thousands would take minutes."""
_MOST_DEEP, _SPACES_OF_A_LEVEL = 10, 4
"""Lists within lists and quotations: no page shows more, and Markdown itself gives up at some hundreds."""
_INWARDS = re.compile(r"(?:>|[-*+]\s|[0-9]+[.)]\s|\s)*")
_INDENT = re.compile(r"\s{4,}")
_LEVEL = re.compile(r">|[-*+](?=\s)|[0-9]+[.)]")
_CELL_END = re.compile(r"(?<!\\)\|")
_OPENING = re.compile(r"(?:\s*(?:>|[-*+]\s|[0-9]+[.)]\s))*\s*")
"""What may stand before a heading: marks of quotations and of lists, the indent of what belongs to an item."""
_REMARK = re.compile(r"^>\s*\[!(?P<kind>[^\]]*)\]")
CAPTION = re.compile(r"^Table:\s*(?P<words>.*?)\s*(?P<ours>\{ours\})?\s*$")
"""What a table is about, on the line before it; whether the words are ours."""
OURS = "> [!ours]"
"""How a remark of ours begins."""
_RULE_ROW = re.compile(r"\s*\|[\s|:-]*-[\s|:-]*")
_LINE_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+)+")
_SHOWN = re.compile(r"!?\[(?P<words>(?:\\.|[^\[\]\\])*)\]\([^)]*\)")
_ESCAPED = re.compile(r"\\(?P<sign>[^\w\s]|_)")
_OPEN_WEB = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@|tel:\+?[0-9]|#)", re.IGNORECASE)
_LIKE_CAPTION = re.compile(r"^(table|таблиця)\s*:", re.IGNORECASE)


def body_problems(body: str) -> Iterator[Finding]:
    """Find everything in a text's body that would be lost, unsafe or unreadable on its page."""
    lines = body.split("\n")
    limits = list(_limits(lines))
    yield from limits or _told_once(_problems(lines))


def _problems(lines: list[str]) -> Iterator[Finding]:
    seen = [
        (number, column + 1, message)
        for number, line in enumerate(lines, 1)
        for check in _LINE_CHECKS
        for column, message in check(line)
    ]
    told = {number for number, _, _ in seen}
    read = {finding[:2]: finding for finding in _addresses(lines)}
    yield from (read.get(finding[:2], finding) for finding in seen)
    yield from _tables(lines)
    yield from (finding for finding in read.values() if finding[0] not in told)


def _told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Say what is wrong in several places of one line once, at the first of them, with their number."""
    places: dict[tuple[int, str], list[int]] = {}
    for number, column, message in findings:
        places.setdefault((number, message), []).append(column)
    for (number, message), columns in places.items():
        count = len(set(columns))
        yield number, min(columns), message + (f" (у цьому рядку таких місць: {count})" if count > 1 else "")


def _limits(lines: list[str]) -> Iterator[Finding]:
    """Find what Markdown would choke on."""
    for number, line in enumerate(lines, 1):
        opening = _INWARDS.match(line)
        inwards = opening[0] if opening else ""
        indents = sum(len(indent) // _SPACES_OF_A_LEVEL for indent in _INDENT.findall(inwards))
        if len(_LEVEL.findall(inwards)) + indents > _MOST_DEEP and line.strip():
            yield number, 1, f"списки й цитати вкладено глибше ніж {_MOST_DEEP} рівнів; лишіть менше"
    for number, paragraph in _paragraphs(lines):
        for mark, most, sign in ((_BRACKET, _MOST_BRACKETS, "["), (_MARK, _MOST_MARKS, "")):
            if len(mark.findall(paragraph)) > most:
                what = f"знаків «{sign}»" if sign else "знаків розмітки (\\ ` * _ < & ! ])"
                yield number, 1, f"в одному абзаці понад {most} {what}; поділіть абзац або приберіть зайві"


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Return what Markdown reads as one, with the number of its first line; cells and captions each by itself."""
    first, gathered = 1, list[str]()
    for number, line in enumerate([*lines, ""], 1):
        if line.strip() and not _is_by_itself(line):
            first = first if gathered else number
            gathered.append(line)
            continue
        yield first, "\n".join(gathered)
        gathered = []
        for part in _parts(line):
            yield number, part


def _is_by_itself(line: str) -> bool:
    return line.lstrip().startswith("|") or bool(CAPTION.match(line))


def _parts(line: str) -> list[str]:
    """Return the cells of a line of a table, lines within them too, or the words of a caption; nothing of others."""
    if line.lstrip().startswith("|"):
        return [part.strip() for cell in cells(line) for part in BREAK.split(cell)]
    caption = CAPTION.match(line)
    return [caption["words"]] if caption else []


def pictures(line: str) -> Iterator[tuple[int, str]]:
    """Find the files of the pictures that a line shows, each with its place in the line, from 0."""
    return ((picture.start(), picture["name"]) for picture in _PICTURE.finditer(line))


def cells(line: str) -> list[str]:
    """Split a line of a table."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.replace("\\|", "|").strip() for cell in _CELL_END.split(bare)]


def plain_words(body: str) -> str:
    """Return what a text says in one line, without its Markdown; remarks of ours stay marked as ours."""
    return " ".join(" ".join(map(_plain, body.split("\n"))).split())


def _plain(line: str) -> str:
    if _RULE_ROW.fullmatch(line):
        return ""
    if _is_by_itself(line):
        line = " ".join(_parts(line))
    else:
        line = f"Від нас. {line.removeprefix(OURS)}" if line.startswith(OURS) else _LINE_MARKS.sub("", line)
    bare = _SHOWN.sub(lambda link: link["words"], line)
    return _ESCAPED.sub(lambda escaped: escaped["sign"], bare)


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
            yield image.start(), _NO_WORDS
        address = html.unescape(image["address"] or "")
        if not is_of_this_site(address):
            yield image.start(), _foreign(address)


def _links(line: str) -> Iterator[tuple[int, str]]:
    images = {image.end("address") for image in _IMAGE.finditer(line)}
    for pattern in (_LINK, _DEFINITION, _BARE_LINK):
        for link in pattern.finditer(line):
            address = html.unescape(link["address"]).strip()
            is_open = AUTOLINK.fullmatch(link[0]) if pattern is _BARE_LINK else _OPEN_WEB.match(address)
            if link.end("address") not in images and not is_open:
                yield link.start("address"), _dead(address)


def _raw_html(line: str) -> Iterator[tuple[int, str]]:
    in_table = line.lstrip().startswith("|")
    for tag in _TAG.finditer(line):
        if BREAK.fullmatch(tag[0]):
            if not in_table:
                yield tag.start(), "<br> діє лише у клітинках таблиць; новий абзац починайте після порожнього рядка"
        elif not _BARE_LINK.match(line, tag.start()) and not AUTOLINK.match(line, tag.start()):
            yield tag.start(), f"розмітка HTML «{shown(tag[0], 40)}» у текстах не діє; пишіть засобами Markdown"


def _braces(line: str) -> Iterator[tuple[int, str]]:
    bare = re.sub(r"\s*\{ours\}\s*$", "", line) if CAPTION.match(line) else line
    brace = re.search(r"(?<!\\)(?:\\\\)*(?P<brace>\{)", bare)
    if brace:
        yield brace.start("brace"), "дужку «{» Markdown тлумачить по-своєму; поставте перед нею знак «\\»: \\{"


def _remarks(line: str) -> Iterator[tuple[int, str]]:
    remark = _REMARK.match(line)
    if remark and (remark["kind"] != "ours" or not line.startswith(OURS)):
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
        elif caption and not CAPTION.match(line):
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
    width = len(cells(lines[first]))
    for number in range(first + 1, end):
        found = len(cells(lines[number]))
        if found > width:
            yield number + 1, 1, f"клітинок у рядку {found}, а в заголовку таблиці {width}; зайві не мають стовпця"


def _addresses(lines: list[str]) -> Iterator[Finding]:
    """Find links and pictures that Markdown sees and the checks of single lines don't: over lines, nested, by name."""
    if not any(_BRACKET.search(line.replace("[!ours]", "")) for line in lines):
        return
    text = "\n".join("" if _is_by_itself(line) else without_tags(line) for line in lines)
    apart = (without_tags(part) for line in lines for part in _parts(line) if "[" in part)
    read = addresses(text, apart)
    for written in read.links:
        if not _OPEN_WEB.match(html.unescape(written).strip()):
            yield (*_place(lines, written), _dead(html.unescape(written)))
    plain = Counter(name for line in lines for _, name in pictures(line))
    for words, written in read.pictures:
        plain[written] -= 1
        message = _of_picture(html.unescape(words), html.unescape(written), is_plain=plain[written] >= 0)
        if message:
            yield (*_place(lines, written), message)


def _of_picture(words: str, address: str, *, is_plain: bool) -> str:
    if not words.strip():
        return _NO_WORDS
    if not is_of_this_site(address):
        return _foreign(address)
    if is_plain:
        return ""
    return f"малюнка «{shown(address)}» сайт не покаже; пишіть його одним рядком, без дужок в описі: ![опис](файл)"


def _place(lines: list[str], words: str) -> tuple[int, int]:
    """Return line and column, from 1, where words stand first, else the beginning of the text."""
    written = (words, html.unescape(words))
    places = ((number, line.find(form) + 1) for form in written for number, line in enumerate(lines, 1))
    return next((place for place in places if place[1]), (1, 1))


def _dead(address: str) -> str:
    return f"посилання «{shown(address)}» не працюватиме; пишіть повну адресу: https://…, mailto:… або tel:…"


def _foreign(address: str) -> str:
    return f"малюнок «{shown(address)}» не з цього сайту; покладіть файл поруч із текстом"
