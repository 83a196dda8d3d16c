"""`make mutate`: code is spoilt in one place at a time, and the tests that reach it have to notice.

`SAMPLE` changes are drawn by `SEED` from the modules below `PARTS`, or from those named as arguments. A change inside
a function is made in memory, in a child of a process that has loaded everything, and only tests that reach the function
run, to the first failure; what runs while modules load is loaded anew. What was found is kept in build/mutation/, so a
run that was stopped goes on; only what no test noticed is tried again. `accepted.txt` names the changes that nothing can
notice, each with the reason. A run over everything writes its figures to `figures.txt`. Status 1 when anything else
survived.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from mutation import anew, reach
from mutation.changes import ROOT, Mutant, mutants
from mutation.children import LOG
from mutation.fates import ACCEPTED, NOTICED, SURVIVED, TO_LOAD, UNREACHED, Fates
from mutation.in_place import TESTS, InPlace, arguments

HERE = Path(__file__).parent
EXPLAINED = HERE / "accepted.txt"
FIGURES = HERE / "figures.txt"
PARTS = {
    "model": "generator/model",
    "rules": "generator/rules",
    "terms": "generator/language/terms",
    "views": "generator/views",
    "reports": "generator/staff/reporting",
    "history": "generator/history",
}
NEVER = ("mutation", "fuzz", "faults", "upkeep", "theme", "engines", "spelling", "bench", "heard")
"""Rooms of tests that say nothing about these parts, or that start other programs."""


def main() -> int:
    """Try a sample of changes and tell which survived."""
    size, seed = int(os.environ.get("SAMPLE", "400")), os.environ.get("SEED", "1")
    os.environ.setdefault("EXAMPLES", "0.1")
    os.chdir(ROOT)
    LOG.parent.mkdir(parents=True, exist_ok=True)
    every = [mutant for part in PARTS.values() for mutant in mutants(part)]
    chosen = [one for one in every if not sys.argv[1:] or any(one.file.startswith(name) for name in sys.argv[1:])]
    drawn = random.Random(seed).sample(chosen, min(size, len(chosen)))
    fates, explained = Fates(LOG.with_name("fates.jsonl")), accepted()
    try_all(drawn, fates)
    found = {
        mutant: ACCEPTED if fates[mutant] == SURVIVED and mutant.key in explained else fates[mutant] for mutant in drawn
    }
    said = list(report(found, f"SEED={seed}: {len(drawn)} із {len(chosen)} змін"))
    print("\n".join(said))
    if not sys.argv[1:] and size >= 400:
        FIGURES.write_text("\n".join(said) + "\n", encoding="utf-8")
    return 1 if SURVIVED in found.values() else 0


def try_all(drawn: list[Mutant], fates: Fates) -> None:
    """Try what is not known to be noticed: first inside functions, then what those trials left to loading anew."""
    left = [mutant for mutant in drawn if fates[mutant] != "noticed"]

    def tell(mutant: Mutant, fate: str) -> None:
        fates[mutant] = fate
        print(f"{fate}: {mutant}", flush=True)

    def inside() -> int:
        rooms = [f"--ignore=tests/{room}" for room in NEVER]
        return int(pytest.main([*arguments(["tests"]), *rooms], plugins=[InPlace(left, code, tell)]))

    code = f"{reach.code_digest()} {TESTS}"
    anew.load_libraries()
    anew.see_what_loading_reaches(code)
    if left and in_a_fork(inside):
        raise SystemExit("Тести не зібралися: запустіть make quick.")
    fates.load()
    found = reach.Map(reach.everything(code))
    for mutant in left:
        if fates[mutant] in {TO_LOAD, UNREACHED}:
            tell(mutant, NOTICED if anew.is_noticed(mutant, found) else SURVIVED)


def in_a_fork(work: Callable[[], int]) -> int:
    """Return the status of what must not load the project here."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        status = 1
        try:
            status = work()
        finally:
            sys.stdout.flush()
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def report(fates: dict[Mutant, str], title: str) -> Iterator[str]:
    """Yield the figures of a run, whole and by part, and what no test noticed."""
    yield title
    for part, folder in {"": "generator", **PARTS}.items():
        counts = Counter(fate for mutant, fate in fates.items() if mutant.file.startswith(f"{folder}/"))
        if total := counts.total():
            yield (
                f"{part or 'Разом'}: помічено {counts[NOTICED]} із {total} ({100 * counts[NOTICED] / total:.1f} %), "
                f"пояснено {counts[ACCEPTED]}, не помічено {counts[SURVIVED]}"
            )
    for mutant, fate in fates.items():
        if fate != NOTICED:
            yield f"{fate}: {mutant}"


def accepted() -> set[str]:
    """Read what can't be noticed: a line for each, its reason on the line above."""
    lines = EXPLAINED.read_text(encoding="utf-8").splitlines() if EXPLAINED.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


if __name__ == "__main__":
    sys.exit(main())
