"""A made-up community with every field of every record filled, and the same with one field changed.

A field that the sample does not name is filled with whatever its record accepts, so that a new one is tried at once.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from generator.model.records.community import CommunityRecord, ExecutorsRecord
from generator.model.records.glossary import GlossaryRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.records.text import TextRecord
from generator.model.records.topics import TopicsRecord
from generator.rules.load import load
from generator.source.problem import has_errors
from project import plain

if TYPE_CHECKING:
    from generator.cache import Cache
    from generator.model.community import Catalogue
    from generator.model.records.record import Record

Step = str | int
Data = dict[str, Any]

PLAN = "zelenivka/plan-2025/plan.yml"
BEFORE = "zelenivka/plan-2024/plan.yml"
TWIN = "vyshneve/plan-2025/plan.yml"
TEXT = "zelenivka/plan-2025/texts/01-vstup.md"
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
RECORDS: Mapping[str, type[Record]] = {
    "topics.yml": TopicsRecord,
    "glossary.yml": GlossaryRecord,
    "zelenivka/community.yml": CommunityRecord,
    PLAN: PlanRecord,
    "zelenivka/plan-2025/progress.yml": ProgressRecord,
    TEXT: TextRecord,
    "executors.yml": ExecutorsRecord,
    "vyshneve/community.yml": CommunityRecord,
    TWIN: PlanRecord,
    BEFORE: PlanRecord,
}
"""The files of the sample. Those of the second community are there for what several communities share."""

_SAMPLE = f"""
topics.yml:
  audiences:
    - {{id: susidy, name: Сусіди, about: Це теми для сусідів.}}
    - {{id: dity, name: Діти, about: Це теми для дітей.}}
    - {{id: simi, name: Сім’ї, about: Це теми для сімей.}}
  services:
    - {{id: muzyka, name: Музика, about: Це послуга музики.}}
    - {{id: dohliad, name: Догляд, about: Це послуга догляду., code: "015.1"}}
glossary.yml:
  entries:
    - {{term: КДМ, kind: abbreviation, expansion: кімната доброї музики, meaning: Місце для музики., forms: [кімнати музики], communities: [zelenivka]}}
