import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build.history_notices import history_notices
from generator.history import history as history_module
from generator.history.changes import Change, ChangeKind
from generator.history.git_versions import is_shallow
from generator.history.history import read_history
from generator.history.memory import Memory
from generator.rules.load import load
from outputs.sample import FILES

PLAN = "zelenivka/plan-2025/plan.yml"


class Repository:
    """A repository whose clock goes on by a day with each commit."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.day = folder, 0
        self.git("init", "--quiet", "--initial-branch=main")

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    def git(self, *arguments: str) -> None:
        stamp = f"2025-03-{max(self.day, 1):02}T12:00:00+02:00"
        identity = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in
                    (("NAME", "Тест"), ("EMAIL", "test@example.org"), ("DATE", stamp))}  # fmt: skip
        subprocess.run(
            ["git", "-C", str(self.folder), *arguments], check=True, capture_output=True, env={**os.environ, **identity}
        )

    def head(self) -> str:
        return subprocess.run(
            ["git", "-C", str(self.folder), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
        ).stdout

    def write(self, **files: str) -> None:
        for path, text in files.items():
            file = self.plans / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.lstrip("\n"), encoding="utf-8")

    def commit(self, files: dict[str, str]) -> None:
        self.day += 1
        self.write(**files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "зміна")

    def edit(self, old: str, new: str, path: str = PLAN) -> None:
        text = (self.plans / path).read_text(encoding="utf-8")
        assert old in text
        self.commit({path: text.replace(old, new)})


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit(FILES)
    return made


def told(history):
    return [(dated.when.date().isoformat(), dated.change.sentence) for dated in history.changes]


def test_versions_become_dated_changes(repository):
    repository.edit("term: Постійно", "term: до 1 грудня 2026 року")
    assert told(read_history(repository.plans)) == [
        ("2025-03-01", "Опубліковано: План дій, 2025–2027."),
        ("2025-03-02", "Змінено строк заходу 1.1.2: було «Постійно», стало «до 1 грудня 2026 року»."),
    ]


def test_times_are_utc(repository):
    (dated,) = read_history(repository.plans).changes
    assert dated.when.isoformat() == "2025-03-01T10:00:00+00:00"


def keys(repository, most=200):
    return [dated.key for dated in read_history(repository.plans, most=most).changes]


def test_the_name_of_a_change_is_the_same_in_every_build_and_lasts(repository):
    """This name stands in programs of subscribers: it never changes."""
    repository.edit("term: Постійно", "term: до 1 грудня 2026 року")
    assert keys(repository) == [
        "zelenivka/plan-2025/plan-added//3a11b94684138a0a/0",
        "zelenivka/plan-2025/term-changed/1-1-2/d04caf6d7b26a6e6/0",
    ]


def test_names_outlive_a_history_written_anew(repository):
    """Commits get other names and days when a branch is rebased or a word of a message is corrected."""
    repository.edit("term: Постійно", "term: до 1 грудня 2026 року")
    repository.edit("Мури", "Стіни")
    before, old = keys(repository), repository.head()
    repository.git("rebase", "--quiet", "--root", "--no-ff")
    repository.day = 20
    repository.git("rebase", "--quiet", "--root", "--force-rebase")
    assert repository.head() != old
    assert keys(repository) == before
    assert len(set(before)) == 3


def test_names_do_not_depend_on_how_far_back_is_read(repository):
    for number in range(4):
        repository.edit("Мури" if number == 0 else f"Мури{number - 1}", f"Мури{number}")
    assert keys(repository, most=2) == keys(repository)[-2:]


def test_a_change_that_comes_a_second_time_is_another(repository):
    for old, new in (("Мури", "Стіни"), ("Стіни", "Мури"), ("Мури", "Стіни")):
        repository.edit(old, new)
    assert len(set(keys(repository))) == 4


def test_commits_that_leave_plans_alone_tell_nothing(repository):
    (repository.folder / "README.md").write_text("x")
    repository.commit({})
    assert len(told(read_history(repository.plans))) == 1


def test_version_with_errors_is_passed_over(repository):
    repository.edit("term: Постійно", "term: [")
    assert len(told(read_history(repository.plans))) == 1
    repository.edit("term: [", "term: до 1 грудня 2026 року")
    assert told(read_history(repository.plans))[1:] == [
        ("2025-03-03", "Змінено строк заходу 1.1.2: було «Постійно», стало «до 1 грудня 2026 року».")
    ]


def test_plan_is_read_again_once_the_shared_registry_is_mended(repository):
    repository.edit("Постійно, executors: [УСЗН]", "Постійно, executors: [Новий фонд]")
    assert len(told(read_history(repository.plans))) == 1
    repository.edit(
        "name: БО «БФ «Карітас»»", "name: БО «БФ «Карітас»»\n  - {id: novyi, name: Новий фонд}", "executors.yml"
    )
    assert told(read_history(repository.plans))[1:] == [
        ("2025-03-03", "Змінено виконавців заходу 1.1.2: було «УСЗН», стало «Новий фонд».")
    ]


def test_community_that_is_gone_takes_its_plans_with_it(repository):
    repository.git("rm", "-r", "--quiet", "plans/zelenivka")
    repository.commit({})
    assert told(read_history(repository.plans))[-1][1] == "Вилучено з сайту: План дій, 2025–2027."


def test_merged_branch_is_one_version(repository):
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.edit("term: Постійно", 'term: "2025"')
    repository.edit(
        'term: "2025", executors: [УСЗН]}\n          - {number: 1.1.3',
        "term: Щороку, executors: [УСЗН]}\n          - {number: 1.1.3",
    )
    repository.git("checkout", "--quiet", "main")
    repository.day += 1
    repository.git("merge", "--quiet", "--no-ff", "--message", "злиття", "branch")
    assert told(read_history(repository.plans))[1:] == [
        ("2025-03-04", "Змінено строк заходу 1.1.2: було «Постійно», стало «Щороку».")
    ]


def test_long_history_is_cut_and_says_so(repository):
    for number in range(3):
        repository.edit("Мури" if number == 0 else f"Мури{number - 1}", f"Мури{number}")
    history = read_history(repository.plans, most=2)
    assert not history.complete
    assert [when for when, _ in told(history)] == ["2025-03-03", "2025-03-04"]
    assert history.since.date().isoformat() == "2025-03-02"
    assert read_history(repository.plans).complete


def test_each_community_has_a_history_of_its_own(repository):
    """A community whose plans change every day leaves the changes of a quiet one in sight."""
    quiet = {f"tykha/{path.partition('/')[2]}": text for path, text in FILES.items() if path.startswith("zelenivka/")}
    repository.commit(
        {path: text.replace("Зеленівка", "Тиха").replace("zelenivka", "tykha") for path, text in quiet.items()}
    )
    for number in range(3):
        repository.edit("Мури" if number == 0 else f"Мури{number - 1}", f"Мури{number}")
    history = read_history(repository.plans, most=2)
    assert [(dated.when.date().isoformat(), dated.change.community) for dated in history.changes] == [
        ("2025-03-02", "tykha"),
        ("2025-03-04", "zelenivka"),
        ("2025-03-05", "zelenivka"),
    ]
    loud, silent = history.of("zelenivka"), history.of("tykha")
    assert (loud.complete, silent.complete, history.complete) == (False, True, False)
    assert [one.since.date().isoformat() for one in (loud, silent, history)] == [
        "2025-03-03",
        "2025-03-01",
        "2025-03-03",
    ]


def test_no_history_without_git_or_repository_or_commit(tmp_path, repository, monkeypatch):
    assert read_history(tmp_path / "nowhere") is None
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    assert read_history(outside) is None
    untracked = repository.folder / "other-plans"
    untracked.mkdir()
    assert read_history(untracked) is None
    monkeypatch.setenv("PATH", "")
    assert read_history(repository.plans) is None


def test_no_history_in_a_shallow_clone(repository, tmp_path):
    repository.edit("Мури", "Стіни")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone)],
        check=True,
        capture_output=True,
    )
    assert read_history(clone / "plans") is None
    assert list(history_notices(repository.plans)) == []
    (told,) = history_notices(clone / "plans")
    assert told.startswith("Копія сховища неповна: у ній немає давніших версій, тому на сторінці «Зміни» і в стрічках")
    assert [is_shallow(one / "plans") for one in (clone, repository.folder, tmp_path / "nowhere")] == [
        True,
        False,
        False,
    ]


def test_git_of_a_hook_does_not_lead_elsewhere(repository, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert read_history(repository.plans) is not None


def test_memory_tells_the_same_without_reading_plans_again(repository, tmp_path, monkeypatch):
    repository.edit("Мури", "Стіни")
    repository.edit("term: Постійно", "term: [")
    memory = tmp_path / "memory" / "history.json"
    first = read_history(repository.plans, memory)
    monkeypatch.setattr(history_module, "load", lambda _files: pytest.fail("read again"))
    assert read_history(repository.plans, memory) == first
    assert first.changes[-1].change.kind is ChangeKind.MEASURE_CHANGED


def test_memory_that_cannot_be_written_is_done_without(repository, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    found = read_history(repository.plans, tmp_path / "file" / "history.json")
    assert found == read_history(repository.plans)


def test_memory_of_other_code_or_libraries_is_forgotten(repository, tmp_path, monkeypatch):
    repository.edit("Мури", "Стіни")
    memory, read = tmp_path / "history.json", []
    first = read_history(repository.plans, memory)
    monkeypatch.setattr(history_module, "load", lambda files: read.append(files) or load(files))
    monkeypatch.setattr("generator.history.memory.code_fingerprint", lambda: "other")
    assert read_history(repository.plans, memory) == first
    assert read


@pytest.mark.parametrize("spoiled", ["", "[]", "{}", '{"code": "old", "comparisons": {}}', "\x00"])
def test_spoiled_memory_is_forgotten(repository, tmp_path, spoiled):
    memory = tmp_path / "history.json"
    memory.write_text(spoiled)
    assert len(told(read_history(repository.plans, memory))) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["comparisons"].update(
            dict(zip(data["comparisons"], [*data["comparisons"].values()][::-1], strict=True))
        ),
        lambda data: data.pop("digest"),
        lambda data: data["comparisons"].clear(),
        lambda data: data.update(comparisons=[1]),
        lambda data: data.update(comparisons={"x": [{"kind": 1}]}),
    ],
)
def test_a_memory_that_was_changed_is_not_believed(spoil: Callable[[Any], object], tmp_path: Path) -> None:
    change = Change(ChangeKind.TEXT_CHANGED, "nizhyn", "nizhyn/plan", "План", "x", "nizhyn/", "Речення.")
    file = tmp_path / "history.json"
    remembered = Memory({"a": (change,), "b": ()})
    remembered.write(file)
    assert Memory.read(file) == remembered
    data = json.loads(file.read_text(encoding="utf-8"))
    spoil(data)
    file.write_text(json.dumps(data), encoding="utf-8")
    assert Memory.read(file) == {}
