"""A site of one community: the files that are its own from the first day."""

import re
from collections.abc import Mapping

from generator.staff.scaffold.skeleton import template

DISTRIBUTION = "hromada-plans"
_PIN = re.compile(r"uses: ((?P<action>[\w./-]+)@[0-9a-f]{40} # \S+)")
_FILES = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".github/workflows/publish.yml": "publish.yml",
}


def site_files(site_name: str, community: str, line: str, workflow: str) -> dict[str, str]:
    """Return the files of a site by path.

    `community` is its id or empty, `line` what pip installs; actions are pinned as in `workflow`, the publishing
    workflow of this repository.
    """
    context = {"site_name": site_name, "community": community, "requirement": line, "pins": pins(workflow)}
    return {path: template(f"site_files/{name}.j2").render(context) for path, name in _FILES.items()}


def pins(workflow: str) -> dict[str, str]:
    """Find the actions a workflow uses, each pinned to a commit, by name."""
    return {found["action"]: found[1] for found in _PIN.finditer(workflow)}


def requirement(version: str, origin: Mapping[str, object]) -> str:
    """Write the line for pip: from where this program was installed (`direct_url.json`, PEP 610), else by version."""
    url, control, archive = str(origin.get("url", "")), origin.get("vcs_info"), origin.get("archive_info")
    if isinstance(control, dict):
        return f"{DISTRIBUTION} @ {control['vcs']}+{url}@{control['commit_id']}"
    if url.startswith("https://") and archive is not None:
        return f"{DISTRIBUTION} @ {url}"
    return f"{DISTRIBUTION}=={version}"
