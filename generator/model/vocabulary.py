"""Every closed list of words the project uses, in one place: the code stored in YAML and the words people read."""

from enum import StrEnum
from typing import TYPE_CHECKING, Self

from generator.country.forms import form_names


class Worded(StrEnum):
    """A code with the words that people read for it: each member is `code, words`, and its value is the code."""

    _value_: str
    words: str

    def __new__(cls, code: str, words: str = "") -> Self:  # a look-up by value, for the type checker, has no words
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member


class Status(Worded):
    """What a report says about a measure. No report at all is the absence of a status, never a member."""

    NOT_STARTED = "not-started", "Не розпочато"
    IN_PROGRESS = "in-progress", "Виконується"
    DONE = "done", "Виконано"
    SUSPENDED = "suspended", "Призупинено"
    CANCELLED = "cancelled", "Скасовано"
    MERGED = "merged", "Об’єднано з іншим"


CALLED_OFF = frozenset({Status.CANCELLED, Status.MERGED})
"""What nobody is to do any more."""
NO_REPORT = "Звіту ще немає"


class TimeState(Worded):
    """Where a measure's term stands against the as-of date; derived, never stored."""

    UPCOMING = "upcoming", "Ще не настав час"
    CURRENT = "current", "Триває"
    DUE_SOON = "due-soon", "Скоро строк"
    OVERDUE = "overdue", "Строк минув"
    DONE_LATE = "done-late", "Виконано пізніше строку"
    ONGOING = "ongoing", "Постійно"
    RECURRING = "recurring", "Періодично"
    CONDITIONAL = "conditional", "Залежить від події"
    CLOSED = "closed", "Завершено"
    UNKNOWN = "unknown", "Строк невідомий"
    PROJECT = "project", "Проєкт"
    SUSPENDED = "terms-suspended", "Строк не рахуємо"


LASTING = frozenset({TimeState.ONGOING, TimeState.RECURRING, TimeState.CONDITIONAL})
"""What has no day by which it is done."""


class MeasureGroup(Worded):
    """Under what heading a list puts measures that stand alike; derived, never stored. Codes are anchors of pages."""

    NEXT = "next", "Що має бути зроблено найближчим часом"
    NEAREST = "nearest", "Найближчі строки"
    DONE = "done", "Зроблено"
    REPORTED_LATE = "reported-late", "Повідомили, але строк минув"
    LATE = "late", "Строк минув, а звіту немає"
    UNDER_WAY = "under-way", "Повідомили, ще не зроблено"
    SILENT = "silent", "Звіту ще немає; строк не минув або невідомий"
    CALLED_OFF = "called-off", "Скасовано, об’єднано з іншим або вилучено"
    SUSPENDED = "suspended", "Строків не рахуємо"
    PAST = "past", "Строк уже минув"
    THIS_QUARTER = "this-quarter", "Строк цього кварталу"
    CURRENT = "current", TimeState.CURRENT.words
    STANDING = "standing", "Постійно або періодично"
    RECURRING = "recurring", TimeState.RECURRING.words
    ONGOING = "ongoing", TimeState.ONGOING.words
    CONDITIONAL = "conditional", TimeState.CONDITIONAL.words
    UPCOMING = "upcoming", "Почнеться пізніше"
    AHEAD = "ahead", "Попереду"
    ENDED = "ended", "Строк або план закінчився"
    UNREAD = "unread", "Строк не вдалося прочитати як дату"
    UNDATED = "undated", "Строку не зазначено"
    UNFILLED = "unfilled", "Окремого строку тут не вказано"
    PROJECTS = "projects", "У проєкті: ще не затверджено"


class Absent(Worded):
    """What a document can lack: said by us of it, field by field, so that nothing empty is taken for a fact."""

    ACT = "act", "акт"
    PERIOD = "period", "період дії"
    EXECUTORS = "executors", "виконавці"
    TERM = "term", "строк"
    INDICATORS = "indicators", "показники"
    FUNDING = "funding", "гроші"


class Role(Worded):
    """What part a document gives a body in a measure, by the column or the word it stands under."""

    LEAD = "lead", "Відповідальний виконавець"
    WITH = "with", "Співвиконавець"
    CUSTOMER = "customer", "Замовник"
    PARTNER = "partner", "Партнер"

    @property
    def answers(self) -> bool:
        """Whether such a body answers for the measure; the others take part in it."""
        return self in {Role.LEAD, Role.CUSTOMER}


if TYPE_CHECKING:

    class KnownForm(StrEnum):
        """A form of planning documents that generator/country/forms/ describes, by the name of its file."""

else:
    KnownForm = StrEnum("KnownForm", {name.replace("-", "_").upper(): name for name in form_names()})
    KnownForm.__doc__ = "A form of planning documents that generator/country/forms/ describes, by the name of its file."


class NoteKind(Worded):
    """Why a note stands beside a plan: what the document lacks or where it contradicts itself."""

    GAP = "gap", "Чого в документі немає"
    CONTRADICTION = "contradiction", "Суперечності"
    NUMBERING = "numbering", "Нумерація"
    SLIP = "slip", "Описки"
    SCAN = "scan", "Прочитано зі сканованої копії"
    LOST = "lost", "Втрачено під час перенесення"
    RESIDUE = "residue", "Залишки розмітки"


class ActRole(Worded):
    """What an act did to the plan."""

    APPROVAL = "approval", "Затверджено"
    AMENDMENT = "amendment", "Змінено"
    REPEAL = "repeal", "Скасовано"


class EasyReader(Worded):
    """Who can say that easy words are easy: those who read so."""

    INTELLECTUAL = "intellectual-disability", "люди з інтелектуальними порушеннями"
    LEARNING = "learning-difficulties", "люди, яким важко читати"
    DEMENTIA = "dementia", "люди з деменцією"


class SignReader(Worded):
    """Who can say that a video in sign language is understood."""

    SIGNERS = "deaf-signers", "глухі люди, які говорять жестовою мовою"
    INTERPRETER = "deaf-interpreter", "глухий перекладач жестової мови"


class TextPart(StrEnum):
    """What kind of narrative part a text is."""

    ACT = "act"
    CHAPTER = "chapter"
    APPENDIX = "appendix"
    SCAN = "scan"


class ChannelKind(Worded):
    """A way to be heard by a community, an executor or the site."""

    EMAIL = "email", "Написати листа"
    PHONE = "phone", "Зателефонувати"
    POST = "post", "Надіслати поштою"
    FORM = "form", "Заповнити форму"
    SITE = "site", "Офіційний сайт"
    ISSUE = "issue", "Повідомити про помилку на цій сторінці"
