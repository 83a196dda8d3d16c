"""A site's own files with those that come with the package beneath: it adds to them, or says otherwise by id or key."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.country.shared_files import shared_files
from generator.model.records.glossary import GlossaryEntryRecord
from generator.model.records.topics import TopicsRecord
from generator.reading.validation import RecordT, validate
from generator.source.disk import read_files
from generator.source.yaml_source import read_source

OneT = TypeVar("OneT")

COUNTRY: Final = "/country/"
"""Before the names of files that come with the package; no path below plans/ begins with a slash."""


def read_plans(folder: Path) -> dict[str, bytes]:
    """Read a folder of plans, and what every site gets; UsageError when a file can't be read."""
    return with_country(read_files(folder))


def with_country(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Lay what every site gets beneath a site's own files."""
    return {**files, **{f"{COUNTRY}{name}": content for name, content in shared_files().items()}}


@cache
def country_record(name: str, content: bytes, record_type: type[RecordT]) -> RecordT:
    """Read a file that comes with the package; that it is sound, tests know."""
    source, problems = read_source(f"generator{COUNTRY}{name}", content)
    record, more = validate(source, record_type, name)
    if record is None:
        raise ValueError([*problems, *more])
    return record


@cache
def country_data(name: str, content: bytes) -> Any:
    """Read the same as plain data."""
    return read_source(f"generator{COUNTRY}{name}", content)[0].data


def all_topics(country: TopicsRecord, own: TopicsRecord) -> TopicsRecord:
    """Join topics: one of the site's own stands in the place of the country's with its id, others after them."""
    ids = {topic.id for topic in own.all}
    return TopicsRecord(
        audiences=tuple(_laid(country.audiences, own.audiences, "id", ids)),
        services=tuple(_laid(country.services, own.services, "id", ids)),
    )


def all_entries(
    country: Iterable[GlossaryEntryRecord], own: Iterable[GlossaryEntryRecord]
) -> tuple[GlossaryEntryRecord, ...]:
    """Join glossaries: what the site says of a term for all its communities takes the place of the country's words."""
    listed = tuple(own)
    general = tuple(entry for entry in listed if not entry.communities)
    terms = {entry.term for entry in general}
    return (*_laid(tuple(country), general, "term", terms), *(entry for entry in listed if entry.communities))


def all_synonyms(country: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Join words of the search: where the site says what a word means, the country's line no longer says it."""
    lists = {key: [*own.get(key, ())] for key in ("groups", "one_way", "stop_words")}
    redefined = {phrase for group in lists["groups"] for phrase in group}
    redefined |= {phrase for rule in lists["one_way"] for phrase in rule["said"]}
    groups = [left for group in country["groups"] if len(left := _without(group, redefined)) > 1]
    rules = [
        {"said": left, "written": rule["written"]}
        for rule in country["one_way"]
        if (left := _without(rule["said"], redefined))
    ]
    stop_words = dict.fromkeys([*country["stop_words"], *lists["stop_words"]])
    return {
        "groups": groups + lists["groups"],
        "one_way": rules + lists["one_way"],
        "stop_words": [word for word in stop_words if word not in redefined],
    }


def _laid(country: Sequence[OneT], own: Sequence[OneT], key: str, taken: Collection[str]) -> Iterator[OneT]:
    """Yield the country's, each own one in the place of that with its key; then the own ones that are new."""
    by_key = {getattr(one, key): one for one in own}
    for one in country:
        if (found := by_key.pop(getattr(one, key), None)) is not None:
            yield found
        elif getattr(one, key) not in taken:
            yield one
    yield from by_key.values()


def _without(phrases: Iterable[str], redefined: Collection[str]) -> list[str]:
    return [phrase for phrase in phrases if phrase not in redefined]
