"""Judged queries and the measure of a hit: any right measure among the first five results."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plan_records import address, read

from generator.search import Answer

HERE = Path(__file__).parent
JUDGED = HERE / "judged"
SETS = tuple(sorted(path.name for path in JUDGED.glob("*.yml") if path.name != "tuning.yml"))
"""Sets of judged queries; the head of each tells who wrote it and what was found at first sight."""
FIRST = 5


@dataclass(frozen=True)
class Judged:
    group: str
    query: str
    right: tuple[str, ...]

    def hit(self, answer: Answer) -> bool:
        if not self.right:
            return answer.total == 0
        return any(self.is_right(address(found.url)) for found in answer.found[:FIRST])

    def is_right(self, place: str) -> bool:
        return any(
            place == one or (one.endswith("*") and (place + "-").startswith(one[:-1].rstrip("/"))) for one in self.right
        )


def judged(name: str) -> Iterator[Judged]:
    topics = read(HERE / "topics.yml")
    for group, queries in read(JUDGED / name).items():
        for query, right in queries.items():
            places = " ".join(topics.get(one, one) for one in right.split()).split()
            yield Judged(group, str(query), tuple(place.replace(".", "-") for place in places))
