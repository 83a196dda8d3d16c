"""Search records straight from plans/*.yml, for the search's own tests; no model of the project is needed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.search import Field, SearchRecord, Synonyms

PLANS = Path(__file__).parents[2] / "plans"
FORMS = {
    "nizhyn": ("Ніжин", "ніжинська"),
    "chernihiv": ("Чернігів", "чернігівська"),
    "nova-odesa": ("Нова Одеса", "новоодеська"),
    "melitopol": ("Мелітополь", "мелітопольська"),
    "kakhovka": ("Каховка", "каховська"),
}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def synonyms() -> Synonyms:
    return Synonyms.from_data(read(PLANS / "synonyms.yml"))


def identity(thing: dict[str, Any]) -> str:
    return thing.get("id") or str(thing["number"]).strip(".").replace(".", "-")


class Community:
    def __init__(self, folder: Path, shared: list[dict[str, Any]]) -> None:
        self.id = folder.name
        self.data = read(folder / "community.yml")
        self.folder = folder
        self.executors = {}
        for executor in [*shared, *self.data.get("executors", [])]:
            for name in self.names(executor):
                self.executors[" ".join(name.split()).lower()] = executor

    @staticmethod
    def names(executor: dict[str, Any]) -> list[str]:
        return [n for n in (executor["name"], executor.get("short_name"), *executor.get("spellings", [])) if n]

    def base(self) -> dict[str, Any]:
        return {"community": self.id, "community_name": self.data["short_name"], "community_forms": FORMS[self.id]}

    def records(self) -> Iterator[SearchRecord]:
        yield SearchRecord("community", f"{self.id}/", self.data["name"], texts=((Field.TITLE, self.data["name"]),), **self.base())
        used = {}
        for path in sorted(self.folder.glob("*/plan.yml")):
            plan = read(path)
            for goal in plan["goals"]:
                yield from self.goal_records(f"{self.id}/{path.parent.name}", plan, goal, [], used)
            yield from self.texts(path.parent)
        for executor in used.values():
            texts = tuple((Field.TITLE if n == executor["name"] else Field.EXECUTORS, n) for n in self.names(executor))
            yield SearchRecord("executor", f"{self.id}/executors/{executor['id']}/", executor["name"], texts=texts, executors=(executor["id"],), **self.base())

    def goal_records(self, plan_url: str, plan: dict, goal: dict, above: list[dict], used: dict) -> Iterator[SearchRecord]:
        url = f"{plan_url}/{identity(goal)}/"
        texts = [(Field.NUMBER, str(goal["number"])), (Field.TITLE, goal["title"])]
        texts += [(Field.SUMMARY, line) for line in goal.get("summary", [])]
        yield SearchRecord("goal", url, f"{goal['number']}. {goal['title']}", texts=tuple(texts), context=plan["name"], **self.base())
        for inner in goal.get("goals", []):
            yield from self.goal_records(plan_url, plan, inner, [*above, goal], used)
        for measure in goal.get("measures", []):
            yield from self.measure_records(url, plan, measure, [*above, goal], used)

    def measure_records(self, url: str, plan: dict, measure: dict, above: list[dict], used: dict) -> Iterator[SearchRecord]:
        texts = [(Field.NUMBER, str(measure["number"])), (Field.TITLE, measure["text"])]
        texts += [(Field.GOAL, goal.get("title") or goal["text"]) for goal in above]
        ids = []
        for name in measure.get("executors", []):
            executor = self.executors.get(" ".join(name.split()).lower())
            if executor:
                ids.append(executor["id"])
                used[executor["id"]] = executor
                texts += [(Field.EXECUTORS, n) for n in self.names(executor)]
            else:
                texts.append((Field.EXECUTORS, name))
        term = measure.get("term") or ""
        term = term.get("text", "") if isinstance(term, dict) else str(term)
        texts += [(Field.TERM, term)] if term else []
        texts += [(Field.INDICATORS, line) for line in measure.get("indicators", [])]
        texts += [(Field.INDICATORS, line) for line in (measure.get("funding") or {}).get("sources", [])]
        texts += [(Field.SUMMARY, line) for line in measure.get("summary", [])]
        texts += [(Field.TOPICS, line) for line in measure.get("topics", [])]
        years = tuple(sorted({int(y) for y in re.findall(r"20[2-3]\d", term)}))
        number = str(measure["number"]).rstrip(".")
        yield SearchRecord(
            "measure", f"{url}#m-{identity(measure)}", f"{number}. {measure['text']}", texts=tuple(texts),
            context=f"{plan['name']} · {term}", snippet=" ".join(measure.get("indicators", [])),
            executors=tuple(dict.fromkeys(ids)), years=years, **self.base(),
        )
        for step in measure.get("steps", []):
            yield from self.measure_records(url, plan, step, [*above, measure], used)

    def texts(self, folder: Path) -> Iterator[SearchRecord]:
        for path in sorted((folder / "texts").glob("*.md")):
            _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
            title = yaml.safe_load(front)["title"]
            name = path.stem.split("-", 1)[1]
            yield SearchRecord(
                "text", f"{self.id}/{folder.name}/text/{name}/", title,
                texts=((Field.TITLE, title), (Field.BODY, body)), snippet=" ".join(body.split()), **self.base(),
            )


def plan_records() -> list[SearchRecord]:
    shared = read(PLANS / "executors.yml")["executors"]
    return [r for folder in sorted(PLANS.iterdir()) if folder.is_dir() for r in Community(folder, shared).records()]


def address(url: str) -> str:
    """`nizhyn/social-services-2025/1-2/#m-1-2-3` -> `nizhyn/1-2-3`; other kinds stay as they are."""
    if "#m-" not in url:
        return url
    return f"{url.split('/', 1)[0]}/{url.split('#m-', 1)[1]}"