zelenivka/community.yml:
  name: Зеленівська міська громада
  short_name: Зеленівка
  in_community: у Зеленівці
  oblast: Київська область
  katottg: UA32000000000012345
  site: https://zelenivka.example/
  contacts: {{email: rada@zelenivka.example, site: "https://rada.example/"}}
  open_data: {{edrpou: "12345678", responsible: Головний спеціаліст, email: d@example.org, basis: Постанова 835, frequency: Щомісяця, keywords: [музика]}}
  executors:
    - {{id: viddil, name: Відділ освіти, spellings: [Відділ], parent: {{name: Рада}}, contacts: {{site: "https://v.example/"}}}}
    - {{id: tsentr, name: Центр послуг}}
    - {{id: khor, name: Хор, parent: {{id: tsentr}}}}
{PLAN}:
  title: План дій Зеленівської громади
  title_is_ours: true
  name: План дій
  template: zrazok
  easy: {{text: [Тут співають.], checked: {{by: dementia, role: гості клубу, date: 2026-05-03}}}}
  sign_video:
    {{file: video/a.mp4, captions: video/a.vtt, transcript: [Тут співають.], checked: {{by: deaf-signers, role: осередок, date: 2026-05-03}}}}
  form: programme
  period: {{start: 2025-01-01, end: 2027-12-31, text: 2025–2027 роки}}
  act: {{kind: Рішення, number: "7", date: 2025-01-15, title: Про план, control: [Заступник голови], text: vstup}}
  acts:
    - {{kind: Рішення, number: "9", date: 2025-03-15, title: Про зміни, text: vstup, role: amendment}}
  edition: 2025-03-15
  replaces: [plan-2024]
  columns: {{printed_once: true, roles: {{with: Співвиконавці, partner: Партнери}}}}
  money_unit: тис. грн.
  measures:
    - {{id: kontsert, text: Дати концерт}}
  goals:
    - number: "1"
      id: muzyka
      kind: Стратегічна ціль
      title: Більше музики
      easy: {{text: [Тут співають.], checked: {{by: dementia, role: гості клубу, date: 2026-05-03}}}}
      sign_video:
        {{file: video/a.mp4, captions: video/a.vtt, transcript: [Тут співають.], checked: {{by: deaf-signers, role: осередок, date: 2026-05-03}}}}
      topics: [dity]
      goals:
        - number: "1.1"
          kind: Операційна ціль
          title: Грати щодня
          measures:
            - number: 1.1.2
              id: spiv
              text: Відкрити КДМ
              term: {{text: II квартал 2025 року, start: 2025-04-01, end: 2025-06-30}}
              executors: [{{name: Відділ}}, {{name: Спілка сусідів, role: with}}]
              topics: [dity]
              funding: {{unit: тис. євро, total: "12,5", by_year: {{2025: "12,5", 2026: "-"}}}}
              indicators: [{{text: Співаків, unit: осіб, baseline: "1", targets: {{2025: "5"}}}}]
              unaligned: {{by_year: {{2025: ["3,0"]}}}}
              also_numbered: [1.1.17]
            - number: 1.1.1
              text: Знайти дім
              steps_label: "Кроки:"
              steps:
                - number: 1.1.1.1
                  label: Крок 1.
                  text: Обійти вулицю
                  term: {{text: за графіком, kind: ongoing}}
                  executors: [{{name: Центр послуг}}]
                  funding: {{total: "2,0"}}
        - number: "1.2"
          kind: Операційна ціль
          title: Слухати
          absent: [term]
          measures:
            - number: 1.2.1
              text: Послухати
              executors: [{{name: Центр послуг}}]
              indicators: [Слухачів, Гостей]
              funding:
                lines:
                  - {{source: Казна, kind: поточні, year: 2025, sum: "3,0", unit: тис. злотих}}
                  - {{source: Казна, years: [2025, 2026], sum: "4,0"}}
                  - {{source: Громада, year: 2026, words: у межах кошторису}}
            - {{number: 1.2.2, text: Почути, absent: [executors]}}
  totals:
    - {{label: "ВСЬОГО:", goal: "1-2", total: "12,5", by_year: {{2025: "12,5"}}}}
  notes:
    - {{place: 1.1.1, kind: gap, text: Бракує дня.}}
zelenivka/plan-2025/progress.yml:
  entries:
    - {{measure: 1.1.1, date: 2025-08-02, status: in-progress, started: 2025-04-02, spent: "11,5", executor: Центр послуг}}
    - {{measure: 1.1.1, date: 2025-09-02, status: done, completed: 2025-06-03, executor: Центр послуг}}
    - {{measure: 1.2.1, date: 2025-09-03, status: in-progress, values: [{{indicator: Гостей, year: 2025, value: "6"}}]}}
    - {{measure: 1.1.1.1, date: 2025-08-04, status: merged, into: 1.1.1, comment: Разом., executor: Центр послуг}}
{TEXT}:
  title: Вступ
  title_is_ours: true
  part: scan
  level: 2
  quick_exit: true
{BEFORE}:
  title: Попередній план
  name: План на 2024 рік
  period: {{start: 2024-01-01, end: 2024-12-31}}
  absent: [act, period]
  goals:
    - number: "1"
      kind: Стратегічна ціль
      title: Музика
      measures: [{{number: "1.1", text: Слухати, term: {{text: Постійно}}, executors: [{{name: Спілка сусідів}}]}}]
executors.yml:
  executors:
    - {{id: spilka, name: Спілка сусідів}}
