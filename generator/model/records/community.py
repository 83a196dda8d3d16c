"""community.yml and executors.yml."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language.terms import date_in_words
from generator.model.records.open_data import OpenDataRecord
from generator.model.records.record import Day, Email, KatottgCode, Record, Slug, Text, WebAddress


class Contacts(Record):
    """Ways to reach a body; only those that are known."""

    email: Email | None = None
    """Адреса електронної пошти."""
    phone: Text | None = None
    """Телефон, як його пишуть: «+380 4631 7-12-34»."""
    post: Text | None = None
    """Поштова адреса."""
    form: WebAddress | None = None
    """Адреса сторінки з формою звернення."""
    site: WebAddress | None = None
    """Адреса сайту."""

    @property
    def can_answer(self) -> bool:
        """Tell whether a resident can write or call; a site alone is no such way."""
        return bool(self.email or self.phone or self.post or self.form)


class Parent(Record):
    """The body that an executor belongs to: one of the registry, or its name in words."""

    id: Slug | None = None
    """Ідентифікатор органу з цього самого реєстру."""
    name: Text | None = None
    """Назва органу словами, якщо його немає в реєстрі."""

    @model_validator(mode="after")
    def _one_of_two(self) -> "Parent":
        if (self.id is None) == (self.name is None):
            raise PydanticCustomError("one_parent", "one_parent")
        return self


class ExecutorRecord(Record):
    """A body that carries out measures."""

    id: Slug
    """Частина адреси сторінки виконавця; назавжди. Латиниця, цифри, дефіс."""
    name: Text
    """Повна назва, як у документі."""
    short_name: Text | None = None
    """Коротка назва, як її знають люди."""
    spellings: tuple[Text, ...] = Field(default=(), strict=False)
    """Інші написання, які трапляються в документі, буква в букву."""
    parent: Parent | None = None
    """Орган, якому виконавець підпорядкований."""
    contacts: Contacts = Contacts()
    """Контакти, якщо вони відомі."""
    collective: bool = False
    """Так, якщо це не одна установа, а збірна назва («недержавні надавачі»)."""
    note: Text | None = None
    """Примітка від нас."""


class SuspensionRecord(Record):
    """Why and since when the terms of a community's plans are not counted: nobody there is free to keep them."""

    reason: Text
    """Чому, для речення: «громада під окупацією»."""
    since: Day | None = None
    """Перший день, якщо відомий, РРРР-ММ-ДД."""
    since_words: Text | None = None
    """Відколи, словами, якщо дня не знаємо: «з 2022 року»."""
    until: Day | None = None
    """Останній день, якщо строки знову рахують, РРРР-ММ-ДД."""
    act: Text | None = None
    """Акт, який це встановив, якщо відомий."""

    @property
    def since_in_words(self) -> str:
        """Since when, in words; nothing where nobody knows."""
        return f"з {date_in_words(self.since)}" if self.since else self.since_words or ""

    def sentence(self, *, told: bool) -> str:
        """Say that terms are not counted, why, since when, until when and by which act; `told`: a notice says why."""
        until = f"до {date_in_words(self.until)}" if self.until else ""
        act = f"({self.act})" if self.act else ""
        why = [] if told else [f": {self.reason} {self.since_in_words}".rstrip()]
        return f"{' '.join(filter(None, [''.join(['Строків не рахуємо', *why]), until, act]))}."

    def holds_on(self, day: date) -> bool:
        """Whether terms are not counted on this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class CommunityRecord(Record):
    """One territorial community."""

    name: Text
    """Повна назва громади."""
    short_name: Text
    """Коротка назва для меню і карток: «Ніжин»."""
    in_community: Text | None = None
    """Для речень: «у Ніжині»."""
    oblast: Text
    """Область."""
    katottg: KatottgCode | None = None
    """Код за КАТОТТГ, якщо відомий."""
    council: Text | None = None
    """Рада, якій пишуть листи: «Зразкова міська рада»; без цього поля в листі стоїть назва громади."""
    site: WebAddress | None = None
    """Офіційний сайт."""
    notice: Text | None = None
    """Пояснення, яке показують на сторінках громади один раз."""
    suspended: SuspensionRecord | None = None
    """Чому й відколи строків планів громади не рахуємо; тоді жоден захід не прострочено."""
    contacts: Contacts = Contacts()
    """Куди мешканець може написати чи подзвонити."""
    open_data: OpenDataRecord | None = None
    """Для порталу відкритих даних: хто відповідає за набори, код ради, підстава, періодичність."""
    executors: tuple[ExecutorRecord, ...] = Field(default=(), strict=False)
    """Виконавці цієї громади."""


class ExecutorsRecord(Record):
    """Bodies that act in more than one community."""

    executors: tuple[ExecutorRecord, ...] = Field(strict=False)
    """Виконавці, спільні для кількох громад."""
