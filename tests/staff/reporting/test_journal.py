"""What stands in progress.yml stays byte for byte; what is added reads back as it was meant."""

import pytest

from generator.commands.outcome import Outcome
from project import plain

pytestmark = pytest.mark.slow
FIRST = '  - measure: "1.1.1"\n    date: 2025-07-31\n    status: in-progress\n'


def filled(office, comment="Іде"):
    form = office.form()
    form.fill("1-1-2", status="Виконується", comment=comment)
    return form


def give(office, comment="Іде"):
    return office.give(filled(office, comment))


def test_a_new_file_begins_with_the_schema_that_the_plan_names(office):
    assert give(office)[0] is Outcome.FINE
    assert office.progress_file.read_text() == (
        "# yaml-language-server: $schema=../../../generator/schemas/progress.schema.json\n"
        "entries:\n"
        '  - measure: "1.1.2"\n    promise: "Інформувати про послуги [a3f81ea1]"\n    date: 2025-10-31\n    status: in-progress\n    comment: "Іде"\n'
    )


@pytest.mark.parametrize(
    "existing",
    [
        f"entries:\n{FIRST}",
        f"# звіти\nentries:   # тут\n{FIRST}# кінець\n",
        f"entries:\n{FIRST}".rstrip("\n"),
        "entries:\n" + "\n".join(line.removeprefix("  ") for line in FIRST.splitlines()) + "\n",
        "entries:\n" + "".join(f"    {line}\n" for line in FIRST.splitlines()),
        f"entries:\n{FIRST}    comment: >-\n      довгий\n      текст\n\n\n",
        f"entries:\n{FIRST}    comment: |\n      довгий",
        f"entries:\n{FIRST}".replace("\n", "\r\n"),
        f"\ufeffentries:\n{FIRST}",
    ],
)
def test_existing_text_stays_byte_for_byte(office, existing):
    office.progress_file.write_bytes(existing.encode())
    outcome, said = give(office)
    assert outcome is Outcome.FINE, said
    content = office.progress_file.read_bytes()
    assert content.startswith(existing.encode())
    assert [entry["measure"] for entry in plain(content)["entries"]] == ["1.1.1", "1.1.2"]
    assert (b"\r\n" in content) == ("\r\n" in existing)
    assert b"\n" not in content.replace(b"\r\n", b"") or "\r\n" not in existing


@pytest.mark.parametrize("existing", ["# є\nentries: []  # ще нічого\n", "entries: []", "entries: [ ]\n"])
def test_an_empty_list_gives_way(office, existing):
    office.progress_file.write_text(existing)
    outcome, said = give(office)
    assert outcome is Outcome.FINE, said
    assert office.measure("1-1-2").entries[-1].record.comment == "Іде"
    assert ("# ще нічого" in office.progress_file.read_text()) == ("#" in existing)


@pytest.mark.parametrize(
    ("existing", "words"),
    [
        ('entries: [{measure: "1.1.1", date: 2025-07-31, status: in-progress}]\n', "записано в дужках"),
        (f"entries:\n{FIRST}...\n", "«...»"),
        ("entries: [\n", ""),
        ("", ""),
        ("# лише коментар\n", ""),
        (f"entries:\n{FIRST}    stan: нема\n", "stan"),
        ("{}\n", "entries"),
    ],
)
def test_a_file_that_nothing_can_be_added_to_stays(office, existing, words):
    form = filled(office)
    office.progress_file.write_text(existing)
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS, said
    assert office.progress_file.read_text() == existing
    assert words in said[0]
    assert said[-1] == "Нічого не записано: спершу виправте помилки."


@pytest.mark.parametrize(
    "comment",
    [
        'Лапки " і «ялинки» \\ n',
        "так: ні # не коментар",
        "- не список",
        "2025-07-20",
        "no",
        "null",
        "1.10",
        "&якір *посилання",
        "!тег",
        "%",
        "@",
        "`",
        "{a: b}",
        "[x]",
        "|",
        ">",
        "? :",
        "апостроф ’ '",
        "рядок\nдругий\r\nтретій",
        "таб\tуляція",
        "невидимі\u200bзнаки\ufeff",
        "м’який\u00adперенос",
        "емодзі 🙂",
        "\u2028розрив",
        "0x1F",
        "---",
        "...",
        "   пробіли   ",
    ],
)
def test_any_words_are_kept_as_text(office, comment):
    outcome, said = give(office, comment)
    assert outcome is Outcome.FINE, said
    stored = office.measure("1-1-2").entries[-1].record.comment
    unseen = str.maketrans(dict.fromkeys("\u200b\ufeff"))
    assert stored == " ".join(comment.translate(unseen).split())


def test_a_plan_with_errors_takes_no_reports(office):
    plan = office.plans / "testove/plan-2025/plan.yml"
    form = office.form()
    form.fill("1-1-2", status="Виконується")
    plan.write_text(plan.read_text().replace("executors: [УСЗН]", "executors: [УСЗНН]"))
    outcome, said = office.give(form)
    assert outcome is Outcome.PROBLEMS
    assert "невідомий виконавець «УСЗНН»" in said[0]
    assert not office.progress_file.exists()
