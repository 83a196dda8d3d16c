"""Ukrainian words that depend on a number or a neighbour."""

from collections.abc import Callable

from generator.language import plurals

Counting = Callable[[int], str]
"""How a number of things is said in one case."""


_ALPHABET = {letter: place for place, letter in enumerate("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")}


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return number and noun in agreement: 1 захід, 2 заходи, 5 заходів, 11 заходів, 21 захід."""
    return f"{number} {form(number, one, few, many)}"


def form(number: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that a number asks for."""
    return plurals.form(number, (one, few, many))


def measures(number: int) -> str:
    return plural(number, "захід", "заходи", "заходів")


def of_measures(number: int) -> str:
    """Count measures in the genitive: «35 заходів», «21 заходу», as after «із», «для» or «у»."""
    return plural(number, "заходу", "заходів", "заходів")


def in_measures(number: int) -> str:
    """Count measures in the locative: «2 заходах», «21 заході», as after «бере участь у»."""
    return plural(number, "заході", "заходах", "заходах")


def small(text: str) -> str:
    """Return a heading or a word that began a line as it reads inside one; an abbreviation stays."""
    return text if text[:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def goals(number: int) -> str:
    return plural(number, "ціль", "цілі", "цілей")


GOALS = {
    "Стратегічна ціль": ("стратегічна ціль", "стратегічні цілі", "стратегічних цілей"),
    "Операційна ціль": ("операційна ціль", "операційні цілі", "операційних цілей"),
    "Розділ": ("розділ", "розділи", "розділів"),
    "Завдання": ("завдання", "завдання", "завдань"),
    "Частина": ("частина", "частини", "частин"),
}
"""Forms of the words by which documents call a level of goals, and of ours where they have none."""


def executors(number: int) -> str:
    return plural(number, "виконавець", "виконавці", "виконавців")


def notes(number: int) -> str:
    return plural(number, "запис", "записи", "записів")


def communities(number: int) -> str:
    return plural(number, "громада", "громади", "громад")


def of_communities(number: int) -> str:
    """Count communities in the genitive: «5 громад», «21 громади», as after «плани»."""
    return plural(number, "громади", "громад", "громад")


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """Return the key by which words stand in the order of the Ukrainian alphabet; other signs come first."""
    return tuple((_ALPHABET.get(letter, -1), letter) for letter in text.casefold() if letter.isalnum() or letter == " ")
