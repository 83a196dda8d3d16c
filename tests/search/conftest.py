import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plan_records import plan_records, synonyms

from generator.search import build_index

HERE = Path(__file__).parent
ENGINE = HERE.parents[1] / "theme_overrides" / "assets" / "search-engine.js"


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return build_index(plan_records(), synonyms())


@pytest.fixture(scope="session")
def index_folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    for path, body in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    return site / "search" / "index"


@pytest.fixture(scope="session")
def ask_browser_engine(index_folder: Path) -> Callable[[list[dict[str, Any]]], list[Any]]:
    """Answers of the JavaScript engine, by Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")

    def ask(questions: list[dict[str, Any]]) -> list[Any]:
        command = [node, str(HERE / "ask.mjs"), str(ENGINE), str(index_folder)]
        done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
