"""A site of one community: its files, made from those of this repository so that they never part ways."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.importer.yaml_scalars import scalar
from generator.scaffold.skeleton import template

DISTRIBUTION = "hromada-plans"
_PIN = re.compile(r"uses: ((?P<action>[\w./-]+)@[0-9a-f]{40} # \S+)")
_OURS_ONLY = re.compile(r"^[ \t]*(?:custom_dir:.*|- theme_overrides)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Originals:
    """Texts of this repository that a new site takes over."""

    config: str
    """mkdocs.yml"""
    workflow: str
    """.github/workflows/publish.yml, whose pinned actions the new site's has."""
    failure: str
    """What a maintainer reads when publishing fails."""
    about: str
    """content/about/index.md"""
    schemas: Mapping[str, str]
    """JSON Schemas by kind of file."""


def site_files(site_name: str, community: str, requirement: str, originals: Originals) -> dict[str, str]:
    """Give the files of a site by path; `community` is its id or empty, `requirement` the line for pip."""
    context = {
        "site_name": site_name,
        "community": community,
        "requirement": requirement,
        "pins": pins(originals.workflow),
    }
    names = {
        "README.md": "README.md",
        "requirements.txt": "requirements.txt",
        ".gitignore": "gitignore",
        ".github/workflows/publish.yml": "publish.yml",
    }
    made = {path: template(f"site_files/{name}.j2").render(context) for path, name in names.items()}
    schemas = {f"schemas/{kind}.schema.json": text for kind, text in originals.schemas.items()}
    return {
        "mkdocs.yml": config(originals.config, site_name),
        "content/about/index.md": originals.about,
        ".github/failure.md": originals.failure,
        **made,
        **schemas,
    }


def config(original: str, site_name: str) -> str:
    """Take over mkdocs.yml: another name, and the theme of the package instead of a folder."""
    renamed = re.sub(r"^site_name:.*$", lambda _: f"site_name: {scalar(site_name)}", original, flags=re.MULTILINE)
    return _OURS_ONLY.sub("", renamed)


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
