"""Other formats of what a plan or a goal promises: easy-to-read words and a video in sign language.

Neither can stand in a plan before the people it is made for have checked it: the check is a part of the record.
Source of the rule: Inclusion Europe, «Information for all: European standards for making information easy to read».
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.records.field import OURS, part
from generator.model.records.record import Day, Record, Text
from generator.model.vocabulary import EasyReader, SignReader

VIDEO = r"^video/[a-z0-9-]+\.(mp4|webm)$"
CAPTIONS = r"^video/[a-z0-9-]+\.vtt$"
Sentences = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]


class EasyCheckRecord(Record):
    """Who read the easy words and when."""

    by: Annotated[EasyReader, OURS, part("перевірили {},")] = Field(strict=False)
    """Хто перевірив, код: intellectual-disability, learning-difficulties, dementia."""
    role: Annotated[Text, OURS, part()]
    """Хто саме, без імен: «читачі центру денного догляду»."""
    date: Annotated[Day, OURS, part()]
    """День перевірки, РРРР-ММ-ДД."""


class EasyRecord(Record):
    """Easy-to-read words, checked by people who read so."""

    text: Annotated[Sentences, OURS, part()]
    """Речення легкою мовою, по одній думці в кожному."""
    checked: Annotated[EasyCheckRecord, OURS, part()]
    """Хто з тих, хто читає легкою мовою, це перевірив."""


class SignCheckRecord(Record):
    """Who watched the video and when."""

    by: Annotated[SignReader, OURS, part("перевірили {},")] = Field(strict=False)
    """Хто перевірив, код: deaf-signers, deaf-interpreter."""
    role: Annotated[Text, OURS, part()]
    """Хто саме, без імен: «осередок товариства глухих»."""
    date: Annotated[Day, OURS, part()]
    """День перевірки, РРРР-ММ-ДД."""


class SignVideoRecord(Record):
    """A video in Ukrainian sign language, kept on the site itself, with captions and all its words."""

    file: Annotated[str, StringConstraints(pattern=VIDEO), OURS, part()]
    """Файл відео в теці content/: video/nazva.mp4 або .webm."""
    captions: Annotated[str, StringConstraints(pattern=CAPTIONS), OURS, part()]
    """Файл субтитрів у теці content/: video/nazva.vtt."""
    transcript: Annotated[Sentences, OURS, part()]
    """Усе, що сказано у відео, абзацами."""
    checked: Annotated[SignCheckRecord, OURS, part()]
    """Хто з тих, хто говорить жестовою мовою, це перевірив."""
