"""Ukrainian text to Braille: signs of six dots as the letters by which files for embossers write them.

The letters are those of «World Braille Usage», third edition (Perkins, ICEB, NLS; 2013), «Ukrainian»: the letters that
Ukrainian shares with Russian have the same dots, its own are ґ, є, і and ї. Numbers, marks, brackets and the signs
before Latin and Greek letters follow the practice of Ukrainian and Russian literary Braille; where practices differ we
took the one that the Ukrainian table of liblouis 3.24 by EAC «Lemur» (2017) has too. Capitals are not marked, as is
usual there in running text. No blind reader has read the result through yet, and every edition says so.
"""

from collections.abc import Iterator, Mapping
from typing import Final

_ASCII: Final = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The sign of every pattern of dots, by its number in Unicode’s block of Braille (North American ASCII Braille)."""


def _signs(*dots: str) -> str:
    """Return patterns, each given by its dots («2456»), as the letters of a file; nothing is an empty pattern."""
    return "".join(_ASCII[sum(1 << int(dot) - 1 for dot in pattern)] for pattern in dots)


def _table(listed: str) -> dict[str, str]:
    """Read «а 1  б 12  …»: a sign, then its patterns joined by hyphens."""
    words = listed.split()
    return {sign: _signs(*patterns.split("-")) for sign, patterns in zip(words[::2], words[1::2], strict=True)}


_UKRAINIAN: Final = _table(
    "а 1  б 12  в 2456  г 1245  ґ 12456  д 145  е 15  є 345  ж 245  з 1356  и 24  і 13456  ї 1456  й 12346  к 13  "
    "л 123  м 134  н 1345  о 135  п 1234  р 1235  с 234  т 2345  у 136  ф 124  х 125  ц 14  ч 12345  ш 156  щ 1346  "
    "ь 23456  ю 1256  я 1246  ё 16  ъ 12356  ы 2346  э 246"
)
_LATIN: Final = _table(
    "a 1  b 12  c 14  d 145  e 15  f 124  g 1245  h 125  i 24  j 245  k 13  l 123  m 134  n 1345  o 135  p 1234  "
    "q 12345  r 1235  s 234  t 2345  u 136  v 1236  w 2456  x 1346  y 13456  z 1356"
)
_DIGITS: Final = dict(zip("1234567890", (_LATIN[letter] for letter in "abcdefghij"), strict=True))
_NUMBER, _UKRAINIAN_AGAIN, _LATIN_BEGINS, _LATIN_CAPITAL = _signs("3456"), _signs("5"), _signs("6"), _signs("46")
_MARKS: Final = _table(
    ". 256  , 2  ; 23  : 25  ? 26  ! 235  - 36  ‐ 36  ‑ 36  – 36  — 36  − 36  « 236  » 356  “ 236  ” 356  „ 236  "
    "‟ 356  ‹ 236  › 356  ( 126  ) 345  [ 12356  ] 23456  { 246  } 135  ' 3  ’ 3  ʼ 3  ‘ 3  / 6-34  \\ 6-16  * 35  "
    "… 256-256-256  • 56-35  · 56  & 6-12346  @ 146  # 1456  _ 456  + 235  = 2356  × 3  ÷ 256  ± 235-36  < 246  > 135  "
    "≤ 246-2356  ≥ 135-2356  ≠ 23456  ≈ 26-26  ~ 26  % 3456-356  ‰ 3456-356-356  № 1345  § 346  ° 46-356  ′ 35  "
    "″ 35-35  € 4-15  $ 4-145  £ 4-123  ¥ 4-13456  → 25-135  ← 246-25  ^ 56-26  ` 4  | 456  "
    "© 126-6-14-345  ® 126-6-1235-345  ½ 3456-1-23  ¼ 3456-1-256  ¾ 3456-14-256  "
    "¹ 34-3456-1  ² 34-3456-12  ³ 34-3456-14"
)
_QUOTES: Final = (_signs("236"), _signs("356"))
_LOW: Final = '.,;:!?«»“”„…"'
"""Marks made of the lower dots: after a number dot 6 stands before them, else they would be read as its digits."""
_BEFORE_LOW: Final = _signs("6")
_SPACES: Final = "\u00a0\u2007\u2009\u202f\t"
_UNSEEN: Final = "\u00ad\u0301\u200b\u2060\ufeff"
"""Soft hyphens, stress marks and the like: no sign of Braille stands for them."""


def in_braille(text: str) -> str:
    """Return a text as the letters of a Braille file, lines and spaces kept; a sign without Braille by its code.

    Words stay words: what was apart by a space is apart.
    """
    return "".join(_Reading(text).written())


def has_braille(sign: str) -> bool:
    """Return whether a sign has its own Braille or needs none."""
    return bool(_of(sign)) or sign in '" \n' or sign in _SPACES or sign in _UNSEEN or sign in _DIGITS


def _of(sign: str) -> str:
    low = sign.lower()
    return _UKRAINIAN.get(low) or _LATIN.get(low) or _MARKS.get(sign, "")


class _Reading:
    """One text on its way to Braille: whether a number or Latin letters are under way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._number = self._latin = False
        self._quotes = 0

    def written(self) -> Iterator[str]:
        for at, sign in enumerate(self._text):
            yield self._sign(sign, self._text[at + 1 : at + 2], self._text[at - 1 : at])

    def _sign(self, sign: str, following: str, before: str) -> str:
        if sign in _UNSEEN:
            return ""
        if sign in _DIGITS:
            opened, self._number, self._latin = "" if self._number else _NUMBER, True, False
            return opened + _DIGITS[sign]
        inside = self._number and following in _DIGITS and following != ""
        if sign == "," and inside:
            return _MARKS[sign]
        after_number, self._number = self._number, False
        if sign.isalpha() and (sign.lower() in _UKRAINIAN or sign.lower() in _LATIN):
            return self._letter(sign, before, after_number=after_number)
        if sign in "\n " or sign in _SPACES:
            self._latin = self._latin and sign != "\n"
            return "\n" if sign == "\n" else " "
        return (_BEFORE_LOW if after_number and sign in _LOW and not inside else "") + self._mark(sign)

    def _letter(self, sign: str, before: str, *, after_number: bool) -> str:
        """Write a letter; before the first Latin one of a row stands the sign of Latin, of a capital where it is one.

        The sign of Ukrainian stands where a letter follows a number, whose signs are letters too, or a Latin one.
        """
        low, was_latin = sign.lower(), self._latin
        if low in _UKRAINIAN:
            self._latin = False
            again = after_number or (was_latin and before.isalpha())
            return (_UKRAINIAN_AGAIN if again else "") + _UKRAINIAN[low]
        self._latin = True
        opened = _LATIN_CAPITAL if sign.isupper() else _LATIN_BEGINS
        return ("" if was_latin and not after_number else opened) + _LATIN[low]

    def _mark(self, sign: str) -> str:
        if sign == '"':
            self._quotes += 1
            return _QUOTES[(self._quotes + 1) % 2]
        return _MARKS.get(sign) or self._unknown(sign)

    def _unknown(self, sign: str) -> str:
        self._latin = False
        return "".join(_Reading(f"[знак {ord(sign):X}]").written())


TABLES: Final[Mapping[str, str]] = {**_UKRAINIAN, **_LATIN, **_MARKS}
"""Every sign with Braille of its own, for those who check."""
