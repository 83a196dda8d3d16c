"""The publishing workflow adds what it published to the list of addresses, and nothing else to the repository."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.outputs.address_list import list_of
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / ".github" / "new-addresses.sh"
OWN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
GIVEN = {**OWN, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**GIVEN, **environment})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def commit(cwd: Path) -> None:
    run("git", "add", "-A", cwd=cwd)
    run("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x", cwd=cwd)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A repository as a job checked it out, with an origin."""
    origin, work = tmp_path / "origin", tmp_path / "built"
    run("git", "init", "-q", "--bare", "-b", "main", str(origin), cwd=tmp_path)
    run("git", "clone", "-q", str(origin), str(work), cwd=tmp_path)
    run("git", "checkout", "-q", "-B", "main", cwd=work)
    (work / "plans").mkdir()
    (work / "plans/plan.yml").write_text("title: План\n", encoding="utf-8")
    commit(work)
    run("git", "push", "-q", "-u", "origin", "main", cwd=work)
    return work


def found(work: Path, tmp_path: Path) -> str:
    output = tmp_path / "output"
    output.write_text("", encoding="utf-8")
    run("sh", str(SCRIPT), "find", cwd=work, GITHUB_OUTPUT=str(output))
    return output.read_text(encoding="utf-8").removeprefix("new=").strip()


def keep(tmp_path: Path, new: str, site_url: str = "") -> Path:
    """Run the second job in a repository of its own."""
    work = tmp_path / "kept"
    if not work.exists():
        run("git", "clone", "-q", str(tmp_path / "origin"), str(work), cwd=tmp_path)
    run("git", "pull", "-q", cwd=work)
    run("sh", str(SCRIPT), "keep", cwd=work, NEW=new, SITE_URL=site_url)
    return work


def test_new_lines_reach_the_list_and_nothing_else_does(built: Path, tmp_path: Path) -> None:
    listed = built / "plans/addresses.txt"
    assert found(built, tmp_path) == "", "nothing was built"
    listed.write_bytes(list_of(["a/", "a/#m-1"]))
    (built / "plans/plan.yml").write_text("змінено", encoding="utf-8")
    kept = keep(tmp_path, found(built, tmp_path))
    assert (kept / "plans/addresses.txt").read_bytes() == list_of(["a/", "a/#m-1"])
    assert run("git", "show", "--stat=80", "--format=%an: %s", "origin/main", cwd=kept).splitlines()[:3] == [
        "github-actions[bot]: Нові адреси сайту",
        "",
        " plans/addresses.txt | 4 ++++",
    ]
    assert run("git", "show", "origin/main:plans/plan.yml", cwd=kept) == "title: План\n"


def test_what_was_added_meanwhile_stays(built: Path, tmp_path: Path) -> None:
    listed = built / "plans/addresses.txt"
    listed.write_bytes(list_of(["a/"]))
    first = found(built, tmp_path)
    keep(tmp_path, first)
    listed.write_bytes(list_of(["a/", "b/"]))
    kept = keep(tmp_path, found(built, tmp_path))
    assert (kept / "plans/addresses.txt").read_bytes() == list_of(["a/", "b/"])
    before = run("git", "rev-parse", "HEAD", cwd=kept)
    keep(tmp_path, first)
    assert run("git", "rev-parse", "HEAD", cwd=kept) == before, "nothing new, no commit"


def test_a_large_list_fits_into_an_output(built: Path, tmp_path: Path) -> None:
    lines = [f"hromada-{number % 97}/executors/upravlinnia-{number}/notice/" for number in range(12_000)]
    (built / "plans/addresses.txt").write_bytes(list_of(lines))
    new = found(built, tmp_path)
    assert 0 < len(new) < 100_000, "one value of an environment has at most 128 KiB"
    kept = keep(tmp_path, new)
    assert len((kept / "plans/addresses.txt").read_bytes().splitlines()) == 5000


PLACE = "<!-- live -->адреса з’явиться тут після першої публікації<!-- /live -->"


def test_the_readme_gets_the_address_of_the_site_in_its_place(built: Path, tmp_path: Path) -> None:
    (built / "README.md").write_text(f"# Плани\n\n**Сайт:** {PLACE}\n\nДалі.\n", encoding="utf-8")
    commit(built)
    run("git", "push", "-q", cwd=built)
    (built / "plans/addresses.txt").write_bytes(list_of(["a/"]))
    packed = found(built, tmp_path)
    for address in ("https://a.example/plany/", "https://b.example/"):
        kept = keep(tmp_path, packed, address)
        assert run("git", "show", "origin/main:README.md", cwd=kept) == (
            f"# Плани\n\n**Сайт:** <!-- live --><{address}><!-- /live -->\n\nДалі.\n"
        )
    for none in ("", "/", "$(x)", "https://a.example/|e"):
        before = run("git", "rev-parse", "HEAD", cwd=kept)
        keep(tmp_path, packed, none)
        assert run("git", "rev-parse", "HEAD", cwd=kept) == before, none


@pytest.mark.parametrize("file", ["README.md", "generator/staff/scaffold/site_files/README.md.j2"])
def test_readmes_leave_that_place(file: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8").splitlines()[2].endswith(PLACE)


def test_the_readme_says_what_it_is_in_thirty_seconds() -> None:
    """The picture, both languages, the two commands and how to look stand on the first screens."""
    first = (ROOT / "README.md").read_text(encoding="utf-8").split()[:260]
    words = " ".join(first)
    for wanted in (".github/phone.png", "Громади складають плани дій", "Action plans of Ukrainian communities"):
        assert wanted in words
    for command in ("make site", "make test", "make serve"):
        assert command in words
