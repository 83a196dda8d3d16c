"""The desk: what a page asks in JSON, done with the project's own code and answered in JSON.

`answer(request)` keeps one `Desk` for the life of its process (a worker of the browser). A request is an object whose
`do` names what is to be done; an answer is an object with `ok`, `state` (shapes.State) and what is told below. Where
`ok` is false nothing has changed, and `message` says why. Paths `at` are lists (shapes.Path); `path` is a file, the
plan.yml of the chosen plan where it is left out. With `"dry": true` a change says its consequences and is not made.
«table» after an arrow means what «table» answers.

Files and plans
    open      {files: {path: text | {"base64": …}}, today: "РРРР-ММ-ДД", plan?}
                                                  -> plans: [PlanName]; replaces all that was open
    choose    {plan: "nizhyn/plan-2026"}          -> table
    write     {path, text}                        -> table; a whole file as typed; null deletes the file
    files     {}                                  -> files: {path: text | {"base64": …}} as they stand now
    saved     {}                                  -> nothing; the files as they stand are those opened from now on
    new       {community, plan, name, short_name, oblast, title, start, end}
                                                  -> made: [path], and table; a skeleton, then chosen
The table
    table     {}                                  -> table: Table, problems: [Said]
    check     {all?: true}                        -> problems: [Said] of the chosen plan, or of everything
    set       {at, value, path?, dry?}            -> consequences: [Lost], problems, row: Row | null, at
              value null or "" removes the field; a list is given whole
    add       {at, value?, before?, name?, path?} -> the same; `at` of the answer is where the new item stands, `name`
              the year or heading of an entry of a map
    move      {at, to, before?, dry?}             -> consequences, at, and table; `to` is the path of a list («goals»,
              «measures», «steps»), `before` the index of the item there that is to follow; else the end
    remove    {at, reason?, path?, dry?}          -> consequences, and table; `reason` for what was published
    undo, redo {}                                 -> table
    term      {text}                              -> reading, dates: {kind, start, end …} as `plans term` prints them
    executors {text}                              -> bodies: [Body] nearest first, exact: bool, message
    body      {name, id?, short_name?}            -> id, problems; enters a new body in the community's registry
    checked   {line, path?} or {remark, path?}    -> table; takes a mark ПЕРЕВІРТЕ off a line, or a remark of an import
    preview   {at?}                               -> html (the body of the real page), title, address, anchor
From Word to plan
    import    {file, community, plan?, columns?}  -> document: [block], rows: [{place, at}], tasks: [{kind, place, row,
              text, said, at, remark}], and table; `file` is a path in the file system, `columns` a map as
              `plans import --columns` takes it; a block is {kind: "paragraph", place, text} or {kind: "table", place,
              rows: [{place, cells: [{place, lines, rows, columns}]}]}
Reports
    forms     {day, executor?, one_file?, kinds?: ["xlsx", "docx"]}
                                                  -> file: path of a ZIP in the file system, names
    returned  {files: [path], day?, source?}      -> rows: [{key, file, at, called, executor, day, said, questions,
              conflicts}], problems, questions, remarks
    accept    {rows: [key], sure?: true}          -> path (of progress.yml), problems
Handing over
    changes   {}                                  -> files: [{path, diff, created, removed}], title, body (Markdown)
    zip       {}                                  -> file: path of a ZIP of the changed files, names
"""

import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.language.terms import parse_term
from generator.staff.workplace import editing, handing, marks, people
from generator.staff.workplace.packing import packed
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import Desk
from generator.staff.workplace.table import reading_of, row_of, year_of

Request = Mapping[str, Any]
Told = dict[str, Any]


def _open(desk: Desk, request: Request) -> Told:
    desk.open(request["files"], _day(request.get("today")))
    if request.get("plan"):
        desk.choose(str(request["plan"]))
    return {"plans": desk.plans()}


def _choose(desk: Desk, request: Request) -> Told:
    desk.choose(str(request["plan"]))
    return _table(desk, request)


def _write(desk: Desk, request: Request) -> Told:
    path, text = str(request["path"]), request["text"]
    if text is None:
        desk.change(f"Видалено файл {path}", {path: None})
    else:
        before = desk.papers.get(path, Paper())
        desk.change(f"Змінено текст файлу {path}", {path: before.whole(str(text))})
    return _table(desk, request)


def _files(desk: Desk, _: Request) -> Told:
    return {"files": {path: one.given() for path, one in desk.papers.items()}}


def _saved(desk: Desk, _: Request) -> Told:
    desk.saved()
    return {}


