"""Whose site it is: asked for while mkdocs.yml does not say it, read from there, never guessed."""

from datetime import date
from pathlib import Path

import pytest

from generator.build import mkdocs as plugin
from generator.build.site_owner import unfilled_owner
from generator.model.owner import Owner, OwnerKind
from generator.source.problem import Severity
from generator.source.usage_error import UsageError
from project import ROOT


def settings(folder: Path, options: str) -> Path:
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "content").mkdir(exist_ok=True)
    file = folder / "mkdocs.yml"
    file.write_text(
        f"site_name: Плани\ndocs_dir: content\ntheme:\n  name: material\nplugins:\n  - hromada-plans{options}\n",
        encoding="utf-8",
    )
    return file


def asked(file: Path) -> list[tuple[int, int, str]]:
    found = unfilled_owner(file)
    assert {problem.severity for problem in found} <= {Severity.WARNING}
    return [(problem.line, problem.column, problem.record) for problem in found]


def test_what_is_not_there_is_asked_for_at_the_plugin(tmp_path: Path) -> None:
    every = ["owner", "owner_name", "owner_since"]
    assert asked(settings(tmp_path, "")) == [(6, 5, name) for name in every]
    assert asked(settings(tmp_path, ":\n      drafts: false")) == [(6, 5, name) for name in every]


def test_words_of_the_scaffold_count_as_not_filled(tmp_path: Path) -> None:
    file = settings(
        tmp_path, ':\n      owner: council\n      owner_name: "ЗАПОВНІТЬ: назва"\n      owner_since: 2026-12-01'
    )
    assert asked(file) == [(8, 19, "owner_name")]
    assert plugin.sources(file, None).settings.owner == Owner(OwnerKind.COUNCIL, "", date(2026, 12, 1))


def test_nothing_is_asked_where_there_is_no_site_or_all_is_said(tmp_path: Path) -> None:
    assert asked(tmp_path / "mkdocs.yml") == []
    assert asked(ROOT / "mkdocs.yml") == []
    assert plugin.sources(ROOT / "mkdocs.yml", None).settings.owner.kind is OwnerKind.THIRD_PARTY
    broken = tmp_path / "mkdocs.yml"
    broken.write_text("site_name: [", encoding="utf-8")
    assert asked(broken) == []


def test_a_kind_of_owner_that_is_none_is_refused_with_its_place(tmp_path: Path) -> None:
    file = settings(tmp_path, ":\n      owner: rada")
    with pytest.raises(UsageError) as refused:
        plugin.sources(file, None)
    assert (
        str(refused.value)
        .splitlines()[1]
        .endswith(
            "mkdocs.yml:7:14: plugins.0.hromada-plans.owner: «rada» тут не пишуть; може бути: council, third-party"
        )
    )
