"""A plan as an edition: what it is, «Коротко», its act, goals and measures in order, texts, notes, terms of use."""

from collections.abc import Iterable, Iterator, Sequence

from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.plan import Goal, Measure, NarrativeText, Plan
from generator.model.records.money import TotalRecord
from generator.model.settings import Settings
from generator.model.unnumbered import place_in_words
from generator.model.vocabulary import NoteKind, TextPart
from generator.outputs.addresses import full, in_letters
from generator.outputs.editions.blocks import Block, Edition, Grid, Heading, Item, Items, Paragraph, official, ours
from generator.outputs.editions.measures import measure_blocks
from generator.outputs.editions.texts import body_blocks, text_blocks
from generator.outputs.licence import OFFICIAL, OURS
from generator.views.about_plan import (
    act_in_full,
    control_sentence,
    later_acts,
    period_in_words,
    project_sentences,
)
from generator.views.commitment import Commitment
from generator.views.plan_over import plan_over

_DEEPEST = 5
"""No heading lies deeper: EPUB has six levels, one of them the title’s."""


def edition_of(community: Community, plan: Plan, items: Iterable[Commitment], settings: Settings) -> Edition:
    """Return a plan as an edition; `items` are its commitments."""
    address = full(settings, plan.address)
    return Edition(
        plan.record.title,
        community.record.name,
        settings.site_name,
        in_letters(address) if address else "",
        settings.as_of,
        tuple(_blocks(community, plan, {item.measure.id: item for item in items}, settings)),
    )


def _blocks(community: Community, plan: Plan, items: dict[str, Commitment], settings: Settings) -> Iterator[Block]:
    act = next((text for text in plan.texts if text.record.part is TextPart.ACT), None)
    yield from _opening(community, plan, settings)
    if plan.record.summary:
        yield Heading(1, "Коротко", "brief")
        yield from (ours(sentence) for sentence in plan.record.summary)
    if act:
        yield Heading(1, act.record.title, "act")
        yield from body_blocks(act, 1)
    for goal in plan.tops:
        yield from _goal(plan, goal, items, 1)
    yield from _totals(plan)
    yield from _texts([text for text in plan.texts if text is not act])
    yield from _notes(plan)
    yield Heading(1, "Умови використання", "terms-of-use")
    yield from (Paragraph(OFFICIAL), Paragraph(OURS))


def _opening(community: Community, plan: Plan, settings: Settings) -> Iterator[Block]:
    if plan.record.title_is_ours:
        yield ours("у документі назви немає; цю назву дали ми.")
    yield Paragraph(f"{community.record.name}, {community.record.oblast}.")
    over = plan_over(community, plan, settings.as_of)
    said = [over.sentence + (f" {over.link_words}." if over.link_words else "")] if over else []
    act, period = act_in_full(plan), period_in_words(plan)
    said += project_sentences(plan, settings.as_of)
    said += [f"{act}."] if act else []
    said += [control_sentence(plan)] if control_sentence(plan) else []
    said += [f"Період: {period}."] if period else []
    yield from map(Paragraph, (*said, *later_acts(plan)))
    if plan.record.period and plan.record.period.note:
        yield ours(f"період плану: {plan.record.period.note}")
    yield ours(
        f"це видання зробила програма станом на {date_in_words(settings.as_of)} з плану на сайті "
        f"«{settings.site_name}». Слова документа подано слово в слово. Що додали ми, починається словами "
        "«Від нас»; стан і «Коротко» теж наші."
    )
    if settings.is_public:
        yield Paragraph(f"Цей план на сайті: {in_letters(settings.absolute(plan.address))}")


def _goal(plan: Plan, goal: Goal, items: dict[str, Commitment], level: int) -> Iterator[Block]:
    yield Heading(level, goal.heading, f"goal-{goal.id}")
    if goal.is_ours:
        yield ours("у документі ці заходи не належать до жодної цілі; цю частину назвали ми.")
    if goal.record.motto:
        yield official(goal.record.motto)
    yield from (ours(sentence) for sentence in goal.record.summary)
    deeper = min(level + 1, _DEEPEST)
    for measure in goal.measures:
        yield from _measure(measure, items, deeper)
    for inner in goal.goals:
        yield from _goal(plan, inner, items, deeper)


def _measure(measure: Measure, items: dict[str, Commitment], level: int) -> Iterator[Block]:
    yield from measure_blocks(items[measure.id], level)
    if measure.steps and measure.record.steps_label:
        yield official(measure.record.steps_label)
    for step in measure.steps:
        yield from _measure(step, items, min(level + 1, _DEEPEST))


def _totals(plan: Plan) -> Iterator[Block]:
    totals = plan.record.totals
    if not totals:
        return
    years = sorted({year for total in totals for year in total.by_year})
    unit = f", {plan.record.money_unit}" if plan.record.money_unit else ""
    yield Heading(1, "Підсумки, надруковані в документі", "totals")
    yield Grid(
        f"Підсумки{unit} (назва таблиці від нас)",
        ("Рядок", plan.record.columns.total or "Усього", *map(str, years)),
        tuple((_row(plan, total), total.total or "", *(total.by_year.get(year, "") for year in years))
              for total in totals),
        row_headings=True,
    )  # fmt: skip


def _row(plan: Plan, total: TotalRecord) -> str:
    return " ".join(filter(None, (total.label, total.goal and plan.goal(total.goal).name, total.source)))


def _texts(texts: Sequence[NarrativeText]) -> Iterator[Block]:
    if not texts:
        return
    yield Heading(1, "Розділи й додатки документа", "texts")
    level = 1
    for text in texts:
        level = min(text.record.level + 1, level + 1, _DEEPEST)
        yield from text_blocks(text, level)


def _notes(plan: Plan) -> Iterator[Block]:
    if not plan.notes:
        return
    yield Heading(1, "Особливості документа", "notes")
    yield ours("офіційного тексту ми не змінюємо. Тут – чого в ньому бракує і де він суперечить сам собі.")
    for kind in NoteKind:
        notes = [note for note in plan.notes if note.record.kind is kind]
        if notes:
            yield Heading(2, kind.words, f"notes-{kind.value}")
            yield Items(tuple(Item(f"{place_in_words(plan, note)}: {note.record.text}") for note in notes))
