"""What every page for frames has in common, read from the built files."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from embeds.conftest import PUBLIC, code_on

FRAME_SCRIPTS = re.compile(
    r"<script src=\"[./]*assets/(embed-frame\.js\"|as-of\.js\" data-day=\"[0-9-]{10}\")></script>"
)


def embeds(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("embed/index.html") if path.parent.parent != site)


def test_each_community_plan_goal_and_executor_has_one(built_site: Path) -> None:
    index = json.loads((built_site / "data/index.json").read_text(encoding="utf-8"))
    pages = {path.parent.parent.relative_to(built_site).as_posix() for path in embeds(built_site)}
    assert {plan["id"] for plan in index["plans"]} <= pages
    assert {plan["id"].split("/")[0] for plan in index["plans"]} <= pages
    goals = sum(
        len(
            re.findall(
                r'"kind"',
                json.dumps(json.loads((built_site / plan["id"] / "plan.json").read_text(encoding="utf-8"))["goals"]),
            )
        )
        for plan in index["plans"]
    )
    executors = [page for page in pages if "executors/" in page]
    assert len(pages) == 2 * len(index["plans"]) + goals + len(executors)
    assert len(executors) == len(list(built_site.glob("**/executors/*/index.html")))


def test_each_names_itself_leads_to_the_whole_page_and_stays_out_of_indexes(built_site: Path) -> None:
    sitemap = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/embed/</loc>" not in sitemap.replace(f"{PUBLIC}embed/", "")
    assert "/notice/</loc>" not in sitemap
    for path in embeds(built_site):
        page = path.read_text(encoding="utf-8")
        assert page.count("<h1") == 1, path
        assert '<link rel="canonical" href="../">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<base target="_blank">' in page
        assert "у новій вкладці." in page
        assert not re.search(r"<(form|input|button|select|textarea|iframe)\b", page)
        assert not re.search(r"<script", FRAME_SCRIPTS.sub("", page))
        assert 'href="#' not in page, "an anchor of its own would open a new tab"


def test_an_embed_is_light(built_site: Path) -> None:
    heaviest = max(embeds(built_site), key=lambda path: path.stat().st_size)
    assert len(gzip.compress(heaviest.read_bytes(), 9)) < 15_000, heaviest
    assert len(gzip.compress((built_site / "embed.js").read_bytes(), 9)) < 1024


@pytest.mark.parametrize(
    "address", ["nizhyn/", "nizhyn/social-services-2025/", "nizhyn/social-services-2025/1-2/", "nizhyn/executors/uszn/"]
)
def test_the_page_offers_code_discovery_and_the_preview(built_site: Path, address: str) -> None:
    page = (built_site / address / "index.html").read_text(encoding="utf-8")
    code = code_on(built_site, address)
    assert f'<iframe src="{PUBLIC}{address}embed/" title="' in code
    assert f'<a href="{PUBLIC}{address}">' in code
    assert f'<script src="{PUBLIC}embed.js" async></script>' in code
    assert f'type="application/json+oembed" href="{PUBLIC}{address}oembed.json"' in page
    oembed = json.loads((built_site / address / "oembed.json").read_text(encoding="utf-8"))
    assert oembed["html"] in code


def test_json_ld_names_the_thing_and_the_way_to_it(built_site: Path) -> None:
    expected = {
        "nizhyn/": "GovernmentOrganization", "nizhyn/social-services-2025/": "Dataset",
        "nizhyn/social-services-2025/1-2/": "CreativeWork", "nizhyn/executors/uszn/": "Organization",
    }  # fmt: skip
    for address, kind in expected.items():
        page = (built_site / address / "index.html").read_text(encoding="utf-8")
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert found, address
        graph = json.loads(found[1])["@graph"]
        assert kind in {node["@type"] for node in graph}
        way = graph[-1]["itemListElement"]
        assert [item["position"] for item in way] == list(range(1, len(way) + 1))
        assert (way[0]["item"], way[-1]["item"]) == (PUBLIC, PUBLIC + address)
