"""Narrative texts as pages; their pipe tables become captioned tables with scopes."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markupsafe import Markup

from generator.model.community import Community
from generator.model.plan import NarrativeText, Plan
from generator.model.vocabulary import TextPart
from generator.outputs.site_files import Asset, Page
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, link_from
from generator.reading.narrative_markdown import BREAK, CAPTION, OURS, cells
from generator.source.markdown import line_converter, without_tags
from generator.views.row_names import names_rows

_CARDS_FROM = 4
_SWOT = frozenset([("сильні сторони", "слабкі сторони"), ("можливості", "загрози")])
"""Headings of the halves of a SWOT analysis."""
_LONGEST_NARROW = 80
"""Letters of a cell that still reads well in a column of a phone."""
_PHONE_ROW = 30
"""Letters side by side on a phone of 320 px, the space around a column counted as two."""


def narrative_pages(site: SiteContext, community: Community, plan: Plan) -> Iterator[Page]:
    """Make a page for every narrative text of a plan."""
    for index, text in enumerate(plan.texts):
        address = plan.text_address(text.name)
        url = link_from(address)
        before = plan.texts[index - 1] if index else None
        after = plan.texts[index + 1] if index + 1 < len(plan.texts) else None
        yield site.page(
            address,
            text.record.title,
            "text",
            {
                **site.plan_meta(address, community, plan),
                **site.quick_exit([], [text]),
                "description": f"{text.record.title} – {plan.record.name}, {community.record.name}",
                "edit_url": site.edit(text.place),
            },
            community=community,
            text=text,
            is_scan=text.record.part is TextPart.SCAN,
            body=narrative_markdown(text),
            parts=[(part.record.title, url(plan.text_address(part.name))) for part in _parts(plan.texts, text)],
            neighbours=component(
                "neighbours",
                label="Сусідні розділи документа",
                previous=(before.record.title, url(plan.text_address(before.name))) if before else None,
                next=(after.record.title, url(plan.text_address(after.name))) if after else None,
            ),
            siblings=component(
                "siblings",
                label="Розділи документа",
                items=[
                    (other.record.title, url(plan.text_address(other.name)), other is text, other.record.level > 1)
                    for other in _beside(plan.texts, text)
                ],
            ),
        )


def _parts(texts: Sequence[NarrativeText], text: NarrativeText) -> Iterator[NarrativeText]:
    """Return the sections that a text consists of besides its own words: those right below its level."""
    for other in texts[texts.index(text) + 1 :]:
        if other.record.level <= text.record.level:
            return
        if other.record.level == text.record.level + 1:
            yield other


def _beside(texts: Sequence[NarrativeText], text: NarrativeText) -> Iterator[NarrativeText]:
    """Return what a side list names: all chapters, and the sections of the one that the text stands in."""
    chapters: list[list[NarrativeText]] = []
    for other in texts:
        if other.record.level == 1 or not chapters:
            chapters.append([])
        chapters[-1].append(other)
    for chapter in chapters:
        yield from chapter if text in chapter else chapter[:1]


def narrative_assets(plan: Plan) -> Iterator[Asset]:
    """Return the pictures of a plan's texts, each beside the page that shows it."""
    for text in plan.texts:
        for name, content in text.pictures:
            yield Asset(f"{plan.text_address(text.name)}{name}", content)


def narrative_markdown(text: NarrativeText, shift: int = 0, folder: str = "") -> Markup:
    """Return a text's Markdown with its tables as components and its headings `shift` levels deeper.

    `folder` is the relative link to the text's own page, where its pictures stand.
    """
    result: list[str] = []
    lines = text.body.split("\n")
    index, tables, caption = 0, 0, ("", False)
    while index < len(lines):
        line = lines[index]
        named = CAPTION.match(line)
        if named:
            caption = (named["words"], bool(named["ours"]))
        elif line.lstrip().startswith("|"):
            end = index
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            tables += 1
            result += ["", str(_table(text, lines[index:end], caption, tables)), ""]
            index, caption = end - 1, ("", False)
        else:
            result.append(_line(line, shift))
        index += 1
    joined = "\n".join(result)
    for name, _ in text.pictures if folder else ():
        joined = joined.replace(f"]({name}", f"]({folder}{name}").replace(f'src="{name}"', f'src="{folder}{name}"')
    return Markup(joined)  # noqa: S704 - tags are escaped, and the converter lets nothing else do harm


def _line(line: str, shift: int) -> str:
    line = without_tags(line)
    if line.startswith("#"):
        return "#" * shift + line
    return f"> **Від нас.**{line.removeprefix(OURS)}" if line.startswith(OURS) else line


def _table(text: NarrativeText, lines: list[str], caption: tuple[str, bool], number: int) -> Markup:
    head, body = cells(lines[0]), [row for row in map(cells, lines[2:]) if any(row)]
    words, ours = caption if caption[0] else (f"Таблиця {number}", True)
    width = max(len(row) for row in [head, *body])
    return component(
        "table",
        id=f"table-{text.name}-{number}",
        caption=_inline(words),
        caption_is_ours=ours,
        head=[_inline(cell) for cell in head] if any(head) else [],
        rows=[[_inline(cell) for cell in [*row, *[""] * (width - len(row))]] for row in body],
        row_headings=names_rows(body),
        lists=_is_swot(head),
        cards=any(head) and (width >= _CARDS_FROM or _is_wordy(body) or not _fits_a_phone([head, *body])),
    )


def _is_swot(head: list[str]) -> bool:
    """Return whether the columns of a table are lists side by side, whose rows have nothing in common."""
    return tuple(" ".join(cell.lower().split()) for cell in head) in _SWOT


def _is_wordy(body: list[list[str]]) -> bool:
    """Return whether cells hold sentences, which side by side are too narrow to read on a phone."""
    return max((len(cell) for row in body for cell in row), default=0) > _LONGEST_NARROW


def _fits_a_phone(rows: list[list[str]]) -> bool:
    """Say whether the longest words of all columns, which are never broken, stand side by side on a phone."""
    columns = zip_longest(*rows, fillvalue="")
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    return sum(longest) + 2 * len(longest) <= _PHONE_ROW


_to_html = line_converter()


def _inline(cell: str) -> Markup:
    """Convert the Markdown of one cell; only line breaks may stand in it as HTML."""
    parts = [_to_html(without_tags(part.replace("&", "&amp;"))) for part in BREAK.split(cell)]
    return Markup("<br>".join(parts))  # noqa: S704 - made from text without tags
