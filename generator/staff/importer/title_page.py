"""What stands above a plan's table: its title, the act that approved it, the years it is for.

Everything found here is a guess for a person to check; the name of another document («на виконання Національної
стратегії … до 2030 року») gives neither title nor years.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language.folding import fold_words
from generator.language.months import MONTH_STEMS
from generator.staff.importer.records import Act, Period
from generator.staff.importer.vocabulary import UNIT

_LONGEST_TITLE = 400
_MOST_TITLE_LINES = 8
_TITLE_PAGE = 40
"""Lines of the document that may be its title page."""
_KINDS = (
    ("рішенн", "Рішення"), ("розпорядженн", "Розпорядження"), ("наказ", "Наказ"), ("постанов", "Постанова"),
    ("указ", "Указ"),
)  # fmt: skip
_ACT = re.compile(
    r"(?P<kind>рішенн\w*|розпорядженн\w*|наказ\w*|постанов\w*|указ\w*)\s+(?P<issuer>[^№]{0,160}?)\s*"
    r"\bвід\s+[«\"]?(?P<date>\d{1,2}[»\"]?\s+[а-яґєії]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:р\.|року)?,?\s*"
    r"(?:за\s+)?№\s*(?P<number>[\w/.-]*[\w])",
    re.IGNORECASE,
)
_APPROVES = re.compile(r"затвердж|додаток|схвален|погоджен", re.IGNORECASE)
_CHANGES = re.compile(r"змін|редакці", re.IGNORECASE)
_BLANK_ACT = re.compile(r"(рішенн|розпорядженн|наказ|постанов)\w*.{0,160}?від[\s_]*_{2,}", re.IGNORECASE)
_HEADS = re.compile(
    r"^(?:[ivxіх]+\.\s*)?(?:[\w-]+(?:ий|на|ні|ова|ове)\s+){0,3}"
    r"(?:план|плану|планування|стратегія|програма|програми|заходи|перелік|дорожня карта|реєстр|паспорт|комплекс"
    r"|роботи)\b"
)
_RANGE = re.compile(
    r"(?P<words>(?:на|у|в|протягом|період)?\s*(?P<start>20\d\d)\s*[-–—−]\s*(?P<end>20\d\d)\s*(?:роки|років|роках|рр?\.?)?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?P<words>(?:на|у|в|за|до)\s+(?P<start>20\d\d)\s*(?:року|рік|році|р\.)?)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:виконання|реалізаці\w+|відповідно до|на підставі|згідно з)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:стратегі\w+|концепці\w+|засад|програм\w*|плану|закону|указу)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line above the table and its place."""

    text: str
    place: str


@dataclass(slots=True)
class TitlePage:
    """What the lines above a table say."""

    title: str = ""
    title_place: str = ""
    act: Act | None = None
    act_is_blank: str = ""
    """The place of a form of words with the act's date or number left out."""
    period: Period | None = None
    amended: list[Line] = field(default_factory=list)
    """Lines that name acts which changed the plan."""
    taken: dict[str, str] = field(default_factory=dict)
    """Lines that became the title or the act, by their places."""


def read_title_page(lines: Sequence[Line]) -> TitlePage:
    """Read the lines from the top of the document to its first plan table."""
    page = TitlePage()
    rest: list[Line] = []
    for index, line in enumerate(lines):
        following = " ".join(other.text for other in lines[index : index + 3])
        act = _act(line, following)
        if act and _CHANGES.search(line.text) and not _APPROVES.search(line.text):
            page.amended.append(line)
        elif act:
            page.act = page.act or act
        elif _BLANK_ACT.search(line.text):
            page.act_is_blank = page.act_is_blank or line.place
        elif not _APPROVES.match(line.text):
            rest.append(line)
    title_lines = _title(rest)
    page.title = " ".join(line.text for line in title_lines)
    page.title_place = title_lines[0].place if title_lines else ""
    page.taken = {line.place: line.text for line in title_lines}
    if page.act:
        page.taken[page.act.place] = next(line.text for line in lines if line.place == page.act.place)
    page.period = _period(page.title) or next(
        (found for line in lines if not _ACT.search(line.text) and (found := _range_of(line.text))), None
    )
    return page


def _act(line: Line, following: str) -> Act | None:
    """Find the act in a line, or in it and the two below («ЗАТВЕРДЖЕНО» / «рішенням ради» / «від … № …»)."""
    found = _ACT.search(line.text)
    if found is None and _APPROVES.match(line.text):
        found = _ACT.search(following)
    if found is None:
        return None
    word = next(name for stem, name in _KINDS if found["kind"].lower().startswith(stem))
    issuer = " ".join(found["issuer"].split()).strip(" ,")
    day = _day(found["date"])
    return Act(f"{word} {issuer}".strip(), found["number"], day, found[0], line.place) if day else None


def _day(text: str) -> str:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) == 3:  # noqa: PLR2004 -- day, month, year
        day, month, year = numbers
    else:
        day, year = numbers
        name = re.search(r"[а-яґєії]{3,}", text.lower())
        month = next((at for at, stem in enumerate(MONTH_STEMS, 1) if name and name[0].startswith(stem)), 0)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""  # noqa: PLR2004


def _title(lines: Sequence[Line]) -> list[Line]:
    """Find where a title begins, capitals before small letters, and take the lines up to the next sentence."""
    starts = [index for index, line in enumerate(lines) if _begins_title(line.text)]
    capitals = [index for index in starts if _is_capital(lines[index].text) and index < _TITLE_PAGE]
    if not starts:
        return [line for line in lines if _is_capital(line.text) and len(line.text.split()) > 1][-1:]
    start = capitals[0] if capitals else starts[-1]
    taken = [lines[start]]
    for line in lines[start + 1 : start + _MOST_TITLE_LINES]:
        if _is_sentence(line.text) or UNIT.fullmatch(line.text.strip("() ")) or _begins_title(line.text):
            break
        taken.append(line)
    return taken if sum(len(line.text) for line in taken) <= _LONGEST_TITLE else taken[:1]


def _begins_title(text: str) -> bool:
    return bool(_HEADS.match(fold_words(text))) and not _is_sentence(text) and len(text) <= _LONGEST_TITLE


def _is_capital(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)  # noqa: PLR2004


def _is_sentence(text: str) -> bool:
    """Return whether a line is running text: it ends with a full stop and has small letters."""
    return text.rstrip().endswith(".") and not _is_capital(text) and not re.search(r"\bрр?\.$", text.rstrip())


def _period(title: str) -> Period | None:
    return _range_of(title) or _year_of(title)


def _range_of(text: str) -> Period | None:
    """Find «на 2026–2027 роки»; a range that another document's name ends with is not the plan's."""
    for found in _RANGE.finditer(text):
        start, end = int(found["start"]), int(found["end"])
        if start <= end:
            return Period(start, end, " ".join(found["words"].split()))
    return None


def _year_of(text: str) -> Period | None:
    """Find «на 2026 рік», or of a strategy «до 2027 року»; not the years of a document the plan only carries out."""
    others = _OTHERS.search(text)
    years = list(_YEAR.finditer(text))
    own = [found for found in years if found["words"].lower().startswith(("на", "у", "в", "за"))]
    chosen = own or [found for found in years if others is None or found.start() < others.start()]
    if not chosen:
        return None
    year = int(chosen[0]["start"])
    return Period(year, year, " ".join(chosen[0]["words"].split()))
