"""Write build/workplace/: the engine of «Робоче місце», Python with our libraries for a browser (decision 0022).

Pyodide comes from npm by requirements/workplace/package-lock.json; libraries are those of requirements/site.txt, by the
same hashes. The same commit gives the same bytes. `--zip FILE` packs it for a release.
"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from generator.build.workplace import ENGINE_FOLDER, LIST_NAME
from generator.outputs.fixed_zip import fixed_zip

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from setup_tools import find_npm

ROOT = Path(__file__).resolve().parents[1]
CI = ROOT / ".ci"
WORK = ROOT / "build" / "workplace-work"
LOCK = ROOT / "requirements" / "workplace"
NO_BINARY = ("pyyaml", "markupsafe")
"""Nobody publishes these for the browser: their wheels hold the same in Python beside the compiled part, left out."""
PYTHON_ONLY = (
    "annotated-types", "et-xmlfile", "icalendar", "jinja2", "markdown", "openpyxl", "pydantic", "python-dateutil",
    "segno", "typing-extensions", "typing-inspection", "tzdata",
)  # fmt: skip
COMPILED = ("pydantic-core",)
PLATFORMS = {
    COMPILED: ("pyemscripten_2026_0_wasm32",),
    PYTHON_ONLY: ("any",),
    NO_BINARY: ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_28_x86_64"),
}
PYTHON = "3.14"
"""That of Pyodide."""
FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LEFT_OUT = re.compile(
    r"(-linux-gnu\.so|\.pyi|\.c|\.typed|/RECORD|/WHEEL|/INSTALLER|/direct_url\.json)$|(^|/)(tests?|__pycache__)/"
)
NOT_FOR_BROWSER = ("generator/build/mkdocs/", "generator/decisions/", "generator/schemas/", "generator/commands/")
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def locked(names: Iterable[str]) -> str:
    """Return the lines of the lock, hashes included, of some libraries; KeyError for one that it has not."""
    text = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    found = {
        match[1]: re.sub(r" ;.*?\\", " \\\\", match[0], count=1)
        for match in re.finditer(r"^([a-z0-9-]+)==[^\n]*\\\n(?:    --hash=[^\n]*\n)+", text, re.MULTILINE)
    }
    return "".join(found[name] for name in names)


def download(names: tuple[str, ...], platforms: tuple[str, ...]) -> Path:
    """Fetch wheels by their hashes into a folder of their own."""
    folder = WORK / f"wheels-{names[0]}"
    wanted = WORK / f"{names[0]}.txt"
    wanted.write_text(locked(names), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    chosen = [part for platform in platforms for part in ("--platform", platform)]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", "--only-binary", ":all:", "--implementation", "cp", "--abi", "cp314", "--abi", "none",
         "--python-version", PYTHON, *chosen, "--dest", str(folder), "-r", str(wanted)],
        check=True,
    )  # fmt: skip
    return folder


def pyodide() -> Path:
    """Fetch Pyodide by its hash; give its folder."""
    folder = WORK / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCK / name, folder / name)
    subprocess.run(
        [*find_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True
    )
    return folder / "node_modules" / "pyodide"


def files_of_wheels(folders: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield what a browser needs of the wheels."""
    for wheel in sorted(path for folder in folders for path in folder.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if not name.endswith("/") and not LEFT_OUT.search(name):
                    yield name, archive.read(name)


def files_of_ours() -> Iterator[tuple[str, bytes]]:
    """Yield this package, without what only a builder or a command line uses."""
    for path in sorted((ROOT / "generator").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and not LEFT_OUT.search(name) and not name.startswith(NOT_FOR_BROWSER):
            yield name, path.read_bytes()


def made_from() -> str:
    """Return the hash of what an engine is made from: the same here and in the list of an engine that is up to date."""
    whole = hashlib.sha256()
    scripts = (CI / name for name in ("browser_engine.py", "browser_engine.mjs", "browser_compile.py"))
    locks = (LOCK / "package-lock.json", ROOT / "requirements" / "site.txt")
    for path in (*scripts, *locks):
        whole.update(path.read_bytes())
    for name, content in files_of_ours():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def write_engine(target: Path) -> None:
    """Fetch, compile and list everything; the old engine stays until the new one is whole."""
    WORK.mkdir(parents=True, exist_ok=True)
    python = pyodide()
    folders = [download(names, platforms) for names, platforms in PLATFORMS.items()]
    with zipfile.ZipFile(WORK / "packages.zip", "w") as archive:
        for name, content in (*files_of_wheels(folders), *files_of_ours()):
            archive.writestr(zipfile.ZipInfo(name), content)
    made = WORK / "engine"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    subprocess.run(["node", str(CI / "browser_engine.mjs"), str(python), str(WORK), str(made)], check=True)
    for name in FROM_PYODIDE:
        shutil.copy(python / name, made / name)
    listed = {path.name: _told(path.read_bytes()) for path in sorted(made.iterdir())}
    told = {"files": listed, "made_from": made_from()}
    (made / LIST_NAME).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    made.rename(target)


def _told(content: bytes) -> dict[str, str | int]:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def is_made(engine: Path) -> bool:
    """Return whether an engine stands that was made from what is here now."""
    try:
        return bool(json.loads((engine / LIST_NAME).read_text(encoding="utf-8"))["made_from"] == made_from())
    except (OSError, ValueError, KeyError):
        return False


def write_zip(engine: Path, target: Path) -> None:
    """Pack the engine for a release."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(engine.iterdir()):
            archive.write(path, path.name)
    content = fixed_zip(packed.getvalue(), EPOCH, lambda _, part: part)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def main(arguments: list[str]) -> int:
    """Write the engine; with `--zip FILE` pack it as well."""
    engine = ROOT / ENGINE_FOLDER
    try:
        if not is_made(engine):
            write_engine(engine)
    except subprocess.CalledProcessError as failed:
        print(f"Не вдалося виконати: {' '.join(map(str, failed.cmd[:6]))} …", file=sys.stderr)
        return 2
    if arguments[:1] == ["--zip"]:
        write_zip(engine, Path(arguments[1]))
    megabytes = sum(path.stat().st_size for path in engine.iterdir()) / 1_000_000
    print(f"Записано: {ENGINE_FOLDER}, {megabytes:.1f} МБ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
