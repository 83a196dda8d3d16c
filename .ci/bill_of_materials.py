"""What a release consists of, as a CycloneDX bill of materials: `python .ci/bill_of_materials.py FILE`.

The same locks give the same bytes: the serial number is made from the content, and no clock is read.
Format: cyclonedx.org, specification 1.6.
"""

import json
import re
import sys
import tomllib
import uuid
from importlib.metadata import requires
from pathlib import Path
from typing import Any

from dependencies import ROOT, Dependency, of_lock
from packaging.requirements import Requirement

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"


def bill(project: dict[str, Any], dependencies: list[Dependency]) -> dict[str, Any]:
    """Return the bill of a project and what it is installed with."""
    top = {"type": "application", "bom-ref": project["name"], "name": project["name"], "version": project["version"],
           "purl": _purl(project["name"], project["version"]), "licenses": _licences(project["license"])}  # fmt: skip
    names = {one.name for one in dependencies}
    wanted = {project["name"]: project["dependencies"], **{one.name: requires(one.name) or [] for one in dependencies}}
    content: dict[str, Any] = {
        "metadata": {"component": top},
        "components": [_component(one) for one in dependencies],
        "dependencies": [{"ref": ref, "dependsOn": _among(names, lines)} for ref, lines in wanted.items()],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    head = {"$schema": SCHEMA, "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}"}
    return {**head, "version": 1, **content}


def _component(one: Dependency) -> dict[str, Any]:
    return {
        "type": "library", "bom-ref": one.name, "name": one.name, "version": one.version,
        "purl": _purl(one.name, one.version), **({"licenses": _licences(one.licence)} if one.licence else {}),
    }  # fmt: skip


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _licences(expression: str) -> list[dict[str, Any]]:
    return [{"expression": expression}] if " " in expression else [{"license": {"id": expression}}]


def _among(names: set[str], lines: list[str]) -> list[str]:
    """Return which of the names these requirements ask for, without those of extras and of other systems."""
    asked = [Requirement(line) for line in lines]
    found = {
        re.sub(r"[-_.]+", "-", one.name).lower()
        for one in asked
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }
    return sorted(found & names)


def main(target: Path) -> int:
    """Write the bill of this project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed = [one for one in of_lock(ROOT / "requirements" / "site.txt") if one.licence is not None]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(bill(project, installed), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"Записано: {target.as_posix()}, бібліотек: {len(installed)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
