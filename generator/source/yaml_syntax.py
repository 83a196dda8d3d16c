"""YAML that is never read: syntax errors in plain words, and what YAML allows but a plan does not need."""

import re
from collections.abc import Iterator
from typing import Protocol

import yaml
from yaml.reader import ReaderError

from generator.source.problem import Problem, Severity, shown
from generator.source.yaml_slips import askew, bullet_as_item, foreign_spaces, marks_of_git, shut_list

MAX_BYTES = 4_000_000
"""No larger file is read: the largest real plan has 150 KB."""
MAX_DEPTH = 40
MAX_REFUSALS = 50
"""Of one file; a file that has more is not made of plans."""
_TOO_DEEP = f"вкладено глибше ніж {MAX_DEPTH} рівнів; перевірте відступи й дужки"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What PyYAML says (its C parser and its own), and what a person should do about it.
_SYNTAX = (
    (r"an alias|an anchor", "текст починається зі знака «*» або «&»; візьміть увесь текст у лапки"),
    (r"(scanning|parsing) a tag|a node|tag handle", "текст починається зі знака «!»; візьміть увесь текст у лапки"),
    (r"document (indicator|separator)", "лапки відкрито тут, але не закрито"),
    (r"end of stream", "лапки відкрито тут, але не закрито"),
    (r"escape|hexdecimal", "у подвійних лапках знак «\\» має особливе значення; візьміть текст в одинарні лапки"),
    (r"a tab character", "табуляція замість пробілів; відступи в YAML роблять лише пробілами"),
    (r"values are not allowed", "зайва двокрапка або не той відступ; текст із двокрапкою візьміть у лапки"),
    (r"sequence entries are not allowed", 'зайвий дефіс; якщо дефіс – це значення, візьміть його в лапки: "-"'),
    (r"keys are not allowed", "текст починається зі знака «?»; візьміть увесь текст у лапки"),
    (r"a simple key", "у рядку немає двокрапки після назви поля; якщо це продовження тексту, зсуньте його праворуч"),
    (r"flow (sequence|mapping|node)", "у списку в дужках бракує коми або закривної дужки"),
    (r"block scalar", "після знака «>» або «|» у тому самому рядку нічого не пишуть; текст починають з нового рядка"),
    (r"cannot start any token", "знак, з якого починається текст, YAML тлумачить по-своєму; візьміть текст у лапки"),
    (r"node content", "тут зайва дужка, кома або двокрапка; якщо це частина тексту, візьміть текст у лапки"),
    (r"directive|incompatible|<document start>", "приберіть рядки, що починаються з «%», і все після рядка «...»"),
    (
        r"indicator|expected key|<block end>",
        "порушено відступ або бракує лапок; порівняйте відступ із сусідніми рядками",
    ),
)
_UNKNOWN = "перевірте відступи й лапки в цьому рядку та в рядку над ним"
_OF_INDENT = re.compile(r"values are not allowed|indicator|expected key|<block end>|<document start>")
"""What PyYAML says of a line that is askew."""
_INVISIBLE = "у тексті є невидимий керівний знак; видаліть його"

_Quoted = tuple[tuple[int, int], int]
"""Where a text in quotes starts, and the line where it ends."""


def refused(path: str, text: str, events: list[yaml.Event]) -> list[Problem]:
    """Find what is never read, before anything is built: syntax errors, aliases, tags, depth, second documents.

    `events` gets what the parser met, all of it where nothing is refused.
    """
    strange = re.search("[\x85\u2028\u2029]", text)
    if strange:
        return [Problem(path, *_place_in(text, strange.start()), "", _INVISIBLE)]
    found: list[Problem] = []
    lines = text.split("\n")
    quoted: list[_Quoted] = []
    try:
        for event, message, severity in _forbidden(text, lines, quoted, events):
            found.append(Problem(path, *line_and_column(event.start_mark), "", message, severity))
            if len(found) >= MAX_REFUSALS:
                break
    except yaml.MarkedYAMLError as error:
        trouble = _syntax_problem(path, lines, error, quoted[-1] if quoted else None)
        found = [*(problem for problem in found if problem.line < trouble.line), trouble]
    except ReaderError as error:
        found.append(Problem(path, *_place_in(text, error.position), "", _INVISIBLE))
    return found


