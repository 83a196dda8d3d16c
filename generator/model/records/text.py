"""The front matter of texts/*.md."""

from typing import Annotated

from pydantic import Field

from generator.model.records.field import DOCUMENT, OURS, told
from generator.model.records.record import Record, Text
from generator.model.vocabulary import TextPart


class TextRecord(Record):
    """What is said about a narrative text before it begins."""

    title: Annotated[Text, DOCUMENT, told("назву")]
    """Заголовок, як у документі."""
    title_is_ours: Annotated[bool, OURS, told("відомості про те, чий заголовок", shown=False)] = False
    """Так, якщо заголовка в документі немає і його дали ми."""
    part: Annotated[TextPart, OURS, told("вид", shown=False)] = Field(default=TextPart.CHAPTER, strict=False)
    """Частина: act, chapter, appendix, scan."""
    level: Annotated[int, OURS, told("рівень", shown=False)] = Field(default=1, ge=1, le=4)
    """Рівень у змісті: 1 для розділу, 2 для підрозділу."""
    note: Annotated[Text | None, OURS, told("примітку до {}")] = None
    """Примітка від нас."""
    quick_exit: Annotated[bool, OURS, told("показ кнопки «Швидко вийти» на сторінці", shown=False)] = False
    """Так, якщо тут ідеться про насильство: на сторінці буде кнопка «Швидко вийти»."""
