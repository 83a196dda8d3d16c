"""Are there known weaknesses in the libraries? `make audit`; needs the internet, and says so in words.

`make audit ADVISORIES=folder` asks a list that stands on this machine instead, and says of which day that is. None is
stored here: no registry of packages gives one out, and one of yesterday says nothing of what is known today.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from advisories import day_of, findings, stored
from dependencies import everything

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
_NO_NETWORK = re.compile(
    r"ConnectionError|Max retries|NameResolution|Failed to establish|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT"
    r"|audit endpoint"
)
_NOT_LISTED = re.compile(r"could not be audited")
NO_LIST = (
    "Не перевірено: перелік відомих вразливостей є лише в інтернеті, а зв’язку з ним немає. Збереженого переліку тут "
    "немає навмисно: учорашній мовчав би про те, що відомо сьогодні. Повторіть, коли буде зв’язок."
)


def run(*command: str) -> tuple[int, str]:
    """Run a tool; its status and all it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def verdict(status: int, said: str) -> tuple[int, str]:
    """Return exit status and words: 0 nothing known, 1 something known, 2 could not be asked."""
    if status and _NO_NETWORK.search(said):
        return 2, NO_LIST
    left_out = len(_NOT_LISTED.findall(said))
    if left_out and not status:  # the tool itself says that all is well
        return 2, f"Не перевірено: про бібліотеки тут нічого не відомо ({left_out}). Повторіть там, де видно сам PyPI."
    return min(status, 1), said.strip()


def from_list(folder: Path) -> tuple[int, str]:
    """Return exit status and words by a stored list; 2 where there is none."""
    advisories = stored(folder) if folder.is_dir() else []
    if not advisories:
        return 2, f"Не перевірено: у теці «{folder}» немає переліку вразливостей (файлів JSON у форматі OSV)."
    packages = everything()
    found = list(findings(packages, advisories))
    title = (
        f"За збереженим переліком станом на {day_of(advisories)} (записів {len(advisories)}, бібліотек {len(packages)})"
    )
    if not found:
        return 0, f"{title}: відомих вразливостей немає. Про те, що стало відомо пізніше, він не знає."
    return 1, "\n".join([f"{title}:", *found])


def main() -> int:
    """Ask a stored list where one is named, else the registries."""
    if folder := os.environ.get("ADVISORIES"):
        status, words = from_list(Path(folder))
        print(words)
        return status
    return from_registries()


def from_registries() -> int:
    """Ask about the libraries of Python and of node; what one tool can't tell does not hide what the other says."""
    pip_audit = str(Path(sys.executable).with_name("pip-audit"))
    locks = [word for lock in LOCKS for word in ("-r", str(lock))]
    answers = [
        verdict(*run(pip_audit, "--disable-pip", "--require-hashes", *locks)),
        verdict(*run("npm", "audit", "--prefix", "tests")),
    ]
    for words in dict.fromkeys(words for _, words in answers):
        print(words)
    statuses = [status for status, _ in answers]
    return 1 if 1 in statuses else max(statuses)


if __name__ == "__main__":
    sys.exit(main())
