"""The index as files: the same bytes every time, split so that a query stays cheap."""

import dataclasses
import gzip

import pytest
from plan_records import plan_records, synonyms

from generator.search import Field, PieceReader, SearchRecord, Synonyms, build_index, search
from generator.search.pieces import SHARD_BYTES, STRONGEST
from generator.search.postings import (
    decode,
    decode_documents,
    decode_postings,
    encode,
    encode_documents,
    encode_postings,
)

NONE = Synonyms(frozenset(), {})


def test_numbers_survive_encoding():
    numbers = [0, 1, 44, 45, 46, 2024, 2025, 90_000, 2**40]
    assert decode(encode(numbers)) == numbers
    assert not set('"\\<') & set(encode(range(4000))) - {"<"}


def test_postings_survive_encoding():
    pairs = [(0, 44), (7, 1), (70_000, 12)]
    assert list(decode_postings(encode_postings(pairs))) == pairs
    assert decode_documents(encode_documents([0, 5, 6, 9_000])) == [0, 5, 6, 9_000]


@pytest.mark.slow
def test_the_order_of_records_does_not_change_a_byte(files):
    records = plan_records()
    by_community = sorted(records, key=lambda record: record.community, reverse=True)
    assert build_index(by_community, synonyms()) == files


def test_every_piece_is_a_script_of_its_own_name(files):
    for path, body in files.items():
        name = path.removeprefix("search/index/").removesuffix(".js")
        assert body.startswith(f'planSearch.piece("{name}",'.encode())


def test_pieces_stay_small(files):
    for path, body in files.items():
        if "/all/" in path:
            assert len(body) < 2 * SHARD_BYTES, path


def community(number: int) -> list[SearchRecord]:
    name = f"c{number:04d}"
    texts = [
        " ".join(f"слово{(number * 7919 + place * 104_729 + at * 31) % 397}" for at in range(25)) for place in range(12)
    ]
    return [
        SearchRecord(
            "measure",
            f"{name}/p/1/#m-{place}",
            f"Патронат родина {text}",
            name,
            f"Громада {number}",
            ((Field.TITLE, f"Патронат родина {text}"),),
            (f"Громадка{number}",),
        )
        for place, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def costs() -> dict[int, int]:
    found = {}
    for count in (40, 400):
        files = build_index([record for number in range(count) for record in community(number)], NONE)
        reader = PieceReader(files)
        answer = search(reader, "патронат родина")
        assert len(answer.found) == 10
        found[count] = sum(len(gzip.compress(files[reader.path(name)])) for name in reader.loaded)
    return found


@pytest.mark.slow
def test_ten_times_the_communities_cost_a_query_little_more(costs):
    assert costs[400] < 60_000
    assert costs[400] < costs[40] + 10_000


def test_a_common_word_is_shortened_and_the_answer_says_more():
    records = [record for number in range(100) for record in community(number)]
    answer = search(build_index(records, NONE), "патронат")
    assert answer.total == STRONGEST
    assert answer.more


def test_a_shortened_word_is_whole_inside_a_community():
    records = [record for number in range(100) for record in community(number)]
    answer = search(build_index(records, NONE), "патронат громадка99")
    assert answer.communities == ("c0099",)
    assert {found.url.split("/")[0] for found in answer.found} == {"c0099"}


def test_a_change_in_one_community_leaves_the_pieces_of_the_others(files):
    changed = [
        dataclasses.replace(record, title=f"{record.title}!") if record.community == "nizhyn" else record
        for record in plan_records()
    ]
    other = build_index(changed, synonyms())
    own = [path for path in files if "/c/chernihiv" in path or "/c/melitopol" in path or "/d/0/" in path]
    assert own
    assert all(files[path] == other[path] for path in own)
