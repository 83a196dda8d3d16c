"""What a disk can do to a build: fill up in the middle of it, and keep what stood there when the process was killed.

`FAULTS=40 make faults` tries each many times; every run of the tests a few.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from faults.test_real_builds import FAULTS, NEW, OLD, SEED, build, project, say, sites, tree
from project import AS_OF, ROOT

__all__ = ["project", "sites"]
CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "ctypes.call_function")
STEPS = f"""
import os, signal, sys
last, way = int(sys.argv.pop(1)), sys.argv.pop(1)
from generator.build import publication
if way == "renames":
    publication.exchange = lambda one, other: False
seen = 0
def hook(event, given):
    global seen
    if event in {CHANGES!r} or (event == "open" and given[2] is not None and given[2] & (os.O_WRONLY | os.O_RDWR)):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
from generator.cli import main
try:
    main()
finally:
    print("steps", seen, file=sys.stderr)
"""


def stepped(project: Path, last: int, way: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
    return subprocess.run(
        [sys.executable, "-c", STEPS, str(last), way, "build"],
        cwd=project, env=given, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_any_step_on_the_disk_the_site_is_back_at_the_next_start(
    way: str, project: Path, sites: list[dict[str, bytes]]
) -> None:
    """Each of the last steps, where a site takes the place of another, and some of all; and the start after it."""
    chance = random.Random(SEED)
    say(project, NEW)
    counted = stepped(project, 0, way)
    assert counted.returncode == 0, counted.stderr
    steps = int(counted.stderr.split()[-1])
    chosen = [*range(steps, max(0, steps - FAULTS // 2), -1), *(chance.randint(1, steps) for _ in range(FAULTS // 2))]
    killed = 0
    for number, step in enumerate(chosen):
        say(project, (OLD, NEW)[number % 2])
        killed += stepped(project, step, way).returncode < 0
        sound = (project / "mkdocs.yml").read_text(encoding="utf-8")
        (project / "mkdocs.yml").write_text(f"{sound}\nas_of: 2026-13-01\n", encoding="utf-8")
        build_that_fails(project)
        standing = tree(project / "site")
        other = [sorted(name for name in {*one, *standing} if one.get(name) != standing.get(name))[:5] for one in sites]
        assert [] in other, f"step {step} of {steps}"
        (project / "mkdocs.yml").write_text(sound, encoding="utf-8")
    build(project)
    assert tree(project / "site") == sites[len(chosen) % 2]
    assert not list(project.glob(".site*"))
    assert killed
    print(f"killed {killed} of {len(chosen)}, {steps} steps")


def build_that_fails(project: Path) -> None:
    done = stepped(project, 0, "exchange")
    assert done.returncode == 2, done.stdout + done.stderr


def may_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not may_mount(), reason="no mounts of one's own here")
def test_a_disk_that_fills_up_loses_nothing(project: Path, sites: list[dict[str, bytes]]) -> None:
    """A real disk of so many KB; the site of the old words stands on it, the new one fits or does not."""
    chance = random.Random(SEED)
    say(project, NEW)
    taken = sum(1 + len(one) // 4096 for one in sites[1].values()) * 4 + 600
    fates = []
    for _ in range(FAULTS):
        room = chance.randint(taken, round(taken * 2.2))
        told = project.parent / "told"
        script = (
            f"mkdir -p ../disk && mount -t tmpfs -o size={room}k none ../disk && cp -r . ../disk/project && cd ../disk/project "
            f"&& {{ {sys.executable} -m generator.cli build >{told} 2>&1; echo $? >>{told}; cp -r site {told}.site; }}"
        )
        given = {**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script], cwd=project, env=given, capture_output=True, text=True, check=False
        )
        if done.returncode:  # not even what stood there fits
            continue
        words = told.read_text(encoding="utf-8").splitlines()
        standing = tree(Path(f"{told}.site"))
        shutil.rmtree(f"{told}.site")
        fates.append(words[-1])
        if words[-1] == "0":
            assert standing == sites[0]
        else:
            assert words[-1] == "2", words
            assert "на диску немає місця («" in words[-2], words
            assert words[-2].endswith("Старий сайт лишився як був."), words
            assert standing == sites[1]
    print(f"full {fates.count('2')} of {len(fates)}")
    assert FAULTS < 20 or {*fates} == {"0", "2"}
