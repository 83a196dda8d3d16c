"""What a built site weighs is said, by what stands beside pages; that it comes near a limit, before it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.site_mark import MARK
from generator.build.site_weight import SiteWeight, weigh, weight_lines
from generator.model.outputs import Output

if TYPE_CHECKING:
    from pathlib import Path

ADVICE = (
    " Що робиться поруч зі сторінками, вибирає outputs у mkdocs.yml; опублікований вид вилучає один рядок у "
    "plans/redirects.yml (порадник, «План на папері, на слух і на дотик»)."
)


def test_files_are_weighed_by_what_they_are(tmp_path: Path) -> None:
    for name, size in {
        "index.html": 2000, "a/notice/index.html": 1500, "a/b/1/notice/index.html": 1500, "a/oembed.json": 300,
        "executors/x/calendar.ics": 4000, "a/calendar.ics": 5000, MARK: 9000,
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    weight = weigh(tmp_path)
    assert set(weight.outputs) == {Output.NOTICES, Output.OEMBED, Output.EXECUTOR_CALENDARS}
    assert list(weight_lines(weight)) == [
        (
            "Сайт: 6 файлів (14 кілобайтів). Із них поруч зі сторінками: notices – 2 файли (3 кілобайти); "
            "oembed – 1 файл (1 кілобайт); executor-calendars – 1 файл (4 кілобайти)."
        )
    ]


def test_a_site_near_the_limits_is_told_with_figures() -> None:
    at_limits = SiteWeight.of([("a/index.html", 800_000_000), *((f"{n}.html", 0) for n in range(79_999))])
    assert list(weight_lines(at_limits)) == [
        "Сайт: 80000 файлів (800,0 мегабайта).",
        f"Увага: GitHub Pages публікує щонайбільше 1000,0 мегабайта, а сайт важить 800,0 мегабайта.{ADVICE}",
        f"Увага: файлів 80000, а публікують надійно до 100000.{ADVICE}",
    ]
    below = SiteWeight.of([("a/index.html", 799_999_999), *((f"{n}.html", 0) for n in range(79_998))])
    assert len(list(weight_lines(below))) == 1
