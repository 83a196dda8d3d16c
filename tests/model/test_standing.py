"""One state from the words of several: the rule, and that no order of reports matters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.plan import Assignment, Measure, ProgressEntry
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.community import ExecutorRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.progress import ProgressEntryRecord
from generator.model.standing import Rule, spent_as_told, spent_on, standing_of
from generator.model.vocabulary import Status

NOWHERE = Place("")
BODIES = {name: Executor("hromada", NOWHERE, ExecutorRecord(id=name, name=name)) for name in ("lead", "aid", "far")}


def entry(who: str, day: int, status: Status, done: int | None = None, spent: str | None = None) -> ProgressEntry:
    record = ProgressEntryRecord(
        measure="1", date=date(2026, 9, day), status=status, spent=spent,
        completed=date(2026, 9, done) if done else None,
    )  # fmt: skip
    return ProgressEntry("1", NOWHERE, record, executor=BODIES.get(who))


def measure(*entries: ProgressEntry, bodies: tuple[str, ...] = ("lead", "aid"), leads: tuple[str, ...] = ()) -> Measure:
    named = tuple(BODIES[name] for name in bodies)
    return Measure(
        "1", "1", NOWHERE, MeasureRecord(number="1", text="Захід"), entries=entries, answering=named,
        executors=tuple(
            Assignment(body, AssignmentRecord(name=body.id, role="lead" if body.id in leads else None)) for body in named
        ),
    )  # fmt: skip


GOING, DONE, WAITING, PAUSED, OFF = (
    Status.IN_PROGRESS, Status.DONE, Status.NOT_STARTED, Status.SUSPENDED, Status.CANCELLED,
)  # fmt: skip
CASES = {
    "one of two said done": ([entry("lead", 1, DONE, 1)], Rule.SOME_SILENT, GOING),
    "all said done": ([entry("lead", 1, DONE, 1), entry("aid", 5, DONE, 4)], Rule.ALL, DONE),
    "done and under way": ([entry("lead", 1, DONE, 1), entry("aid", 5, GOING)], Rule.LEAST, GOING),
    "suspended is less than under way": ([entry("lead", 1, PAUSED), entry("aid", 5, GOING)], Rule.LEAST, PAUSED),
    "nobody has begun and one is silent": ([entry("lead", 1, WAITING)], Rule.LEAST, WAITING),
    "the community's own word": ([entry("", 1, DONE, 1), entry("aid", 5, GOING)], Rule.COMMUNITY, DONE),
    "one who called it off does not count": ([entry("lead", 1, OFF), entry("aid", 5, GOING)], Rule.LEAST, GOING),
    "the latest word of each": (
        [entry("lead", 1, GOING), entry("lead", 9, DONE, 8), entry("aid", 2, DONE, 2)], Rule.ALL, DONE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_rule(name):
    entries, rule, status = CASES[name]
    for order in permutations(entries):
        standing = standing_of(measure(*order))
        assert (standing.rule, standing.status) == (rule, status)


def test_the_lead_executor_decides():
    standing = standing_of(measure(entry("lead", 1, GOING), entry("aid", 5, DONE, 4), leads=("lead",)))
    assert (standing.rule, standing.status) == (Rule.LEAD, GOING)
    second = standing_of(measure(entry("lead", 1, GOING), entry("aid", 5, DONE, 4), leads=("aid",)))
    assert (second.rule, second.status, second.completed) == (Rule.LEAD, DONE, date(2026, 9, 4))
    alone = standing_of(measure(entry("lead", 1, DONE, 1), leads=("lead",)))
    assert (alone.rule, alone.status) == (Rule.LEAD, DONE), "it is not waited for those who do not lead"


def test_an_order_of_names_makes_no_lead():
    for bodies in permutations(("lead", "aid", "far")):
        standing = standing_of(measure(entry("lead", 1, DONE, 1), entry("aid", 5, GOING), bodies=bodies))
        assert (standing.rule, standing.status) == (Rule.SOME_SILENT, GOING)


def test_of_several_leads_all_decide():
    words = [entry("lead", 1, DONE, 1), entry("aid", 5, GOING), entry("far", 9, WAITING)]
    for order in permutations(words):
        standing = standing_of(measure(*order, bodies=("lead", "aid", "far"), leads=("aid", "lead")))
        assert (standing.rule, standing.status) == (Rule.LEAST, GOING)


def test_while_one_of_several_leads_is_silent_it_is_under_way():
    standing = standing_of(measure(entry("lead", 1, DONE, 1), leads=("lead", "aid")))
    assert (standing.rule, standing.status) == (Rule.SOME_SILENT, GOING)
    both = standing_of(measure(entry("lead", 1, DONE, 1), entry("aid", 2, DONE, 2), leads=("lead", "aid")))
    assert (both.rule, both.status) == (Rule.LEAD, DONE)


def test_a_single_executor_decides_alone():
    standing = standing_of(measure(entry("lead", 5, DONE, 3), bodies=("lead",)))
    assert (standing.rule, standing.status, standing.is_told_apart) == (Rule.ONLY, DONE, False)


def test_the_day_it_was_done_is_the_last_that_anyone_names():
    standing = standing_of(measure(entry("lead", 1, DONE, 1), entry("aid", 5, DONE, 4)))
    assert standing.completed == date(2026, 9, 4)
    assert standing_of(measure(entry("lead", 1, DONE, 1))).completed is None  # the other is silent


def test_those_who_are_silent_are_named():
    standing = standing_of(measure(entry("aid", 1, GOING), bodies=("lead", "aid", "far")))
    assert [body.id for body in standing.silent] == ["lead", "far"]


def test_nothing_is_known_while_nobody_reported():
    assert standing_of(measure()) is None
    assert spent_on(measure()) is None


def test_money_is_the_sum_of_each_ones_latest():
    entries = [
        entry("lead", 1, GOING, spent="100"), entry("lead", 8, GOING, spent="120,5"), entry("lead", 9, GOING),
        entry("aid", 2, GOING, spent="50"),
    ]  # fmt: skip
    for order in permutations(entries):
        assert spent_on(measure(*order)) == Decimal("170.5")


def test_a_sum_of_the_community_is_that_of_the_whole():
    assert spent_on(measure(entry("", 1, GOING, spent="90"), entry("aid", 5, GOING, spent="50"))) == Decimal(90)


def test_two_words_of_one_day_are_both_kept_and_the_less_advanced_holds():
    entries = [entry("lead", 1, DONE, 1), entry("lead", 1, GOING)]
    for order in permutations(entries):
        (word,) = standing_of(measure(*order, bodies=("lead",))).words
        assert word.entry.record.status is GOING
        assert [other.record.status for other in word.also] == [DONE]


def test_money_is_told_as_the_only_report_prints_it_or_as_a_sum():
    assert spent_as_told(measure(entry("lead", 1, GOING))) is None
    assert spent_as_told(measure(entry("lead", 1, GOING, spent="1 200,50"))) == "1 200,50"
    two = [entry("lead", 1, GOING, spent="100"), entry("aid", 2, GOING, spent="70,5")]
    assert spent_as_told(measure(*two)) == "170,5"


def test_a_rule_is_told_in_whole_sentences():
    assert {rule.words for rule in Rule} == {
        "Стан показуємо за словом самої громади.",
        "Стан показуємо за словом відповідального виконавця.",
        "Стан показуємо за словом виконавця.",
        "Так кажуть усі виконавці.",
        "Звітували не всі. Виконаним вважаємо захід, про який так сказали всі виконавці.",
        "Виконавці кажуть різне. Показуємо найменш просунутий стан.",
    }


def test_several_are_told_apart_whether_they_spoke_or_not():
    assert standing_of(measure(entry("lead", 1, GOING), bodies=("lead", "aid"))).is_told_apart
    assert standing_of(measure(entry("lead", 1, GOING), entry("aid", 1, GOING))).is_told_apart
    assert not standing_of(measure(entry("", 1, GOING), bodies=())).is_told_apart


def test_of_a_lead_that_is_silent_the_others_decide_for_now():
    standing = standing_of(measure(entry("aid", 1, DONE, 1), leads=("lead",)))
    assert (standing.rule, standing.status, standing.completed) == (Rule.SOME_SILENT, GOING, None)
    assert standing.is_told_apart


def test_a_person_without_a_page_leads_nobody():
    person = Executor("hromada", NOWHERE, ExecutorRecord(id="person", name="Левчук Олена Петрівна"))
    bodies = measure(entry("lead", 1, DONE, 1), entry("aid", 2, GOING))
    named = (Assignment(person, AssignmentRecord(name="person", role="lead")), *bodies.executors)
    assert not named[0].has_page
    standing = standing_of(replace(bodies, executors=named))
    assert (standing.rule, standing.status) == (Rule.LEAST, GOING)
