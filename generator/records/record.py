"""The base of every record and the kinds of value that recur in them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """A frozen record: unknown fields are refused and no value is silently turned into another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


def _collapse(value: Any) -> Any:
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


def _not_blank(value: Any) -> Any:
    if isinstance(value, str) and not value:
        raise PydanticCustomError("blank", "blank")
    return value


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise PydanticCustomError("web_address", "web_address")
    return value


def _iso_date(value: Any) -> Any:
    """Take a quoted date as a date too: people quote them, and nothing is lost."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("iso_date", "iso_date") from None
    return value


def _sum_as_printed(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[-–—]|~?\s?\d[\d\s\u00a0]*([.,]\d+)?", value):
        raise PydanticCustomError("sum", "sum")
    return value


Text = Annotated[str, BeforeValidator(_not_blank), BeforeValidator(_collapse)]
"""One paragraph; white space inside it is collapsed, nothing else is changed."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A permanent piece of an address: small Latin letters, digits and single hyphens."""

WebAddress = Annotated[str, BeforeValidator(_web_address)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Sum = Annotated[str, BeforeValidator(_sum_as_printed), BeforeValidator(_collapse)]
"""Money exactly as printed («1 250,0»), a dash where the document prints a dash."""

Year = Annotated[int, Field(ge=1991, le=2100)]
