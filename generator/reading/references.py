"""How goals and measures are referred to: by id, or by the number printed in the document."""

from collections.abc import Iterable, Mapping

from generator.model.plan import Measure, Plan
from generator.model.records.plan import PlanRecord
from generator.source.problem import maybe, shown


def id_of(number: str) -> str | None:
    """Turn «1.1.2.» or «1.1.2» into «1-1-2»; None when the number is not made of figures and dots."""
    bare = number.strip().rstrip(".")
    parts = bare.replace("-", ".").split(".")
    return "-".join(parts) if all(part.isascii() and part.isdigit() for part in parts) else None


def unknown_measure(reference: str, repeats: bool, known: Iterable[str]) -> str:
    """Say that a plan has no measure of this number or id, or that several bear it."""
    if repeats:
        return f"номер «{shown(reference)}» мають кілька заходів; впишіть id потрібного"
    offer = maybe(as_number(reference), map(as_number, known))
    return f"заходу «{shown(reference)}» у плані немає{offer}"


def as_number(reference: str) -> str:
    """Write an id made of figures as the document writes the number: «1-1-2» as «1.1.2»; other ids stay."""
    return reference.replace("-", ".") if id_of(reference) else reference


def measure_ids(record: PlanRecord) -> tuple[Mapping[str, str], set[str]]:
    """Map every way to name a measure (id, number as id) to its id; give the numbers that repeat beside it."""
    found: dict[str, str] = {}
    repeated: set[str] = set()

    for measure in record.all_measures():
        by_number = id_of(measure.number) if measure.number else None
        measure_id = measure.id or by_number or measure.number or ""
        for name in {measure_id, by_number or measure_id} - {""}:
            if found.setdefault(name, measure_id) != measure_id:
                repeated.add(name)
    return {name: target for name, target in found.items() if name not in repeated or name == target}, repeated


def reference_to(plan: Plan, measure: Measure) -> str:
    """Return the measure's number where it alone means this measure, else its id."""
    number = measure.record.number
    alone = sum(1 for other in plan.all_measures() if other.record.number == number) == 1
    return number if number and alone and id_of(number) == measure.id else measure.id
