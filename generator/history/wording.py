"""How changes are told: «Змінено строк заходу 1.2.3: було «…», стало «…»»."""

from generator.language.shortening import shortened

_MOST_TOLD = 300
"""Letters of what was and of what is: a sentence is a link, and has to fit a phone."""


def became(what: str, before: str | None, after: str | None) -> str:
    """Tell how a thing changed; `what` is in the accusative. A missing side means it was not there, or is gone."""
    before, after = (shortened(text, _MOST_TOLD) if text else text for text in (before, after))
    if not before:
        return f"Зазначено {what}: «{after}»."
    if not after:
        return f"Вилучено {what}: було «{before}»."
    return f"Змінено {what}: було «{before}», стало «{after}»."
