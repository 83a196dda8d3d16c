"""What an answer must hold to be believed: the same rules as for progress.yml, told by columns of the form."""

from collections.abc import Iterator
from datetime import date

from generator.model.vocabulary import Status
from generator.staff.reporting.answer import Answer
from generator.staff.reporting.columns import Field, heading_of

_UNFINISHED = {Status.NOT_STARTED, Status.IN_PROGRESS, Status.SUSPENDED}


def lacks(answer: Answer, measure_id: str, reported: date) -> Iterator[tuple[Field, str]]:
    """Say what contradicts itself or is missing, each with the column to look at."""
    if answer.status is None:
        allowed = ", ".join(status.words for status in Status)
        yield Field.STATUS, f"порожньо, а решту рядка заповнено; виберіть статус: {allowed}"
        return
    yield from _dates(answer, reported)
    if answer.status is Status.MERGED and answer.into is None:
        yield Field.INTO, f"порожньо, а статус – «{answer.status.words}»; впишіть номер того заходу"
    if answer.into and answer.status is not Status.MERGED:
        yield (
            Field.INTO,
            (f"захід вказано, а статус – «{answer.status.words}»; виберіть «{Status.MERGED.words}» або зітріть номер"),
        )
    if answer.into == measure_id:
        yield Field.INTO, "захід не можна об’єднати із самим собою; впишіть інший номер"


def _dates(answer: Answer, reported: date) -> Iterator[tuple[Field, str]]:
    status = answer.status or Status.NOT_STARTED
    if status is Status.DONE and answer.completed is None:
        yield Field.COMPLETED, f"порожньо, а статус – «{status.words}»; впишіть дату, коли захід виконано"
    if answer.completed and status in _UNFINISHED:
        yield (
            Field.COMPLETED,
            (f"дату вписано, а статус – «{status.words}»; виберіть «{Status.DONE.words}» або зітріть дату"),
        )
    if answer.started and status is Status.NOT_STARTED:
        yield Field.STARTED, f"дату вписано, а статус – «{status.words}»; змініть статус або зітріть дату"
    for column, day in ((Field.STARTED, answer.started), (Field.COMPLETED, answer.completed)):
        if day and day > reported:
            yield column, f"{day:%d.%m.%Y} – пізніше за день звіту ({reported:%d.%m.%Y}); перевірте дату"
    if answer.started and answer.completed and answer.started > answer.completed:
        yield (
            Field.STARTED,
            (
                f"{answer.started:%d.%m.%Y} – пізніше за «{heading_of(Field.COMPLETED)}» "
                f"({answer.completed:%d.%m.%Y}); перевірте дати"
            ),
        )
