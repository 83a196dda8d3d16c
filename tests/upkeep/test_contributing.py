"""What developers are told is true: the files that are named exist, the targets as well."""

from __future__ import annotations

import json
import re

import pytest

from project import ROOT, plain

GUIDES = ("CONTRIBUTING.md", "README.md", "SECURITY.md", ".github/pull_request_template.md")
BASES = (ROOT, ROOT / "generator")
MADE = {"site/", ".cache/", "dist/", "build/"}
"""Folders that building makes."""
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_files_that_are_named_exist(name: str) -> None:
    named = set(re.findall(r"`((?:[\w.-]+/)*[\w.-]*(?:/|\.(?:py|md|yml|txt|j2|yaml|json)))`", read(name)))
    linked = set(re.findall(r"\]\(([^):#]+)\)|src=\"([^\"]+)\"", read(name)))
    wanted = {path for path in named if "/" in path} | {path for pair in linked for path in pair if path}
    assert sorted(path for path in wanted - MADE if not any((base / path).exists() for base in BASES)) == []


@pytest.mark.parametrize("name", [*GUIDES, ".devcontainer/devcontainer.json", ".pre-commit-config.yaml"])
def test_targets_that_are_named_exist(name: str) -> None:
    assert set(re.findall(r"(?:`|^ {4}|\")make ([a-z-]+)", read(name), re.MULTILINE)) <= TARGETS


def test_ways_to_extend_are_all_told() -> None:
    headings = re.findall(r"^## (.+)$", read("CONTRIBUTING.md"), re.MULTILINE)
    assert {"Add a field", "Add a rule", "Add a page", "Add a component"} <= set(headings)


def test_dev_container_has_all_that_editing_needs() -> None:
    container = json.loads(read(".devcontainer/devcontainer.json"))
    assert "chromium" in container["onCreateCommand"]
    assert container["postCreateCommand"] == "make site"
    assert "redhat.vscode-yaml" in container["customizations"]["vscode"]["extensions"]


def test_checks_before_a_commit_download_nothing() -> None:
    [repository] = plain(read(".pre-commit-config.yaml"))["repos"]
    assert repository["repo"] == "local"
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}
    assert {hook["entry"].split("/")[0] for hook in repository["hooks"]} == {".venv"}
