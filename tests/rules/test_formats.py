"""Easy words and videos stand in a plan only with who of their readers checked them."""

from __future__ import annotations

import pytest

from generator.rules.load import load

EASY = "easy: {{text: [Лікар прийде додому.]{checked}}}"
VIDEO = "sign_video: {{file: {file}, captions: video/a.vtt, transcript: [Лікар.], checked: {{by: deaf-signers, role: осередок, date: 2026-05-03}}}}"
PLAN = "title: План\nname: План\nabsent: [act, period]\n{}\ngoals: [{{title: Ціль, number: '1', kind: Ціль, measures: [{{number: '1.1', text: Знайти, term: Постійно, absent: [executors]}}]}}]\n"
COMMUNITY = "name: Громада\nshort_name: Громада\noblast: Київська область\n"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (EASY.format(checked=""), "бракує обов’язкового поля «checked»"),
        (EASY.format(checked=", checked: {by: editor, role: редактор, date: 2026-05-03}"), "«editor»"),
        (EASY.format(checked=", checked: {by: dementia, role: гості, date: 2026-05-03}"), ""),
        (VIDEO.format(file="video/a.mp4"), ""),
        (
            VIDEO.format(file="https://video.example/a.mp4"),
            "«https://video.example/a.mp4» не годиться для поля «file»: файл відео – у теці content/video/, малими",
        ),
    ],
    ids=["unchecked", "by-an-editor", "by-readers", "video", "foreign-video"],
)
def test_what_its_readers_did_not_check_is_refused(field: str, message: str) -> None:
    files = {"hromada/community.yml": COMMUNITY.encode(), "hromada/plan/plan.yml": PLAN.format(field).encode()}
    said = [
        problem.message
        for problem in load(files).problems
        if "easy" in problem.message or problem.severity.value == "error"
    ]
    assert (not said) if not message else any(message in one for one in said), said
