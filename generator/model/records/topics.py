"""topics.yml: for whom and for which service a promise is made. Every word of it is ours, not the documents'."""

from typing import Annotated

from pydantic import Field

from generator.model.records.record import Record, Slug, Text

SERVICE_CODE = r"^\d{3}\.\d$"
ServiceCode = Annotated[str, Field(pattern=SERVICE_CODE)]
"""A code of the national classifier of social services (order of the Ministry of Social Policy 429, 23.06.2020)."""


class TopicRecord(Record):
    """What audiences and services have in common. Ids of both share one space and are permanent."""

    id: Slug
    """Частина адреси сторінки теми; назавжди. Латиниця, цифри, дефіс."""
    name: Text
    """Назва теми, яку бачать люди."""
    about: Text
    """Два прості речення від нас: для кого тема або що це за послуга."""
    quick_exit: bool = False
    """Так, якщо сторінку може читати людина, яка боїться кривдника: на ній буде кнопка швидкого виходу."""

    @property
    def address(self) -> str:
        """The permanent address of its page."""
        return f"topics/{self.id}/"


class AudienceRecord(TopicRecord):
    """A group of people whom measures concern."""

    question: Text | None = None
    """Речення від імені людини для головної сторінки: «Я виховую дитину»."""


class ServiceRecord(TopicRecord):
    """A social service, or a group of measures that people look for as if it were one."""

    official_name: Text | None = None
    """Повна офіційна назва послуги, якщо вона довша за нашу."""
    code: ServiceCode | None = None
    """Код за Класифікатором соціальних послуг, у лапках: "015.1". Лише якщо відомий напевно."""
    source: Text | None = None
    """Закон або інший акт, де послугу так названо."""
    name_is_ours: bool = False
    """Так, якщо це не назва послуги з акта, а наша назва для схожих заходів."""


class TopicsRecord(Record):
    """All topics of the site."""

    audiences: tuple[AudienceRecord, ...] = Field(default=(), strict=False)
    """Для кого: групи людей."""
    services: tuple[ServiceRecord, ...] = Field(default=(), strict=False)
    """Послуги."""

    @property
    def all(self) -> tuple[AudienceRecord | ServiceRecord, ...]:
        """Audiences, then services."""
        return (*self.audiences, *self.services)
