"""What is handed over: the files that changed, line by line and in plain words."""

import difflib
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from generator.history.differences import differences
from generator.model.community import Catalogue
from generator.reading.layout import PLAN
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.session import Desk, Papers
from generator.views.words import plural

_MOST_SAID = 60
_MOMENT = (1980, 1, 1, 0, 0, 0)


def changes(desk: Desk) -> dict[str, Any]:
    """Return what changed: of every file a unified diff, and a title and a description for a pull request."""
    names = desk.changed()
    said = list(dict.fromkeys(_sentences(desk)))
    return {
        "files": [_file(name, desk.opened.get(name), desk.papers.get(name)) for name in names],
        "title": _title(desk, said),
        "body": _body(desk, said, names),
    }


def zipped(papers: Papers, names: list[str]) -> bytes:
    """Pack files, each at its place in the repository; the same files give the same bytes."""
    return packed({name: papers[name].content for name in names if name in papers})


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a ZIP with the same bytes every time."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return result.getvalue()


def _file(name: str, before: Paper | None, after: Paper | None) -> dict[str, Any]:
    old, new = (one.text.split("\n") if one else [] for one in (before, after))
    diff = "\n".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm="", n=3))
    return {"path": name, "diff": diff, "created": before is None, "removed": after is None}


def _sentences(desk: Desk) -> Iterator[str]:
    """Say what changed as the page «Зміни» does; of plans that can't be read yet, what was done at the desk."""
    plans = {"/".join(name.split("/")[1:3]) for name in desk.changed() if name.count("/") > 2}  # noqa: PLR2004
    for plan in sorted(plans):
        old, new = (_catalogue(desk, papers, plan) for papers in (desk.opened, desk.papers))
        yield from (change.sentence for change in differences(old, new))


def _catalogue(desk: Desk, papers: Papers, plan: str) -> Catalogue:
    """Return one plan as it is read; nothing where it can't be, or is not there."""
    found = desk.checker.checked(papers, plan, None).community if f"plans/{plan}/{PLAN}" in papers else None
    return Catalogue((found,) if found else ())


def _title(desk: Desk, said: list[str]) -> str:
    if len(said) == 1 and len(said[0]) <= 72:  # noqa: PLR2004 - as long as a subject of git may be
        return said[0].rstrip(".")
    names = {name.removeprefix("plans/").rpartition("/")[0] for name in desk.changed()}
    count = plural(len(said) or len(desk.done), "зміна", "зміни", "змін")
    return f"{', '.join(sorted(filter(None, names))) or 'plans'}: {count}"


def _body(desk: Desk, said: list[str], names: list[str]) -> str:
    steps = [what for what, _ in desk.done]
    lines = ["Зроблено в «Робочому місці».", ""]
    if said:
        lines += ["Що зміниться на сайті:", "", *(f"- {_plain(one)}" for one in said[:_MOST_SAID])]
    if len(said) > _MOST_SAID:
        lines.append(f"- і ще {len(said) - _MOST_SAID}")
    if steps and not said:
        lines += ["Що зроблено:", "", *(f"- {_plain(one)}" for one in dict.fromkeys(steps[-_MOST_SAID:]))]
    lines += ["", "Файли:", "", *(f"- `{name}`" for name in names)]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Keep what plans say from meaning anything in Markdown: no heading, no link, no mention of a person."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#@|~" else sign for sign in text.replace("\n", " "))
