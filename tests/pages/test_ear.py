"""Readings that a finished page gets where a numeral or a sum stands without one."""

from __future__ import annotations

import pytest

from generator.pages.ear import with_readings

BOTH = '<span aria-hidden="true">{}</span><span class="visually-hidden"> {}</span>'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<li><a href='x'>Розділ ІІ</a></li>", f"<li><a href='x'>Розділ {BOTH.format('ІІ', 'другий')}</a></li>"),
        ("<p>з І групою <b>інвалідності</b></p>", f"<p>з {BOTH.format('І', 'першою')} групою <b>інвалідності</b></p>"),
        (
            "<td> 6\u00a0790 осіб &amp; 5\u00a0дітей </td>",
            f"<td> {BOTH.format('6' + chr(160) + '790', '6790')} осіб &amp; 5\u00a0дітей </td>",
        ),
        ("<p>Жінки, діти</p>", "<p>Жінки, діти</p>"),
        ("<p>ДСТУ EN 301 549:2022</p>", "<p>ДСТУ EN 301 549:2022</p>"),
        (
            "<title>Розділ ІІ</title><textarea>Розділ ІІ</textarea>",
            "<title>Розділ ІІ</title><textarea>Розділ ІІ</textarea>",
        ),
        (BOTH.format("ІІ квартал", "другий квартал"), BOTH.format("ІІ квартал", "другий квартал")),
        ("<p>Дім<br>Розділ ІV.</p>", f"<p>Дім<br>Розділ {BOTH.format('ІV.', 'четвертий.')}</p>"),
    ],
)
def test_what_a_voice_stumbles_at_is_read_once_and_the_rest_stays(written: str, read: str) -> None:
    assert with_readings(written) == read
