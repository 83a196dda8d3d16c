"""What a council says of its data sets, for the state's portal of open data."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.records.record import Email, Record, Text

EDRPOU = r"^[0-9]{8}$"
Frequency = Literal[
    "Відразу після внесення змін",
    "Більш як один раз на день",
    "Щомісяця",
    "Щокварталу",
    "Кожного півріччя",
    "Щороку",
]
"""Words of the passport (Cabinet resolution 835 of 21.10.2015, seen in councils' sets, not read in the act)."""


class OpenDataRecord(Record):
    """Passport of a community's data sets; only what the council itself says."""

    edrpou: Annotated[str, StringConstraints(pattern=EDRPOU)] | None = None
    """Код ЄДРПОУ ради, вісім цифр."""
    responsible: Text | None = None
    """Посада відповідальної особи, без прізвища."""
    email: Email | None = None
    """Електронна адреса відповідальної особи."""
    basis: Text | None = None
    """Підстава оприлюднення: акт і його пункт."""
    frequency: Frequency | None = None
    """Періодичність оновлення, словами паспорта."""
    keywords: tuple[Text, ...] = Field(default=(), strict=False)
    """Ключові слова."""

    @property
    def missing(self) -> list[str]:
        """The names of fields that the passport asks for and nobody filled."""
        return [name for name in type(self).model_fields if not getattr(self, name)]