def syntax_problem(path: str, text: str) -> Problem | None:
    """Find why a text is no YAML at all, where all else that YAML allows may stand (mkdocs.yml)."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return Problem(path, *line_and_column(event.start_mark), "", _TOO_DEEP)
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return _syntax_problem(path, text.split("\n"), error, None)
    except ReaderError as error:
        return Problem(path, *_place_in(text, error.position), "", _INVISIBLE)
    return None


class Mark(Protocol):
    """Where PyYAML met something; both numbers count from 0."""

    line: int
    column: int


def line_and_column(mark: Mark | None) -> tuple[int, int]:
    """Return the place of a mark; both count from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place_in(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _forbidden(
    text: str, lines: list[str], quoted: list[_Quoted], events: list[yaml.Event]
) -> Iterator[tuple[yaml.Event, str, Severity]]:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        events.append(event)
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        for message in _refusals(event, depth, documents):
            yield event, message, Severity.ERROR
        if depth > MAX_DEPTH:
            return
        if isinstance(event, yaml.ScalarEvent):
            yield from _swallowed(event, lines)
            start, end = line_and_column(event.start_mark), line_and_column(event.end_mark)
            if event.style in {"'", '"'} and start[0] != end[0]:
                quoted.append((start, end[0]))


def _refusals(event: yaml.Event, depth: int, documents: int) -> Iterator[str]:
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        yield "у файлі має бути один документ YAML; приберіть рядок «---» посередині"
    if depth > MAX_DEPTH:
        yield _TOO_DEEP
    if getattr(event, "anchor", None):
        yield "посилання YAML (знаки «&» і «*») тут не діють; повторіть текст або візьміть його в лапки"
    if getattr(event, "tag", None) not in (None, "!"):
        yield "мітки YAML (знак «!») тут не діють; візьміть текст у лапки"


def _swallowed(event: yaml.ScalarEvent, lines: list[str]) -> Iterator[tuple[yaml.Event, str, Severity]]:
    """Find words that YAML takes elsewhere without a sound: a list item read as text, text read as a comment."""
    if event.style or event.start_mark is None or event.end_mark is None:
        return
    first, last = event.start_mark.line, event.end_mark.line
    for number in range(first + 1, min(last + 1, len(lines))):
        if re.match(r"\s+- ", lines[number]) and (number < last or event.end_mark.column > 0):
            message = (
                f"рядок {number + 1} починається з «- », але через відступ YAML приєднує його до цього тексту; "
                "вирівняйте дефіси один під одним"
            )
            yield event, message, Severity.ERROR
            return
    rest = lines[last][event.end_mark.column :] if last < len(lines) else ""
    if re.match(r"\s+#[^\s#]", rest):
        lost = shown(rest.strip(), 20)
        message = f"усе від «{lost}» YAML вважає приміткою і не читає; якщо це частина тексту, візьміть текст у лапки"
        yield event, message, Severity.WARNING


def _syntax_problem(path: str, lines: list[str], error: yaml.MarkedYAMLError, quoted: _Quoted | None) -> Problem:
    """Say what is wrong; `quoted` is the last text in quotes before it that goes over several lines."""
    said = " ".join(part for part in (error.context, error.problem) if part)
    place, opened = line_and_column(error.problem_mark or error.context_mark), line_and_column(error.context_mark)
    closer = _closer_look(said, lines, place, opened)
    if quoted and quoted[1] == place[0]:
        advice = f"лапки відкрито тут, а закрито аж у рядку {place[0]}; перевірте, чи не бракує лапок у кінці рядка"
        place = quoted[0]
    elif closer:
        place, advice = closer
    else:
        advice = next((words for pattern, words in _SYNTAX if re.search(pattern, said)), _UNKNOWN)
        if error.context_mark and re.search(r"simple key|flow|end of stream|document (i|s)", said):
            place = place if place[0] == opened[0] else opened
    return Problem(path, *place, "", f"файл не читається як YAML: {advice}")


def _closer_look(
    said: str, lines: list[str], place: tuple[int, int], opened: tuple[int, int]
) -> tuple[tuple[int, int], str] | None:
    """Name the mistakes that YAML itself blames on something else, by the look of the lines; with their place."""
    foreign = marks_of_git(lines) or foreign_spaces(lines, (place[0], opened[0]))
    if foreign:
        return foreign
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    tab = re.match(r" *\t", line)
    if tab and place[1] <= len(line) - len(line.lstrip()) + 1:
        return (place[0], tab.end()), "табуляція замість пробілів; відступи в YAML роблять лише пробілами"
    if re.search(r"expected key|<block end>", said) and re.search(r"[\"']\s*$", line[: place[1] - 1]):
        return (
            place,
            "після закритих лапок ідуть ще слова; лапки всередині тексту замініть на «», а весь текст візьміть у '…'",
        )
    suspects = {"simple key": opened[0], "values are not allowed": place[0] - 1}
    for pattern, number in suspects.items():
        glued = re.match(r"\s*(?:- )?[a-z_]+:(?=[^\s:])", lines[number - 1]) if 0 < number <= len(lines) else None
        if glued and pattern in said:
            return (number, glued.end()), "після двокрапки бракує пробілу"
    above = place[0] - 1
    near = (place[0], opened[0], above)
    return (
        foreign_spaces(lines, (above,))
        or bullet_as_item(lines, near)
        or shut_list(lines, place)
        or (askew(lines, (place[0],)) if _OF_INDENT.search(said) else None)
    )
