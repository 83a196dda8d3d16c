"""Slips that YAML blames on something else, told by the look of the lines: what came from Word, what stands askew."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

Place: TypeAlias = tuple[int, int]
"""Line and column; both count from 1."""
Slip: TypeAlias = tuple[Place, str]
"""Where a slip stands, and what it is and how it is mended."""

BULLETS = "•·▪●◦‣∙■□➢➤✓–—"
"""Signs that Word begins the items of a list with."""
_TYPED_SPACES = "\u00a0\u2000-\u200b\u202f\u3000"
"""Spaces that look usual and are none for YAML, as the inside of a set of signs."""
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})(\s|$)")
"""What git leaves where two people changed the same lines."""
_FOREIGN_INDENT = re.compile(rf" *[{_TYPED_SPACES}]")
_FOREIGN_GAP = re.compile(rf"\s*(?:- )?(?:[a-z_]+(?P<colon>:)|-)(?=[{_TYPED_SPACES}])")
_BULLET = re.compile(rf"\s*(?P<sign>[{BULLETS}])(?=\s)")
_BEFORE_ITEM = re.compile(r"\s*(- .*|[a-z_]+:\s*)$")
_SHUT = re.compile(r" *(?:- )?(?P<name>[a-z_]+): +(?P<signs>\[ *\]|\{ *\}) *(?:#.*)?$")
_FIELD = re.compile(r"(?P<indent> *)(?P<dash>- +)?[a-z_]+:(?: |$)")
_SLIP_OF_HAND = 3
"""Spaces by which a line is askew; what is further off stands on another level."""


def word_bullet(text: str) -> str:
    """Return the sign of Word that a text begins with where a list was meant («• УСЗН»); else nothing."""
    found = _BULLET.match(text)
    return found["sign"] if found else ""


def no_bullets(sign: str) -> str:
    """Say what a list begins with in place of a sign of Word."""
    named = "тире" if sign in "–—" else f"«{sign}»"
    return f"пункт списку починають дефісом «-», а тут {named}; замініть його на дефіс"


def marks_of_git(lines: Sequence[str]) -> Slip | None:
    """Find the first mark of a conflict that git left."""
    conflict = next((number for number, line in enumerate(lines, 1) if _CONFLICT.match(line)), None)
    if conflict is None:
        return None
    return (conflict, 1), (
        "у файлі лишилися знаки git «<<<<<<<», «=======», «>>>>>>>»: двоє змінили одні й ті самі рядки; "
        "залиште потрібні рядки, а ці знаки видаліть"
    )


def foreign_spaces(lines: Sequence[str], near: Iterable[int]) -> Slip | None:
    """Find spaces of Word in the indent of a line, after the name of its field or after its dash."""
    for number, line in _of(lines, near):
        indent = _FOREIGN_INDENT.match(line)
        if indent:
            advice = "у відступі нерозривні пробіли, як у Word; видаліть їх і наберіть відступ звичайними пробілами"
            return (number, indent.end()), advice
        gap = _FOREIGN_GAP.match(line)
        if gap:
            after = "двокрапки" if gap["colon"] else "дефіса"
            return (number, gap.end() + 1), f"після {after} стоїть нерозривний пробіл; поставте звичайний"
    return None


def bullet_as_item(lines: Sequence[str], near: Iterable[int]) -> Slip | None:
    """Find a sign of Word where an item of a list should begin: below another item or a field, not inside a text."""
    for number, line in _of(lines, near):
        bullet = _BULLET.match(line)
        above = _above(lines, number)
        if bullet and above and (_BEFORE_ITEM.match(lines[above - 1]) or _FIELD.match(lines[above - 1])):
            return (number, bullet.end()), no_bullets(bullet["sign"])
    return None


def shut_list(lines: Sequence[str], place: Place) -> Slip | None:
    """Find «entries: []» with its items below it."""
    above = _above(lines, place[0])
    found = _SHUT.match(lines[above - 1]) if above else None
    if not found:
        return None
    signs = found["signs"].replace(" ", "")
    opening = r"\s*- " if signs == "[]" else r"\s*[\w\"']+:"
    if not re.match(opening, lines[place[0] - 1]):
        return None
    return (above, found.start("signs") + 1), f"приберіть {signs} після «{found['name']}:»: записи стоять нижче"


def askew(lines: Sequence[str], near: Iterable[int]) -> Slip | None:
    """Find a line that begins a few spaces beside its neighbours, counted the way people see them."""
    for number, line in _of(lines, near):
        own = _FIELD.match(line)
        if not own:
            continue
        indent = len(own["indent"])
        if own["dash"]:
            usual, where = _of_items(lines, number, indent), "в пункті вище"
        else:
            usual, where = _of_fields(lines, number, indent)
        if usual is not None and 0 < abs(usual - indent) <= _SLIP_OF_HAND:
            return (number, indent + 1), f"на початку рядка пробілів {indent}, а {where} {usual}; вирівняйте рядок"
    return None


def _of_items(lines: Sequence[str], number: int, indent: int) -> int | None:
    """Return the indent of the nearest item above that can be of the same list."""
    for line in reversed(lines[: number - 1]):
        found = _FIELD.match(line)
        if found and found["dash"] and abs(len(found["indent"]) - indent) <= _SLIP_OF_HAND:
            return len(found["indent"])
    return None


def _of_fields(lines: Sequence[str], number: int, indent: int) -> tuple[int | None, str]:
    """Return the indent of the fields around a line: of both neighbours, or of the one above it alone."""
    above, below = _above(lines, number), _below(lines, number)
    before = _FIELD.match(lines[above - 1]) if above else None
    after = _FIELD.match(lines[below - 1]) if below else None
    if before is None:
        return None, ""
    starts = [len(found["indent"]) + len(found["dash"] or "") for found in (before, after) if found]
    if len(starts) > 1 and starts[0] == starts[1]:
        return starts[0], "в сусідніх"
    fields = filter(None, map(_FIELD.match, lines[: number - 1]))
    known = {len(found["indent"]) + len(found["dash"] or "") for found in fields}
    return (starts[0], "в рядку вище") if indent not in known else (None, "")


def _of(lines: Sequence[str], near: Iterable[int]) -> Iterator[tuple[int, str]]:
    yield from ((number, lines[number - 1]) for number in near if 0 < number <= len(lines))


def _above(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line above that says anything; 0 when there is none."""
    return next((at for at in range(number - 1, 0, -1) if _says(lines[at - 1])), 0)


def _below(lines: Sequence[str], number: int) -> int:
    return next((at for at in range(number + 1, len(lines) + 1) if _says(lines[at - 1])), 0)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
