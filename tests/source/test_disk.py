"""Files in and out; an old site goes only when the new one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source.disk import read_files, replace_folder, write_files
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


def test_links_that_lead_out_are_left_out(tmp_path: Path) -> None:
    write_files(tmp_path, [("secret.yml", b"a: 1\n"), ("plans/own.yml", b"b: 2\n")])
    (tmp_path / "plans" / "out.yml").symlink_to(tmp_path / "secret.yml")
    (tmp_path / "plans" / "in.yml").symlink_to(tmp_path / "plans" / "own.yml")
    (tmp_path / "plans" / "broken.yml").symlink_to(tmp_path / "nowhere.yml")
    assert set(read_files(tmp_path / "plans")) == {"own.yml", "in.yml"}


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write_files(tmp_path, [("site/old.html", b"1"), ("new/new.html", b"2")])
    replace_folder(tmp_path / "new", tmp_path / "site")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")] == ["site/new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
