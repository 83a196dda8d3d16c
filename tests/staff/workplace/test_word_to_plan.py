"""From a Word or Excel file to a plan that may be published: what a person does at the page, asked step by step."""

from __future__ import annotations

import os
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.model.drafts import published
from generator.rules.load import load
from generator.staff.importer import draft, read_document
from generator.staff.workplace.checking import files_below
from project import ROOT, plain
from staff.importer.approved import four_columns, money_table
from staff.importer.word import docx
from staff.workplace.asking import TODAY, Asked, filled_by_a_person

UNLIKE = sorted(path for path in (ROOT / "tests/staff/importer/files").iterdir() if path.name[:2].isdigit())
APPROVED = {
    **{name: partial(four_columns, name) for name in ("nizhyn", "chernihiv", "nova-odesa", "kakhovka")},
    "melitopol": money_table,
}
COMMUNITY = {
    "community": "zrazkove",
    "name": "Зразкова міська територіальна громада",
    "short_name": "Зразкове",
    "oblast": "Чернігівська область",
}


def begun() -> Asked:
    asked = Asked()
    asked.done("open", files={}, today=TODAY)
    asked.done("new", **COMMUNITY, plan="plan-2026")
    return asked


def assert_published(asked: Asked) -> None:
    told = asked.done("check", all=True)["problems"]
    assert [one["whole"] for one in told if one["severity"] == "error"] == []
    catalogue = published(load(files_below(asked.desk.papers)).catalogue)
    assert [plan.id for plan in catalogue.plans] == ["zrazkove/plan-2026"]


@pytest.mark.parametrize("file", UNLIKE, ids=lambda path: path.name)
def test_each_unlike_document_becomes_a_plan(file: Path) -> None:
    asked = begun()
    told = asked.done("import", file=str(file), community="zrazkove")
    assert_tied(told, file)
    filled_by_a_person(asked)
    assert_published(asked)


@pytest.mark.parametrize("name", APPROVED)
def test_each_of_the_five_becomes_a_plan(name: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(docx("План дій на 2025 рік", APPROVED[name](), "Міський голова"))
    asked = begun()
    told = asked.done("import", file=str(file), community="zrazkove")
    assert_tied(told, file)
    filled_by_a_person(asked)
    for one in asked.done("check")["problems"]:  # numbers that repeat in the document need an id of their own
        assert one["severity"] == "warning", one
    assert_published(asked)


def assert_tied(told: dict[str, Any], file: Path) -> None:
    """See that rows of the document and of the plan, and every remark, are tied to each other."""
    places = {block["place"] for block in told["document"]}
    places |= {row["place"] for block in told["document"] if block["kind"] == "table" for row in block["rows"]}
    assert {row["place"] for row in told["rows"]} <= places
    rows = {tuple(row["at"]) for row in told["table"]["rows"]}
    assert {tuple(row["at"]) for row in told["rows"]} == rows
    drafted = draft(read_document(file))
    assert len(told["tasks"]) == len(drafted.notes)
    assert [task["said"] for task in told["tasks"]] == [note.remark for note in drafted.notes]
    assert {tuple(task["at"]) for task in told["tasks"]} - {()} <= rows


def test_a_remark_is_ticked_off_by_its_words_and_comes_back() -> None:
    asked = begun()
    told = asked.done("import", file=str(UNLIKE[0]), community="zrazkove")
    task = next(one for one in told["tasks"] if one["said"].startswith("1 орган чи 2?"))
    assert task["at"] == ["goals", 1, "goals", 0, "measures", 0]
    path = told["table"]["path"]
    before = asked.text(path)
    asked.done("checked", remark=task["remark"])
    assert task["remark"] not in asked.text(path)
    assert len(before.split("\n")) == len(asked.text(path).split("\n")) + 1
    assert "вже немає" in asked.refused("checked", remark=task["remark"])
    asked.done("undo")
    assert asked.text(path) == before


def test_what_looks_like_a_mark_inside_a_text_is_left_alone() -> None:
    asked = begun()
    asked.done("import", file=str(UNLIKE[0]), community="zrazkove")
    path = asked("table")["table"]["path"]
    asked.done("set", at=["title"], value="Назва # ПЕРЕВІРТЕ усе")
    line = next(number for number, one in enumerate(asked.text(path).split("\n"), 1) if "ПЕРЕВІРТЕ усе" in one)
    assert "впишіть саме значення" in asked.refused("checked", line=line)


def test_the_community_gets_the_bodies_and_the_plan_stays_as_it_is() -> None:
    asked = begun()
    asked.done("import", file=str(UNLIKE[0]), community="zrazkove")
    bodies = plain(asked.text("plans/zrazkove/community.yml"))["executors"]
    assert {body["name"] for body in bodies} >= {"Мінпереселення"}
    assert "не порожній" in asked.refused("import", file=str(UNLIKE[0]), community="zrazkove", plan="plan-2026")
    assert "Громади «нема» тут немає" in asked.refused("import", file=str(UNLIKE[0]), community="нема")
    asked.done("undo")
    assert asked("table")["table"]["rows"][0]["title"].startswith("ЗАПОВНІТЬ")


def test_columns_named_by_a_person() -> None:
    asked = begun()
    told = asked("import", file=str(UNLIKE[1]), community="zrazkove", columns="A=щось")
    assert not told["ok"]
    assert any("а" <= letter <= "я" for letter in told["message"])


@pytest.mark.parametrize("kind", ["bomb", "noise", "big"])
def test_forty_hostile_megabytes_are_refused_in_words(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    body = b"<w:p><w:r><w:t>" + b"A" * 40_000_000 + b"</w:t></w:r></w:p>"
    if kind == "noise":
        file.write_bytes(b"PK\x03\x04" + os.urandom(40_000_000))
    else:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if kind == "bomb" else zipfile.ZIP_STORED) as archive:
            archive.writestr("[Content_Types].xml", b"<Types/>")
            archive.writestr("word/document.xml", body)
    asked = begun()
    said = asked.refused("import", file=str(file), community="zrazkove")
    assert said.startswith(("Файл занадто великий", "Файл пошкоджено"))
    asked.done("import", file=str(UNLIKE[0]), community="zrazkove")
