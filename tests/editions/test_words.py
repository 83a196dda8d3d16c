"""Every word of the document stands in each of its editions, letter for letter; what is ours says so."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from editions.editions_of import editions, real_editions
from generator.build.typesetter import Typesetter
from generator.language.braille import in_braille
from generator.model.plan import Plan
from generator.outputs.editions.brf import brf
from generator.outputs.editions.epub import epub
from generator.outputs.editions.pdf import pdf_data
from outputs.sample import FILES, real_site

PLANS = [plan.id for community in real_site().catalogue.communities for plan in community.plans]
MOMENT = datetime(2026, 11, 29, tzinfo=UTC)


def official_words(plan: Plan) -> Iterator[str]:
    """Every official word of a plan: titles, texts, terms, executors, indicators, money, chapters, totals."""
    record = plan.record
    yield record.title
    for goal in plan.all_goals():
        yield from filter(None, (goal.record.title, goal.record.motto))
    for measure in plan.all_measures():
        own = measure.record
        yield from filter(None, (own.number, own.label, own.text, own.steps_label, own.estimate, own.remainder))
        yield from (measure.term.text,) if measure.term else ()
        yield from (one.as_written for one in measure.executors)
        yield from (text for one in measure.executors for text in one.said)
        for indicator in own.indicators:
            yield from filter(None, (indicator.text, indicator.unit, indicator.baseline, *indicator.targets.values()))
        yield from (text for pair in own.other.items() for text in pair)
        if money := own.funding:
            yield from (*money.sources, *filter(None, (money.total, money.text)), *money.by_year.values())
            for line in money.lines:
                yield from filter(None, (line.source, line.kind, line.sum, line.words))
        if cells := own.unaligned:
            yield from (*cells.indicators, *cells.terms, *cells.executors, *cells.sources, *cells.total)
            yield from (text for sums in cells.by_year.values() for text in sums)
    for total in record.totals:
        yield from filter(None, (total.label, total.source, total.total, *total.by_year.values()))
    for text in plan.texts:
        yield text.record.title
        yield from words_of_markdown(text.body)


def words_of_markdown(body: str) -> Iterator[str]:
    for line in body.split("\n"):
        if set(line.strip()) <= set("|-: "):
            continue
        bare = re.sub(r"^\s*(Table:|(>\s*)?\[!ours\]|#+\s|>|[-*+]\s|\d+[.)]\s)+|\{ours\}", "", line)
        bare = re.sub(r"\[([^\]]*)\]\([^)]*\)|<(https?:[^>]*|[^>\s]*@[^>]*)>", r"\1\2", bare.replace("<br>", "|"))
        bare = re.sub(r"\*+|\\(?=[^\w\s]|_)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)", "", bare)
        yield from (cell for cell in bare.split("|") if cell.strip())


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def missing(plan: Plan, found: str) -> list[str]:
    held = squeezed(found)
    return [words for words in official_words(plan) if squeezed(words) not in held]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "ol":
            self.text += dict(attrs).get("start") or ""


@pytest.mark.parametrize("name", PLANS)
def test_every_official_word_is_in_the_edition(name: str) -> None:
    plan, edition = real_editions()[name]
    assert missing(plan, edition.text) == []


@pytest.mark.parametrize("name", PLANS)
def test_every_official_word_is_in_the_epub(name: str) -> None:
    plan, edition = real_editions()[name]
    reader = _Words()
    with zipfile.ZipFile(io.BytesIO(epub(edition, MOMENT))) as book:
        for file in book.namelist():
            if file.endswith(".xhtml"):
                reader.feed(book.read(file).decode())
    assert missing(plan, reader.text) == []


@pytest.mark.parametrize("name", PLANS)
def test_every_official_word_is_in_the_braille(name: str) -> None:
    plan, edition = real_editions()[name]
    pages = brf(edition).decode("ascii").split("\f")
    held = squeezed("".join(line for page in pages for line in page.split("\r\n")[:24]))
    lost = [words for words in official_words(plan) if squeezed(in_braille(words)) not in held]
    assert [words for words in lost if max(map(len, in_braille(words).split())) < 36] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="потрібен pdftotext (poppler-utils)")
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", [PLANS[0], pytest.param(PLANS[2], marks=pytest.mark.slow)])
def test_every_official_word_is_in_the_pdf(name: str, large: bool, typesetter: Typesetter) -> None:
    plan, edition = real_editions()[name]
    made = typesetter.pdf(pdf_data(edition, typesetter.mark, typesetter.known, large=large), 0)
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")
    held = squeezed("\n".join("\n".join(page.rstrip().split("\n")[:-1]) for page in pages))
    lost = [words for words in official_words(plan) if squeezed(words) not in held]
    # Cells of tables stand side by side in the lines of pdftotext: of theirs, each word is looked for.
    assert [words for words in lost if not all(word in held for word in re.findall(r"\w+", words))] == []


def test_what_we_add_says_so() -> None:
    files = {**FILES, "zelenivka/plan-2025/plan.yml": FILES["zelenivka/plan-2025/plan.yml"].replace(
        "{number: 1.1.2,", "{number: 1.1.2, short: Наша назва, summary: [Наше пояснення.], notes: [наша примітка.],")}  # fmt: skip
    text = editions(files)["zelenivka/plan-2025"][1].text
    assert "Захід 1.1.2. Наша назва (від нас)" in text.split("\n")
    assert "Від нас. Наше пояснення." in text.split("\n")
    assert "Від нас. Наша примітка." in text.split("\n")
    assert "Від нас. Розуміємо так: з 1 травня до 31 липня 2025 року." in text.split("\n")


def test_state_stands_as_words_and_reports_with_their_day() -> None:
    lines = editions()["zelenivka/plan-2025"][1].text.split("\n")
    assert "Виконано 20 липня 2025 року." in lines
    assert "1 червня 2025 року, громада: виконується. Почали." in lines
    assert "Постійно, звіту ще немає." not in lines
    assert lines.count("Стан") == 8
