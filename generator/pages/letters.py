"""The letters of «Запитати раду», word for word; ask.js fills in what is known, the rest is filled by hand."""

from dataclasses import dataclass

from generator.country.answers import APPEALS, INFORMATION, Law

_WHO = "Від кого (прізвище, ім’я, по батькові)"
_APPEAL_ANSWER = f"Прошу відповісти {APPEALS.within} ({APPEALS.article} Закону України {APPEALS.name})."


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of question and its letter; `id` is its place on the page and what ask.js calls it."""

    id: str
    choice: str
    subject: str
    heading: str
    opening: str
    asking: str
    """What stands before the questions, or the whole demand where there are none."""
    questions: tuple[str, ...]
    answer: str
    law: Law
    kind: str
    """What the law calls such a letter, for the line under it."""
    who: str = _WHO
    lives: bool = True
    """Whether the law asks for the place where the writer lives."""
    asks_money: bool = False
    """Whether one more question is added where the plan names money."""
    says_late: bool = False
    """Whether it opens with what is known of the term and of reports; not offered where nothing is late."""
    story: str = ""
    """The label of the blank for the writer's own words; none without it."""
    warning: str = ""
    """What else to know before it is sent."""

    @property
    def checked(self) -> str:
        """The law it goes by, in a sentence."""
        return f"{self.kind} за Законом України {self.law.name}."


LETTERS = (
    Letter(
        id="status",
        choice="Чи це вже діє?",
        subject="Запит на інформацію про виконання заходу плану",
        heading="Запит на інформацію",
        opening="Прошу повідомити, чи виконано захід плану і чи можна вже скористатися тим, що він передбачає.",
        asking="Прошу відповісти:",
        questions=(
            "Чи виконано цей захід? Якщо так, то коли?",
            "Якщо його ще виконують, що вже зроблено?",
            "Чи є звіт про його виконання? Якщо є, прошу надіслати копію.",
        ),
        answer=(
            f"Прошу надати відповідь {INFORMATION.within} ({INFORMATION.article} Закону України {INFORMATION.name})."
        ),
        law=INFORMATION,
        kind="Це запит на інформацію",
        who="Від кого (ім’я)",
        lives=False,
        asks_money=True,
    ),
    Letter(
        id="service",
        choice="Як отримати послугу?",
        subject="Звернення: як отримати допомогу за планом",
        heading="Звернення",
        opening="Хочу отримати допомогу, про яку йдеться в плані громади.",
        asking="Прошу пояснити:",
        questions=(
            "Чи надають уже цю допомогу?",
            "Хто може її отримати?",
            "До кого звернутися і які документи подати?",
            "Чи треба платити і скільки чекати?",
            "Якщо цієї допомоги ще немає, коли вона має з’явитися і куди звернутися тепер?",
        ),
        answer=_APPEAL_ANSWER,
        law=APPEALS,
        kind="Це звернення",
        story="Моя потреба (якщо хочете, напишіть; хвороб називати не обов’язково)",
    ),
    Letter(
        id="why",
        choice="Чому не зроблено?",
        subject="Звернення про виконання заходу плану",
        heading="Звернення",
        opening="Прошу пояснити, як виконують захід плану громади.",
        asking="Прошу відповісти:",
        questions=(
            "Чи виконано цей захід?",
            "Якщо ні, то чому?",
            "Що вже зроблено і коли захід виконають?",
            "Хто за це відповідає?",
        ),
        answer=_APPEAL_ANSWER,
        law=APPEALS,
        kind="Це звернення",
        says_late=True,
    ),
    Letter(
        id="complaint",
        choice="Хочу поскаржитися",
        subject="Скарга",
        heading="Скарга",
        opening="Скарга стосується того, як виконують захід плану громади.",
        asking="Прошу перевірити це, усунути порушення, якщо вони є, і письмово повідомити мене, що зроблено.",
        questions=(),
        answer=_APPEAL_ANSWER,
        law=APPEALS,
        kind="Це скарга, тобто вид звернення,",
        story="Що сталося (де, коли, хто)",
        warning=(
            "Не пишіть у листі відомостей про здоров’я інших людей. Якщо комусь загрожує небезпека зараз, не "
            "чекайте на відповідь: телефонуйте в поліцію, 102."
        ),
    ),
)
