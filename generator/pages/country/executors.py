"""Executors across a country: bodies of many communities, then communities with theirs, oblast by oblast."""

from collections.abc import Iterator, Sequence

from generator.model.executor import Executor
from generator.outputs.site_files import Page
from generator.pages.country.listing import Group, Place, listing
from generator.pages.country.shares import shared_by
from generator.pages.site_context import SiteContext
from generator.views import words
from generator.views.summary import Country, Oblast, added

EXECUTORS = "executors/"


def executors_address(oblast: Oblast) -> str:
    """Return the permanent address of the executors of an oblast's communities."""
    return f"{oblast.address}executors/"


def executors_pages(site: SiteContext, country: Country, shared: Sequence[Executor]) -> Iterator[Page]:
    """Make the list of bodies that act in many communities, and for each oblast its communities with their own."""
    bodies = sorted((_body(country, one) for one in shared), key=lambda pair: (-pair[0], pair[1].title))
    oblasts = [
        Place(one.name, executors_address(one), words.executors(sum(own.executors for own in one.communities)))
        for one in country.oblasts
    ]
    yield listing(
        site,
        EXECUTORS,
        "Виконавці",
        "Хто виконує плани громад",
        ["Виконавця можна знайти і пошуком: за назвою або скороченням."],
        [
            *([Group([line for _, line in bodies], "Спільні для громад", "shared")] if bodies else []),
            Group(oblasts, "В одній громаді", "own", "Виберіть область, тоді громаду."),
        ],
        after=[("Пошук виконавця", "search/")],
        heading="Хто виконує плани",
    )
    for oblast in country.oblasts:
        yield _oblast_page(site, oblast)


def _body(country: Country, executor: Executor) -> tuple[int, Place]:
    found = [one.bodies[executor.address].count for one in country.communities if executor.address in one.bodies]
    said = f"{words.communities(len(found))}, {added(found).words}" if found else "у планах не названо"
    return len(found), Place(executor.record.name, executor.address, said)


def _oblast_page(site: SiteContext, oblast: Oblast) -> Page:
    return listing(
        site,
        executors_address(oblast),
        f"Виконавці: {oblast.name}",
        f"Хто виконує плани громад: {oblast.name}",
        [],
        [
            Group(
                [
                    Place(
                        oblast.called(one),
                        f"{one.address}executors/" if one.executors else one.address,
                        words.executors(one.executors) if one.executors else "виконавців не названо",
                    )
                    for one in oblast.communities
                ]
            )
        ],
        ("Виконавці", EXECUTORS),
        after=[(oblast.name, oblast.address)],
        heading=f"Хто виконує плани: {oblast.name}",
    )


def shared_pages(site: SiteContext, country: Country, executor: Executor) -> Iterator[Page]:
    """Make for a body of many communities a page of each oblast that names it."""
    yield from shared_by(
        site,
        country,
        executor.address,
        executor.record.name,
        lambda one: one.bodies.get(executor.address),
        ("e", executor.id),
        ("Виконавці", EXECUTORS),
        (executor.record.name, executor.address),
    )
