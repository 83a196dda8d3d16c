"""A video in sign language that a plan names stands in content/, or there is no site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.sources import SiteError
from generator.build.videos import refuse_missing_videos
from generator.rules.load import load

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


def test_missing_files_are_named_and_found_ones_are_not(tmp_path: Path) -> None:
    files = {"hromada/community.yml": COMMUNITY.encode(), "hromada/plan/plan.yml": PLAN.encode()}
    catalogue = load(files).catalogue
    content = tmp_path / "content"
    (content / "video").mkdir(parents=True)
    (content / "video" / "tsil-1.mp4").touch()
    with pytest.raises(SiteError) as refused:
        refuse_missing_videos(catalogue, content)
    assert str(refused.value) == (
        "немає файлів, які названо в полі sign_video: content/video/tsil-1.vtt; покладіть їх туди або приберіть поле"
    )
    (content / "video" / "tsil-1.vtt").touch()
    refuse_missing_videos(catalogue, content)
