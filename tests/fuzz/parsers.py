"""Every parser of what people write: sound inputs to begin with, and what may be said of any other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import click
from openpyxl import Workbook

from generator.build.mkdocs.settings_file import read_settings
from generator.commands.listing import plans
from generator.commands.outcome import Outcome
from generator.commands.report import report
from generator.commands.usage_errors import help_of, words_of
from generator.language.terms import describe, occurrences, parse_term
from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.model.records.text import TextRecord
from generator.pages.narrative import narrative_markdown
from generator.reading.narrative_markdown import body_problems, plain_words
from generator.rules.load import load
from generator.search import Engine, Question, Synonyms, build_index
from generator.search.findable import search_records
from generator.source.disk import read_files
from generator.source.markdown import converter
from generator.source.usage_error import UsageError
from generator.staff.importer import ImportProblem, draft, read_document, to_json, to_yaml
from generator.staff.reporting.reading import read_form
from generator.staff.reporting.workbook import read_workbook
from generator.views.commitment import Commitments
from project import ROOT, plain, real_catalogue
from staff.importer.excel import xlsx
from staff.importer.grids import row
from staff.importer.opendocument import odt
from staff.importer.word import docx

CORPUS = Path(__file__).parent / "corpus"
SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
DAY = date(2026, 11, 22)
TO_HTML = converter(["attr_list", "tables", "toc"], {})


@dataclass(frozen=True)
class Parser:
    """How inputs begin, and what reads one; an exception that it lets through is a defect."""

    name: str
    seeds: Callable[[], list[bytes]]
    read: Callable[[bytes], None]


def told(words: str) -> None:
    """Assert that a person is told something in Ukrainian."""
    assert any("а" <= letter <= "я" for letter in words), words


def yaml_seeds() -> list[bytes]:
    files = [content for name, content in SOUND.items() if name.endswith(".yml")]
    cases = sorted((ROOT / "tests/bad_input/cases").glob("*/plans/**/*.yml"))
    return [*files, *(case.read_bytes() for case in cases[::4])]


FILES_OF_YAML = (
    "nizhyn/plan-2025/plan.yml",
    "nizhyn/community.yml",
    "nizhyn/plan-2025/progress.yml",
    "topics.yml",
    "redirects.yml",
)


def read_yaml(content: bytes) -> None:
    """Any file may stand in the place of any other: its name is drawn from its content."""
    name = FILES_OF_YAML[0] if b"measures" in content else FILES_OF_YAML[len(content) % len(FILES_OF_YAML)]
    for problem in load({**SOUND, name: content}).problems:
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem
        assert str(problem).replace("\u00a0", " ").isprintable()


def text_seeds() -> list[bytes]:
    texts = sorted((ROOT / "plans").glob("*/*/texts/*.md"))
    own = b"Table: \xd0\xb0\n\n| a | b |\n| --- | --- |\n| [x](https://a.ua/) | <br>2. |\n\n> [!ours] a\n\n- a\n    - b\n\n![a](b.png)\n"
    return [own, *(text.read_bytes()[:3000] for text in texts[::3])]


def read_words(content: bytes) -> None:
    """What the check accepts, pages show; what it refuses, no page is made of."""
    body = content.decode("utf-8", "replace").replace("\x00", "")
    found = list(body_problems(body))
    assert all(line >= 1 and column >= 1 for line, column, _ in found)
    if not found:
        text = NarrativeText("vstup", body.strip("\n") + "\n", Place("01-vstup.md"), TextRecord(title="Вступ"))
        TO_HTML(str(narrative_markdown(text)))
        plain_words(body)


def term_seeds() -> list[bytes]:
    golden = plain((ROOT / "tests/language/terms/golden.yml").read_text(encoding="utf-8"))
    return [case["text"].encode() for case in golden]


def read_term(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    for year in (None, 2026):
        term = parse_term(text, year)
        describe(term)
        occurrences(term, date(2025, 1, 1), date(2027, 12, 31))


def query_seeds() -> list[bytes]:
    """Make inputs of twenty queries, one a line: a process of the engine answers all of an input."""
    judged = plain((ROOT / "tests/search/judged/residents.yml").read_text(encoding="utf-8"))
    queries = list(_texts_of(judged))[:200]
    return ["\n".join(queries[begin : begin + 20]).encode() for begin in range(0, len(queries), 20)]


def _texts_of(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts_of(key)
            yield from _texts_of(value)
    elif isinstance(data, list):
        for item in data:
            yield from _texts_of(item)


@cache
def _engine() -> Engine:
    catalogue = real_catalogue()
    records = list(search_records(Commitments(catalogue, DAY)))[:150]
    script = ROOT / "theme_overrides/assets/search-engine.js"
    return Engine(script, build_index(records, Synonyms.from_data(catalogue.synonyms)))


def read_query(content: bytes) -> None:
    queries = content.decode("utf-8", "replace").split("\n")
    assert len(_engine().ask([Question(query, limit=5) for query in queries])) == len(queries)


def _office() -> Iterator[tuple[str, bytes]]:
    """Make the files of office programs that the tests of the importer make, and a form of ours."""
    rows = [
        row("№", "Заходи", "Термін", "Виконавці"),
        row("1", "Ціль"),
        row("1.1", "1. Захід", "2026 рік", "УСЗН, Центр"),
        row("1.2", "Ще", "Постійно", "УСЗН"),
    ]
    yield "word", docx(rows)
    yield "odf", odt(rows)
    yield "excel", xlsx(План=rows)


def office_seeds(kind: str) -> Callable[[], list[bytes]]:
    return lambda: [content for name, content in _office() if name == kind]


def read_office(ending: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"plan.{ending}"
            file.write_bytes(content)
            try:
                drafted = draft(read_document(file))
            except ImportProblem as problem:
                told(str(problem))
                return
        to_json(drafted)
        load({**SOUND, FILES_OF_YAML[0]: to_yaml(drafted).encode("utf-8", "surrogatepass")})

    return read


def form_seeds() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        plans = ROOT / "tests/bad_input/sound/plans"
        done = report(
            plans, "nizhyn/plan-2025", DAY, Path(folder), None, one_file=True, output="xlsx", say=lambda _: None
        )
        assert done is Outcome.FINE
        forms = [file.read_bytes() for file in sorted(Path(folder).iterdir())]
    other = BytesIO()
    Workbook().save(other)
    return [*forms, *forms, *forms, other.getvalue()]


@cache
def _catalogue() -> object:
    return load(SOUND).catalogue


def read_filled(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.xlsx"
        file.write_bytes(content)
        try:
            reading = read_form(read_workbook(file), _catalogue(), None, None)  # type: ignore[arg-type]
        except ImportProblem as problem:
            told(str(problem))
            return
    for problem in reading.problems:
        assert str(problem)


def settings_seeds() -> list[bytes]:
    return [(ROOT / "mkdocs.yml").read_bytes()]


def read_mkdocs(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "mkdocs.yml"
        file.write_bytes(content)
        try:
            read_settings(file)
        except UsageError as error:
            told(str(error))


def command_seeds() -> list[bytes]:
    lines = [
        "check --format json", "build --site-dir site --config-file mkdocs.yml", "term 'ІV квартал' --year 2025", "search слово --community nizhyn",
        "report nizhyn/plan --as-of 2026-01-01 --executor uszn --format xlsx", "progress file.xlsx --dry-run --reported 2026-01-01",
        "new nizhyn --name Н --period-start 2026-01-01", "new-site dir --community nizhyn", "import file.docx --out - --format json",
        "serve --address 127.0.0.1:8000", "render out --as-of 2026-01-01", "schema plan --write x", "addresses --write", "--help", "",
    ]  # fmt: skip
    return [line.replace(" ", "\n").encode() for line in lines]


def read_command(content: bytes) -> None:
    """A command line up to the point where the command begins; each word on a line of its own."""
    words = [word for word in content.decode("utf-8", "replace").split("\n") if "\x00" not in word]
    try:
        context = plans.make_context("plans", list(words))
        if not (named := [*context._protected_args, *context.args]):
            return
        name, command, rest = plans.resolve_command(context, named)
        if command is not None:
            command.make_context(name, rest)
    except click.ClickException as error:
        told(words_of(error))
        told(f"Довідка: {help_of(error)}")
    except UsageError as error:
        told(str(error))
    except (click.exceptions.Exit, click.Abort, OSError):
        return


PARSERS = {
    parser.name: parser
    for parser in (
        Parser("yaml", yaml_seeds, read_yaml),
        Parser("texts", text_seeds, read_words),
        Parser("terms", term_seeds, read_term),
        Parser("queries", query_seeds, read_query),
        Parser("word", office_seeds("word"), read_office("docx")),
        Parser("odf", office_seeds("odf"), read_office("odt")),
        Parser("excel", office_seeds("excel"), read_office("xlsx")),
        Parser("forms", form_seeds, read_filled),
        Parser("settings", settings_seeds, read_mkdocs),
        Parser("commands", command_seeds, read_command),
    )
}
