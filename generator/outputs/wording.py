"""How a change is told: «Змінено строк заходу 1.2.3: було «…», стало «…»»."""


def became(what: str, before: str | None, after: str | None) -> str:
    """Tell how a thing changed; `what` is in the accusative. A missing side means it was not there, or is gone."""
    if not before:
        return f"Зазначено {what}: «{after}»."
    if not after:
        return f"Вилучено {what}: було «{before}»."
    return f"Змінено {what}: було «{before}», стало «{after}»."
