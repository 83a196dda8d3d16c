"""Small Word files for the tests of this folder."""

from staff.importer.grids import spot
from staff.importer.word import docx

HEADER = ("Операційні цілі", "Завдання і заходи", "Термін", "Виконавці")


def plan_docx(title="Програма підтримки родин на 2026–2027 роки"):
    rows = [
        [spot(text) for text in HEADER],
        [spot("СТРАТЕГІЧНА ЦІЛЬ 1. Більше послуг для родин", colspan=4)],
        [spot("1.1. Знати потреби", rowspan=2), spot("1.1.1. Опитати мешканців"), spot("до 31 грудня 2026 року"), spot("УСЗН\nЦентр соціальних служб")],
        [spot("1.1.2. Відкрити приймальню"), spot("Постійно"), spot("УСЗН")],
    ]  # fmt: skip
    return docx(title, rows, "Міський голова")
