"""Licences, the bill of materials and the audit: what they say of libraries, and what of libraries they can't judge."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT

sys.path.insert(0, str(ROOT / ".ci"))
dependencies = importlib.import_module("dependencies")
licences = importlib.import_module("licences")
bill_of_materials = importlib.import_module("bill_of_materials")
audit = importlib.import_module("audit")
advisories = importlib.import_module("advisories")
sys.path.remove(str(ROOT / ".ci"))
PROJECT = {"name": "plans", "version": "1.2.3", "license": "MIT", "dependencies": ["Click>=8.1"]}


def one(licence: str | None, lock: str = "site", name: str = "x") -> object:
    return dependencies.Dependency(name, "1.0", lock, licence)


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License-Expression": ["MIT AND PSF-2.0"], "License": ["whatever"]}, "MIT AND PSF-2.0"),
        ({"Classifier": ["Topic :: X", "License :: OSI Approved :: BSD License"]}, "BSD-3-Clause"),
        (
            {"Classifier": ["License :: OSI Approved :: MIT License", "License :: OSI Approved :: Artistic License"]},
            "Artistic-1.0-Perl OR MIT",
        ),
        ({"License": ["Apache-2.0"]}, "Apache-2.0"),
        ({"License": ["Copyright (c) 2020 by the authors"]}, ""),
        ({"Classifier": ["License :: Other/Proprietary License"]}, ""),
        ({}, ""),
    ],
)
def test_licence_is_read_from_what_a_package_says(said: dict[str, list[str]], licence: str) -> None:
    assert dependencies.licence_in(said) == licence


@pytest.mark.parametrize(
    "licence", ["MIT", "GPL-3.0-only OR MIT", "MIT AND PSF-2.0", "(Apache-2.0 OR BSD-2-Clause)", None]
)
def test_licence_that_will_do(licence: str | None) -> None:
    assert licences.problems([one(licence)]) == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "MIT AND GPL-3.0-only", "AGPL-3.0-only OR GPL-3.0-only"])
def test_licence_that_will_not_do(licence: str) -> None:
    said = [f"x 1.0: ліцензії «{licence}» немає серед дозволених у .ci/licences.py"]
    assert licences.problems([one(licence)]) == said


def test_package_without_a_licence_is_told() -> None:
    assert licences.problems([one("")]) == ["x 1.0: ліцензії не названо; прочитайте її на сторінці бібліотеки"]


def test_exception_holds_for_tools_alone() -> None:
    tools = {"x": "GPL-3.0"}
    assert licences.problems([one("GPL-3.0", "npm")], tools) == []
    assert len(licences.problems([one("GPL-3.0", "site")], tools)) == 1
    assert len(licences.problems([one("GPL-3.0", "workplace")], tools)) == 1
    assert len(licences.problems([one("GPL-3.0", "npm", "y")], tools)) == 1


def test_locks_are_read_whole_and_every_library_may_be_used() -> None:
    everything = dependencies.everything()
    assert {found.lock for found in everything} >= {"site", "test", "upkeep", "npm", "workplace"}
    assert "pyodide" in {found.name for found in everything if found.lock == "workplace"}
    assert len(everything) > 100
    assert licences.problems(everything) == []
    assert {name for name in licences.TOOLS if name not in {found.name for found in everything}} == set()


def test_bill_names_what_is_installed_and_what_asked_for_it() -> None:
    click, colorama = (
        dependencies.Dependency("click", "8.5.1", "site", "BSD-3-Clause"),
        one("MIT OR ISC", name="colorama"),
    )
    bill = bill_of_materials.bill(PROJECT, [click, colorama])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["purl"] == "pkg:pypi/plans@1.2.3"
    assert bill["components"][0] == {
        "type": "library", "bom-ref": "click", "name": "click", "version": "8.5.1", "purl": "pkg:pypi/click@8.5.1",
        "licenses": [{"license": {"id": "BSD-3-Clause"}}],
    }  # fmt: skip
    assert bill["components"][1]["licenses"] == [{"expression": "MIT OR ISC"}]
    assert bill["dependencies"][0] == {"ref": "plans", "dependsOn": ["click"]}
    assert bill == bill_of_materials.bill(PROJECT, [click, colorama])
    assert bill["serialNumber"] != bill_of_materials.bill(PROJECT, [click])["serialNumber"]


def test_bill_of_this_project_holds_the_whole_lock(tmp_path: Path) -> None:
    assert bill_of_materials.main(tmp_path / "bill.json") == 0
    bill = json.loads((tmp_path / "bill.json").read_text(encoding="utf-8"))
    named = {component["name"] for component in bill["components"]}
    assert {"mkdocs", "pydantic", "openpyxl", "pyyaml"} <= named
    assert all(component.get("licenses") for component in bill["components"])
    assert {ref for line in bill["dependencies"] for ref in line["dependsOn"]} <= named


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        (0, "No known vulnerabilities found\n", (0, "No known vulnerabilities found")),
        (1, "Found 1 known vulnerability in x\n", (1, "Found 1 known vulnerability in x")),
        (1, "requests.exceptions.ConnectionError: …", (2, audit.NO_LIST)),
        (1, "npm error audit endpoint returned an error", (2, audit.NO_LIST)),
        (
            0,
            "a  Dependency not found on PyPI and could not be audited: a (1)\nNo known vulnerabilities found",
            (2, "Не перевірено: про бібліотеки тут нічого не відомо (1). Повторіть там, де видно сам PyPI."),
        ),
        (0, "ETIMEDOUT is a word of some package", (0, "ETIMEDOUT is a word of some package")),
    ],
)
def test_audit_tells_a_weakness_from_a_missing_network(status: int, said: str, expected: tuple[int, str]) -> None:
    assert audit.verdict(status, said) == expected


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (["plans/nizhyn/plan.yml"], "false"),
        (["plans/a.yml", "content/guide/index.md"], "false"),
        (["plans/a.yml", "generator/cli.py"], "true"),
        (["contents.txt"], "true"),
        ([".github/workflows/check.yml"], "true"),
    ],
)
def test_what_changed_decides_which_tests_run(changed: list[str], code: str, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True, env=clean)

    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MAKE", "GITHUB_"))}
    git("init")
    git("commit", "--allow-empty", "-m", "before")
    for name in changed:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "after")

    def told(base: str) -> str:
        command = ["make", "--no-print-directory", "-f", str(ROOT / "Makefile"), "changed", f"BASE={base}"]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, env=clean).stdout

    assert told("HEAD~") == f"code={code}\n"
    assert told("") == told("0" * 40) == "code=true\n"


def advisory(name: str = "X_y", ecosystem: str = "PyPI", **affected: object) -> dict[str, object]:
    return {
        "id": "OSV-1",
        "modified": "2026-10-01T00:00:00Z",
        "summary": "weak",
        "affected": [{"package": {"name": name, "ecosystem": ecosystem}, **affected}],
    }


def reach(*events: dict[str, str]) -> dict[str, object]:
    return {"ranges": [{"type": "ECOSYSTEM", "events": list(events)}]}


@pytest.mark.parametrize(
    ("affected", "is_weak"),
    [
        ({"versions": ["1.0"]}, True),
        ({"versions": ["1.1"]}, False),
        (reach({"introduced": "0"}), True),
        (reach({"introduced": "0"}, {"fixed": "1.0"}), False),
        (reach({"introduced": "0"}, {"fixed": "1.0.1"}), True),
        (reach({"introduced": "0"}, {"last_affected": "1.0"}), True),
        (reach({"introduced": "0"}, {"last_affected": "0.9"}), False),
        (reach({"introduced": "1.1"}), False),
        (reach({"introduced": "0"}, {"fixed": "0.5"}, {"introduced": "0.9"}, {"fixed": "1.5"}), True),
        (reach({"introduced": "0.9"}, {"fixed": "0.95"}, {"introduced": "1.5"}), False),
        ({"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}, False),
    ],
)
def test_a_stored_advisory_holds_for_the_versions_it_names(affected: dict[str, object], is_weak: bool) -> None:
    found = list(advisories.findings([one("MIT", name="x-y")], [advisory(**affected)]))
    assert [line.split(";")[0] for line in found] == (["x-y 1.0: OSV-1: weak"] if is_weak else [])


def test_a_stored_advisory_is_of_one_ecosystem() -> None:
    npm = advisory("x-y", "npm", **reach({"introduced": "0"}, {"fixed": "2.0"}))
    assert list(advisories.findings([one("MIT", name="x-y")], [npm])) == []
    found = list(advisories.findings([one("MIT", "npm", "x-y")], [npm]))
    assert found == ["x-y 1.0: OSV-1: weak; виправлено: 2.0"]


def test_audit_by_a_stored_list_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text(json.dumps(advisory("click", **reach({"introduced": "0"}))), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({**advisory("mkdocs"), "withdrawn": "2026-10-02"}), encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    status, words = audit.from_list(tmp_path)
    assert (status, words.splitlines()[0].partition(" (")[0]) == (1, "За збереженим переліком станом на 2026-10-01")
    assert [line.partition(" ")[0] for line in words.splitlines()[1:]] == ["click"]
    (tmp_path / "a.json").unlink()
    assert audit.from_list(tmp_path)[0] == 2
    (tmp_path / "c.json").write_text(json.dumps(advisory("of-nobody", versions=["1"])), encoding="utf-8")
    assert audit.from_list(tmp_path)[0] == 0
