"""The base of every record and the kinds of value that recur in them."""

import re
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WEB_ADDRESS = r"^https?://[^\s/?#<>\"'\\]+\.[^\s<>\"'\\]+$"
EMAIL = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
KATOTTG = r"^UA[0-9]{17}$"
_SUM = re.compile(r"[-–—]|~?\s?[0-9][0-9\s\u00a0]*([.,][0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1991, 2100
"""Years a date may have; what lies outside is a slip of the keyboard."""


class Record(BaseModel):
    """A frozen record: unknown fields are refused and no value is silently turned into another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


class ShortForm(Record):
    """A record that may be written as one value alone (a text or a list): the value of its `alone` field."""

    alone: ClassVar[str]
    alone_type: ClassVar[type] = str

    @model_validator(mode="before")
    @classmethod
    def _value_alone(cls, value: Any) -> Any:
        return {cls.alone: value} if isinstance(value, cls.alone_type) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept the value alone as well."""
        reference = handler(schema)
        record = handler.resolve_ref_schema(reference)
        mapping = dict(record)
        record.clear()
        record.update({"anyOf": [mapping["properties"][cls.alone], mapping]})
        return reference


def _collapse(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _collapse_lines(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "\n".join(line for line in map(_collapse, value.splitlines()) if line)


def _not_blank(value: Any) -> Any:
    if isinstance(value, str) and not value:
        raise PydanticCustomError("blank", "blank")
    return value


def _day(value: Any) -> Any:
    """Take a quoted date as a date too: people quote them, and nothing is lost."""
    if isinstance(value, str):
        value = _from_words(value)
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise PydanticCustomError("far_day", "far_day")
    if isinstance(value, datetime):
        raise PydanticCustomError("date_from_datetime_inexact", "date_from_datetime_inexact")
    return value


def _from_words(value: str) -> date:
    if _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:  # 30 February
            pass
    raise PydanticCustomError("not_a_day", "not_a_day")


def _sum_as_printed(value: Any) -> Any:
    if isinstance(value, str) and not _SUM.fullmatch(value):
        raise PydanticCustomError("sum", "sum")
    return value


Text = Annotated[str, BeforeValidator(_not_blank), BeforeValidator(_collapse)]
"""One paragraph; white space inside it is collapsed, nothing else is changed."""

Lines = Annotated[str, BeforeValidator(_not_blank), BeforeValidator(_collapse_lines)]
"""A text whose lines mean something, as items of a list in one cell do; white space within a line is collapsed."""

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
"""A permanent piece of an address: small Latin letters, digits and single hyphens."""

WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
Email = Annotated[str, StringConstraints(pattern=EMAIL)]
KatottgCode = Annotated[str, StringConstraints(pattern=KATOTTG)]
Day = Annotated[date, BeforeValidator(_day)]
Sum = Annotated[str, BeforeValidator(_sum_as_printed), BeforeValidator(_collapse)]
"""Money exactly as printed («1 250,0»), a dash where the document prints a dash."""

Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
