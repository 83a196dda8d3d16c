"""Every page of the built site before html-validate."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

TESTS: Final = Path(__file__).parent.parent
CONFIG: Final = TESTS / "theme" / "htmlvalidate.json"


def markup_problems(site: Path) -> list[str]:
    """Say what is wrong in the markup of each page, with its address and line."""
    checker = TESTS / "node_modules" / ".bin" / "html-validate"
    with TemporaryFile() as said:  # a pipe would keep only the first 64 KB of a long report
        subprocess.run(
            [str(checker), "--config", str(CONFIG), "--formatter", "json", str(site)], stdout=said, check=False
        )
        said.seek(0)
        pages = json.load(said)
    return [
        f"{Path(page['filePath']).relative_to(site)}:{problem['line']}: {problem['message']}"
        for page in pages
        for problem in page["messages"]
    ]


def version_of(package: str) -> str:
    """Return the version of an installed checker."""
    found = json.loads((TESTS / "node_modules" / package / "package.json").read_text(encoding="utf-8"))
    return str(found["version"])
