"""Whatever stands in the files, loading ends in problems with a place, never in an exception."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.schema import SCHEMAS
from generator.rules.load import Loaded, load
from generator.source.disk import read_files
from project import plain, tries

SOUND = read_files(Path(__file__).parent.parent / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
TEXT = "nizhyn/plan-2025/texts/01-act.md"
FILES = [
    *SOUND,
    "nizhyn/plan-2025/progress.yml",
    "topics.yml",
    "glossary.yml",
    "synonyms.yml",
    "redirects.yml",
]
SCHEMATA = [kind.model_json_schema() for kind in SCHEMAS.values()]
RECORDS = [record for schema in SCHEMATA for record in [schema, *schema.get("$defs", {}).values()]]
SHAPES = [shape for record in RECORDS for shape in [record, *record.get("anyOf", [])]]
FIELDS = sorted({name for shape in SHAPES for name in shape.get("properties", {})})
WORDS = [
    "УСЗН",
    "1.1",
    "1-1",
    "1",
    "text/act",
    "Постійно",
    "до 31 грудня 2025 року",
    "10,0",
    "-",
    "done",
    "gap",
    "uszn",
]
MARKS = "abcя№ \n\t:-#\"'[]{}|>&*!%@`?,\\<>()=_~\ufeff\u200b\x07\x85\r0129."

thorough = settings(
    max_examples=tries(60),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.sampled_from(WORDS)
    | st.text(max_size=20)
)
keys = (
    st.sampled_from([*FIELDS, "groups", "one_way", "stop_words", "said", "written"])
    | st.text(max_size=5)
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.none()
    | st.floats()
)
structures: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6), max_leaves=30
)


def assert_told(files: dict[str, bytes]) -> Loaded:
    """Load; every problem has a file that exists, a place inside it and words on one line."""
    loaded = load({**SOUND, **files})
    for problem in loaded.problems:
        name = problem.path.removeprefix("plans/")
        assert name in {*SOUND, *files}
        assert 1 <= problem.line <= len(files.get(name, SOUND.get(name, b"")).splitlines()) + 1
        assert problem.column >= 1
        assert str(problem).replace("\u00a0", " ").isprintable()
        assert len(str(problem)) < 2000
    return loaded


@pytest.mark.parametrize("file", FILES)
@thorough
@given(content=st.binary(max_size=200))
def test_any_bytes(file: str, content: bytes) -> None:
    assert_told({file: content})


@pytest.mark.parametrize("file", FILES)
@thorough
@given(text=st.text(alphabet=MARKS, max_size=120))
def test_any_signs_that_mean_something_to_yaml_or_markdown(file: str, text: str) -> None:
    assert_told({file: text.encode()})


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".yml")])
@thorough
@given(data=st.dictionaries(keys, structures, max_size=6) | structures)
def test_any_structure(file: str, data: Any) -> None:
    assert_told({file: yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "replace")})


@pytest.mark.parametrize("file", [file for file in FILES if file in SOUND])
@thorough
@given(data=st.data())
def test_a_sound_file_with_a_slip_of_the_keyboard(file: str, data: st.DataObject) -> None:
    text = SOUND[file].decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    typed = data.draw(st.text(alphabet=MARKS, max_size=4) | st.sampled_from(WORDS))
    assert_told({file: (text[:start] + typed + text[end:]).encode()})


@pytest.mark.parametrize("file", [PLAN, "nizhyn/community.yml"])
@thorough
@given(data=st.data())
def test_a_sound_file_with_any_value_in_any_place(file: str, data: st.DataObject) -> None:
    tree = plain(SOUND[file])
    place: Any = tree
    while True:
        step = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[step]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[step] = data.draw(structures)
    assert_told({file: yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace")})


@thorough
@given(body=st.text(alphabet=MARKS + "Table:", max_size=150))
def test_any_words_in_a_text(body: str) -> None:
    assert_told({TEXT: f"---\ntitle: Вступ\n---\n\n{body}".encode()})


@thorough
@given(
    names=st.lists(st.lists(st.text(alphabet="abя-_.~$ ", min_size=1, max_size=8), min_size=1, max_size=5), max_size=4)
)
def test_any_names_of_files(names: list[list[str]]) -> None:
    assert_told({"/".join(parts) + end: b"" for parts in names for end in ("", ".yml", ".md", "/plan.yml")})
