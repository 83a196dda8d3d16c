"""Files in and out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.source.disk import read_files, write_files
from generator.source.usage_error import UsageError
from generator.source.yaml_syntax import MAX_BYTES


def test_yaml_and_markdown_come_with_content_and_others_as_names(tmp_path: Path) -> None:
    write_files(tmp_path, [("a/plan.yml", b"a: 1\n"), ("a/texts/01-act.md", b"x"), ("a/plan.docx", b"PK")])
    assert read_files(tmp_path) == {"a/plan.yml": b"a: 1\n", "a/texts/01-act.md": b"x", "a/plan.docx": b""}


def test_pictures_come_with_content_in_letters_of_either_size(tmp_path: Path) -> None:
    files = [("a/texts/foto.JPG", b"1"), ("a/texts/karta.png", b"2"), ("a/texts/shema.svg", b"3")]
    write_files(tmp_path, files)
    assert read_files(tmp_path) == {**dict(files), "a/texts/shema.svg": b""}


def test_no_more_is_read_than_can_be_used(tmp_path: Path) -> None:
    write_files(tmp_path, [("plan.yml", b"x" * (MAX_BYTES + 100))])
    assert len(read_files(tmp_path)["plan.yml"]) == MAX_BYTES + 1


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    write_files(tmp_path, [("plan.yml", b"a: 1\n")])
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UsageError, match=r"plan.yml» не вдається прочитати; перевірте, чи є до нього доступ"):
        read_files(tmp_path)


def test_what_is_no_file_of_the_folder_is_refused_by_name_all_at_once(tmp_path: Path) -> None:
    write_files(tmp_path, [("secret.yml", b"a: 1\n"), ("elsewhere/nakaz.txt", b""), ("plans/own.yml", b"b: 2\n")])
    plans = tmp_path / "plans"
    (plans / "a-in.yml").symlink_to(plans / "own.yml")
    (plans / "b-out.yml").symlink_to(tmp_path / "secret.yml")
    (plans / "c-broken.yml").symlink_to(tmp_path / "nowhere.yml")
    (plans / "d-folder").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(plans / "e-pipe.md")
    (plans / "nizhyn/plan-2026/plan.yml").mkdir(parents=True)
    (plans / ".hidden").symlink_to(tmp_path / "nowhere.yml")
    with pytest.raises(UsageError) as told:
        read_files(plans)
    assert str(told.value).replace(f"{plans}/", "").splitlines() == [
        "d-folder: це посилання на теку; покладіть сюди саму теку",
        "b-out.yml: це посилання на файл з іншого місця; покладіть сюди сам файл",
        "c-broken.yml: це посилання на те, чого немає; приберіть його або покладіть сюди сам файл",
        "e-pipe.md: це не файл (канал, сокет чи пристрій); приберіть його звідси",
        "nizhyn/plan-2026/plan.yml: це тека, а має бути файл; перейменуйте її",
    ]
    for name in ("b-out.yml", "c-broken.yml", "d-folder", "e-pipe.md"):
        (plans / name).unlink()
    (plans / "nizhyn/plan-2026/plan.yml").rmdir()
    assert set(read_files(plans)) == {"own.yml", "a-in.yml"}
