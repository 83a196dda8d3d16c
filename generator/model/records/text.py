"""The front matter of texts/*.md."""

from pydantic import Field

from generator.model.records.record import Record, Text
from generator.model.vocabulary import TextPart


class TextRecord(Record):
    """What is said about a narrative text before it begins."""

    title: Text
    """Заголовок, як у документі."""
    title_is_ours: bool = False
    """Так, якщо заголовка в документі немає і його дали ми."""
    part: TextPart = Field(default=TextPart.CHAPTER, strict=False)
    """Частина: act, chapter, appendix, scan."""
    level: int = Field(default=1, ge=1, le=4)
    """Рівень у змісті: 1 для розділу, 2 для підрозділу."""
    note: Text | None = None
    """Примітка від нас."""
    quick_exit: bool = False
    """Так, якщо тут ідеться про насильство: на сторінці буде кнопка «Швидко вийти»."""
