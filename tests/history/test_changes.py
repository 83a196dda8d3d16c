from datetime import UTC, datetime
from itertools import pairwise

import pytest

from generator.history.changes import ChangeKind, DatedChange, newest_first
from generator.history.differences import MANY, differences
from generator.history.reported import reported
from generator.history.wording import became, shortened
from generator.model.community import Catalogue
from outputs.sample import FILES, catalogue_of, edited

NOTHING = Catalogue(())
PLAN_FILE = "zelenivka/plan-2025/plan.yml"


def sentences(old, new):
    return [change.sentence for change in differences(old, new)]


def test_same_plans_differ_in_nothing(catalogue):
    assert differences(catalogue, catalogue_of(FILES)) == []


def test_new_plan_is_one_change(catalogue):
    (change,) = differences(NOTHING, catalogue)
    assert (change.kind, change.sentence) == (ChangeKind.PLAN_ADDED, "Опубліковано: План дій, 2025–2027.")
    assert change.address == "zelenivka/plan-2025/"


def test_plan_that_is_gone_leads_to_its_community(catalogue):
    (change,) = differences(catalogue, NOTHING)
    assert (change.kind, change.address) == (ChangeKind.PLAN_REMOVED, "zelenivka/")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("травень-липень 2025", "серпень 2025", "Змінено строк заходу 1.1.1: було «травень-липень 2025», стало «серпень 2025»."),
        (", term: Постійно", "", "Вилучено строк заходу 1.1.2: було «Постійно»."),
        ("text: Без строку", "text: Без строку, term: Постійно", "Зазначено строк заходу 1.2.2: «Постійно»."),
        ("text: Мури", "text: Стіни", "Змінено текст заходу 1.2.1.2: було «Мури», стало «Стіни»."),
        ("[УСЗН, БО «БФ «Карітас»»]", "[УСЗН]", "Змінено виконавців заходу 1.1.1: було «УСЗН, БО «БФ «Карітас»»», стало «УСЗН»."),
        ("indicators: [Раз, Два]", "indicators: [Раз]", "Змінено показники заходу 1.1.3: було «Раз; Два», стало «Раз»."),
        ('2026: "-"}}\n            steps', '2026: "5,0"}}\n            steps',
         "Змінено фінансування заходу 1.2.1: було «бюджет; усього 1 250,0; 2025 рік – 1 250,0; 2026 рік – -», стало «бюджет; усього 1 250,0; 2025 рік – 1 250,0; 2026 рік – 5,0»."),
        ("title: Будувати", "title: Будувати далі", "Змінено назву цілі 1.2: було «Будувати», стало «Будувати далі»."),
        ("end: 2027-12-31", "end: 2028-12-31",
         "Змінено період дії плану: було «1 січня 2025 року – 31 грудня 2027 року», стало «1 січня 2025 року – 31 грудня 2028 року»."),
        ('label: "ВСЬОГО:", total: "1 250,0"', 'label: "ВСЬОГО:", total: "1 260,0"',
         ("Змінено підсумки, надруковані в документі: було «ВСЬОГО: 1 250,0 (2025 рік – 1 250,0; 2026 рік – -)», "
         "стало «ВСЬОГО: 1 260,0 (2025 рік – 1 250,0; 2026 рік – -)».")),
        ("text: Мури", "text: Мури, label: Крок другий.", "Зазначено напис перед текстом заходу 1.2.1.2: «Крок другий.»."),
        ("text: Мури", "text: Мури, also_numbered: [1.9.9]", "Зазначено інші номери заходу 1.2.1.2: «1.9.9»."),
        ("            steps:", '            steps_label: "Кроки:"\n            steps:', "Зазначено слово перед частинами заходу 1.2.1: «Кроки:»."),
        ("text: Мури", "text: Мури, unaligned: {terms: [2026 рік]}",
         "Зазначено абзаци без місця біля заходу 1.2.1.2: «строки: 2026 рік»."),
        ("text: Мури", "text: Мури, notes: [Так у файлі.]", "Зазначено наші примітки до заходу 1.2.1.2: «Так у файлі.»."),
        ("{sources: [бюджет]", "{sources: [бюджет], unit: євро",
         ("Змінено фінансування заходу 1.2.1: було «бюджет; усього 1 250,0; 2025 рік – 1 250,0; 2026 рік – -», "
         "стало «бюджет; одиниця – євро; усього 1 250,0; 2025 рік – 1 250,0; 2026 рік – -».")),
        ("date: 2025-01-15", "date: 2025-01-16",
         ("Змінено відомості про акт: було «Рішення від 15 січня 2025 року № 7 Про план», "
         "стало «Рішення від 16 січня 2025 року № 7 Про план».")),
        ("term: до 1 грудня 2025 року", "term: {text: до 1 грудня 2025 року, end: 2025-11-30}",
         "Зазначено останній день строку заходу 1.2.1: «30 листопада 2025 року»."),
        ("{number: 1.1.2,", "{number: 1.1.7,", "Захід 1.1.2 тепер має номер 1.1.7."),
    ],
)  # fmt: skip
def test_what_changed_is_told_in_a_sentence(catalogue, old, new, sentence):
    assert sentences(catalogue, edited(plan=(old, new))) == [sentence]


def test_what_is_ours_is_told_as_ours(catalogue):
    (change,) = differences(catalogue, edited(plan=("Строку немає.", "Строку в документі немає.")))
    assert (change.kind, change.sentence) == (
        ChangeKind.NOTES_CHANGED,
        (
            "Змінено особливості документа: було «1.2.2 (чого в документі немає): Строку немає.», "
            "стало «1.2.2 (чого в документі немає): Строку в документі немає.»."
        ),
    )


