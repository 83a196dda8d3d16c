"""Narrative texts: front matter and Markdown body of texts/NN-name.md."""

import re

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.problem import Problem
from generator.records.text import TextRecord
from generator.source import read_source
from generator.validation import validate

_NAME = re.compile(r"^(\d+-)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
_RAW_HTML = re.compile(r"<(?!br\s*/?>)/?[a-zA-Z!][^>]*>")
_TOP_HEADING = re.compile(r"^#\s")


def read_text(path: str, content: bytes, owner: str) -> tuple[NarrativeText | None, list[Problem]]:
    """Read one narrative text; the problems name the line of the file."""
    file_name = path.rsplit("/", 1)[-1]
    named = _NAME.match(file_name)
    if not named:
        return None, [
            Problem(
                path,
                1,
                1,
                owner,
                f"файл «{file_name}» має зватися NN-nazva.md: дві цифри для порядку, "
                "далі малі латинські букви, цифри й дефіси",
            )
        ]
    front, body, first_line, trouble = _split(path, content, owner)
    if trouble:
        return None, [trouble]
    source, problems = read_source(path, front)
    record, more = validate(source, TextRecord, owner) if not problems else (None, [])
    problems = [*problems, *more, *_body_problems(path, body, first_line, owner)]
    if record is None:
        return None, problems
    return NarrativeText(
        name=named[2],
        title=record.title,
        title_is_ours=record.title_is_ours,
        part=record.part,
        level=record.level,
        note=record.note,
        body=body.strip() + "\n",
        place=Place(path, 1),
    ), problems


def _split(path: str, content: bytes, owner: str) -> tuple[bytes, str, int, Problem | None]:
    """Part the front matter from the body; the front matter keeps its line numbers."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return b"", "", 1, Problem(path, line, 1, owner, "файл не в кодуванні UTF-8; збережіть його як UTF-8")
    match = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if not match:
        return (
            b"",
            "",
            1,
            Problem(path, 1, 1, owner, "текст має починатися з полів між рядками «---»: title, part, level"),
        )
    return ("\n" + match[1]).encode(), text[match.end() :], text[: match.end()].count("\n") + 1, None


def _body_problems(path: str, body: str, first_line: int, owner: str) -> list[Problem]:
    found = []
    for number, line in enumerate(body.split("\n"), first_line):
        for image in _IMAGE.finditer(line):
            if not image["alt"].strip():
                found.append(
                    Problem(
                        path,
                        number,
                        image.start() + 1,
                        owner,
                        "малюнок без опису; опишіть словами, що на ньому, у квадратних дужках: ![опис](файл)",
                    )
                )
        html = _RAW_HTML.search(line)
        if html:
            found.append(
                Problem(
                    path,
                    number,
                    html.start() + 1,
                    owner,
                    f"розмітка HTML «{html[0]}» у текстах не діє; пишіть засобами Markdown",
                )
            )
        if _TOP_HEADING.match(line):
            found.append(
                Problem(path, number, 1, owner, "заголовок першого рівня дає поле title; у тексті починайте з «## »")
            )
    return found
