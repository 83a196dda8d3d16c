"""What the window of a page is called: in tabs, bookmarks and lists of results, and said first by a screen reader."""

from generator.language.spoken import spoken
from generator.language.spoken.numerals import has_roman
from generator.model.community import Community

MOST = 100
"""Letters that a title may have."""
_BETWEEN = " · "


def window_title(title: str, community: Community | None, site_name: str) -> str:
    """Return the title of a window: page, community, site. What is too long gives way in this order.

    The community's full name to its short one, then the end of the page's title. It begins with what distinguishes it:
    the kind and number of a goal, the name of a body. Roman numerals, which a voice spells, are said: «Розділ другий».
    """
    title = spoken(title) if has_roman(title) else title
    whole = title
    for name in _names(title, community):
        tail = "".join(_BETWEEN + part for part in (name, site_name) if part)
        whole = title + tail
        if len(whole) <= MOST:
            return whole
        whole = _cut(title, MOST - len(tail)) + tail
    return whole


def _names(title: str, community: Community | None) -> tuple[str, ...]:
    if community is None or community.record.name in title:
        return ("",)
    return (community.record.name, community.record.short_name)


def _cut(text: str, most: int) -> str:
    """Return as many whole words as there is room for, with a sign that they go on."""
    words = text[: most - 1].rpartition(" ")[0] or text[: most - 1]
    return words.rstrip(" ,;:–-(«") + "…"