def test_what_is_ours_is_told_at_once(catalogue):
    plan = edited(plan=("        title: Будувати\n", "        title: Будувати\n        summary: [Це просто.]\n"))
    (change,) = differences(catalogue, plan)
    assert (change.kind, change.sentence, change.address) == (
        ChangeKind.OURS_CHANGED,
        "Зазначено наше «Коротко» до цілі 1.2: «Це просто.».",
        "zelenivka/plan-2025/1-2/",
    )
    text = FILES[PLAN_FILE].replace(
        "        title: Будувати\n", "        title: Будувати\n        summary: [Це просто.]\n"
    )
    two = catalogue_of({**FILES, PLAN_FILE: text.replace("name: План дій, 2025–2027", "name: План дій")})
    assert sentences(catalogue, two) == ["Змінено наших пояснень: 2."]


def test_of_several_only_what_differs_is_quoted(catalogue):
    more = (
        "kind: gap, text: Строку немає.}",
        "kind: gap, text: Строку немає.}\n  - {place: 1.1.1, kind: slip, text: Два «а».}",
    )
    assert sentences(catalogue, edited(plan=more)) == ["Зазначено особливості документа: «1.1.1 (описки): Два «а».»."]


def test_three_changes_of_a_plan_are_told_one_by_one(catalogue):
    """Case 39: the unit of all sums, the heading of a column and a text change from version to version."""
    unit = FILES[PLAN_FILE].replace("money_unit: тис. грн.", "money_unit: грн")
    heading = unit.replace("goals:\n", 'columns: {total: "Усього, грн"}\ngoals:\n', 1)
    text = heading.replace("text: Мури", "text: Стіни")
    versions = [catalogue, *(catalogue_of({**FILES, PLAN_FILE: plan}) for plan in (unit, heading, text))]
    assert [sentences(old, new) for old, new in pairwise(versions)] == [
        ["Змінено одиницю грошей: було «тис. грн.», стало «грн»."],
        ["Зазначено заголовок стовпця підсумків: «Усього, грн»."],
        ["Змінено текст заходу 1.2.1.2: було «Мури», стало «Стіни»."],
    ]


def test_measure_added_and_removed(catalogue):
    more = edited(
        plan=(
            "          - {number: 1.1.2,",
            "          - {number: 1.1.9, text: Новий, executors: [УСЗН]}\n          - {number: 1.1.2,",
        )
    )
    assert sentences(catalogue, more) == ["Додано захід 1.1.9: «Новий»."]
    (gone,) = differences(more, catalogue)
    assert (gone.sentence, gone.address) == ("Вилучено захід 1.1.9: «Новий».", "zelenivka/plan-2025/1-1/")


def test_new_report_is_not_a_difference_but_a_corrected_one_is(catalogue):
    fewer = edited(
        progress=("  - {measure: 1.1.1, date: 2025-06-01, status: in-progress, comment: Почали, source: УСЗН}\n", "")
    )
    assert sentences(fewer, catalogue) == []
    assert sentences(catalogue, fewer) == ["Вилучено або виправлено звіт від 1 червня 2025 року про захід 1.1.1."]


def test_text_changes_lead_to_the_text(catalogue):
    (change,) = differences(catalogue, edited(**{"01-act": ("Текст рішення.", "Інший текст.")}))
    assert (change.sentence, change.address) == (
        "Ми виправили, як переписано розділ «Рішення».",
        "zelenivka/plan-2025/text/act/",
    )


def test_many_changes_of_a_kind_are_told_at_once(catalogue):
    added = "".join(
        f"          - {{number: 1.1.{n}, text: Захід {n}, executors: [УСЗН]}}\n" for n in range(20, 21 + MANY)
    )
    more = edited(plan=("          - {number: 1.1.2,", f"{added}          - {{number: 1.1.2,"))
    assert sentences(catalogue, more) == [f"Додано заходів: {MANY + 1}."]


def test_reports_and_approvals_come_from_the_plans_themselves(catalogue):
    told = [(dated.when.date().isoformat(), dated.change.sentence) for dated in newest_first(reported(catalogue))]
    assert told == [
        ("2025-07-30", "Звіт про захід 1.1.1: виконано 20 липня 2025 року."),
        ("2025-07-30", "Звіт про захід 1.2.1.1: скасовано."),
        ("2025-06-01", "Звіт про захід 1.1.1: виконується."),
        ("2025-01-15", "Затверджено: План дій, 2025–2027."),
    ]
    details = {line for dated in reported(catalogue) for line in dated.change.details}
    assert {
        "Почали",
        "Витрачено: 12,5 тис. грн.",
        "Підтвердження: https://zelenivka.example/1",
        "Джерело звіту: УСЗН",
    } <= details


def test_a_report_of_merging_names_the_other_measure_by_its_number():
    merged = edited(progress=("status: cancelled", "status: merged, into: 1.2.1.2"))
    details = {line for dated in reported(merged) for line in dated.change.details}
    assert "Об’єднано із заходом: 1.2.1.2" in details


def test_keys_tell_all_changes_apart(catalogue):
    dated = [*reported(catalogue), *(
        DatedChange(change, datetime(2025, 3, 1, tzinfo=UTC), "abc")
        for change in differences(catalogue, edited(plan=("number: 1.2.1\n            text: Збудувати центр", "number: 1.2.7\n            text: Звести")))
    )]  # fmt: skip
    keys = [one.key for one in dated]
    assert len(keys) == len(set(keys))


def test_became_with_one_side_missing():
    assert became("строк", None, "Постійно") == "Зазначено строк: «Постійно»."
    assert became("строк", "Постійно", None) == "Вилучено строк: було «Постійно»."


def test_long_texts_are_cut_at_a_word():
    assert shortened("один два три", 20) == "один два три"
    assert shortened("один два, три чотири", 12) == "один два…"
