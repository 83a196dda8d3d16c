"""Setting up on machines that are not ours: Cyrillic folders under any locale, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from project import ROOT


def test_a_cyrillic_folder_needs_no_locale(tmp_path: Path) -> None:
    """Python before 3.13 reads .pth files in the encoding of the machine, and stops at a letter it has not."""
    folder = tmp_path / "Мої плани" / "сайт"
    (folder / "generator").mkdir(parents=True)
    for name in ("pyproject.toml", "README.md", "LICENSE", "generator/__init__.py"):
        shutil.copy(ROOT / name, folder / name)
    script = "import sys; from hatchling.build import build_editable; print(build_editable(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=folder, capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(tmp_path / made.stdout.split()[-1]) as wheel:
        paths = {name: wheel.read(name) for name in wheel.namelist() if name.endswith(".pth")}
    assert paths
    assert all(content.isascii() for content in paths.values()), paths


def test_without_a_network_the_set_up_says_so(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    pip = tmp_path / ".venv" / "bin" / "python"
    pip.write_text(
        "#!/bin/sh\necho \"WARNING: Retrying after connection broken by 'NewConnectionError'\" >&2\nexit 1\n"
    )
    pip.chmod(0o755)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        ["make", "site", f"PYTHON={sys.executable}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=clean,
    )
    assert done.returncode == 2
    words = "Не вдалося завантажити бібліотеки: немає зв’язку з інтернетом. Увімкніть його й повторіть; "
    assert f"{words}завантажене вдруге не завантажується." in done.stderr.splitlines()
    assert "WARNING" not in done.stderr
