"""Every command of the guide exists, with the options and the choices that the guide gives it."""

from __future__ import annotations

import re
import shlex
from functools import cache
from itertools import dropwhile

import click
import pytest

from generator.commands.listing import COMMANDS, load
from guide.guide_pages import ROOT, pages

OTHERS = {"python3", "pip", ".", "git", "cd"}
"""Commands of the system that the guide uses as everybody does."""


def lines() -> list[tuple[str, str]]:
    """Return every command of the guide with its page: in examples and in words."""
    found = []
    for name, page in pages().items():
        found += [
            (name, line) for example in page.examples if example.language == "sh" for line in example.text.split("\n")
        ]
        found += [(name, code) for code in page.code if re.match(r"(plans|make) \S", code)]
    return [(name, line) for name, line in found if line.strip()]


def check(line: str) -> str:
    """Say what is wrong with a command; nothing when it would be understood."""
    words = list(dropwhile(lambda word: re.match(r"[A-Z_]+=", word), shlex.split(line)))
    if words[0] == "plans":
        return check_plans(words[1:])
    known = targets() if words[0] == "make" else set(words[1:]) if words[0] in OTHERS else set()
    asked = {word for word in words[1:] if not re.match(r"[A-Z_]+=", word)}
    return "" if asked and asked <= known else f"невідома команда: {line}"


def check_plans(words: list[str]) -> str:
    if words[0] not in COMMANDS:
        return f"немає команди {words[0]}"
    command = load(words[0])
    if words[1:]:  # else it is only named
        try:
            command.make_context(words[0], words[1:])
        except click.exceptions.BadParameter as error:
            return "" if "does not exist" in error.message else str(error)
        except click.UsageError as error:
            return str(error)
    return ""


@cache
def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize(("name", "line"), lines())
def test_command_is_understood(name: str, line: str) -> None:
    assert check(line) == ""


def test_wrong_commands_would_be_found() -> None:
    assert check("plans chekc nizhyn")
    assert check("plans report nizhyn/plan --format pdf")
    assert check("plans progress file.xlsx --try")
    assert check("plans import --community nizhyn")
    assert check("make sait")


def test_every_command_is_in_the_guide() -> None:
    named = {line.split()[1] for _, line in lines() if line.startswith("plans ")}
    assert set(COMMANDS) - named == {"schema"}  # editors use it, not people


def test_sample_commands_of_the_guide_name_what_options_are_for() -> None:
    said = {option for _, line in lines() for option in re.findall(r"--[a-z-]+", line)}
    said |= {code.split()[0] for page in pages().values() for code in page.code if re.match("--[a-z]", code)}
    known = {option for name in COMMANDS for param in load(name).params for option in param.opts}
    assert said - known == set()
