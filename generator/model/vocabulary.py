"""Every closed list of words the project uses, in one place: the code stored in YAML and the words people read."""

from enum import StrEnum


class Status(StrEnum):
    """What a report says about a measure. No report at all is the absence of a status, never a member."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    MERGED = "merged"

    @property
    def words(self) -> str:
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.NOT_STARTED: "Не розпочато",
    Status.IN_PROGRESS: "Виконується",
    Status.DONE: "Виконано",
    Status.SUSPENDED: "Призупинено",
    Status.CANCELLED: "Скасовано",
    Status.MERGED: "Об’єднано з іншим",
}
CALLED_OFF = frozenset({Status.CANCELLED, Status.MERGED})
"""What nobody is to do any more."""
NO_REPORT = "Звіту ще немає"


class TimeState(StrEnum):
    """Where a measure's term stands against the as-of date; derived, never stored."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    DONE_LATE = "done-late"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    PROJECT = "project"

    @property
    def words(self) -> str:
        return _TIME_WORDS[self]


_TIME_WORDS = {
    TimeState.UPCOMING: "Ще не настав час",
    TimeState.CURRENT: "Триває",
    TimeState.DUE_SOON: "Скоро строк",
    TimeState.OVERDUE: "Строк минув",
    TimeState.DONE_LATE: "Виконано пізніше строку",
    TimeState.ONGOING: "Постійно",
    TimeState.RECURRING: "Періодично",
    TimeState.CONDITIONAL: "Залежить від події",
    TimeState.CLOSED: "Завершено",
    TimeState.UNKNOWN: "Строк невідомий",
    TimeState.PROJECT: "Проєкт",
}


class MeasureGroup(StrEnum):
    """Under what heading a list puts measures that stand alike; derived, never stored. Codes are anchors of pages."""

    NEXT = "next"
    NEXT_BY_PLAN = "next-by-plan"
    NEAREST = "nearest"
    LATE = "late"
    PAST = "past"
    THIS_QUARTER = "this-quarter"
    CURRENT = "current"
    STANDING = "standing"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    CONDITIONAL = "conditional"
    UPCOMING = "upcoming"
    AHEAD = "ahead"
    ENDED = "ended"
    OVER = "over"
    UNREAD = "unread"
    UNDATED = "undated"
    UNFILLED = "unfilled"
    PROJECTS = "projects"

    @property
    def words(self) -> str:
        return _GROUP_WORDS[self]


_GROUP_WORDS = {
    MeasureGroup.NEXT: "Що має бути зроблено найближчим часом",
    MeasureGroup.NEXT_BY_PLAN: "Найближчі строки за планом",
    MeasureGroup.NEAREST: "Найближчі строки",
    MeasureGroup.LATE: "Строк минув, а звіту немає",
    MeasureGroup.PAST: "Строк уже минув",
    MeasureGroup.THIS_QUARTER: "Строк цього кварталу",
    MeasureGroup.CURRENT: TimeState.CURRENT.words,
    MeasureGroup.STANDING: "Постійно або періодично",
    MeasureGroup.RECURRING: TimeState.RECURRING.words,
    MeasureGroup.ONGOING: TimeState.ONGOING.words,
    MeasureGroup.CONDITIONAL: TimeState.CONDITIONAL.words,
    MeasureGroup.UPCOMING: "Почнеться пізніше",
    MeasureGroup.AHEAD: "Попереду",
    MeasureGroup.ENDED: "Строк або план закінчився",
    MeasureGroup.OVER: TimeState.CLOSED.words,
    MeasureGroup.UNREAD: "Строк не вдалося прочитати як дату",
    MeasureGroup.UNDATED: "Строку не зазначено",
    MeasureGroup.UNFILLED: "Окремого строку тут не вказано",
    MeasureGroup.PROJECTS: "У проєкті: ще не затверджено",
}


class Absent(StrEnum):
    """What a document can lack: said by us of it, field by field, so that nothing empty is taken for a fact."""

    ACT = "act"
    PERIOD = "period"
    EXECUTORS = "executors"
    TERM = "term"
    INDICATORS = "indicators"
    FUNDING = "funding"

    @property
    def words(self) -> str:
        return _ABSENT_WORDS[self]


_ABSENT_WORDS = {
    Absent.ACT: "акт",
    Absent.PERIOD: "період дії",
    Absent.EXECUTORS: "виконавці",
    Absent.TERM: "строк",
    Absent.INDICATORS: "показники",
    Absent.FUNDING: "гроші",
}


class Role(StrEnum):
    """What part a document gives a body in a measure, by the column or the word it stands under."""

    LEAD = "lead"
    WITH = "with"
    CUSTOMER = "customer"
    PARTNER = "partner"

    @property
    def words(self) -> str:
        return _ROLE_WORDS[self]

    @property
    def answers(self) -> bool:
        """Whether such a body answers for the measure; the others take part in it."""
        return self in {Role.LEAD, Role.CUSTOMER}


_ROLE_WORDS = {
    Role.LEAD: "Відповідальний виконавець",
    Role.WITH: "Співвиконавець",
    Role.CUSTOMER: "Замовник",
    Role.PARTNER: "Партнер",
}


class KnownForm(StrEnum):
    """A form of planning documents that generator/country/forms/ describes, by the name of its file."""

    BARRIER_FREE_2023 = "barrier-free-2023"
    BARRIER_FREE_2025 = "barrier-free-2025"
    CORRUPTION_RISKS = "corruption-risks"
    DISPLACED = "displaced"
    INFORMATISATION = "informatisation"
    PROGRAMME = "programme"
    SOCIAL_SERVICES = "social-services"
    STRATEGY_MONITORING = "strategy-monitoring"
    STRATEGY_REPORT = "strategy-report"


class NoteKind(StrEnum):
    """Why a note stands beside a plan: what the document lacks or where it contradicts itself."""

    GAP = "gap"
    CONTRADICTION = "contradiction"
    NUMBERING = "numbering"
    SLIP = "slip"
    SCAN = "scan"
    LOST = "lost"
    RESIDUE = "residue"

    @property
    def words(self) -> str:
        return _NOTE_WORDS[self]


_NOTE_WORDS = {
    NoteKind.GAP: "Чого в документі немає",
    NoteKind.CONTRADICTION: "Суперечності",
    NoteKind.NUMBERING: "Нумерація",
    NoteKind.SLIP: "Описки",
    NoteKind.SCAN: "Прочитано зі сканованої копії",
    NoteKind.LOST: "Втрачено під час перенесення",
    NoteKind.RESIDUE: "Залишки розмітки",
}


class TextPart(StrEnum):
    """What kind of narrative part a text is."""

    ACT = "act"
    CHAPTER = "chapter"
    APPENDIX = "appendix"
    SCAN = "scan"


class ChannelKind(StrEnum):
    """A way to be heard by a community, an executor or the site."""

    EMAIL = "email"
    PHONE = "phone"
    POST = "post"
    FORM = "form"
    SITE = "site"
    ISSUE = "issue"

    @property
    def words(self) -> str:
        return _CHANNEL_WORDS[self]


_CHANNEL_WORDS = {
    ChannelKind.EMAIL: "Написати листа",
    ChannelKind.PHONE: "Зателефонувати",
    ChannelKind.POST: "Надіслати поштою",
    ChannelKind.FORM: "Заповнити форму",
    ChannelKind.SITE: "Офіційний сайт",
    ChannelKind.ISSUE: "Повідомити про помилку на цій сторінці",
}
