"""Editors check YAML by the committed schemas: they are current, they accept the plans, every file names its own."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.commands.schema import SCHEMAS, schema_text
from project import plain

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generator" / "schemas"
FILES = sorted([*(ROOT / "plans").rglob("*.yml"), *(ROOT / "generator/country").glob("*.yml")])
WITH_SCHEMA = [path for path in FILES if path.stem in SCHEMAS]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def as_json(value: Any) -> Any:
    """Write YAML data as an editor sees it: dates and keys are words."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_the_committed_schema_is_the_generated_one(kind: str) -> None:
    committed = (FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(kind), "оновіть: plans schema --write generator/schemas"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{kind}.schema.json" for kind in SCHEMAS}


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_a_schema_is_sound_and_describes_every_field(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    for record in [schema, *schema["$defs"].values()]:
        for shape in [record, *record.get("anyOf", [])]:
            for name, field in shape.get("properties", {}).items():
                assert re.search("[а-яіїє]", field.get("description", "")), name


@pytest.mark.parametrize("path", WITH_SCHEMA, ids=name_of)
def test_a_file_names_the_schema_of_its_kind(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, first
    assert (path.parent / match[1]).resolve() == FOLDER / f"{path.stem}.schema.json"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_schema_that_a_file_names_is_there(path: Path) -> None:
    for named in re.findall(r"\$schema=(\S+)", path.read_text(encoding="utf-8")):
        assert (path.parent / named).is_file()


@pytest.mark.parametrize("path", WITH_SCHEMA, ids=name_of)
def test_the_schema_accepts_what_the_loader_accepts(path: Path) -> None:
    data = as_json(plain(path.read_text(encoding="utf-8")))
    errors = Draft202012Validator(json.loads(schema_text(path.stem))).iter_errors(data)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
