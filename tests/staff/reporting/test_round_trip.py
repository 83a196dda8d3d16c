"""Whatever is filled in, correctly or not: what is written is what was said, or nothing is written at all."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.outcome import Outcome
from generator.model.money import amount
from generator.model.vocabulary import Status
from generator.staff.reporting.answer import answer_of, one_line
from project import tries

DAY = date(2025, 10, 31)
MEASURES = ("1-1-1", "1-1-1-1", "1-1-1-2", "1-1-2", "2-1-1", "a", "b")
days = st.integers(0, 900).map(lambda back: DAY - timedelta(back))
words = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=40)
sums = st.decimals(0, 1_000_000, places=2).map(lambda value: f"{value:,}".replace(",", " ").replace(".", ","))
unfinished = st.sampled_from([Status.IN_PROGRESS, Status.SUSPENDED]).map(lambda status: {"status": status.words})
done = days.map(lambda day: {"status": "Виконано", "completed": f"{day:%d.%m.%Y}"})
merged = st.sampled_from(["1.1.2", "b"]).map(lambda target: {"status": "Об’єднано з іншим", "into": target})
extras = st.fixed_dictionaries({}, optional={"spent": sums, "comment": words, "evidence": words})
answers = st.tuples(st.one_of(unfinished, done, merged), extras).map(lambda parts: parts[0] | parts[1])
fillings = st.dictionaries(st.sampled_from(MEASURES[:3] + MEASURES[4:6]), answers, max_size=5)

QUIET = settings(max_examples=tries(25), suppress_health_check=[HealthCheck.function_scoped_fixture])


def excel_text(value: str) -> str:
    return "".join(sign for sign in value if sign >= " " or sign in "\n\t").lstrip("=")


def shuffled(form, seed: int) -> None:
    chance = random.Random(seed)
    form.sort(chance.choice(["measure", "status", "code"]), reverse=chance.random() < 0.5)
    form.insert_line(chance.choice(MEASURES))
    form.copy_line(chance.choice(MEASURES))


@pytest.mark.slow
@QUIET
@given(filling=fillings, seed=st.integers(0, 1000))
def test_what_is_filled_in_is_what_is_stored_and_shown_again(make_office, filling, seed):
    office = make_office()
    form = office.form()
    for measure, values in filling.items():
        form.fill(measure, **{name: excel_text(value) for name, value in values.items()})
    shuffled(form, seed)
    outcome, said = office.give(form, sure=True)
    assert outcome is Outcome.FINE, said
    plan = office.plan()
    for measure in plan.all_measures():
        assert len(measure.entries) == (measure.id in filling), said
    for measure_id, values in filling.items():
        stored = answer_of(office.measure(measure_id).entries[-1], office.measure(measure_id))
        assert stored.status.words == values["status"]
        assert stored.comment == one_line(excel_text(values.get("comment", "")))
        assert amount(stored.spent) == (amount(values["spent"]) if "spent" in values else None)
        assert "".join(stored.evidence).replace(" ", "") in excel_text(values.get("evidence", "")).replace(" ", "") or (
            any(sign in values["evidence"] for sign in ";\n") or not values["evidence"].isprintable()
        )
        assert f"{stored.completed:%d.%m.%Y}" == values["completed"] if stored.completed else "completed" not in values
    before = office.progress_file.read_bytes() if filling else b""
    again = office.form(day=DAY + timedelta(90))
    assert office.give(again)[1][-1] == "Нових звітів немає; нічого не записано."
    assert not filling or office.progress_file.read_bytes() == before


anything = st.one_of(
    st.none(),
    words,
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([status.words for status in Status]),
)


@pytest.mark.slow
@QUIET
@given(
    cells=st.lists(
        st.tuples(
            st.sampled_from(MEASURES),
            st.sampled_from(
                ["status", "started", "completed", "spent", "comment", "evidence", "into", "code", "measure", "mark"]
            ),
            anything,
        )
    )
)
def test_any_cells_end_in_reports_or_in_words(make_office, cells):
    office = make_office()
    form = office.form()
    lines = {measure: form.line(measure) for measure in MEASURES}
    for measure, column, value in cells:
        kept = excel_text(value) if isinstance(value, str) else value
        try:
            form.fill_line(lines[measure], **{column: kept})
        except ValueError:  # Excel has no such value either
            continue
    try:
        form.save(office.folder / "filled.xlsx")
    except ValueError:
        return
    outcome, said = office.give(office.folder / "filled.xlsx")
    if outcome is Outcome.FINE:
        office.plan()
    else:
        assert all("filled.xlsx: " in words for words in said[:-1])
        assert not office.progress_file.exists()
