"""Which files may stand where under plans/: what is in the wrong place or has the wrong name is never passed over."""

import re
from collections.abc import Collection, Iterator, Mapping

from generator.model.records.record import SLUG
from generator.model.reserved_names import IN_COMMUNITY, IN_SITE, IN_WINDOWS
from generator.source.disk import ADDRESSES
from generator.source.pictures import is_picture
from generator.source.problem import Problem, Severity, maybe, shown

EXECUTORS = "executors.yml"
TOPICS = "topics.yml"
SYNONYMS = "synonyms.yml"
GLOSSARY = "glossary.yml"
REDIRECTS = "redirects.yml"
DRAFT_ADDRESSES = "drafts.txt"
"""On a site built with drafts: their addresses, which nobody is to keep."""
COMMUNITY = "community.yml"
PLAN = "plan.yml"
PROGRESS = "progress.yml"
TEXTS = "texts"
_READ = (".yml", ".yaml", ".md", ".json", ".markdown")
_DEPTH_OF_COMMUNITY, _DEPTH_OF_PLAN, _DEPTH_OF_TEXT = 2, 3, 4

_KNOWN = {
    1: (EXECUTORS, TOPICS, SYNONYMS, GLOSSARY, REDIRECTS, ADDRESSES),
    _DEPTH_OF_COMMUNITY: (COMMUNITY,),
    _DEPTH_OF_PLAN: (PLAN, PROGRESS),
}
"""Names of files at each depth of folders."""


def community_ids(files: Collection[str]) -> list[str]:
    """Return the folders that hold a community or at least a plan."""
    holding = (
        path
        for path in files
        if _is_plan(path) or (_depth(path) == _DEPTH_OF_COMMUNITY and path.endswith(f"/{COMMUNITY}"))
    )
    return sorted({path.split("/")[0] for path in holding})


def files_by_community(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Return the files of each community, by its id, in the order of ids and paths."""
    found: dict[str, dict[str, bytes]] = {community_id: {} for community_id in community_ids(files)}
    for path in sorted(files):
        folder, mark, _ = path.partition("/")
        if mark and folder in found:
            found[folder][path] = files[path]
    return found


def plan_slugs(files: Collection[str], community_id: str) -> list[str]:
    """Return the folders of a community that hold a plan."""
    start = f"{community_id}/"
    return sorted(path.split("/")[1] for path in files if path.startswith(start) and _is_plan(path))


def misplaced(files: Collection[str], root: str) -> Iterator[Problem]:
    """Find files that nothing reads, folders that lack what they need and names that can't be addresses."""
    seen = sorted(path for path in files if not _is_hidden(path) and not path.startswith("/"))
    if not community_ids(seen):
        message = f"немає жодної громади: потрібна тека громади з файлом {COMMUNITY}, як-от {root}nizhyn/{COMMUNITY}"
        yield Problem(root, 1, 1, "", message)
    for path in seen:
        parts = path.split("/")
        problem = _unread(parts)
        if problem:
            severity = Severity.ERROR if path.lower().endswith(_READ) else Severity.WARNING
            yield Problem(root + path, 1, 1, parts[0] if len(parts) > 1 else "", problem, severity)
    for path in seen:
        parts = path.split("/")
        if _is_plan(path):
            yield from _plan_folder(parts, files, root)
        elif parts[1:] == [COMMUNITY]:
            yield from _address(parts[0], IN_SITE, root + path, parts[0], "громади")
        elif (
            len(parts) > _DEPTH_OF_COMMUNITY
            and not _is_plan(f"{parts[0]}/{parts[1]}/{PLAN}", files)
            and not _unread(parts)
        ):
            yield Problem(
                root + path, 1, 1, parts[0], f"у теці «{shown(parts[1])}» немає {PLAN}, тому цей файл не читається"
            )


def _plan_folder(parts: list[str], files: Collection[str], root: str) -> Iterator[Problem]:
    path = root + "/".join(parts)
    if f"{parts[0]}/{COMMUNITY}" not in files:
        message = (
            f"у теці громади «{shown(parts[0])}» немає {COMMUNITY}; створіть його з полями name, short_name, oblast"
        )
        yield Problem(path, 1, 1, parts[0], message)
    yield from _address(parts[1], IN_COMMUNITY, path, f"{parts[0]}/{parts[1]}", "плану")


def _address(name: str, taken: Collection[str], path: str, record: str, whose: str) -> Iterator[Problem]:
    """Find names of folders that can't be a part of an address."""
    if not re.fullmatch(SLUG, name):
        message = (
            f"назва теки {whose} «{shown(name)}» стає адресою сторінки; у ній мають бути лише малі латинські букви, "
            "цифри й дефіси між ними"
        )
        yield Problem(path, 1, 1, record, message)
    elif name in IN_WINDOWS:
        message = f"назва теки {whose} «{name}» не годиться: Windows не може мати такої теки; назвіть теку інакше"
        yield Problem(path, 1, 1, record, message)
    elif name in taken:
        yield Problem(path, 1, 1, record, f"назва теки {whose} «{name}» зайнята адресою сайту; назвіть теку інакше")


def _unread(parts: list[str]) -> str:
    """Say why nothing reads a file; nothing when something does."""
    name, depth = parts[-1], len(parts)
    known: tuple[str, ...] = _KNOWN.get(depth, ())
    if name in known or name == "README.md":
        return ""
    if depth == _DEPTH_OF_TEXT and parts[2] == TEXTS:
        return "" if name.endswith(".md") else _not_a_text(name)
    return _where(parts, known)


def _not_a_text(name: str) -> str:
    if is_picture(name):
        return ""
    return f"файл «{shown(name)}» не читається; тексти мають зватися NN-nazva.md"


def _where(parts: list[str], known: tuple[str, ...]) -> str:
    name = shown(parts[-1])
    if parts[-1] in (PLAN, PROGRESS):
        return f"файл «{name}» має стояти в теці плану: {parts[0] if len(parts) > 1 else 'hromada'}/plan-2026/{name}"
    if parts[-1] == COMMUNITY:
        return f"файл «{name}» має стояти в теці громади, як-от nizhyn/{name}"
    if len(parts) == _DEPTH_OF_TEXT:
        return f"файл «{name}» не читається: теку з текстами має бути названо «{TEXTS}», а не «{shown(parts[2])}»"
    offer = maybe(parts[-1], known)
    return f"файл «{name}» не читається{offer}" + (f"; тут читаються: {', '.join(known)}" if known else "")


def _is_plan(path: str, files: Collection[str] | None = None) -> bool:
    return _depth(path) == _DEPTH_OF_PLAN and path.endswith(f"/{PLAN}") and (files is None or path in files)


def _depth(path: str) -> int:
    return path.count("/") + 1


def _is_hidden(path: str) -> bool:
    """Return whether a file belongs to a system or an editor: «.DS_Store», «~$plan.docx», «plan.yml~», «Thumbs.db»."""
    parts = path.split("/")
    return any(part.startswith((".", "~$")) for part in parts) or parts[-1].endswith("~") or parts[-1] == "Thumbs.db"
