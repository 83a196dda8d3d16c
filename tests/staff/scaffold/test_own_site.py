"""A site of one community: what it takes over from this repository never parts ways with it."""

import re

import pytest
import yaml

from generator.staff.scaffold.own_site import Program, installed, pins, released, site_files
from project import ROOT, plain
from staff.scaffold.running import run_plans

WORKFLOW = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")


def site(**changed):
    given = {
        "site_name": "Плани: Прилуки",
        "community": "",
        "program": released(
            "https://github.com/o/r/releases/download/v1.0.0/hromada_plans-1.0.0-py3-none-any.whl", "ab"
        ),
        "lock": "click==8.5.1 \\\n    --hash=sha256:cd",
        "workflow": WORKFLOW,
        **changed,
    }
    return site_files(**given)


class _Settings(yaml.SafeLoader):
    """Reads !ENV as its plain list."""


_Settings.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))


def settings(text):
    return yaml.load(text, Loader=_Settings)  # noqa: S506 - a SafeLoader


def test_settings_are_those_of_this_repository_but_for_what_is_its_own():
    """If this fails, put the same change into generator/staff/scaffold/site_files/mkdocs.yml.j2."""
    ours, theirs = settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8")), settings(site()["mkdocs.yml"])
    assert theirs.pop("site_name") == "Плани: Прилуки"
    assert theirs.pop("repo_url") == ["REPO_URL", ""]
    for own in ("site_name", "repo_url"):
        ours.pop(own)
    assert ours["theme"].pop("custom_dir") == "theme_overrides"
    ours["watch"].remove("theme_overrides")
    for name in ("owner", "owner_name", "owner_since"):
        (asked,) = (plugin["hromada-plans"].pop(name) for plugin in theirs["plugins"])
        assert asked.startswith("ЗАПОВНІТЬ")
        assert ours["plugins"][0]["hromada-plans"].pop(name)
    assert theirs == ours


def test_actions_are_pinned_as_here():
    made = site()[".github/workflows/publish.yml"]
    used = pins(made)
    assert used == {name: pin for name, pin in pins(WORKFLOW).items() if name in used}
    assert len(used) == len(set(re.findall(r"uses: (.+)", made)))
    assert set(used) == set(pins(WORKFLOW))


def test_the_workflow_has_the_least_permissions_and_the_shape_of_ours():
    ours, theirs = plain(WORKFLOW), plain(site()[".github/workflows/publish.yml"])
    assert theirs["permissions"] == {}
    assert theirs["jobs"].keys() == ours["jobs"].keys()
    for job in ours["jobs"]:
        for key in ("permissions", "runs-on", "environment", "needs", "if", "outputs"):
            assert theirs["jobs"][job].get(key) == ours["jobs"][job].get(key)
    assert theirs[True] == ours[True]  # «on» is a truth value in YAML 1.1


def test_the_step_that_the_failure_note_names_is_there():
    note = (ROOT / ".github/failure/publish.md").read_text(encoding="utf-8")
    names = {step.get("name") for step in plain(site()[".github/workflows/publish.yml"])["jobs"]["build"]["steps"]}
    for named in re.findall(r"крок «([^»]+)»", note):
        assert named in names


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        ({}, "hromada-plans==0.1.0"),
        ({"url": "file:///tmp/x", "dir_info": {"editable": True}}, "hromada-plans==0.1.0"),
        ({"url": "https://example.org/x.whl", "archive_info": {}}, "hromada-plans @ https://example.org/x.whl"),
        (
            {"url": "https://example.org/x.whl", "archive_info": {"hashes": {"sha256": "ab"}}},
            "hromada-plans @ https://example.org/x.whl \\\n    --hash=sha256:ab",
        ),
        (
            {"url": "https://example.org/x", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "hromada-plans @ git+https://example.org/x@abc",
        ),
    ],
)
def test_pip_gets_the_program_from_where_it_came(origin, line):
    assert installed("0.1.0", origin).requirement == line


def test_everything_is_locked_by_hash_or_nothing_is():
    locked = site()["requirements.txt"]
    wanted = [line for line in locked.splitlines() if line and not line.startswith("#")]
    assert wanted == [
        "hromada-plans @ https://github.com/o/r/releases/download/v1.0.0/hromada_plans-1.0.0-py3-none-any.whl \\",
        "    --hash=sha256:ab",
        "click==8.5.1 \\",
        "    --hash=sha256:cd",
    ]
    unlocked = site(program=Program("hromada-plans==1"))
    assert "--hash" not in unlocked["requirements.txt"]
    for path, text in site().items():
        if "pip install" in text:
            assert text.count("pip install") == text.count("--require-hashes"), path
            assert "--require-hashes" not in unlocked[path], path


@pytest.mark.parametrize("name", ["publish", "check", "weekly", "labels"])
def test_every_workflow_of_a_site_is_pinned_bounded_and_grants_nothing_by_default(name):
    text = site()[f".github/workflows/{name}.yml"]
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 30
    assert set(re.findall(r"uses: (.+)", text)) <= set(pins(WORKFLOW).values())


def test_what_is_downloaded_never_runs_beside_the_right_to_write():
    for name in ("publish", "weekly"):
        for job in yaml.safe_load(site()[f".github/workflows/{name}.yml"])["jobs"].values():
            runs = " ".join(step.get("run", "") for step in job["steps"])
            assert "write" not in str(job["permissions"]) or "pip" not in runs


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "моє.txt").write_text("", encoding="utf-8")
    done = run_plans("new-site", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "не порожня" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["моє.txt"]


def test_a_wrong_id_leaves_nothing_behind(tmp_path):
    done = run_plans("new-site", "site", "--community", "Прилуки", cwd=tmp_path)
    assert done.returncode == 2
    assert "pryluky" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_commands_in_the_readme_exist():
    for community in ("", "pryluky"):
        readme = site(community=community)["README.md"]
        commands = set(re.findall(r"`plans ([a-z-]+)", readme))
        assert {"import", "check", "serve", "build"} <= commands <= {"new", "import", "check", "serve", "build"}


def test_the_list_of_addresses_is_kept_by_the_script_of_this_repository(tmp_path):
    assert run_plans("new-site", "site", cwd=tmp_path).returncode == 0
    script = ".github/new-addresses.sh"
    assert (tmp_path / "site" / script).read_bytes() == (ROOT / script).read_bytes()
    workflow = (tmp_path / "site/.github/workflows/publish.yml").read_text(encoding="utf-8")
    assert re.findall(rf"run: sh {re.escape(script)} (\w+)", workflow) == ["find", "keep"]
