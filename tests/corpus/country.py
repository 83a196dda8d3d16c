"""A country of made-up communities, as the files that `plans check` accepts: the same seed gives the same bytes.

The first communities of a larger country are those of a smaller one. About 13 goals, 33 measures and 8 executors to a
plan; two plans in five follow one template; some have two plans, money and indicators, reports, texts, a draft for
discussion, suspended terms, or no plan at all.

    python tests/corpus FOLDER COMMUNITIES
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from corpus.words import NAMES, OBLASTS, Words, renamed, varied

_KINDS = {"міська": 3, "селищна": 3, "сільська": 4}
_SHARED = [
    ("caritas-ukraine", "БО «МБФ «Карітас України»", "Карітас України"),
    ("red-cross", "Товариство Червоного Хреста України", "Червоний Хрест"),
    ("employment-service", "Державна служба зайнятості", "Служба зайнятості"),
    ("pension-fund", "Пенсійний фонд України", None),
    ("unicef", "Представництво Дитячого фонду ООН в Україні", "UNICEF"),
]
TEMPLATE = "social-services-capacity"
Data = dict[str, Any]


@cache
def _words() -> Words:
    return Words.read()


def country(communities: int, seed: int = 1) -> dict[str, bytes]:
    """Return the files below plans/ of so many communities."""
    oblasts = [oblast for oblast, number in OBLASTS.items() for _ in range(number)]
    random.Random(seed).shuffle(oblasts)
    shared = [{"id": one, "name": name, **({"short_name": short} if short else {})} for one, name, short in _SHARED]
    files = {"executors.yml": _written({"executors": shared})}
    for number in range(communities):
        maker = _Maker(number, seed)
        found = {"community.yml": _written(maker.community(oblasts[number])), **maker.plans()}
        files |= {f"{maker.id}/{name}": content for name, content in found.items()}
    return files


def _written(data: Data) -> bytes:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # one line to a text: a folded one may begin with a dash
    return str(yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)).encode()


@dataclass
class _Maker:
    """One community, by a generator of chance of its own."""

    number: int
    seed: int
    root: str = ""
    id: str = ""
    executors: list[Data] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root, self.id = NAMES[self.number]
        self.chance = random.Random(f"{self.seed}-{self.number}")
        self.kind = self.chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        self.name = f"{self.root}ська {self.kind} територіальна громада"
        self.fate = self.chance.random()

    def community(self, oblast: str) -> Data:
        names: set[str] = set()
        pool = self.chance.sample(_words().executors, min(len(_words().executors), self.chance.randint(6, 12)))
        for given in pool:
            said = [renamed(value, self.root) for value in (given["name"], given.get("short_name")) if value]
            if {name.lower() for name in said} & names or given["id"] in {one["id"] for one in self.executors}:
                continue
            names |= {name.lower() for name in said}
            short = {"short_name": said[1]} if len(said) > 1 and said[1] != said[0] else {}
            self.executors.append({"id": given["id"], "name": said[0], **short})
        data: Data = {
            "name": self.name, "short_name": self.root, "in_community": f"у громаді {self.root}",
            "oblast": f"{oblast} область", "site": f"https://{self.id}-rada.example.ua/",
            "contacts": {"email": f"rada@{self.id}.example.ua", "phone": "+380 44 123-45-67"},
            "executors": self.executors,
        }  # fmt: skip
        if self.fate > 0.97:
            data["suspended"] = {"since": "2022-03-01", "reason": "Територію громади окуповано з 1 березня 2022 року."}
        return data

    def plans(self) -> dict[str, bytes]:
        if self.fate < 0.02:
            return {}
        found: dict[str, bytes] = {}
        for index in range(2 if self.chance.random() < 0.12 else 1):
            found |= self._plan(index * 4)
        return found

    def _plan(self, ago: int) -> dict[str, bytes]:
        chance = self.chance
        first = chance.choice([2024, 2025, 2026]) - ago
        last = first + chance.choice([0, 1, 2, 3])
        money = chance.random() < 0.25
        is_project = not ago and chance.random() < 0.04
        goals = [self._goal(f"{top}", first, last, money=money) for top in range(1, 4)]
        plan: Data = {
            "title": f"План дій зі зміцнення потенціалу надавати соціальні послуги: {self.name}",
            "name": f"План дій, {first}" if first == last else f"План дій, {first}–{last}",
            "summary": ["Це план соціальних послуг."],
            **({"template": TEMPLATE} if chance.random() < 0.4 else {}),
            "period": {"start": f"{first}-01-01", "end": f"{last}-12-31", "text": f"{first}–{last}"},
        }
        if is_project:
            plan["project"] = {"start": "2026-11-01", "end": "2027-01-31"}
        else:
            day = f"{first}-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
            plan["act"] = {
                "kind": "Розпорядження голови",
                "number": str(chance.randint(10, 400)),
                "date": day,
                "title": "Про затвердження плану дій",
            }
        if money:
            plan["money_unit"] = "тис. грн."
        plan["goals"] = goals
        slug = f"social-services-{first}" if first == last else f"social-services-{first}-{last}"
        files = {f"{slug}/plan.yml": _written(plan)}
        if chance.random() < 0.08:
            for at, (name, body) in enumerate(sorted(chance.sample(_words().texts, 4)), 1):
                files[f"{slug}/texts/{at:02}-{name}.md"] = renamed(body, self.root).encode()
        if chance.random() < 0.3 and not is_project and last >= 2026:
            files[f"{slug}/progress.yml"] = _written({"entries": self._reports(goals)})
        return files

    def _goal(self, number: str, first: int, last: int, *, money: bool) -> Data:
        goal = self._named(number, "Стратегічна ціль", self.chance.choice(_words().branches))
        goal["goals"] = []
        for low in range(1, self.chance.choice([3, 3, 3, 4]) + 1):
            inner = self._named(f"{number}.{low}", "Операційна ціль", self.chance.choice(_words().leaves))
            count = self.chance.choice([2, 3, 3, 4, 4])
            inner["measures"] = [
                self._measure(f"{number}.{low}.{at}", first, last, money=money) for at in range(1, count + 1)
            ]
            goal["goals"].append(inner)
        return goal

    def _named(self, number: str, kind: str, given: Data) -> Data:
        title = varied(given["title"], self.root, self.chance)
        summary = {"summary": [renamed(text, self.root) for text in given["summary"]]} if "summary" in given else {}
        return {"number": number, "kind": kind, "title": title, **summary, "topics": list(given.get("topics", ()))}

    def _measure(self, number: str, first: int, last: int, *, money: bool) -> Data:
        chance, given = self.chance, self.chance.choice(_words().measures)
        count = min(len(self.executors), chance.choices((1, 2, 3, 4), (4, 4, 2, 1))[0])
        named = [chance.choice([one["name"], one.get("short_name", one["name"])])
                 for one in chance.sample(self.executors, count)]  # fmt: skip
        if chance.random() < 0.02:
            named.append(chance.choice(_SHARED)[1])
        made: Data = {
            "number": number, "text": varied(given["text"], self.root, chance), "term": self._term(first, last),
            "executors": named, "topics": list(given.get("topics", ())),
        }  # fmt: skip
        if money and chance.random() < 0.7:
            sums = {year: chance.randint(1, 900) for year in range(first, last + 1)}
            by_year = {year: f"{value},0" for year, value in sums.items()}
            made["funding"] = {"sources": ["місцевий бюджет"], "total": f"{sum(sums.values())},0", "by_year": by_year}
            made["indicators"] = ["Кількість отримувачів послуг"]
        return made

    def _term(self, first: int, last: int) -> str:
        year, quarter = self.chance.randint(first, last), self.chance.choice(["І", "ІІ", "ІІІ", "ІV"])
        span = f"{first}-{last} роки" if first != last else f"протягом {first} року"
        return self.chance.choice([
            *["Постійно"] * 4, *[span] * 3, *[f"{quarter} квартал {year} року"] * 3, f"до 31 грудня {year} року",
            f"до 01.{self.chance.randint(2, 12):02}.{year}", f"травень-липень {year} року", "Щороку", "Щокварталу",
            "Щомісяця", "За потреби", "після припинення дії воєнного стану", f"ІІ півріччя {year} року",
        ])  # fmt: skip

    def _reports(self, goals: list[Data]) -> list[Data]:
        numbers = [one["number"] for goal in goals for inner in goal["goals"] for one in inner["measures"]]
        entries = []
        for number in self.chance.sample(numbers, max(1, len(numbers) // 4)):
            status = self.chance.choice(["in-progress", "done", "done", "not-started"])
            done = {"completed": "2026-03-01"} if status == "done" else {}
            entries.append(
                {"measure": number, "date": "2026-03-20", "status": status, "comment": "Роботу описано у звіті", **done}
            )
        return entries