def _new(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace import starting  # noqa: PLC0415 - needs templates

    made = starting.start(desk, request, desk.today or date(2000, 1, 1))
    return {"made": made, **_table(desk, request)}


def _table(desk: Desk, _: Request) -> Told:
    if not desk.plan:
        return {"table": None, "problems": desk.all_problems()}
    return {"table": desk.table(), "problems": desk.problems()}


def _check(desk: Desk, request: Request) -> Told:
    return {"problems": desk.all_problems() if request.get("all") else desk.problems()}


def _set(desk: Desk, request: Request) -> Told:
    at = list(request["at"])
    said = editing.change_field(desk, _path(desk, request), at, request.get("value"))
    return {"consequences": said, "at": at, **_row(desk, at)}


def _add(desk: Desk, request: Request) -> Told:
    given = (request.get("value"), request.get("before"), request.get("name"))
    at = list(editing.add_item(desk, _path(desk, request), request["at"], *given))
    return {"consequences": [], "at": at, **_row(desk, at)}


def _move(desk: Desk, request: Request) -> Told:
    said, at = editing.move_row(desk, _path(desk, request), request["at"], request["to"], request.get("before"))
    return {"consequences": said, "at": list(at), **_table(desk, request)}


def _remove(desk: Desk, request: Request) -> Told:
    reason = " ".join(str(request.get("reason") or "").split())
    said = editing.remove_row(desk, _path(desk, request), request["at"], reason, dry=bool(request.get("dry")))
    return {"consequences": said, **_table(desk, request)}


def _undo(desk: Desk, request: Request) -> Told:
    desk.undo()
    return _table(desk, request)


def _redo(desk: Desk, request: Request) -> Told:
    desk.redo()
    return _table(desk, request)


def _term(desk: Desk, request: Request) -> Told:
    text = " ".join(str(request["text"]).split())
    data = desk.source(desk.path).data if desk.plan else None
    year = year_of(data) if isinstance(data, Mapping) else None
    return {"reading": reading_of(text, year), "dates": parse_term(text, year).as_dict()}


def _executors(desk: Desk, request: Request) -> Told:
    return people.found_executors(desk, str(request["text"]))


def _body(desk: Desk, request: Request) -> Told:
    made = people.new_body(desk, str(request["name"]), request)
    return {"id": made, "problems": desk.problems()}


def _checked(desk: Desk, request: Request) -> Told:
    if request.get("remark"):
        marks.tick_off_remark(desk, _path(desk, request), str(request["remark"]))
    else:
        marks.tick_off(desk, _path(desk, request), int(request["line"]))
    return _table(desk, request)


def _preview(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace.preview import preview  # noqa: PLC0415 - the pages are loaded when one is asked for

    return preview(desk, list(request.get("at") or ()))


def _import(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace import importing  # noqa: PLC0415 - the importer is large

    given = (str(request["community"]), request.get("plan"), request.get("columns"))
    made = importing.import_plan(desk, Path(request["file"]), *given)
    return {**made, **_table(desk, request)}


def _forms(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace import reports  # noqa: PLC0415 - reads office files

    day = _day(request["day"]) or desk.today or date(2000, 1, 1)
    kinds = [one for one in request.get("kinds") or ("xlsx", "docx") if one in {"xlsx", "docx"}]
    made = reports.forms(desk, day, request.get("executor"), kinds, one_file=bool(request.get("one_file")))
    return _zipped(made, f"zvit-{desk.plan.replace('/', '-')}-{day.isoformat()}.zip")


def _returned(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace import reports  # noqa: PLC0415 - reads office files

    files = [Path(one) for one in request["files"]]
    return reports.returned(desk, files, _day(request.get("day")), request.get("source"))


def _accept(desk: Desk, request: Request) -> Told:
    from generator.staff.workplace import reports  # noqa: PLC0415 - reads office files

    path = reports.accept(desk, request["rows"], sure=bool(request.get("sure")))
    return {"path": path, "problems": desk.problems()}


def _changes(desk: Desk, _: Request) -> Told:
    return handing.changes(desk)


def _zip(desk: Desk, _: Request) -> Told:
    changed = [name for name in desk.changed() if name in desk.papers]
    if not changed:
        raise Refusal("Змін немає, тож і завантажувати нічого.")
    return _zipped({name: desk.papers[name].content for name in changed}, "zminy.zip")


_CHANGES: Mapping[str, Callable[[Desk, Request], Told]] = {
    "set": _set,
    "add": _add,
    "move": _move,
    "remove": _remove,
}
"""What can be asked dry first."""
_DOING: Mapping[str, Callable[[Desk, Request], Told]] = {
    "open": _open,
    "choose": _choose,
    "write": _write,
    "files": _files,
    "saved": _saved,
    "new": _new,
    "table": _table,
    "check": _check,
    **_CHANGES,
    "undo": _undo,
    "redo": _redo,
    "term": _term,
    "executors": _executors,
    "body": _body,
    "checked": _checked,
    "preview": _preview,
    "import": _import,
    "forms": _forms,
    "returned": _returned,
    "accept": _accept,
    "changes": _changes,
    "zip": _zip,
}
_desk = Desk()


def answer(request: str) -> str:
    """Do what is asked and return the answer; both are JSON, a table packed."""
    told = answered(_desk, json.loads(request))
    if told.get("table"):
        told["table"] = packed(told["table"])
    return json.dumps(told, ensure_ascii=False)


def answered(desk: Desk, request: Request) -> Told:
    """Do what is asked of a desk; what a person can mend comes back as a message, nothing having changed."""
    name = str(request.get("do"))
    do = _DOING.get(name)
    if do is None:
        return {"ok": False, "message": f"Робоче місце не знає дії «{name}».", "state": desk.state()}
    before = desk.standing()
    try:
        done = do(desk, request)
    except Refusal as refusal:
        desk.restore(before)
        return {"ok": False, "message": str(refusal), "state": desk.state()}
    if request.get("dry") and name in _CHANGES:
        desk.restore(before)
    return {"ok": True, **done, "state": desk.state()}


def _path(desk: Desk, request: Request) -> str:
    return str(request.get("path") or desk.path)


def _row(desk: Desk, at: list[str | int]) -> Told:
    """Return the row that a field is in, and the problems, as they stand now."""
    data = desk.source(desk.path).data
    row = row_of(data, editing.row_above(tuple(at)), desk.plan) if isinstance(data, Mapping) else None
    return {"row": row, "problems": desk.problems()}


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError as error:
        raise Refusal(f"«{text}» не є датою; дату пишуть так: 2025-12-31.") from error


def _zipped(files: Mapping[str, bytes], name: str) -> Told:
    folder = Path(tempfile.mkdtemp(prefix="desk-"))
    (folder / name).write_bytes(handing.packed(files))
    return {"file": (folder / name).as_posix(), "names": sorted(files)}
