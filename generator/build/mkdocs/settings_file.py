"""mkdocs.yml read before MkDocs reads it: what is wrong there, in Ukrainian, with its line and what to do."""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.config.defaults import MkDocsConfig
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.build.settings_tree import SettingsFile, settings_tree
from generator.build.site_address import site_address
from generator.build.site_owner import is_filled, unknown_owner
from generator.model.outputs import unknown_output
from generator.source.problem import Problem, maybe, shown
from generator.source.usage_error import UsageError
from generator.source.yaml_syntax import line_and_column

_ENV = "!ENV"
_DATE = "tag:yaml.org,2002:timestamp"
_KINDS = {
    "str": "текст",
    "list": "список",
    "dict": "група полів",
    "bool": "так чи ні",
    "int": "число",
    "NoneType": "порожнє місце",
}
_ITEMS = {"menu": ("title", "url"), "urgent_help": ("title", "tel")}
"""Lists in `extra` that every page shows, and the fields of their items."""
_OTHER_SITE = re.compile(r"https?://[^/\s.]+\.[^/\s]+(/\S*)?\Z")
_SAID = re.compile(r"Config value '(?P<key>[^']+)': (?P<said>.+)", re.DOTALL)
_OPTION = re.compile(r"Plugin '[^']+' option '(?P<key>[^']+)': (?P<said>.+)", re.DOTALL)
_REASONS = (
    (r"Expected type: <class '(\w+)'> but received: <class '(\w+)'>", "тут має бути {0}, а стоїть {1}"),
    (
        r"Expected type: \(<class 'str'>, <class 'datetime.date'>\) but received: <class '(\w+)'>",
        "тут має бути дата, а стоїть {0}; дату пишуть так: 2025-12-31",
    ),
    (r"The URL isn't valid", "це не адреса; пишіть її повністю: https://…"),
    (r"Required configuration not provided|Missing required", "бракує значення"),
    (r"The path '(.+)' isn't an existing (?:file|directory)", "файлу чи теки «{0}» немає"),
    (r"The \"(.+)\" plugin is not installed", "додатка «{0}» не встановлено; перевірте назву"),
    (r"Unrecognised theme name: '(.+?)'", "теми «{0}» немає; лишіть material"),
    (r"Failed to load extension '(.+?)'", "розширення «{0}» немає; перевірте назву"),
    (r"Invalid Markdown Extensions configuration|Config.+Markdown", "список розширень має не той вигляд"),
    (r"Invalid Plugins configuration", "список додатків має не той вигляд"),
)
"""What MkDocs says of a value, and the same in Ukrainian."""


def read_settings(file: Path) -> SettingsFile:
    """Read the file; UsageError with every mistake that MkDocs would tell in English, or stumble over."""
    settings, wrong = settings_tree(file)
    if settings is None:
        raise refusal(wrong)
    problems = [
        *_values(settings, settings.root),
        *_extra(settings),
        *_address(settings),
        *_outputs(settings),
        *_folders(settings),
        *_owner(settings),
    ]
    if problems:
        raise refusal(problems)
    return settings


def refusal(problems: Sequence[Problem]) -> UsageError:
    """Make the error that tells mistakes of the file."""
    return UsageError("\n".join(["У налаштуваннях сайту не все так:", *map(str, sorted(problems))]))


@contextmanager
def hearing() -> Iterator[list[str]]:
    """Gather what MkDocs says of its configuration, instead of letting it be printed."""
    said: list[str] = []
    handler = _Ear(said)
    log = logging.getLogger("mkdocs.config")
    before = log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield said
    finally:
        log.removeHandler(handler)
        log.propagate = before


def translated(settings: SettingsFile, said: Sequence[str], error: Exception) -> UsageError:
    """Tell in Ukrainian what MkDocs said of a configuration; in its own words where it is none of the usual reasons."""
    problems = [_translated(settings, found["key"], found["said"]) for text in said if (found := _SAID.match(text))]
    return refusal(problems or [Problem(settings.path, 1, 1, "", f"MkDocs каже: {error}")])


def _translated(settings: SettingsFile, key: str | Sequence[str | int], said: str) -> Problem:
    if option := _OPTION.match(said):
        return _translated(settings, settings.option(option["key"]), option["said"])
    steps = [key] if isinstance(key, str) else key
    if isinstance(key, str) and said.startswith("Unrecognised configuration name"):
        return settings.problem([key], f"невідоме поле «{shown(key)}»{maybe(key, _known())}")
    for pattern, words in _REASONS:
        if found := re.search(pattern, said):
            return settings.problem(steps, words.format(*(_KINDS.get(word, word) for word in found.groups())))
    return settings.problem(steps, f"MkDocs каже: {said}")


def _known() -> list[str]:
    return [key for key, _ in MkDocsConfig._schema]  # noqa: SLF001 - MkDocs has no other way to list its settings


def _values(settings: SettingsFile, node: Node, steps: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """Find values that no reader of YAML could take, and fields that are given twice."""
    if node.tag == _ENV:
        yield from _from_environment(settings, node, steps)
    elif isinstance(node, MappingNode):
        met: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, ScalarNode) else "…"
            if name in met:
                yield Problem(settings.path, *line_and_column(key.start_mark), name, "поле повторено; лишіть одне")
            met.add(name)
            yield from _values(settings, value, (*steps, name))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _values(settings, item, (*steps, index))
    elif _value_of(node) is _NONE:
        yield settings.problem(steps, f"«{shown(node.value)}» не є датою; дату пишуть так: 2025-12-31")


