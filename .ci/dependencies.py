"""What the project depends on, by its locks, and under which licence each part comes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_OF_CLASSIFIER = {
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0-Perl",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What packages without a licence expression say by classifier, as SPDX names it; several are a choice."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package of a lock; its licence is an SPDX expression, "" when it names none, None when it is not installed."""

    name: str
    version: str
    lock: str
    licence: str | None


def of_lock(path: Path) -> Iterator[Dependency]:
    """Find the packages of a lock of pip, with the licences of those that are installed."""
    for found in _LOCKED.finditer(path.read_text(encoding="utf-8")):
        yield Dependency(found["name"], found["version"], path.stem, _installed_licence(found["name"]))


def of_npm_lock(path: Path, lock: str = "npm") -> Iterator[Dependency]:
    """Find the packages of a lock of npm; it names their licences itself."""
    for place, package in json.loads(path.read_text(encoding="utf-8"))["packages"].items():
        if place:
            name = place.rpartition("node_modules/")[2]
            yield Dependency(name, package["version"], lock, package.get("license", ""))


def everything(root: Path = ROOT) -> list[Dependency]:
    """Return every package of every lock once, with the lock nearest to the reader of the site."""
    found: dict[tuple[str, str], Dependency] = {}
    for lock in ("site", "test", "node", "upkeep"):
        for one in of_lock(root / "requirements" / f"{lock}.txt"):
            found.setdefault((one.name, one.version), one)
    engine = of_npm_lock(root / "requirements" / "workplace" / "package-lock.json", "workplace")
    return [*found.values(), *of_npm_lock(root / "tests" / "package-lock.json"), *engine]


def licence_in(said: dict[str, list[str]]) -> str:
    """Return the SPDX expression that the metadata of a package come to, "" when they name no licence we know."""
    if expression := said.get("License-Expression"):
        return expression[0]
    known = [_OF_CLASSIFIER.get(line.rpartition(" :: ")[2]) for line in said.get("Classifier", ()) if "License" in line]
    if named := sorted({name for name in known if name}):
        return " OR ".join(named)
    [text] = said.get("License", [""])
    return text if re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR) [A-Za-z0-9.+-]+)*", text) else ""


def _installed_licence(name: str) -> str | None:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    return licence_in(
        {key: told.get_all(key, []) for key in ("License-Expression", "Classifier", "License") if told[key]}
    )
