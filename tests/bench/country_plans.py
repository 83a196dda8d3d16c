"""A country of N made-up communities as YAML that `plans check` passes, out of the words of the real plans.

TARGET becomes a plans/ folder of N communities,
none of them real: about 13 goals, 33 measures and 8 executors in a plan; 12 % have two plans, 25 % of plans money by year
and indicators, 30 % some reports, 20 % an act's text, 8 % narrative chapters, 40 % (--template) one common template.
The same seed gives the same bytes, and the first communities of a larger country are those of a smaller one.
Needs only PyYAML. Texts are recombined, a community's name is replaced, some words are its own.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.synthetic_country import ENDINGS, NAMES, ROOTS, SYLLABLES

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# Oblasts and how many communities each has (those published as numbers of territorial communities, sum 1,469).
OBLASTS = {
    "Вінницька": 63,
    "Волинська": 54,
    "Дніпропетровська": 86,
    "Донецька": 66,
    "Житомирська": 66,
    "Закарпатська": 64,
    "Запорізька": 67,
    "Івано-Франківська": 62,
    "Київська": 69,
    "Кіровоградська": 49,
    "Луганська": 37,
    "Львівська": 73,
    "Миколаївська": 52,
    "Одеська": 91,
    "Полтавська": 60,
    "Рівненська": 64,
    "Сумська": 51,
    "Тернопільська": 55,
    "Харківська": 56,
    "Херсонська": 49,
    "Хмельницька": 60,
    "Черкаська": 66,
    "Чернівецька": 52,
    "Чернігівська": 57,
}
SHARED = [
    ("caritas-ukraine", "БО «МБФ «Карітас України»", "Карітас України"),
    ("red-cross", "Товариство Червоного Хреста України", "Червоний Хрест"),
    ("employment-service", "Державна служба зайнятості", "Служба зайнятості"),
    ("pension-fund", "Пенсійний фонд України", None),
    ("unicef", "Представництво Дитячого фонду ООН в Україні", "UNICEF"),
]
SECOND_PLAN, SAME_TEMPLATE = 0.12, 0.4
"""Shares of communities with two plans, and of plans made after one template."""
MOST = len(NAMES)
KINDS = {"міська": "city", "селищна": "town", "сільська": "village"}


class Words:
    """What the real plans are made of."""

    def __init__(self, plans: Path) -> None:
        self.measures: list[tuple[str, dict[str, Any]]] = []
        self.strategic: list[tuple[str, dict[str, Any]]] = []
        self.operational: list[tuple[str, dict[str, Any]]] = []
        self.executors: list[tuple[str, dict[str, Any]]] = []
        self.texts: list[tuple[str, str, str]] = []
        self.acts: list[tuple[str, str]] = []
        self.plans: list[tuple[str, dict[str, Any]]] = []
        for home in sorted(ROOTS):
            record = yaml.safe_load((plans / home / "community.yml").read_text(encoding="utf-8"))
            self.executors += [(home, executor) for executor in record["executors"]]
            for file in sorted((plans / home).glob("*/plan.yml")):
                plan = yaml.safe_load(file.read_text(encoding="utf-8"))
                self.plans.append((home, plan))
                for goal in plan["goals"]:
                    self._goal(home, goal, top=True)
                for text in sorted(file.parent.glob("texts/*.md")):
                    body = text.read_text(encoding="utf-8")
                    if "![" in body:
                        continue
                    if text.stem.endswith("-act"):
                        self.acts.append((home, body))
                    else:
                        self.texts.append((home, re.sub(r"^\d+-", "", text.stem), body))

    def _goal(self, home: str, goal: dict[str, Any], *, top: bool) -> None:
        (self.operational if goal.get("measures") else self.strategic).append((home, goal))
        if top and goal.get("measures"):
            self.strategic.append((home, goal))
        for inner in goal.get("goals", ()):
            self._goal(home, inner, top=False)
        self.measures += [(home, measure) for measure in goal.get("measures", ())]


class Maker:
    """One made-up community; everything comes from its own generator of chance."""

    def __init__(self, words: Words, number: int, seed: int) -> None:
        self.words = words
        self.root, self.id = NAMES[number]
        self.chance = random.Random(f"{seed}-{number}")
        self.kind = self.chance.choices(list(KINDS), (3, 3, 4))[0]
        self.own = [
            "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))) + self.chance.choice(ENDINGS)
            for _ in range(30)
        ]

    def renamed(self, text: str) -> str:
        for pattern in ROOTS.values():
            text = re.sub(pattern, self.root, text)
        return text

    def varied(self, text: str, drop: float = 0.08) -> str:
        """Rename, leave out some words, sometimes end with a clause of another measure or a word of one's own."""
        words = self.renamed(text).split()
        if len(words) > 6:
            words = [word for at, word in enumerate(words) if at < 2 or self.chance.random() > drop]
        if self.chance.random() < 0.4:
            _, other = self.chance.choice(self.words.measures)
            tail = self.renamed(other["text"]).rstrip(".").split()
            start = self.chance.randint(0, max(0, len(tail) - 8))
            words[-1] = words[-1].rstrip(".;,") + ","
            words += ["а", "також", *tail[start : start + self.chance.randint(4, 10)]]
        if self.chance.random() < 0.3:
            words += [f"({self.chance.choice(self.own)})"]
        return " ".join(words)

    def community(self, oblast: str) -> dict[str, Any]:
        self.name = f"{self.root}ська {self.kind} територіальна громада"
        found: list[dict[str, Any]] = []
        names: set[str] = set()
        for _, executor in self.chance.sample(
            self.words.executors, min(len(self.words.executors), self.chance.randint(6, 12))
        ):
            short = executor.get("short_name")
            said = {self.renamed(value) for value in (executor["name"], short, *executor.get("spellings", ())) if value}
            if {name.lower() for name in said} & names or executor["id"] in {one["id"] for one in found}:
                continue
            names |= {name.lower() for name in said}
            one = {"id": executor["id"], "name": self.renamed(executor["name"])}
            if short and self.renamed(short) != one["name"]:
                one["short_name"] = self.renamed(short)
            if executor.get("collective"):
                one["collective"] = True
            if self.chance.random() < 0.3:
                one["contacts"] = {
                    "phone": f"+380 {self.chance.randint(4000, 6999)} {self.chance.randint(2, 9)}-{self.chance.randint(10, 99)}-{self.chance.randint(10, 99)}"
                }
            found.append(one)
        self.executors = found
        return {
            "name": self.name,
            "short_name": self.root,
            "in_community": f"у громаді {self.root}",
            "oblast": f"{oblast} область",
            "katottg": f"UA{self.chance.randint(10**16, 10**17 - 1)}",
            "site": f"https://{self.id}-rada.example.ua/",
            "contacts": {"email": f"rada@{self.id}.example.ua", "phone": "+380 44 123-45-67"},
            "executors": found,
        }

    def term(self, first: int, last: int) -> str:
        year = self.chance.randint(first, last)
        month = self.chance.choice(["січень", "березень", "травень", "липень", "вересень", "листопад", "грудень"])
        span = f"{first}-{last} роки" if first != last else f"протягом {first} року"
        quarter = self.chance.choice(["I", "ІІ", "III", "ІV"])
        forms = [
            "Постійно",
            "Постійно",
            "Постійно",
            "Постійно",
            span,
            span,
            f"{quarter} квартал {year} року",
            f"{quarter} квартал {year} року",
            f"протягом {year} року",
            f"до 31 грудня {year} року",
            f"{month.capitalize()} {year} року",
            f"до 01.{self.chance.randint(2, 12):02}.{year}",
            f"травень-липень {year}",
            "Щороку",
            "Щокварталу",
            "Щомісяця",
            "За потреби",
            "після припинення дії воєнного стану",
            f"ІІ півріччя {year} року",
        ]
        return self.chance.choice(forms)

    def measure(self, number: str, first: int, last: int, money: bool, indicators: bool) -> dict[str, Any]:
        _, source = self.chance.choice(self.words.measures)
        named = self.chance.sample(
            self.executors, min(len(self.executors), self.chance.choices((1, 2, 3, 4), (4, 4, 2, 1))[0])
        )
        executors = [self.chance.choice([one["name"], one.get("short_name", one["name"])]) for one in named]
        if self.chance.random() < 0.02:
            executors.append(self.chance.choice(SHARED)[1])
        made: dict[str, Any] = {
            "number": number,
            "text": self.varied(source["text"]),
            "term": self.term(first, last),
            "executors": executors,
            "topics": list(source.get("topics", ())),
        }
        if indicators:
            _, other = self.chance.choice([pair for pair in self.words.measures if pair[1].get("indicators")])
            made["indicators"] = [self.varied(text, 0.05) for text in other["indicators"][:2]]
        if money and self.chance.random() < 0.7:
            sums = {year: self.chance.randint(1, 900) for year in range(first, last + 1)}
            made["funding"] = {
                "sources": ["місцевий бюджет"],
                "total": f"{sum(sums.values())},0",
                "by_year": {year: f"{value},0" for year, value in sums.items()},
            }
        if source.get("summary") and self.chance.random() < 0.5:
            made["summary"] = [self.renamed(text) for text in source["summary"]]
        return made

    def texts(self, plan: dict[str, Any]) -> dict[str, str]:
        """Chapters of some plans and texts of some acts, by file; a plan with a text of its act says so."""
        chance = self.chance
        texts: dict[str, str] = {}
        if chance.random() < 0.2:
            _, body = chance.choice(self.words.acts)
            texts["01-act.md"] = self.renamed(body)
            plan["act"]["text"] = "act"
        if chance.random() < 0.08:
            picked = chance.sample(self.words.texts, chance.randint(4, 8))
            for at, (_, name, body) in enumerate(sorted(picked, key=lambda one: one[1]), 2):
                texts[f"{at:02}-{name}.md"] = self.renamed(body)
        return texts

    def reports(self, numbers: list[str]) -> list[dict[str, Any]]:
        """Reports on some measures of some plans."""
        chance = self.chance
        entries: list[dict[str, Any]] = []
        if chance.random() < 0.3:
            for number in chance.sample(numbers, max(1, len(numbers) // 4)):
                status = chance.choice(["in-progress", "done", "done", "not-started"])
                entry = {
                    "measure": number,
                    "date": "2026-03-20",
                    "status": status,
                    "comment": self.varied("Роботу виконано у співпраці з громадою та партнерами", 0),
                    "source": self.executors[0]["name"],
                }
                if status == "done":
                    entry["completed"] = "2026-03-01"
                entries.append(entry)
        return entries

    def plan(self, index: int) -> tuple[str, dict[str, Any], list[dict[str, Any]], dict[str, str]]:
        chance = self.chance
        first = chance.choice([2024, 2025, 2026]) - index
        last = first + chance.choice([0, 1, 2, 3])
        money, indicators = chance.random() < 0.25, False
        indicators = money or chance.random() < 0.1
        numbers: list[str] = []
        goals = []
        for top in range(1, 4):
            _, source = chance.choice(self.words.strategic)
            goal: dict[str, Any] = {
                "number": str(top),
                "kind": "Стратегічна ціль",
                "label": f"СТРАТЕГІЧНА ЦІЛЬ {top}.",
                "title": self.varied(source["title"], 0.05).rstrip("."),
            }
            if source.get("summary"):
                goal["summary"] = [self.renamed(text) for text in source["summary"]]
            goal["topics"] = list(source.get("topics", ()))
            goal["goals"] = []
            for low in range(1, chance.choice([3, 3, 3, 4]) + 1):
                _, source = chance.choice(self.words.operational)
                inner: dict[str, Any] = {
                    "number": f"{top}.{low}",
                    "kind": "Операційна ціль",
                    "label": f"{top}.{low}.",
                    "title": self.varied(source["title"], 0.05).rstrip("."),
                }
                if source.get("summary"):
                    inner["summary"] = [self.renamed(text) for text in source["summary"]]
                inner["topics"] = list(source.get("topics", ()))
                inner["measures"] = []
                for at in range(1, chance.choice([2, 3, 3, 4, 4]) + 1):
                    number = f"{top}.{low}.{at}"
                    inner["measures"].append(self.measure(number, first, last, money, indicators))
                    numbers.append(number)
                goal["goals"].append(inner)
            goals.append(goal)
        _, model = chance.choice(self.words.plans)
        day = f"{first}-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
        plan: dict[str, Any] = {
            "title": f"План дій зі зміцнення потенціалу надавати соціальні послуги: {self.name}",
            "name": f"План дій, {first}" if first == last else f"План дій, {first}–{last}",
            "summary": [self.renamed(text) for text in model.get("summary", ())] or ["Про що план."],
        }
        if chance.random() < SAME_TEMPLATE:
            plan["template"] = "social-services-capacity"
        plan["period"] = {"start": f"{first}-01-01", "end": f"{last}-12-31", "text": f"{first}–{last}"}
        plan["act"] = {
            "kind": "Розпорядження міського голови",
            "number": str(chance.randint(10, 400)),
            "date": day,
            "issuer": f"{self.root}ський {'міський' if self.kind == 'міська' else 'селищний'} голова",
            "title": f"Про затвердження Плану дій: {self.name}",
        }
        plan["columns"] = {
            "goal": "ОПЕРАЦІЙНІ ЦІЛІ",
            "measure": "ЗАВДАННЯ І ЗАХОДИ",
            "term": "ТЕРМІНИ",
            "executors": "ВИКОНАВЦІ",
        }
        if money:
            plan["money_unit"] = "тис. грн."
        plan["goals"] = goals
        texts = self.texts(plan)
        entries = self.reports(numbers)
        slug = f"social-services-{first}" if first == last else f"social-services-{first}-{last}"
        return slug, plan, entries, texts


def dump(data: Any) -> str:
    return yaml.dump(
        data, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000
    )  # one line: a folded line that begins with a dash is refused


def write_country(source: Path, target: Path, count: int, seed: int = 1) -> None:
    """Write `count` communities into the folder `target`; `source` are the real plans. MOST at most."""
    words = Words(source)
    oblasts = [oblast for oblast, number in OBLASTS.items() for _ in range(number)]
    random.Random(seed).shuffle(oblasts)
    target.mkdir(parents=True)
    for name in ("glossary.yml", "synonyms.yml"):
        shutil.copy(source / name, target / name)
    bodies = [{"id": one, "name": name, **({"short_name": short} if short else {})} for one, name, short in SHARED]
    (target / "executors.yml").write_text(dump({"executors": bodies}), encoding="utf-8")
    for number in range(count):
        maker = Maker(words, number, seed)
        folder = target / maker.id
        folder.mkdir()
        record = maker.community(oblasts[number % len(oblasts)])
        (folder / "community.yml").write_text(dump(record), encoding="utf-8")
        for index in range(2 if maker.chance.random() < SECOND_PLAN else 1):
            slug, plan, entries, texts = maker.plan(index * 4)
            (folder / slug).mkdir()
            (folder / slug / "plan.yml").write_text(dump(plan), encoding="utf-8")
            if entries:
                (folder / slug / "progress.yml").write_text(dump({"entries": entries}), encoding="utf-8")
            for name, body in texts.items():
                (folder / slug / "texts").mkdir(exist_ok=True)
                (folder / slug / "texts" / name).write_text(body, encoding="utf-8")
