"""A desk as the page uses it: every question and answer goes through JSON."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from generator.staff.workplace.desk import answered
from generator.staff.workplace.session import Desk

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-22"


class Asked:
    """A desk of its own, so that no test sees what another one did."""

    def __init__(self) -> None:
        self.desk = Desk()

    def __call__(self, do: str, **request: Any) -> dict[str, Any]:
        """Ask and be answered."""
        asked = json.loads(json.dumps({"do": do, **request}, ensure_ascii=False))
        return json.loads(json.dumps(answered(self.desk, asked), ensure_ascii=False))

    def done(self, do: str, **request: Any) -> dict[str, Any]:
        """Ask for what must be done."""
        told = self(do, **request)
        assert told["ok"], told
        return told

    def refused(self, do: str, **request: Any) -> str:
        """Ask for what must not be done; nothing changes."""
        before = self("files")["files"], self("table").get("table")
        told = self(do, **request)
        assert not told["ok"], told
        assert (self("files")["files"], self("table").get("table")) == before
        return told["message"]

    def text(self, path: str) -> str:
        """Return a file as it stands."""
        return self("files")["files"][path]


def given(folder: Path, *, root: str = "plans/") -> dict[str, Any]:
    """Read a folder as the page does: texts as texts, the rest in base64."""
    files: dict[str, Any] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            try:
                files[root + path.relative_to(folder).as_posix()] = content.decode()
            except UnicodeDecodeError:
                files[root + path.relative_to(folder).as_posix()] = {"base64": base64.b64encode(content).decode()}
    return files


def filled_by_a_person(asked: Asked) -> dict[str, Any]:
    """Do all that a draft asks for: fill in, tick off, leave out the act's text; returns what is told at the end."""
    told = asked.done("table")
    for name in [path for path in asked("files")["files"] if path.endswith(".md")]:
        told = asked.done("write", path=name, text=None)
    for _ in range(60):
        task = next((one for one in told["problems"] if one["task"]), None)
        if task is None:
            return asked.done("table")
        if "ще не заповнено" in task["said"] and task["at"]:
            told = asked.done("set", path=task["path"], at=task["at"], value="Зразкові слова")
        else:
            told = asked.done("checked", path=task["path"], line=task["line"])
    raise AssertionError(told["problems"])
