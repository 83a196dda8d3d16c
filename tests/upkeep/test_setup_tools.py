from pathlib import Path

import pytest

from setup_tools import find_chromium, is_debian, missing_engines, node_is_new_enough


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.16.0", "v24.0.0", "v26.1.0"])
def test_node_that_runs_the_packages_is_taken(version: str) -> None:
    assert node_is_new_enough(version)


@pytest.mark.parametrize("version", ["v18.20.0", "v20.18.9", "v21.7.0", "v22.15.1", "v23.11.0", "", "node"])
def test_older_node_or_none_is_not_taken(version: str) -> None:
    assert not node_is_new_enough(version)


def test_browser_named_by_the_environment_comes_first(tmp_path: Path) -> None:
    mine, other = executable(tmp_path / "mine"), executable(tmp_path / "chromium")
    assert find_chromium({"CHROME_PATH": str(mine), "PATH": str(tmp_path)}) == mine
    assert find_chromium({"PATH": str(tmp_path)}) == other


def test_named_browser_that_is_missing_is_not_replaced_by_another(tmp_path: Path) -> None:
    executable(tmp_path / "chromium")
    assert find_chromium({"CHROME_PATH": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None


def test_only_debian_itself_installs_chromium() -> None:
    assert is_debian('NAME="Debian GNU/Linux"\nID=debian\n')
    assert not is_debian("ID=ubuntu\nID_LIKE=debian\n")


def executable(path: Path) -> Path:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_what_is_missing_of_the_other_engines_is_named(tmp_path: Path) -> None:
    for program in ("WebKitWebDriver", "firefox"):
        (tmp_path / program).touch(mode=0o755)
    assert missing_engines(str(tmp_path)) == ["xvfb", "default-jre-headless"]
