"""Who may be named: bodies of the registry by what a person types, and new ones entered in it."""

from collections.abc import Mapping
from typing import Any

from generator.language.folding import fold_name
from generator.model.executor import Executor
from generator.reading.layout import COMMUNITY
from generator.source.problem import nearest
from generator.source.yaml_source import read_source
from generator.staff.scaffold.bodies import entries
from generator.staff.workplace.editing import add_item
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import ROOT, Desk
from generator.staff.workplace.shapes import Body
from generator.staff.workplace.table import body

_MOST = 12


def found_executors(desk: Desk, text: str) -> dict[str, Any]:
    """Return the bodies that may be meant, the likeliest first, and what `plans check` would say of the words."""
    known = desk.checker.known(desk.papers, desk.plan)
    exact = known.registry.find(text) if text.strip() else None
    bodies = _likely(known.executors, text)
    if exact is not None and exact in known.executors:
        bodies = [body(exact), *(one for one in bodies if one["name"] != exact.record.name)]
    said = "" if exact or not text.strip() else known.registry.why_unknown(text)
    return {"bodies": bodies[:_MOST], "exact": exact is not None, "message": said}


def _likely(executors: tuple[Executor, ...], text: str) -> list[Body]:
    typed = fold_name(text)
    listed = [body(one) for one in executors]
    within = [one for one in listed if any(typed in fold_name(name) for name in one["spellings"])]
    within.sort(key=lambda one: not any(fold_name(name).startswith(typed) for name in one["spellings"]))
    by_name = {name: one for one in listed for name in one["spellings"]}
    near = [by_name[name] for name in nearest(text, by_name, _MOST)] if typed else []
    return list({one["name"]: one for one in (*within, *near)}.values())


def new_body(desk: Desk, name: str, given: Mapping[str, Any]) -> str:
    """Enter a body in the registry of the plan's community; returns its id, which is for ever."""
    name = " ".join(name.split())
    known = desk.checker.known(desk.papers, desk.plan)
    if not name:
        raise Refusal("Назвіть орган повністю, як у документі.")
    if known.registry.find(name) and known.registry.complete:
        raise Refusal(f"«{name}» у реєстрі вже є; виберіть його зі списку.")
    path = f"{ROOT}{desk.plan.partition('/')[0]}/{COMMUNITY}"
    made, _ = read_source("", f"executors:\n{entries([name], {one.id for one in known.executors})}\n".encode())
    entry = {**made.data["executors"][0], **{key: given[key] for key in ("id", "short_name") if given.get(key)}}
    add_item(desk, path, ("executors",), entry, None, None)
    return str(entry["id"])
