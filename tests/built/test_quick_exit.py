"""What speaks of domestic violence can be left at once, whatever kind of page it stands on (decision 12)."""

from __future__ import annotations

import re
from pathlib import Path

from built.pages import pages_of
from generator.pages.kinds import KINDS

NOT_ITS_OWN = re.compile(
    r'<nav\b.*?</nav>|<section class="(?:glossary|brief)".*?</section>|<aside class="urgent".*?</aside>', re.DOTALL
)
"""Lists of other pages, words explained, our summaries, whom to call."""
WITHOUT = re.compile(r"(?:.*/)?(?:embed|notice)/index\.html|glossary/index\.html|guide/.*")
"""Frames, paper, and pages on words and on staff's work: decision 12 says why."""


def of_violence(site: Path) -> set[str]:
    """List pages whose own content names domestic violence."""
    pages = {page.relative_to(site).as_posix(): page for page in pages_of(site)}
    return {name for name, page in pages.items() if not WITHOUT.fullmatch(name) and _names_it(page.read_text("utf-8"))}


def _names_it(html: str) -> bool:
    main = re.search(r"<main\b.*</main>", html, re.DOTALL)
    own = re.sub(r"<[^>]+>", " ", NOT_ITS_OWN.sub("", main[0] if main else ""))
    return bool(re.search(r"домашн\w+\s[^.;]{0,60}?насильств", own, re.IGNORECASE))


def test_every_page_that_names_domestic_violence_has_the_exit(built_site: Path) -> None:
    found = of_violence(built_site)
    assert {page.split("/")[0] for page in found} >= {"nizhyn", "nova-odesa", "melitopol", "topics", "compare"}
    without = {page for page in found if 'class="exit__link"' not in (built_site / page).read_text(encoding="utf-8")}
    assert without == set()


def test_pages_that_do_not_concern_it_have_none(built_site: Path) -> None:
    for address in ("", "nizhyn/social-services-2025/1-1/", "melitopol/strategy-2027/text/demography/", "settings/"):
        assert "exit__link" not in (built_site / address / "index.html").read_text(encoding="utf-8")


def test_whom_to_call_stands_where_someone_looks_for_help(built_site: Path) -> None:
    """On pages that can be left at once, of the kinds that declare it, and nowhere else."""
    looks = {kind.front_matter["kind"] for kind in KINDS.values() if kind.urgent_help}
    assert looks == {"goal", "topic", "compare", "audience"}
    with_help, wrong = set(), []
    for page in pages_of(built_site):
        html = page.read_text(encoding="utf-8")
        look = (re.findall(r'class="page page--([\w-]+)"', html) or [""])[0]
        if '<aside class="urgent"' in html:
            with_help.add(look)
        if ('<aside class="urgent"' in html) != (look in looks and 'class="exit__link"' in html):
            wrong.append(page.relative_to(built_site).as_posix())
    assert (with_help, wrong) == (looks, [])
