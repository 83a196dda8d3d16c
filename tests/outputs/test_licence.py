"""On what terms official texts may be used is said in the same words in data, on the page of data and beside the code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.outputs.licence import OFFICIAL, OFFICIAL_EN
from generator.pages.markup import escape_markdown
from generator.source.disk import read_files

ROOT = Path(__file__).parents[2]
SOUND = read_files(ROOT / "tests" / "bad_input" / "sound" / "plans")


def test_the_page_of_data_says_it_in_the_words_of_the_data() -> None:
    site = assemble(SOUND, Settings(date(2025, 10, 31)))
    assert escape_markdown(OFFICIAL) in next(page.markdown for page in site.pages if page.address == "data/")


def test_the_file_beside_the_code_says_the_same() -> None:
    text = (ROOT / "LICENSE-texts.md").read_text(encoding="utf-8")
    assert OFFICIAL in text
    assert OFFICIAL_EN in text
