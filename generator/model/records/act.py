"""An act on a plan."""

from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, OURS, part, told
from generator.model.records.record import Day, Record, Slug, Text
from generator.model.records.table import Texts
from generator.model.vocabulary import ActRole


class ActRecord(Record):
    """The act that approved the plan."""

    kind: Annotated[Text, DOCUMENT, part()]
    """Вид акта: «Розпорядження міського голови»."""
    date: Annotated[Day, DOCUMENT, part("від {}")]
    """Дата акта, РРРР-ММ-ДД."""
    number: Annotated[Text, DOCUMENT, part("№ {}")]
    """Номер акта."""
    issuer: Annotated[Text | None, DOCUMENT, told("назву того, хто видав акт")] = None
    """Хто видав."""
    title: Annotated[Text, DOCUMENT, part()]
    """Назва акта."""
    control: Annotated[Texts, OURS, told("того, хто контролює виконання", "; ")]
    """Хто за актом контролює виконання (від нас): посада чи орган у називному відмінку, без прізвищ."""
    text: Annotated[Slug | None, OURS, told("посилання на повний текст акта", shown=False)] = None
    """Ім’я тексту з повним текстом акта (файл у texts/)."""
    role: Annotated[ActRole, DOCUMENT, told("те, що зробив акт", shown=False)] = Field(
        default=ActRole.APPROVAL, strict=False
    )
    """Що зробив акт: approval – затвердив план, amendment – змінив його, repeal – скасував."""
