"""The index as files: the same bytes every time, split so that a query stays cheap."""

import dataclasses
import gzip

import pytest
from plan_records import plan_records, synonyms
from reader import costs, search

from generator.search import Field, SearchRecord, Synonyms, build_index
from generator.search.country import STRONGEST
from generator.search.postings import encode, encode_documents, encode_postings
from generator.search.vocabulary import SHARD_BYTES

NONE = Synonyms(frozenset(), {})


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([0, 44, 45, 46], "P|#Q$Q"), ([2024, 2025, 90_000, 2**40], "O|##Q#7|3&-B95MR")]
)
def test_numbers_are_written_in_base_45_the_last_digit_shifted(numbers, text):
    assert encode(numbers) == text


def test_numbers_need_no_escape_in_json():
    assert not set('"\\') & set(encode(range(4000)))


def test_documents_are_written_as_steps():
    assert encode_documents([0, 5, 6, 9_000]) == encode([0, 5, 1, 8_994])
    assert encode_postings([(0, 44), (7, 1), (70_000, 12)]) == encode([0, 44, 7, 1, 69_993, 12])


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
def cost() -> dict[int, int]:
    found = {}
    for count in (40, 400):
        files = build_index([record for number in range(count) for record in community(number)], NONE)
        packed = {path: len(gzip.compress(body)) for path, body in files.items()}
        [found[count]] = costs(files, packed, ["патронат родина"])
    return found


@pytest.mark.slow
def test_ten_times_the_communities_cost_a_query_little_more(cost):
    assert cost[400] < 40_000
    assert cost[400] < cost[40] + 10_000


def test_a_common_word_is_shortened_and_the_answer_says_more():
    records = [record for number in range(100) for record in community(number)]
    answer = search(build_index(records, NONE), "патронат")
    assert answer.more
    assert sum(count for _, count in answer.places) == STRONGEST


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
