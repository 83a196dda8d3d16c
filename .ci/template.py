"""Write dist/template/: what a template repository holds, and dist/requirements.txt, by which sites take this version.

It is a site as `plans new-site` writes it, by the program installed from the wheel in dist/ (`make wheel`), not from
this folder. The address of the wheel is that of the release on GitHub: REPO_URL, or the repository of mkdocs.yml.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from generator.outputs.fixed_zip import fixed_zip

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The first day a zip can name: that of the archive says nothing, and the same commit gives the same bytes."""


def program_of(wheel: Path, folder: Path) -> Path:
    """Install a wheel into an environment of its own, with the libraries of this one; give its `plans`."""
    venv.create(folder, with_pip=False, clear=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    packages = next(folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages")
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return python.with_name("plans")


def repository() -> str:
    """Give the address of this repository without a slash at its end."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (own,) = re.findall(r'^repo_url: !ENV \[REPO_URL, "([^"]+)"\]$', settings, re.MULTILINE)
    return (os.environ.get("REPO_URL") or own).rstrip("/")


def _name_engine(requirements: Path, release: str, name: str) -> None:
    """Say on top of the lock where the program of «Робоче місце» is and which hash it has, when it was packed."""
    engine = DIST / name
    if engine.is_file():
        digest = hashlib.sha256(engine.read_bytes()).hexdigest()
        lock = requirements.read_text(encoding="utf-8")
        requirements.write_text(f"# workplace: {release}/{name} sha256:{digest}\n{lock}", encoding="utf-8")


def main() -> int:
    """Write both; 1 when `make wheel` was not run before."""
    wheels = sorted(DIST.glob("*.whl"))
    if len(wheels) != 1:
        print("У теці dist/ має бути один файл .whl: спершу виконайте make wheel.")
        return 1
    (wheel,) = wheels
    version = wheel.name.split("-")[1]
    template = DIST / "template"
    shutil.rmtree(template, ignore_errors=True)
    address = f"{repository()}/releases/download/v{version}/{wheel.name}"
    plans = program_of(wheel, ROOT / "build" / "template-environment")
    subprocess.run([str(plans), "new-site", str(template), "--program-address", address], check=True, cwd=DIST)
    _name_engine(template / "requirements.txt", address.rpartition("/")[0], f"workplace-{version}.zip")
    shutil.copyfile(template / "requirements.txt", DIST / "requirements.txt")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(path for path in template.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(template).as_posix())
    packed = fixed_zip(made.getvalue(), EPOCH, lambda _, content: content)
    (DIST / f"template-{version}.zip").write_bytes(packed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
