"""`make mutate`: code is spoilt in one place at a time, and the tests near it have to notice.

`SAMPLE` changes are drawn by `SEED` from those of the parts below; each is tried in a copy of the project, in a process
of its own. What no test noticed is printed; `accepted.txt` names those that can't be noticed, each with the reason.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from mutation.changes import Mutant, mutants, source
from project import ROOT

ACCEPTED = Path(__file__).with_name("accepted.txt")
PARTS = {
    "generator/language/terms": ["tests/language/terms", "tests/views"],
    "generator/rules": ["tests/bad_input", "tests/rules"],
    "generator/model": [
        "tests/model",
        "tests/rules",
        "tests/bad_input",
        "tests/views",
        "tests/outputs",
        "tests/pages",
        "tests/properties/test_letter_for_letter.py",
    ],
    "generator/views": ["tests/views", "tests/pages", "tests/outputs", "tests/cases"],
    "generator/staff/reporting": ["tests/staff/reporting", "tests/cases"],
    "generator/history": ["tests/history", "tests/outputs", "tests/cases"],
}
"""Parts of the code, and the tests that have to notice, those that are quickest first."""
NOT_HERE = "not slow and not browser"
MOST_SECONDS = 240
"""Of processor time; what takes longer goes on for ever, and that is noticed."""
COPIED = (
    "generator",
    "tests",
    "plans",
    "content",
    "theme_overrides",
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "Makefile",
    ".github",
    "requirements",
)


def main() -> int:
    size, seed = int(os.environ.get("SAMPLE", "400")), os.environ.get("SEED", "1")
    every = {part: mutants(ROOT, part) for part in PARTS}
    total = sum(map(len, every.values()))
    drawn = random.Random(seed).sample([(part, one) for part, ones in every.items() for one in ones], min(size, total))
    print(f"SEED={seed}: {len(drawn)} із {total} змін", flush=True)
    counts: Counter[str] = Counter()
    known = accepted()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        copy_project(copy)
        for number, (part, mutant) in enumerate(drawn, 1):
            started = time.monotonic()
            noticed = is_noticed(copy, mutant, [test for test in PARTS[part] if (copy / test).exists()])
            fate = "noticed" if noticed else "accepted" if key(mutant) in known else "survived"
            counts[fate] += 1
            if fate != "noticed":
                print(f"{fate}: {mutant}", flush=True)
            if number % 20 == 0:
                print(f"{number}: {dict(counts)}, останній {time.monotonic() - started:.0f} с", flush=True)
    print(
        f"Помічено {counts['noticed']} із {len(drawn)}; пояснено {counts['accepted']}; не помічено {counts['survived']}"
    )
    return 1 if counts["survived"] else 0


def key(mutant: Mutant) -> str:
    return f"{mutant.file}: {mutant.was} → {mutant.became}"


def accepted() -> set[str]:
    """Read what can't be noticed: a line for each, its reason on the line above."""
    lines = ACCEPTED.read_text(encoding="utf-8").splitlines() if ACCEPTED.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def copy_project(copy: Path) -> None:
    copy.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, copy)


def is_noticed(copy: Path, mutant: Mutant, tests: list[str]) -> bool:
    """Run the tests on a changed module, in a child that has loaded nothing of the project."""
    file = copy / mutant.file
    before = file.read_text(encoding="utf-8")
    file.write_text(source(copy, mutant), encoding="utf-8")
    try:
        child = os.fork()
        if not child:
            _run(copy, tests)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    finally:
        file.write_text(before, encoding="utf-8")
        for cached in (copy / "generator").rglob(f"__pycache__/{file.stem}.*.pyc"):
            with contextlib.suppress(OSError):
                cached.unlink()


def _run(copy: Path, tests: list[str]) -> None:
    """Be the child: whatever the tests say, it ends here."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(copy)
    for name in [name for name in sys.modules if name.split(".")[0] in {"generator", "project", "mutation", "tests"}]:
        del sys.modules[name]
    sys.path[:] = [
        str(copy),
        str(copy / "tests"),
        *(path for path in sys.path if not path.startswith(str(ROOT / "tests"))),
    ]
    sys.dont_write_bytecode = True
    try:
        status = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", NOT_HERE, *tests])
    except BaseException:  # noqa: BLE001 - a module that can't be loaded is noticed as well
        os._exit(1)
    os._exit(int(status))


if __name__ == "__main__":
    sys.exit(main())
