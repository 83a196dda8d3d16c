"""The command line itself: its help, its list of commands, what it loads, and Ctrl-C while it loads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from generator.commands.listing import COMMANDS, load
from project import ROOT
from staff.scaffold.running import run_plans

MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "generator").rglob("*.py")
)
LINK = Path(sysconfig.get_path("purelib"), "_editable_impl_hromada_plans.py")
OFFICE = re.compile(r"Word|OpenDocument|Excel|JSON Schema|Markdown|GitHub|YAML")
"""Names of programs and formats: they are written so in Ukrainian too."""


def python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_listed_command_is_there_with_its_line_of_help(name: str) -> None:
    command = load(name)
    assert (command.name, command.help) == (name, COMMANDS[name].help)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_wholly_ukrainian(name: str, tmp_path: Path) -> None:
    done = run_plans(*filter(None, [name, "--help"]), cwd=tmp_path)
    assert done.returncode == 0
    for line in OFFICE.sub("", done.stdout).splitlines():
        # commands, options, choices and names of files are small letters; what is for people is Cyrillic
        assert re.findall(r"\b[A-Z][A-Za-z]+\b|\b(?:default|required)\b", line) == [], line


def test_help_names_every_command_and_loads_none_of_them() -> None:
    done = python(
        "import sys; from generator.commands.listing import plans\n"
        "plans(['--help'], 'plans', standalone_mode=False)\n"
        "print(sorted(name for name in sys.modules if name.startswith(('generator.', 'pydantic', 'mkdocs'))))"
    )
    assert done.returncode == 0, done.stderr
    listed, loaded = done.stdout.rsplit("[", 1)
    assert [line.split()[0] for line in listed.splitlines() if re.match(r"  [a-z]", line)] == list(COMMANDS)
    modules = {name.strip(" '\n]") for name in loaded.split(",")}
    assert {f"generator.commands.{one.module}" for one in COMMANDS.values()} & modules == set()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Неправильна команда: назву команди не вказано\nДовідка: plans --help\n"),
        ("chekc", "Неправильна команда: команди «chekc» немає; можливо, «check»\nДовідка: plans --help\n"),
        ("щось", "Неправильна команда: команди «щось» немає\nДовідка: plans --help\n"),
    ],
)
def test_a_command_that_is_none(typed: str, said: str, tmp_path: Path) -> None:
    done = run_plans(typed, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, said)


def test_without_a_command_the_list_is_shown(tmp_path: Path) -> None:
    done = run_plans(cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == run_plans("--help", cwd=tmp_path).stdout


def test_a_term_is_read_without_what_it_does_not_need() -> None:
    done = python(
        "import sys; sys.argv = ['plans', 'term', 'ІV квартал 2025 року']\n"
        "from generator.cli import main\n"
        "try: main()\n"
        "finally: print(sorted(name.partition('.')[0] for name in sys.modules), file=sys.stderr)"
    )
    assert json.loads(done.stdout)["end"] == "2025-12-31"
    assert "'click'" in done.stderr
    for heavy in ("pydantic", "mkdocs", "openpyxl", "icalendar", "jinja2", "yaml"):
        assert f"'{heavy}'" not in done.stderr


@pytest.mark.slow
def test_only_the_plugin_needs_mkdocs() -> None:
    free = [name for name in MODULES if not name.startswith("generator.build.mkdocs")]
    assert len(free) > 100
    done = python(
        "import sys; sys.modules['mkdocs'] = None\n"
        "from importlib import import_module\n"
        "for name in sys.argv[1:]: import_module(name)",
        *free,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "module",
    [
        "pydantic",
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("click", "generator.commands.listing", "generator.commands.check")
        ),
    ],
)
def test_ctrl_c_while_modules_load_is_told_in_words(module: str) -> None:
    done = python(
        "import os, signal, sys\n"
        "class Presses:\n"
        "    @staticmethod\n"
        "    def find_spec(name, path=None, target=None):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Presses)\n"
        "sys.argv = ['plans', 'check']\n"
        "from generator.cli import main\n"
        "main()"
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Перервано.\n")


def test_nothing_is_loaded_before_ctrl_c_is_caught() -> None:
    done = subprocess.run(
        [sys.executable, "-ISc", (f"import os, sys; own = set(sys.modules); sys.path.insert(0, {str(ROOT)!r})\n"
         "import generator.cli; print(*sorted({*sys.modules} - own))")],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == ["generator", "generator.cli"]


@pytest.mark.skipif(not LINK.is_file(), reason="the package is not installed in place")
def test_an_environment_that_has_the_package_in_place_loads_next_to_nothing_at_its_start() -> None:
    heavy = {"typing", "enum", "re", "functools", "tempfile", "importlib.abc"}
    assert python(f"import sys; print(sorted({heavy} & set(sys.modules)))").stdout == "[]\n"


def test_the_package_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "term", "постійно"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout)["kind"] == "ongoing"


@pytest.mark.parametrize("moment", ["generator.commands.usage_errors.words_of", "sys.exit"])
def test_ctrl_c_after_a_command_is_told_in_words(moment: str) -> None:
    place, _, name = moment.rpartition(".")
    done = python(
        f"import os, signal, sys, {place}\n"
        "def pressed(*_): os.kill(os.getpid(), signal.SIGINT)\n"
        f"{place}.{name} = pressed\n"
        "sys.argv = ['plans', 'term']\n"
        "from generator.cli import main\n"
        "main()"
    )
    assert (done.returncode, done.stderr.splitlines()[-1], "Traceback" in done.stderr) == (1, "Перервано.", False)


def test_ctrl_c_while_a_command_works_lets_it_clean_up() -> None:
    done = python(
        "import os, signal, sys\n"
        "from generator.commands import term\n"
        "def pressed(*_):\n"
        "    try: os.kill(os.getpid(), signal.SIGINT)\n"
        "    finally: print('прибрано')\n"
        "term.term = pressed\n"
        "sys.argv = ['plans', 'term', 'постійно']\n"
        "from generator.cli import main\n"
        "main()"
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "прибрано\n", "Перервано.")
