"""Narrative texts: front matter and Markdown body of texts/NN-name.md."""

import re
from collections.abc import Collection, Mapping

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.model.records.text import TextRecord
from generator.model.reserved_names import IN_WINDOWS
from generator.reading.narrative_markdown import body_problems, pictures
from generator.reading.validation import validate
from generator.source.pictures import PICTURES, is_picture
from generator.source.problem import Problem, has_errors, maybe, shown
from generator.source.yaml_source import read_source, read_text_file
from generator.source.yaml_syntax import MAX_BYTES

_NAME = re.compile(r"^\d{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$")
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_KINDS = f"{', '.join(PICTURES[:-1])} або {PICTURES[-1]}"
_HOW_NAMED = "NN-nazva.md: дві цифри для порядку, далі малі латинські букви, цифри й дефіси"


def read_text(path: str, content: bytes, owner: str) -> tuple[NarrativeText | None, list[Problem]]:
    """Read one narrative text; the problems name the line of the file.

    A text that can't be read keeps its name and has no words, so that what refers to it is not called wrong too.
    """
    file_name = path.rsplit("/", 1)[-1]
    named = _NAME.match(file_name)
    if not named:
        return None, [Problem(path, 1, 1, owner, f"файл «{shown(file_name)}» має зватися {_HOW_NAMED}")]
    if named[1] in IN_WINDOWS:
        message = f"назва тексту «{named[1]}» не годиться: Windows не може мати такої теки; назвіть файл інакше"
        return None, [Problem(path, 1, 1, owner, message)]
    owner, unread = f"{owner}/text/{named[1]}", NarrativeText(named[1], "", Place(path, 1), TextRecord(title=named[1]))
    text, problems = read_text_file(path, content)
    front = _FRONT.match(text)
    if problems or front is None:
        return unread, [_owned(problem, owner) for problem in problems] or [_no_front(path, text, owner)]
    source, problems = read_source(path, f"\n{front[1]}".encode())
    record, more = validate(source, TextRecord, owner) if not has_errors(problems) else (None, [])
    above = text.count("\n", 0, front.end())
    body = text[front.end() :]
    problems = [
        *(_owned(problem, owner) for problem in problems),
        *more,
        *(Problem(path, above + line, column, owner, message) for line, column, message in body_problems(body)),
    ]
    if record is None:
        return unread, problems
    return NarrativeText(named[1], body.strip("\n") + "\n", Place(path, 1), record), problems


def repeated_names(texts: Collection[NarrativeText], owner: str) -> list[Problem]:
    """Find texts of one plan that would stand at one address."""
    first: dict[str, NarrativeText] = {}
    return [
        Problem(
            text.place.file,
            1,
            1,
            f"{owner}/text/{text.name}",
            f"текст із назвою «{text.name}» уже є: {first[text.name].place.file}; перейменуйте один із двох",
        )
        for text in texts
        if first.setdefault(text.name, text) is not text
    ]


def picture_names(body: str) -> list[str]:
    """List the files of the pictures a text shows, each once, in order."""
    return list(dict.fromkeys(name for line in body.split("\n") for _, name in pictures(line)))


def image_problems(text: NarrativeText, content: bytes, beside: Mapping[str, bytes], owner: str) -> list[Problem]:
    """Find pictures that are of no kind we show, too big, or not beside their text; `beside`: files of its folder."""
    found = []
    words = read_text_file(text.place.file, content)[0]
    front = _FRONT.match(words)
    above = words.count("\n", 0, front.end()) if front else 0
    for number, line in enumerate(words.split("\n")[above:], above + 1):
        for start, name in pictures(line):
            if not is_picture(name):
                message = f"малюнка «{shown(name)}» сайт не покаже; збережіть його як {_KINDS}"
            elif name not in beside:
                message = f"файлу «{shown(name)}» поруч із текстом немає{maybe(name, beside)}"
            elif len(beside[name]) > MAX_BYTES:
                message = f"малюнок «{shown(name)}» завеликий: понад {MAX_BYTES // 1_000_000} МБ; зменште його"
            else:
                continue
            found.append(Problem(text.place.file, number, start + 1, f"{owner}/text/{text.name}", message))
    return found


def _owned(problem: Problem, owner: str) -> Problem:
    return Problem(problem.path, problem.line, problem.column, owner, problem.message, problem.severity)


def _no_front(path: str, text: str, owner: str) -> Problem:
    if re.match(r"---[ \t]*\n", text):
        return Problem(path, 1, 1, owner, "поля на початку тексту відкрито рядком «---», але не закрито таким самим")
    message = (
        "текст має починатися з полів між двома рядками «---»: title, а за потреби part, level, title_is_ours, note, "
        "quick_exit"
    )
    return Problem(path, 1, 1, owner, message)
