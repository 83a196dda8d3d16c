"""Reports: forms out to executors, filled ones back, row by row into progress.yml."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.community import Catalogue, Community
from generator.model.plan import Plan
from generator.model.standing import latest_word, voice_of
from generator.reading.layout import PLAN, PROGRESS
from generator.source.problem import Severity
from generator.source.usage_error import UsageError
from generator.staff.importer.problem import ImportProblem
from generator.staff.reporting.differences import difference
from generator.staff.reporting.form import make_forms
from generator.staff.reporting.journal import JournalProblem, with_reports
from generator.staff.reporting.reading import NewReport, Reading, read_form
from generator.staff.workplace.paper import paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import ROOT, Desk


@dataclass(frozen=True, slots=True)
class Returned:
    """A report that came back in a file, not accepted yet."""

    key: str
    file: str
    news: NewReport
    questions: tuple[str, ...]


def forms(desk: Desk, day: date, executor: str | None, kinds: Sequence[str], *, one_file: bool) -> dict[str, bytes]:
    """Make the forms of the chosen plan, by the names of their files."""
    from generator.staff.reporting.excel_form import excel_form  # noqa: PLC0415 - loads openpyxl
    from generator.staff.reporting.word_form import word_form  # noqa: PLC0415

    writers = {"xlsx": excel_form, "docx": word_form}
    community, plan = _read(desk)
    try:
        made = make_forms(community, plan, day, executor, one_file=one_file)
    except UsageError as error:
        raise Refusal(str(error)) from error
    return {f"{form.file_stem}.{kind}": writers[kind](form) for form in made for kind in kinds}


def returned(desk: Desk, files: Sequence[Path], day: date | None, source: str | None) -> dict[str, Any]:
    """Read filled forms and compare them with what is known, and with each other."""
    from generator.staff.reporting.workbook import read_workbook  # noqa: PLC0415 - loads openpyxl

    community, plan = _read(desk)
    catalogue = Catalogue((community,))
    found: list[Returned] = []
    problems, questions, remarks = [], [], []
    for file in files:
        try:
            reading = read_form(read_workbook(file), catalogue, day, source)
        except (ImportProblem, UsageError) as problem:
            problems.append(f"{file.name}: {problem}")
            continue
        if reading.plan is not None and reading.plan.id != plan.id:
            problems.append(
                f"{file.name}: це форма плану «{reading.plan.id}», а вибрано «{plan.id}»; виберіть той план"
            )
            continue
        problems += [f"{file.name}: {one}" for one in reading.problems]
        remarks += [f"{file.name}: {one}" for one in reading.remarks]
        rows = list(_rows(file, reading))
        found += rows
        asked = {one for row in rows for one in row.questions}
        questions += [f"{file.name}: {one}" for one in reading.questions if one not in asked]
    desk.returned = {one.key: one for one in found}
    return {
        "rows": [_row(one, plan, found) for one in found],
        "problems": problems,
        "questions": questions,
        "remarks": remarks,
    }


def accept(desk: Desk, keys: Sequence[str], *, sure: bool) -> str:
    """Write accepted reports at the end of progress.yml, all or none; returns its path."""
    chosen = [desk.returned[key] for key in keys if key in desk.returned]
    if not chosen or len(chosen) != len(set(keys)):
        raise Refusal("Цих рядків немає серед прочитаних форм; покладіть форми ще раз.")
    twice = _twice(chosen)
    if twice:
        raise Refusal(twice)
    asked = [question for one in chosen for question in one.questions]
    if asked and not sure:
        raise Refusal("Спершу перевірте: " + "; ".join(asked))
    _, plan = _read(desk)
    path = f"{ROOT}{plan.id}/{PROGRESS}"
    before = desk.papers.get(path)
    try:
        content = with_reports(
            before.content if before else None,
            [one.news for one in chosen],
            plan,
            desk.papers[f"{ROOT}{plan.id}/{PLAN}"].content,
        )
    except JournalProblem as problem:
        raise Refusal(f"{path}: {problem}") from problem
    after = {**desk.papers, path: paper(path, content.decode())}
    old = {one["whole"] for one in desk.checker.of_plan(desk.papers, desk.plan, None)}
    new = [one for one in desk.checker.of_plan(after, desk.plan, None) if one["severity"] == Severity.ERROR.value]
    worse = [one["whole"] for one in new if one["path"] == path and one["whole"] not in old]
    if worse:
        raise Refusal("Звітів не дописано: " + "; ".join(worse))
    desk.change(f"Прийнято звітів: {len(chosen)}", {path: after[path]})
    for key in keys:
        desk.returned.pop(key)
    return path


def _read(desk: Desk) -> tuple[Community, Plan]:
    """Return the chosen plan as its pages are made of it; Refusal while something in it can't be read."""
    checked = desk.checker.checked(desk.papers, desk.plan, None)
    plan = next((one for one in checked.community.plans if one.id == desk.plan), None) if checked.community else None
    wrong = [str(one) for one in checked.problems if one.severity is Severity.ERROR]
    if checked.community is None or plan is None or wrong:
        raise Refusal("Спершу виправте помилки в плані: " + "; ".join(wrong[:3]))
    return checked.community, plan


def _rows(file: Path, reading: Reading) -> Iterator[Returned]:
    for news in reading.news:
        where = f"аркуш «{news.row.sheet}», рядок {news.row.number},"
        asked = tuple(one for one in reading.questions if one.startswith(where))
        key = f"{file.name}|{news.row.sheet}|{news.row.number}|{news.measure.id}"
        yield Returned(key, file.name, news, asked)


def _row(one: Returned, plan: Plan, found: Sequence[Returned]) -> dict[str, Any]:
    news = one.news
    return {
        "key": one.key,
        "file": one.file,
        "at": list(news.measure.place.path),
        "called": f"захід {news.measure.called}",
        "executor": news.executor.label if news.executor else "",
        "day": news.reported.isoformat(),
        "said": difference(news, plan),
        "questions": list(one.questions),
        "conflicts": list(_conflicts(one, found)),
    }


def _conflicts(one: Returned, found: Sequence[Returned]) -> Iterator[str]:
    """Say where another executor tells of the same measure another state, in these forms or in reports that stand."""
    news, told = one.news, set[str]()
    own = voice_of(news.executor)
    for other in found:
        if other is one or other.news.measure.id != news.measure.id:
            continue
        voice = voice_of(other.news.executor)
        told.add(voice)
        if other.news.after.status is not news.after.status or voice == own:
            yield _said(other.news.executor.label if other.news.executor else "", other.news.after.status, other.file)
    for body in news.measure.answering:
        word = latest_word(news.measure, body)
        voice = voice_of(body)
        if word and voice != own and voice not in told and word.record.status is not news.after.status:
            yield _said(body.label, word.record.status, f"звіт від {word.record.date:%d.%m.%Y}")


def _said(who: str, status: Any, where: str) -> str:
    return f"{who or 'громада'} каже інше: «{status.words if status else 'стану не вказано'}» ({where})"


def _twice(chosen: Sequence[Returned]) -> str:
    """Refuse two answers of one body about one measure on one day."""
    by_voice = defaultdict(list)
    for one in chosen:
        by_voice[one.news.measure.id, voice_of(one.news.executor), one.news.reported].append(one)
    double = next((rows for rows in by_voice.values() if len(rows) > 1), None)
    if double is None:
        return ""
    files = " і ".join(dict.fromkeys(one.file for one in double))
    called = double[0].news.measure.called
    return f"Про захід {called} той самий виконавець за той самий день відповів двічі ({files}); лишіть один рядок."