vyshneve/community.yml:
  name: Вишнева громада
  short_name: Вишневе
  oblast: Київська область
  site: https://vyshneve.example/
  suspended: {{reason: громада під окупацією, since: 2022-02-24, until: 2027-12-31, act: наказ № 1}}
  contacts: {{email: rada@vyshneve.example}}
{TWIN}:
  title: План дій Вишневої громади
  name: План дій
  template: zrazok
  period: {{start: 2025-01-01, end: 2027-12-31}}
  absent: [act, period]
  project: {{start: 2026-11-01, end: 2027-01-31, remarks_to: на пошту ради, text: Оголошення ради, note: Проєкт без дати}}
  goals:
    - number: "1"
      kind: Стратегічна ціль
      title: Більше музики
      goals:
        - number: "1.1"
          kind: Операційна ціль
          title: Грати щодня
          measures:
            - {{number: 1.1.1, text: Співати, term: {{text: Постійно}}, executors: [{{name: Спілка сусідів}}], topics: [dohliad]}}
"""
_OTHERS: Mapping[tuple[str, str], Any] = {
    ("SignVideoRecord", "file"): "video/b.mp4",
    ("SignVideoRecord", "captions"): "video/b.vtt",
    ("TermRecord", "text"): "III квартал 2025 року",
    ("MeasureRecord", "number"): "1.1.8",
    ("AssignmentRecord", "name"): "Хор",
    ("AssignmentRecord", "role"): "partner",
    ("MeasureRecord", "topics"): ["simi"],
    ("PlanRecord", "absent"): ["funding"],
    ("GoalRecord", "absent"): None,
    ("MeasureRecord", "absent"): ["funding"],
    ("GoalRecord", "number"): "8",
    ("GoalRecord", "topics"): ["simi"],
    ("TotalRecord", "goal"): "1-1",
    ("NoteRecord", "place"): "1.1.1.1",
    ("ActRecord", "text"): None,
    ("ActRecord", "role"): "repeal",
    ("PlanRecord", "replaces"): None,
    ("SuspensionRecord", "since"): None,
    ("OpenDataRecord", "edrpou"): "87654321",
    ("PlanRecord", "edition"): "2025-01-15",
    ("IndicatorValueRecord", "indicator"): "Слухачів",
    ("MoneyLineRecord", "year"): 2027,
    ("MoneyLineRecord", "years"): [2026, 2027],
    ("ProgressEntryRecord", "measure"): "1.1.1.1",
    ("ProgressEntryRecord", "executor"): "Спілка сусідів",
    ("ProgressEntryRecord", "into"): "spiv",
    ("ProgressEntryRecord", "status"): "suspended",
    ("Parent", "id"): "viddil",
    ("PlanRecord", "template"): None,
    ("ExecutorRecord", "spellings"): ["Відділ", "Відділок"],
    ("GlossaryEntryRecord", "communities"): ["vyshneve"],
}
"""Values that must fit others: names of bodies, ids, numbers. None: without the field."""


@dataclass(frozen=True)
class Field:
    """A field of one record of the sample."""

    file: str
    record: type[BaseModel]
    path: tuple[Step, ...]

    @property
    def name(self) -> str:
        return str(self.path[-1])


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, or holds several of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := record_in(inner))), None)


def fields_of(data: Mapping[str, Data]) -> dict[str, list[Field]]:
    """Every field that holds words or figures, by record and name, and all places where the sample has it."""
    found: dict[str, list[Field]] = {}
    for file, content in data.items():
        for field in _fields(file, RECORDS[file], content, ()):
            found.setdefault(f"{field.record.__name__}.{field.name}", []).append(field)
    return found


def _fields(file: str, record: type[BaseModel], data: Data, path: tuple[Step, ...]) -> Iterator[Field]:
    for name, field in record.model_fields.items():
        inner, value, here = record_in(field.annotation), data.get(name), (*path, name)
        held = [(here, value)] if isinstance(value, dict) else []
        held += [((*here, index), item) for index, item in enumerate(value)] if isinstance(value, list) else []
        records = [(place, item) for place, item in held if inner and isinstance(item, dict)]
        for place, item in records:
            yield from _fields(file, inner or record, item, place)
        if name in data and not records:
            yield Field(file, record, here)


def _accepted(record: type[BaseModel], data: Data, name: str, candidates: Iterator[Any]) -> Any:
    for candidate in candidates:
        try:
            record.model_validate({**data, name: candidate})
        except ValidationError as error:
            if all(detail["loc"][:1] != (name,) for detail in error.errors()):
                return candidate
        else:
            return candidate
    raise AssertionError(f"no value known for {record.__name__}.{name}; name it in the sample")


def _made_up(annotation: Any, words: str) -> Iterator[Any]:
    """Values of every kind that a field may have."""
    inner = record_in(annotation)
    if inner:
        record: Data = {}
        _fill((inner, record))
        yield from (record, [record])
    yield from (words, "vyhadane", "7,5", date(2025, 3, 4), True, 2025, [words, f"{words} 2"], {2025: "7,5"})
    yield from ({"Ризик": words}, {2025: [words]}, "https://vyhadane.example/", "vyhadane@vyhadane.example", "015.2")
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, Enum):
            yield from (member.value for member in one)
        yield from (value for value in get_args(one) if isinstance(value, str))


def _instances(record: type[BaseModel], data: Data) -> Iterator[tuple[type[BaseModel], Data]]:
    """A record and all it holds, each with its data."""
    yield record, data
    for name, field in record.model_fields.items():
        inner, value = record_in(field.annotation), data.get(name)
        for item in value if isinstance(value, list) else [value]:
            if inner and isinstance(item, dict):
                yield from _instances(inner, item)


def _fill(*records: tuple[type[BaseModel], Data]) -> None:
    """Fill each field that no record of its kind has, in the first of them, with what it accepts."""
    instances = [instance for record in records for instance in _instances(*record)]
    for kind, own in instances:
        for name, field in kind.model_fields.items():
            if not any(name in other for one, other in instances if one is kind):
                words = f"Слова для {kind.__name__} {name}".replace("Record", "").replace("_", " ")
                own[name] = _accepted(kind, own, name, _made_up(field.annotation, words))


def _different(value: Any) -> Iterator[Any]:
    """Other values of the same kind, the likeliest first."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif isinstance(value, str):
        yield from (f"{value} інакше", f"{value}-inshe", "8,5", f"{value}x", "UA32000000000012346", "016.1")
    elif isinstance(value, list):
        yield from ([other, *value[1:]] for other in _different(value[0]))
    elif isinstance(value, dict):
        key = next(iter(value))
        yield from ({**value, key: other} for other in _different(value[key]))


