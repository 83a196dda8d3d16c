"""Fields, rows and their consequences: what a person asks for as a change of a file, spliced and read again."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator.language.shortening import quoted_opening
from generator.model.records.community import CommunityRecord, ExecutorsRecord
from generator.model.records.field import held_record
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.records.topics import TopicsRecord
from generator.reading.layout import COMMUNITY, EXECUTORS, PLAN, PROGRESS, TOPICS
from generator.reading.references import id_of
from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace import addresses
from generator.staff.workplace.fields import ROWS, label_of, order_at, value_at
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.reread import Read, reread
from generator.staff.workplace.session import Desk
from generator.staff.workplace.shapes import Lost
from generator.staff.workplace.sheet import Spliced
from generator.staff.workplace.sorts import sort_at
from generator.staff.workplace.splice import insert_item, move_item, remove, set_value
from generator.staff.workplace.typed import as_typed, in_file, new_item, room_for

_RECORDS: Mapping[str, type[BaseModel]] = {
    PLAN: PlanRecord,
    PROGRESS: ProgressRecord,
    COMMUNITY: CommunityRecord,
    EXECUTORS: ExecutorsRecord,
    TOPICS: TopicsRecord,
}
_PUBLISHED = (
    "Це вже опубліковано ({}), а адреси лишаються назавжди. Якщо захід вилучено актом, не стирайте його, а заповніть "
    "поле «Захід вилучено з плану»: сторінка і звіти лишаться. Якщо це була помилка, напишіть, чому його прибрано: це "
    "прочитають за старою адресою."
)
_NAMES_ADDRESS = {"number", "id"}


def change_field(desk: Desk, path: str, at: Sequence[str | int], value: Any) -> list[Lost]:
    """Write a value as a person typed it; null or nothing removes the field."""
    record_type, source = _record_type(path), _source(desk, path)
    if not at or sort_at(record_type, tuple(at)) is None:
        raise Refusal(f"Поля «{at[-1] if at else ''}» тут не буває.")
    place = in_file(source.data, record_type, tuple(at))
    typed = as_typed(record_type, tuple(at), value)
    if typed is None and place not in source.values:
        return []
    if typed is None:
        spliced = remove(source, place)
    else:
        place, typed = room_for(source, record_type, place, typed)
        spliced = set_value(source, place, typed, order_at(record_type, place[:-1]))
    return _put(desk, path, spliced, _done(record_type, source, tuple(at)), _pairs(desk, path, source, place))


def add_item(
    desk: Desk, path: str, at: Sequence[str | int], value: Any, before: int | None, name: str | None
) -> KeyPath:
    """Add an item to a list, or a named entry to a map; returns where it stands now."""
    record_type, source = _record_type(path), _source(desk, path)
    listed = in_file(source.data, record_type, tuple(at))
    sort = sort_at(record_type, tuple(at))
    if sort is not None and sort.input == "map":
        return _add_to_map(desk, path, source, record_type, listed, name, value)
    stands = value_at(source.data, listed)
    if isinstance(stands, Mapping):
        raise Refusal("Сюди нічого не додати: це не список. Оновіть таблицю.")
    count = len(stands) if isinstance(stands, list) else 0
    index = count if before is None else min(before, count)
    item = new_item(at[-1] if at else "", sort_at(record_type, (*at, index)))
    item = item if value is None else as_typed(record_type, (*at, index), value)
    if listed in source.values and stands is not None:
        spliced = insert_item(source, listed, index, item)
    else:
        place, typed = room_for(source, record_type, listed, [item])
        spliced = set_value(source, place, typed, order_at(record_type, place[:-1]))
    _put(desk, path, spliced, f"Додано: {_called(record_type, (*at, index), item)}", None)
    return (*listed, index)


def move_row(
    desk: Desk, path: str, at: Sequence[str | int], to: Sequence[str | int], before: int | None
) -> tuple[list[Lost], KeyPath]:
    """Move a goal or measure; returns the consequences and where it stands now."""
    record_type, source = _record_type(path), _source(desk, path)
    place, listed = tuple(at), tuple(to)
    item = value_at(source.data, place)
    if item is None:
        raise Refusal("Того, що ви переносите, у файлі вже немає; оновіть таблицю.")
    if sort_at(record_type, listed) is None:
        raise Refusal(f"Списку «{listed[-1] if listed else ''}» тут не буває.")
    _may_stand(place, listed)
    stands = value_at(source.data, listed)
    count = len(stands) if isinstance(stands, list) else 0
    index = count if before is None else min(before, count)
    if listed == place[:-1] and index in {place[-1], _after(place[-1])}:
        return [], place
    old = addresses.addresses(desk.plan, source.data, place) if path.endswith(PLAN) else []
    spliced = move_item(source, place, listed, index, order_at(record_type, listed[:-1]))
    now = _now_at(place, (*listed, index))
    after = _sound(reread((source, []), spliced))[0]
    new = addresses.addresses(desk.plan, after.data, now) if old else []
    what = _called(record_type, place, item)
    return _put(desk, path, spliced, f"Перенесено: {what}", (old, new)), now


def remove_row(desk: Desk, path: str, at: Sequence[str | int], reason: str, *, dry: bool = False) -> list[Lost]:
    """Remove a goal, a measure or an item of any list; `reason` is told at addresses that were published."""
    record_type, source = _record_type(path), _source(desk, path)
    place = in_file(source.data, record_type, tuple(at))
    item = value_at(source.data, place)
    is_row = len(place) > 1 and place[-2] in ROWS and path.endswith(PLAN)
    own = addresses.addresses(desk.plan, source.data, place) if is_row else []
    known = addresses.published_below(desk.papers, own)
    if known and not reason and not dry:
        raise Refusal(_PUBLISHED.format(known[0]))
    spliced = remove(source, place)
    more, said = addresses.withdrawn(desk.papers, own, reason or "…")
    if known and not reason:
        said = [{"kind": "address", "said": _PUBLISHED.format(known[0])}, *said]
    said += _reports_on(desk, item) if is_row else []
    papers = {path: _respliced(desk, path, spliced), **more}
    desk.change(f"Вилучено: {_called(record_type, place, item)}", papers)
    return said


def _add_to_map(
    desk: Desk, path: str, source: Source, record_type: type[BaseModel], listed: KeyPath, name: str | None, value: Any
) -> KeyPath:
    if not name or not name.strip():
        raise Refusal("Назвіть рядок: рік чотирма цифрами або заголовок стовпця.")
    key: str | int = int(name) if name.strip().isdecimal() else " ".join(name.split())
    place, typed = room_for(source, record_type, (*listed, key), "-" if value is None else value)
    spliced = set_value(source, place, typed, order_at(record_type, place[:-1]))
    _put(desk, path, spliced, f"Додано: {key}", None)
    return (*listed, key)


def _may_stand(place: KeyPath, listed: KeyPath) -> None:
    """Refuse to put a goal among measures, or a measure among goals."""
    kinds = {"goals": {"goals"}, "measures": {"measures", "steps"}, "steps": {"measures", "steps"}}
    if len(place) < 2 or not listed or listed[-1] not in kinds.get(str(place[-2]), set()):  # noqa: PLR2004
        raise Refusal("Ціль можна перенести лише до цілей, а захід – до заходів цілі чи до частин заходу.")


def _now_at(place: KeyPath, target: KeyPath) -> KeyPath:
    """Return where an item stands once it has left its old place."""
    own, index = place[:-1], place[-1]
    if not isinstance(index, int) or target[: len(own)] != own or not isinstance(target[len(own)], int):
        return target
    step = target[len(own)]
    return (*own, step - 1, *target[len(own) + 1 :]) if isinstance(step, int) and step > index else target


def _after(step: str | int) -> int:
    return int(step) + 1


def _pairs(desk: Desk, path: str, source: Source, place: KeyPath) -> tuple[list[str], KeyPath] | None:
    """Return the addresses that hang on a field, before it changes, and the record they are of."""
    if not path.endswith(PLAN) or place[-1] not in _NAMES_ADDRESS or len(place) < 3 or place[-3] not in ROWS:  # noqa: PLR2004
        return None
    return addresses.addresses(desk.plan, source.data, place[:-1]), place[:-1]


def _put(desk: Desk, path: str, spliced: Spliced, done: str, hang: Any) -> list[Lost]:
    """Put a spliced file on the desk, with the redirects that its moved addresses need."""
    paper = _respliced(desk, path, spliced)
    more: dict[str, Paper] = {}
    said: list[Lost] = []
    if hang is not None:
        old, new = hang
        if isinstance(new, tuple):
            after = desk.checker.source(path, paper.content)[0]
            said += _references(desk, path, old, new, after)
            new = addresses.addresses(desk.plan, after.data, new)
        more, moved = addresses.moved(desk.papers, old, new)
        said += moved
    desk.change(done, {path: paper, **more})
    return said


def _references(desk: Desk, path: str, old: list[str], place: KeyPath, after: Source) -> list[Lost]:
    """Tell of reports that name what has another number now."""
    progress = path.removesuffix(PLAN) + PROGRESS
    if progress not in desk.papers or addresses.addresses(desk.plan, after.data, place) == old:
        return []
    names = {address.partition("#m-")[2] for address in old} - {""}
    data = desk.source(progress).data
    entries = data.get("entries") if isinstance(data, Mapping) else None
    count = sum(1 for one in entries or [] if (id_of(str(one.get("measure"))) or str(one.get("measure"))) in names)
    said = f"Звітів, які називають цей захід старим номером: {count}. Впишіть у них новий: перевірка їх покаже."
    return [{"kind": "report", "said": said}] if count else []


def _reports_on(desk: Desk, item: Any) -> list[Lost]:
    progress = desk.path.removesuffix(PLAN) + PROGRESS
    if progress not in desk.papers or not isinstance(item, Mapping):
        return []
    data = desk.source(progress).data
    entries = data.get("entries") if isinstance(data, Mapping) else None
    names = {addresses.own_id(item), str(item.get("number"))}
    count = sum(1 for one in entries or [] if str(one.get("measure")) in names)
    said = f"Звітів про цей захід: {count}. Вони лишилися в progress.yml, і перевірка попросить їх прибрати."
    return [{"kind": "report", "said": said}] if count else []


def _respliced(desk: Desk, path: str, spliced: Spliced) -> Paper:
    """Return the file with its new text, read where it changed; Refusal where it can no longer be read."""
    paper = desk.papers[path]
    changed = paper.with_text(spliced.text)
    read = _sound(reread(desk.checker.source(path, paper.content), spliced))
    desk.checker.spliced(path, changed.content, read)
    return changed


def _sound(read: Read) -> Read:
    """Return a file that can still be read; Refusal, in the words of the reader, for any other."""
    if isinstance(read[0].data, Mapping):
        return read
    why = read[1][0].message if read[1] else "перевірте, що набрано"
    raise Refusal(f"Після такої зміни файл не читався б, тому його не змінено: {why}")


def _source(desk: Desk, path: str) -> Source:
    if path not in desk.papers:
        raise Refusal(f"Файлу «{path}» серед відкритих немає.")
    source = desk.source(path)
    if not isinstance(source.data, Mapping):
        raise Refusal("Файл не читається як YAML; виправте його текст («Текст файлу»), тоді з’явиться таблиця.")
    return source


def _record_type(path: str) -> type[BaseModel]:
    found = _RECORDS.get(path.rpartition("/")[2])
    if found is None:
        raise Refusal(f"Файл «{path}» змінюють як текст: у ньому немає полів.")
    return found


def _done(record_type: type[BaseModel], source: Source, at: KeyPath) -> str:
    """Say what was changed, for «Скасувати: …»."""
    names = [step for step in at if isinstance(step, str)]
    row = row_above(at)
    label = _label(record_type, at) or names[-1]
    of = f" ({_called(record_type, row, value_at(source.data, row))})" if row else ""
    return f"Змінено поле «{label}»{of}"


def row_above(at: KeyPath) -> KeyPath:
    """Return the goal or measure that a field is in; nothing for a field of the plan itself."""
    rows = [at[: index + 2] for index in range(len(at) - 1) if at[index] in ROWS and isinstance(at[index + 1], int)]
    return rows[-1] if rows else ()


def _label(record_type: type[BaseModel], at: KeyPath) -> str:
    current: type[BaseModel] | None = record_type
    label = ""
    for step in at:
        if isinstance(step, str) and current is not None and step in current.model_fields:
            label = label_of(current.model_fields[step].description or "")
            current = held_record(current.model_fields[step].annotation)
    return label


def _called(record_type: type[BaseModel], at: KeyPath, item: Any) -> str:
    if isinstance(item, Mapping):
        words = item.get("number") or quoted_opening(str(item.get("title") or item.get("text") or ""))
        kind = "ціль" if len(at) > 1 and at[-2] == "goals" else "захід" if len(at) > 1 and at[-2] in ROWS else ""
        if kind:
            return f"{kind} {words}"
        return f"{_label(record_type, at)}: {item.get('name') or words}".rstrip(": ")
    return (
        f"{_label(record_type, at)}: {quoted_opening(str(item))}" if isinstance(item, str) else _label(record_type, at)
    )
