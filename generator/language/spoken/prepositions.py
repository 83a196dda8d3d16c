"""The case that the word before asks for."""

from __future__ import annotations

from generator.language.numbers import Case

_GENITIVE = (
    "протягом упродовж впродовж до з із зі від після початку початок кінця кінець кінці середини середина "
    "наприкінці завершення закінчення пізніше раніше для крім замість вимог біля щодо реалізації виконання"
)
_LOCATIVE = ("у", "в", "при")


def case_after(before: str) -> Case:
    """Return the case that the last word of `before` asks for; the nominative when it governs nothing."""
    words = before.lower().split()
    last = words[-1] if words else ""
    if last in _GENITIVE.split():
        return Case.GENITIVE
    return Case.LOCATIVE if last in _LOCATIVE else Case.NOMINATIVE