def sample() -> dict[str, Data]:
    """The data of every file, every field filled; the second community only as far as it says."""
    written: dict[str, Data] = plain(_SAMPLE)
    _fill(*((RECORDS[file], data) for file, data in written.items()))
    return written


def changed(data: Mapping[str, Data], field: Field) -> dict[str, Data]:
    """The sample with one field of one record changed."""
    result = copy.deepcopy(dict(data))
    holder: Any = result[field.file]
    for step in field.path[:-1]:
        holder = holder[step]
    other = _OTHERS.get((field.record.__name__, field.name), ...)
    if other is None:
        del holder[field.name]
    elif other is not ...:
        holder[field.name] = other
    else:
        values = (*_different(holder[field.name]), *_codes(field.record.model_fields[field.name].annotation))
        others = (value for value in values if value != holder[field.name])
        holder[field.name] = _accepted(field.record, holder, field.name, others)
    return result


def _codes(annotation: Any) -> Iterator[str]:
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, Enum):
            yield from (member.value for member in one)
        yield from (value for value in get_args(one) if isinstance(value, str))


def catalogue_of(data: Mapping[str, Data], cache: Cache) -> Catalogue:
    """The sample read and checked as files are."""
    files = {}
    for file, content in data.items():
        text = yaml.dump(content, Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        files[file] = (f"---\n{text}---\nТут про кімнати музики.\n" if file.endswith(".md") else text).encode()
    loaded = load(files, cache=cache)
    assert not has_errors(loaded.problems), [str(problem) for problem in loaded.problems if has_errors([problem])]
    return loaded.catalogue
