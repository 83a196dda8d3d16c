"""`make mutate`: code is spoilt in one place at a time, and the tests of its module have to notice.

`SAMPLE` changes are drawn by `SEED` from the modules below `PARTS`, or from those named as arguments; each is tried in
a copy of the project, in a process of its own, with the tests that import its module. What no test noticed is printed;
`accepted.txt` names those that can't be noticed, each with the reason. Status 1 when anything else survived.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from mutation.changes import Mutant, mutants, source
from project import ROOT

ACCEPTED = Path(__file__).with_name("accepted.txt")
PARTS = {
    "generator/language/terms": ("tests/language/terms",),
    "generator/rules": ("tests/bad_input", "tests/rules"),
    "generator/model": ("tests/model", "tests/rules", "tests/bad_input"),
    "generator/views": ("tests/views",),
    "generator/staff/reporting": ("tests/staff/reporting",),
    "generator/history": ("tests/history",),
}
"""Parts of the code, and the tests that answer for a module which no test imports, or for all that its own let pass."""
NOT_HERE = "not slow and not browser and not site"
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
    """Try a sample of changes and tell which survived."""
    size, seed = int(os.environ.get("SAMPLE", "400")), os.environ.get("SEED", "1")
    os.environ.setdefault("EXAMPLES", "0.1")
    every = [mutant for part in PARTS for mutant in mutants(ROOT, part)]
    chosen = [one for one in every if not sys.argv[1:] or any(one.file.startswith(name) for name in sys.argv[1:])]
    drawn = random.Random(seed).sample(chosen, min(size, len(chosen)))
    print(f"SEED={seed}: {len(drawn)} із {len(chosen)} змін", flush=True)
    counts: Counter[str] = Counter()
    known = accepted()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        copy_project(copy)
        for number, mutant in enumerate(drawn, 1):
            fate = "noticed" if is_noticed(copy, mutant) else "accepted" if key(mutant) in known else "survived"
            counts[fate] += 1
            if fate != "noticed":
                print(f"{fate}: {mutant}", flush=True)
            if number % 10 == 0:
                print(f"{number}: {dict(counts)}", flush=True)
    share = f"{100 * counts['noticed'] / len(drawn):.0f} %" if drawn else "–"
    print(
        f"Помічено {counts['noticed']} із {len(drawn)} ({share}); "
        f"пояснено {counts['accepted']}; не помічено {counts['survived']}"
    )
    return 1 if counts["survived"] else 0


def key(mutant: Mutant) -> str:
    """Return what `accepted.txt` calls a change."""
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


def is_noticed(copy: Path, mutant: Mutant) -> bool:
    """Run the tests on a changed module: first those that import it, then those of its part."""
    file = copy / mutant.file
    before = file.read_text(encoding="utf-8")
    groups = sound_tests(copy, mutant.file)
    file.write_text(source(copy, mutant), encoding="utf-8")
    try:
        return any(status_of(copy, tests) != 0 for tests in groups)
    finally:
        file.write_text(before, encoding="utf-8")
        for cached in (copy / "generator").rglob(f"__pycache__/{file.stem}.*.pyc"):
            with contextlib.suppress(OSError):
                cached.unlink()


@cache
def sound_tests(copy: Path, module: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of tests that pass on the sound code: only those can notice anything."""
    name = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    own = tuple(
        test.relative_to(copy).as_posix()
        for test in sorted((copy / "tests").rglob("test_*.py"))
        if f"{name} import" in test.read_text(encoding="utf-8")
    )
    part = next(tests for folder, tests in PARTS.items() if module.startswith(folder))
    sound = tuple(tests for tests in (own, part) if tests and status_of(copy, tests) == 0)
    if not sound:
        raise SystemExit(f"{module}: тести не проходять і без змін або їх немає: {[*own, *part]}")
    return sound


def status_of(copy: Path, tests: tuple[str, ...]) -> int:
    """Return the status of pytest in a child that has loaded nothing of the project."""
    child = os.fork()
    if not child:
        _run(copy, tests)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run(copy: Path, tests: tuple[str, ...]) -> None:
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
