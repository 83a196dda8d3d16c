"""A site of one community: the files that are its own from the first day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.staff.scaffold.skeleton import template

DISTRIBUTION = "hromada-plans"
_PIN = re.compile(r"uses: ((?P<action>[\w./-]+)@[0-9a-f]{40} # \S+)")
_FILES = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".devcontainer/devcontainer.json": "devcontainer.json",
    ".github/dependabot.yml": "dependabot.yml",
    ".github/workflows/publish.yml": "publish.yml",
    ".github/workflows/check.yml": "check.yml",
    ".github/workflows/weekly.yml": "weekly.yml",
    ".github/workflows/labels.yml": "labels.yml",
}


@dataclass(frozen=True, slots=True)
class Program:
    """This program as pip gets it: its line without a hash, the address if it is one, sha256 in hex if known."""

    line: str
    address: str = ""
    sha256: str = ""

    @property
    def requirement(self) -> str:
        """The line of requirements.txt."""
        return f"{self.line} \\\n    --hash=sha256:{self.sha256}" if self.sha256 else self.line


def site_files(
    site_name: str, community: str, program: Program, lock: str, workflow: str, *, template_repository: bool = False
) -> dict[str, str]:
    """Return the files of a site by path.

    `community` is its id or empty. `lock` names the libraries with hashes (requirements/site.txt); pip wants hashes of
    all or of none, so it stands only beside a program whose hash is known. Actions are pinned as in `workflow`, the
    publishing workflow of this repository.
    """
    context = {
        "site_name": site_name,
        "community": community,
        "program": program.requirement,
        "address": program.address,
        "hashed": bool(program.sha256),
        "lock": lock.strip(),
        "pins": pins(workflow),
        "template": template_repository,
    }
    return {path: template(f"site_files/{name}.j2").render(context) for path, name in _FILES.items()}


def pins(workflow: str) -> dict[str, str]:
    """Find the actions a workflow uses, each pinned to a commit, by name."""
    return {found["action"]: found[1] for found in _PIN.finditer(workflow)}


def released(address: str, sha256: str) -> Program:
    """Return the program as a file at an https address."""
    return Program(f"{DISTRIBUTION} @ {address}", address, sha256)


def installed(version: str, origin: Mapping[str, object]) -> Program:
    """Return the program as it was installed here (`direct_url.json`, PEP 610), else by its version."""
    url, control, archive = str(origin.get("url", "")), origin.get("vcs_info"), origin.get("archive_info")
    if isinstance(control, dict):
        return Program(f"{DISTRIBUTION} @ {control['vcs']}+{url}@{control['commit_id']}")
    if url.startswith("https://") and isinstance(archive, dict):
        return released(url, str(dict(archive.get("hashes") or {}).get("sha256", "")))
    return Program(f"{DISTRIBUTION}=={version}")
