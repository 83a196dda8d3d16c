"""A video in sign language that a plan names stands in content/, or there is no site."""

from __future__ import annotations

from pathlib import Path

from generator.build.videos import missing_videos, names_videos
from generator.rules.load import load
from project import run_plans

PLAN = """
title: План
name: План
absent: [act, period]
goals:
  - number: "1"
    kind: Ціль
    title: Лікар
    sign_video:
      file: video/tsil-1.mp4
      captions: video/tsil-1.vtt
      transcript: [Лікар прийде додому.]
      checked: {by: deaf-signers, role: осередок товариства глухих, date: 2026-05-03}
    measures: [{number: "1.1", text: Знайти лікаря, term: Постійно, absent: [executors]}]
"""
COMMUNITY = "name: Громада\nshort_name: Громада\noblast: Київська область\n"


FILES = {"hromada/community.yml": COMMUNITY.encode(), "hromada/plan/plan.yml": PLAN.encode()}
TOLD = "plans/hromada/plan/plan.yml:11:17: sign_video.captions: файлу content/video/tsil-1.vtt немає; покладіть його туди або приберіть поле sign_video"


def put(project: Path) -> None:
    for name, content in FILES.items():
        (project / "plans" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "plans" / name).write_bytes(content)
    (project / "content" / "video").mkdir(parents=True)
    (project / "content" / "video" / "tsil-1.mp4").touch()


def test_missing_files_are_named_and_found_ones_are_not(tmp_path: Path) -> None:
    put(tmp_path)
    catalogue = load(FILES).catalogue
    assert names_videos(catalogue)
    assert [str(one) for one in missing_videos(catalogue, FILES, "plans/", tmp_path / "content")] == [TOLD]
    (tmp_path / "content" / "video" / "tsil-1.vtt").touch()
    assert missing_videos(catalogue, FILES, "plans/", tmp_path / "content") == []


def test_the_check_and_the_build_tell_it_alike(tmp_path: Path) -> None:
    put(tmp_path)
    checked = run_plans("check", cwd=tmp_path)
    assert (checked.returncode, TOLD in checked.stdout + checked.stderr) == (1, True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Плани\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [hromada-plans]\n",
        encoding="utf-8",
    )
    built = run_plans("build", cwd=tmp_path)
    assert (built.returncode, TOLD in built.stdout + built.stderr) == (1, True)
    assert not (tmp_path / "site").exists()
    (tmp_path / "content" / "video" / "tsil-1.vtt").touch()
    assert TOLD not in run_plans("check", cwd=tmp_path).stdout
