"""Nouns that plans number with Roman numerals, each form with its gender and case."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.numbers import Case, Gender


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a noun. `cases`: those it may stand in, the first when nothing before it governs another."""

    gender: Gender
    cases: tuple[Case, ...]
    plural: bool = False
    numbered_in_figures: bool = False

    def case_in(self, governed: Case) -> Case:
        """Return the case of the form where the word before it asks for `governed`."""
        return governed if governed in self.cases else self.cases[0]


_N, _G, _A, _I, _L = (Case.NOMINATIVE, Case.GENITIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)
_ENDINGS: dict[str, tuple[Gender, dict[str, tuple[Case, ...]], tuple[str, ...]]] = {
    "квартал": (
        Gender.MASCULINE,
        {"": (_N,), "у": (_G,), "а": (_G,), "і": (_L,), "ом": (_I,), "и": (_N,), "ів": (_G,), "ах": (_L,)},
        ("и", "ів", "ах"),
    ),
    "рівень": (
        Gender.MASCULINE,
        {"ень": (_N,), "ня": (_G,), "ні": (_L,), "нем": (_I,), "нів": (_G,), "нях": (_L,)},
        ("нів", "нях"),
    ),
    "декада": (
        Gender.FEMININE,
        {"а": (_N,), "и": (_G,), "і": (_L,), "у": (_A,), "ою": (_I,), "": (_G,), "ах": (_L,)},
        ("", "ах"),
    ),
    "сесія": (
        Gender.FEMININE,
        {"я": (_N,), "ї": (_G, _L), "ю": (_A,), "єю": (_I,), "й": (_G,), "ях": (_L,)},
        ("й", "ях"),
    ),
    "ціль": (Gender.FEMININE, {"ь": (_N,), "і": (_G, _L), "ей": (_G,), "ях": (_L,)}, ("ей", "ях")),
    "півріччя": (Gender.NEUTER, {"чя": (_N, _G), "чі": (_L,), "чям": (_I,), "": (_G,)}, ("",)),
    "скликання": (Gender.NEUTER, {"я": (_G,), "і": (_L,), "ям": (_I,)}, ()),
}
_STEMS = (
    ("квартал", "квартал етап розділ тур клас семестр триместр пріоритет напрям блок ступен"),
    ("рівень", "рів"),
    ("декада", "декад груп частин глав половин"),
    ("сесія", "сесі категорі стаді"),
    ("ціль", "ціл чверт"),
    ("півріччя", "півріч"),
    ("скликання", "скликанн"),
)
_IN_FIGURES = ("квартал", "півріч", "декад")


def _forms() -> dict[str, Noun]:
    forms: dict[str, Noun] = {}
    for pattern, stems in _STEMS:
        gender, endings, plurals = _ENDINGS[pattern]
        for stem in stems.split():
            for ending, cases in endings.items():
                forms[stem + ending] = Noun(gender, cases, ending in plurals, stem in _IN_FIGURES)
    return forms


NOUNS = _forms()
"""Every form, in small letters."""
_QUARTER = {_N: "квартал", _G: "кварталу", _L: "кварталі"}
_HALF = {_N: "півріччя", _G: "півріччя", _L: "півріччі"}


def abbreviated(short: str, governed: Case) -> tuple[Noun, str]:
    """Return the noun that «кв.», «півр.» stand for, in the case asked for, and its form."""
    forms = _QUARTER if short.startswith("кв") else _HALF
    word = forms.get(governed, forms[_N])
    return NOUNS[word], word
