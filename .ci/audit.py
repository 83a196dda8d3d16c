"""Are there known weaknesses in the libraries? `make audit`; needs the internet, and says so in words.

No list of weaknesses is stored here: none that may be kept comes from the registries, and one of yesterday would say
«nothing is known» of what is known today.
"""

import re
import subprocess
import sys
from pathlib import Path

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


def main() -> int:
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
