"""A line that is one link and nothing else."""

from __future__ import annotations

import pytest

from generator.pages.lone_links import with_room


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<li><a href="x">Ніжин</a></li>', '<li class="lone"><a href="x">Ніжин</a></li>'),
        ('<p><a href="x">Усі <abbr>ТГ</abbr></a>.</p>', '<p class="lone"><a href="x">Усі <abbr>ТГ</abbr></a>.</p>'),
        ('<p class="no-print"><a href="x">Лист</a></p>', '<p class="lone no-print"><a href="x">Лист</a></p>'),
        (
            '<li><a href="x">Тема</a>\n<ul>\n<li><a href="y">Інша</a></li>\n</ul>\n</li>',
            '<li class="lone"><a href="x">Тема</a>\n<ul>\n<li class="lone"><a href="y">Інша</a></li>\n</ul>\n</li>',
        ),
        ('<li data-c="x"><a href="x">Ні</a></li>', '<li data-c="x" class="lone"><a href="x">Ні</a></li>'),
        ('<li><a href="x">Каховка</a> – 5</li>', '<li><a href="x">Каховка</a> – 5</li>'),
        ('<p>Див. <a href="x">план</a></p>', '<p>Див. <a href="x">план</a></p>'),
        ('<p><a href="x">Один</a>, <a href="y">два</a></p>', '<p><a href="x">Один</a>, <a href="y">два</a></p>'),
    ],
)
def test_only_a_line_that_is_one_link_is_marked(written: str, shown: str) -> None:
    assert with_room(f"<main>{written}</main>") == f"<main>{shown}</main>"


def test_lines_outside_the_content_stay() -> None:
    page = '<nav><li><a href="x">Теми</a></li></nav><main><p>Так</p></main><footer><p><a href="y">Про сайт</a></p></footer>'
    assert with_room(page) == page
