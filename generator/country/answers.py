"""What the laws of Ukraine say of an answer to a letter: nothing that was not read whole, with the day it was checked.

Changes of these laws are told on the page «Запитати раду» only through this file.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Law:
    """A law by which a council answers, as far as a letter needs it; sentences are ours."""

    name: str
    article: str
    """That which sets the days."""
    within: str
    """The days, as they stand in a letter."""
    note: tuple[str, ...]
    """What whoever writes should know, beside the letter."""
    checked: date
    """When its text was last read."""


_CHECKED = date(2026, 11, 28)

INFORMATION = Law(
    name="«Про доступ до публічної інформації»",
    article="стаття 20",
    within="протягом п’яти робочих днів від дня отримання запиту",
    note=(
        (
            "Рада має відповісти за 5 робочих днів від дня, коли отримала запит. Якщо відомостей багато – до 20 "
            "робочих днів, але про це вона має повідомити протягом перших п’яти (стаття 20)."
        ),
        (
            "Пояснювати, навіщо вам ці відомості, не треба. Мають бути ваше ім’я, поштова або електронна адреса, "
            "телефон, якщо він є, і те, про що питаєте; на папері – ще дата й підпис (стаття 19)."
        ),
        (
            "Якщо від цих відомостей залежать життя чи свобода людини, стан довкілля або йдеться про катастрофу, "
            "напишіть про це й поясніть чому: тоді відповідь дають за 48 годин (стаття 20)."
        ),
    ),
    checked=_CHECKED,
)
"""For what the council has in its papers."""

APPEALS = Law(
    name="«Про звернення громадян»",
    article="стаття 20",
    within="не пізніше місяця від дня надходження, а якщо додаткового вивчення не треба – протягом 15 днів",
    note=(
        (
            "Рада має відповісти не пізніше ніж за місяць від дня, коли отримала лист; якщо вивчати нічого не "
            "треба – за 15 днів. Коли місяця замало, керівник може встановити довший строк і має повідомити вас; "
            "разом це не більш як 45 днів (стаття 20)."
        ),
        (
            "Якщо треба швидше, напишіть у листі, чому: на обґрунтовану письмову вимогу строк скорочують. "
            "Звернення людей, які мають установлені законом пільги, розглядають першочергово: напишіть, які у "
            "вас пільги (стаття 20)."
        ),
        (
            "Мають бути прізвище, ім’я, по батькові, місце проживання, суть і дата; лист на папері підпишіть. "
            "Електронною поштою: додайте адресу для відповіді; електронний підпис не потрібен (стаття 5)."
        ),
    ),
    checked=_CHECKED,
)
"""For a service, an explanation, a proposal, a complaint."""
