"""`make successors`: how far the rendered pages are from building under Zensical, by the authors of Material. Gates nothing.

Called with the command `zensical` of an environment of its own; the five plans are rendered, built under MkDocs and
under it, and the articles compared.
"""

from __future__ import annotations

import difflib
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from built.builders import built_by, folder_for_builders, tree
from project import ADDRESS, AS_OF, run_plans

SHOWN = 20


def main(zensical: str) -> int:
    """Print the distance: pages that are missing, pages that differ, and in what."""
    version = subprocess.run([zensical, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = run_plans("render", str(folder / "docs"), SITE_URL=ADDRESS, AS_OF=AS_OF)
        if done.returncode:
            print(done.stdout + done.stderr)
            return 1
        folder_for_builders(folder)
        today, later = folder / "mkdocs", folder / "site"
        ours = built_by([sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(today)], folder, today)
        began = time.monotonic()
        theirs = built_by([zensical, "build"], folder, later)
        took = time.monotonic() - began
    both = sorted(ours.keys() & theirs.keys())
    different = [page for page in both if tree(ours[page]) != tree(theirs[page])]
    print(
        f"Zensical {version}: сторінок {len(theirs)} із {len(ours)}, таких самих {len(both) - len(different)}, {took:.0f} с"
    )
    print(*(f"немає: {page}" for page in sorted(ours.keys() - theirs.keys())[:SHOWN]), sep="\n")
    for line, count in Counter(line for page in different for line in changes(ours[page], theirs[page])).most_common(
        SHOWN
    ):
        print(f"{count:6} {line}")
    return 0


def changes(first: str, second: str) -> list[str]:
    lines = difflib.unified_diff([*map(str, tree(first))], [*map(str, tree(second))], lineterm="", n=0)
    return [line[:100] for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
