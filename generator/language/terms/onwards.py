"""Years that follow without end: «2026 та наступні роки», «2026+» mean «2026 і далі»."""

from __future__ import annotations

from generator.language.terms.lexer import Token
from generator.language.terms.vocabulary import Cat

_PLURAL_YEARS = ("роки", "роках", "років", "рр")


def with_onwards(tokens: list[Token]) -> list[Token]:
    """Return the tokens with «та (в) наступні (роки)» and a closing «+» made one ONWARDS token."""
    if any(token.cat is Cat.UNTIL for token in tokens):
        return tokens
    for i, token in enumerate(tokens):
        if token.cat is not Cat.AND or i == 0:
            continue
        if token.text == "+" and i + 1 == len(tokens):
            return [*tokens[:i], Token(Cat.ONWARDS)]
        length = _following_years(tokens, i + 1)
        if length:
            return [*tokens[:i], Token(Cat.ONWARDS), *tokens[i + 1 + length :]]
    return tokens


def _following_years(tokens: list[Token], i: int) -> int:
    """Return how many tokens say «(в) наступні (роки)»; 0 when they name one year or something else."""
    start = i
    if i < len(tokens) and tokens[i].cat is Cat.IN:
        i += 1
    if i >= len(tokens) or tokens[i].cat is not Cat.NEXT or not tokens[i].text.endswith(("і", "их")):
        return 0
    i += 1
    if i == len(tokens):
        return i - start
    return i + 1 - start if tokens[i].text in _PLURAL_YEARS else 0
