"""Words of screens and files that the guide quotes stand there letter for letter."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

from guide.guide_pages import ROOT, pages

QUOTED = {
    ".github/workflows/publish.yml": ["Публікація", "configure-pages"],
    ".github/workflows/check.yml": ["Плани без помилок, сайт збирається", "Тести"],
    ".github/workflows/weekly.yml": ["Щотижнева перевірка", "Бібліотеки", "Зовнішні адреси"],
    ".github/ISSUE_TEMPLATE/measure-report.yml": ["Звіт про виконання заходу"],
    ".github/ISSUE_TEMPLATE/page-error.yml": ["Помилка на сторінці"],
    "generator/pages/sharing.py": [
        "Підписатися на календар строків", "Файл календаря", "Оголошення з QR-кодом для друку",
    ],
    "generator/pages/components/for-staff/template.html.j2": ["Для сайтів і працівників"],
    "theme_overrides/partials/tools.html": ["Надрукувати"],
    "generator/pages/components/embed-code/template.html.j2": ["Вставити на свій сайт"],
    "generator/pages/components/measure-more/template.html.j2": ["Посилання на цей захід"],
    "generator/pages/templates/plan.md.j2": ["Особливості документа"],
    "generator/pages/status_report.py": ["Звіт про стан виконання"],
    "generator/staff/reporting/excel_form.py": ["Як заповнити"],
    "generator/staff/reporting/columns.py": [
        "Дата початку виконання", "Статус виконання", "Фактична дата виконання", "Фактичний обсяг фінансування",
        "Коментарі про виконання", "Підтвердження", "З яким заходом об’єднано",
    ],
    "generator/commands/progress.py": ["Це лише проба: нічого не записано.", "без змін – "],
    "generator/staff/reporting/differences.py": ["звіту немає"],
    "generator/commands/outcome.py": ["Усе гаразд: помилок немає"],
    "generator/views/state_sentence.py": ["Строк за планом минув", "звіту про виконання немає"],
    "generator/views/time_state.py": ["timedelta(days=30)"],
    "generator/model/vocabulary.py": ["Звіту ще немає"],
    "generator/rules/left_to_fill.py": ["ЗАПОВНІТЬ", "ще не заповнено"],
    "generator/staff/importer/to_yaml.py": ["ПЕРЕВІРТЕ"],
    "generator/reading/narrative_markdown.py": ["[!ours]"],
    "theme_overrides/partials/quick-exit.html": ["Швидко вийти"],
    "generator/pages/components/workplace/template.html.j2": ["Почати"],
    "theme_overrides/workplace/workplace.js": [
        "З документа", "Таблиця", "Перегляд", "Звіт", "Передати", "Скасувати", "Продовжити", "Забути все", "Текст файлу",
    ],
    "theme_overrides/workplace/importing.js": [
        "Перенести в план", "До наступного завдання", "нова громада", "Стовпці",
    ],
    "theme_overrides/workplace/table.js": ["Про план"],
    "theme_overrides/workplace/fields.js": ["Внести до реєстру", "Докладніше"],
    "theme_overrides/workplace/row.js": ["Інші поля", "Додати після", "Перемістити", "Прибрати"],
    "theme_overrides/workplace/reports.js": ["Суперечність", "Запитання"],
    "theme_overrides/workplace/handing.js": ["Завантажити змінені файли (ZIP)"],
    "theme_overrides/workplace/github.js": ["Без токена, крок за кроком"],
    "generator/staff/workplace/table.py": ["Ми розуміємо так: "],
    "generator/model/records/measure.py": ["Захід вилучено з плану"],
}  # fmt: skip
IN_OTHER_WORDS = {"timedelta(days=30)": "30 днів"}


@pytest.mark.parametrize(("file", "words"), [(file, word) for file, listed in QUOTED.items() for word in listed])
def test_quoted_words_are_real(file: str, words: str) -> None:
    assert words in (ROOT / file).read_text(encoding="utf-8")
    guide = "\n".join(page.body for page in pages().values())
    assert IN_OTHER_WORDS.get(words, words) in guide


def test_accessibility_page_says_what_nobody_has_checked_yet() -> None:
    text = pages()["accessibility.md"].body
    assert "Цього ще не зроблено" in text
    for name in ("NVDA", "JAWS", "TalkBack", "VoiceOver", "Брайля", "легкої мови"):
        assert name in text


def test_edit_link_is_called_as_the_theme_calls_it() -> None:
    catalogue = Path(material.__file__).parent / "templates/partials/languages/uk.html"
    assert '"action.edit": "Редагувати сторінку"' in catalogue.read_text(encoding="utf-8")
    assert "«Редагувати сторінку»" in pages()["yaml.md"].body
