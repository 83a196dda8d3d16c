"""What people write in the place of a status: what it may mean, and what has to be asked."""

from typing import Final

from generator.model.vocabulary import Status

UNDER_WAY: Final = {
    "частково",
    "виконано частково",
    "частково виконано",
    "виконується частково",
    "в роботі",
    "у роботі",
    "в процесі",
    "у процесі",
    "в процесі виконання",
    "у процесі виконання",
    "триває",
    "розпочато",
    "ведеться робота",
}
"""Words for work that goes on: taken as «Виконується» once a person has confirmed it."""
_NOT_DONE: Final = ("не викон", "невикон", "ні", "0%", "0 %")
_ALL_DONE: Final = (
    "100%",
    "100 %",
    "виконаний",
    "виконана",
    "завершено",
    "реалізовано",
    "зроблено",
    "повністю виконано",
)
_UNCLEAR: Final = ("+", "так", "є", "ok", "ок")


def what_it_may_mean(words: str) -> str | None:
    """Say what words that are no status may mean and what to do; None for words nobody expects.

    «Виконано» is never offered for words that say the opposite or less.
    """
    if words.startswith(_NOT_DONE):
        return f"«{words}»: це «{Status.NOT_STARTED.words}» чи «{Status.IN_PROGRESS.words}»? Виберіть зі списку"
    if words in _ALL_DONE:
        return f"«{words}»: якщо це «{Status.DONE.words}», виберіть його зі списку і впишіть фактичну дату виконання"
    if words in _UNCLEAR:
        return (
            f"«{words}»: не видно, що це означає; якщо захід виконано, виберіть «{Status.DONE.words}» і впишіть "
            f"фактичну дату, якщо роботу ведуть – «{Status.IN_PROGRESS.words}»"
        )
    return None
