"""The desk: what a page asks in JSON, done with the project's own code and answered in JSON.

`answer(request)` keeps one `Desk` for the life of its process (a worker of the browser). A request is an object whose
`do` names what is to be done; an answer is an object with `ok`, `state` (shapes.State) and what is told below. Where
`ok` is false nothing has changed, and `message` says why. Paths `at` are lists (shapes.Path).

Files and plans
    open      {files: {path: text | {"base64": …}}, today: "РРРР-ММ-ДД"}
                                                         -> plans: [PlanName]; replaces all that was open
    choose    {plan: "nizhyn/plan-2026"}                 -> what «table» gives
    write     {path, text}                               -> problems; a whole file as typed, undone as one change
    files     {}                                         -> files: {path: text | {"base64": …}} as they stand now
    saved     {}                                         -> the files as they stand are those opened (after handing over)
    new       {community, plan, name, short_name, oblast, title, start, end}
                                                         -> plan, files made; a skeleton, then chosen
The table
    table     {}                                         -> table: shapes.Table, problems: [Said]
    check     {all?: true}                               -> problems: [Said] of the chosen plan, or of everything
    set       {at, value, path?}                         -> problems, consequences: [Lost], row: Row | null
              value null removes the field; path is the plan.yml where it is left out
    add       {at, value?, before?, name?}               -> same, and at: where the new item stands
    move      {at, to, before?, dry?}                    -> same; `to` is a list («goals»/«measures»/«steps»), `before` an index
    remove    {at, dry?}                                 -> same
    undo, redo {}                                        -> what «table» gives
    term      {text, at?}                                -> reading, dates: {kind, start, end}
    executors {text}                                     -> bodies: [Body] nearest first, exact: bool, message
    body      {name, id?, short_name?}                   -> id; enters a new body in the community's registry
    checked   {path?, line}                              -> problems; takes a mark ПЕРЕВІРТЕ or ЗАПОВНІТЬ off a line
    preview   {at?}                                      -> html (the body of the real page), title, address, kind
From Word to plan
    import    {file, community, plan?, columns?}         -> plan, document, rows, tasks, and what «table» gives
    columns   -> in «import»: «A=number, B=measure», as `plans import --columns` takes it
Reports
    forms     {plan?, day, executor?, one_file?, format?}-> file: path of a ZIP in the file system, names
    returned  {files: [path], day?, source?}             -> rows: [ReturnedRow], problems, remarks
    accept    {rows: [key], sure?: true}                 -> path of progress.yml, problems
Handing over
    changes   {}                                         -> files: [{path, diff, created}], title, body (Ukrainian, Markdown)
    zip       {}                                         -> file: path of a ZIP of the changed files
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import Desk

Request = Mapping[str, Any]


def _open(desk: Desk, request: Request) -> dict[str, Any]:
    today = request.get("today")
    desk.open(request["files"], date.fromisoformat(today) if today else None)
    return {"plans": desk.plans()}


def _choose(desk: Desk, request: Request) -> dict[str, Any]:
    desk.choose(str(request["plan"]))
    return _table(desk, request)


def _table(desk: Desk, _: Request) -> dict[str, Any]:
    return {"table": desk.table(), "problems": desk.problems()}


def _check(desk: Desk, request: Request) -> dict[str, Any]:
    return {"problems": desk.all_problems() if request.get("all") else desk.problems()}


_DOING: Mapping[str, Callable[[Desk, Request], dict[str, Any]]] = {
    "open": _open,
    "choose": _choose,
    "table": _table,
    "check": _check,
}
_desk = Desk()


def answer(request: str) -> str:
    """Do what is asked and return the answer; both are JSON."""
    return json.dumps(answered(_desk, json.loads(request)), ensure_ascii=False)


def answered(desk: Desk, request: Request) -> dict[str, Any]:
    """Do what is asked of a desk; what a person can mend comes back as a message, nothing having changed."""
    do = _DOING.get(str(request.get("do")))
    if do is None:
        return {"ok": False, "message": f"Робоче місце не знає дії «{request.get('do')}».", "state": desk.state()}
    try:
        done = do(desk, request)
    except Refusal as refusal:
        return {"ok": False, "message": str(refusal), "state": desk.state()}
    return {"ok": True, **done, "state": desk.state()}