def _from_environment(settings: SettingsFile, node: Node, steps: tuple[str | int, ...]) -> Iterator[Problem]:
    for child in node.value if isinstance(node, SequenceNode) else ():  # the last is taken where no variable is set
        yield from _values(settings, child, steps)
    name, value = _variable(node)
    if name and _value_of(ScalarNode(_tag_of(value), value)) is _NONE:
        message = f"у змінній {name} стоїть «{shown(value)}», а це не дата; дату пишуть так: 2025-12-31"
        yield settings.problem(steps, message)


def _address(settings: SettingsFile) -> Iterator[Problem]:
    """Find addresses of the site and its repository that are none, in the file or in the environment."""
    name, value = _given(settings, "site_url")
    try:
        site_address(value, name)
    except UsageError as error:
        yield settings.problem(["site_url"], str(error))
    name, value = _given(settings, "repo_url")
    try:
        urlsplit(value)
    except ValueError:
        words = f"{name}: «{shown(value)}» не є адресою сховища: у ній не так написано домен або порт"
        yield settings.problem(["repo_url"], f"{words}; пишіть так: https://github.com/hromada/plany")


def _folders(settings: SettingsFile) -> Iterator[Problem]:
    """Find a folder of pages that is the folder of plans, or one that holds the other: its files would be published."""
    where, pages = settings.option("plans_dir"), _given(settings, "docs_dir")[1] or "docs"
    plans = _given(settings, *where)[1] or "plans" if where[-1] == "plans_dir" else "plans"
    around = Path(settings.path).parent
    first, second = (Path(os.path.abspath(around / name)) for name in (pages, plans))  # noqa: PTH100 - without «..», links kept
    if first.is_relative_to(second) or second.is_relative_to(first):
        words = f"тека сторінок «{shown(pages)}» і тека планів «{shown(plans)}» мають бути окремо"
        yield settings.problem(["docs_dir"], f"{words}; сторінки лежать у теці content: docs_dir: content")


def _given(settings: SettingsFile, *steps: str | int) -> tuple[str, str]:
    """Return the name to tell a setting by, its own or that of its variable, and its value; empty without any."""
    node, key = settings.node(*steps), str(steps[-1])
    if node is None:
        return key, ""
    name, value = _variable(node) if node.tag == _ENV else (key, node.value)
    return name, value if isinstance(value, str) else ""


def _exit(settings: SettingsFile) -> Iterator[Problem]:
    """Find an address of «Швидко вийти» that leads to no other site."""
    node = settings.node("extra", "exit_url")
    name, value = _given(settings, "extra", "exit_url")
    if node and (value or name == "exit_url") and not _OTHER_SITE.match(value):
        words = "сюди веде «Швидко вийти», тож це має бути повна адреса іншого сайту"
        yield settings.problem(["extra", "exit_url"], f"{words}: https://www.google.com/")


def _extra(settings: SettingsFile) -> Iterator[Problem]:
    """Find what pages show and lacks a field or leads nowhere."""
    yield from _exit(settings)
    for name, fields in _ITEMS.items():
        listed = settings.node("extra", name)
        if listed is None or (isinstance(listed, ScalarNode) and not listed.value):
            continue
        shape = "{" + ", ".join(f"{field}: …" for field in fields) + "}"
        if not isinstance(listed, SequenceNode):
            yield settings.problem(["extra", name], f"тут має бути список: кожен рядок так: - {shape}")
            continue
        for index, item in enumerate(listed.value):
            given = {key.value: value for key, value in item.value} if isinstance(item, MappingNode) else {}
            if not all(isinstance(given.get(field), ScalarNode) for field in fields):
                yield settings.problem(["extra", name, index], f"пишіть так: - {shape}")


def _outputs(settings: SettingsFile) -> Iterator[Problem]:
    """Find names in the plugin's list of outputs that are none."""
    steps = settings.option("outputs")
    listed = settings.node(*steps)
    if steps[-1] != "outputs" or not isinstance(listed, SequenceNode):
        return  # a list that is none is told by MkDocs
    for index, item in enumerate(listed.value):
        if message := unknown_output(item.value if isinstance(item, ScalarNode) else "…"):
            yield settings.problem((*steps, index), message)


def _owner(settings: SettingsFile) -> Iterator[Problem]:
    """Find a kind of owner that is none; one that is not filled in stops nothing."""
    steps = settings.option("owner")
    node = settings.node(*steps)
    filled = steps[-1] == "owner" and isinstance(node, ScalarNode) and node.tag != _ENV and is_filled(node.value)
    if filled and node and (message := unknown_owner(node.value)):
        yield settings.problem(steps, message.removeprefix("owner: "))


def _variable(node: Node) -> tuple[str, str]:
    """Return the variable that `!ENV` takes its value from, and the value; no name when none of them is set."""
    children = node.value if isinstance(node, SequenceNode) else [node]
    listed = children[:-1] if len(children) > 1 else children
    names = [child.value for child in listed if isinstance(child, ScalarNode)]
    return next(((name, os.environ[name]) for name in names if name in os.environ), ("", ""))


_NONE = object()
"""What no reader could take: a date that the calendar does not have."""


def _value_of(node: Node) -> Any:
    try:
        return yaml.SafeLoader("").construct_object(node) if node.tag == _DATE else node.value
    except ValueError:
        return _NONE


def _tag_of(value: str) -> str:
    """Return what YAML would take a plain word for."""
    return str(yaml.SafeLoader("").resolve(ScalarNode, value, (True, False)))  # type: ignore[no-untyped-call]


class _Ear(logging.Handler):
    """Keeps messages."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
