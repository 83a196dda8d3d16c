"""Other formats of a plan or a goal on its page: easy words, a video in sign language."""

from collections.abc import Iterator

from generator.language.terms import date_in_words
from generator.model.records.formats import EasyCheckRecord, SignCheckRecord
from generator.model.records.goal import GoalRecord
from generator.model.records.plan import PlanRecord
from generator.pages.environment import component
from generator.pages.markup import bound
from generator.pages.site_context import Link


def formats(record: PlanRecord | GoalRecord, url: Link) -> Iterator[str]:
    """Yield what stands beside «Коротко»; nothing where nobody made and checked it."""
    if record.easy:
        yield component(
            "easy", sentences=record.easy.text, checked=_words(record.easy.checked), date=_day(record.easy.checked)
        )
    video = record.sign_video
    if video:
        yield component(
            "sign-video",
            file=url(video.file),
            captions=url(video.captions),
            transcript=video.transcript,
            checked=_words(video.checked),
            date=_day(video.checked),
        )


def _day(checked: EasyCheckRecord | SignCheckRecord) -> str:
    return bound(date_in_words(checked.date))


def _words(checked: EasyCheckRecord | SignCheckRecord) -> str:
    return f"{checked.by.words} ({checked.role})"
