"""Another builder tomorrow: the rendered pages build under ProperDocs, which continues MkDocs 1.x, to the same articles."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from project import ADDRESS, AS_OF, ROOT, run_plans, small_project

CONFIG = """site_name: Плани
site_url: https://example.org/plans/
theme: {name: null, custom_dir: theme}
markdown_extensions: [attr_list, tables, toc]
validation: {links: {unrecognized_links: ignore, not_found: ignore, anchors: ignore}, nav: {omitted_files: ignore}}
"""
ARTICLE = re.compile(r"<main\b[^>]*>(.*?)</main>", re.DOTALL)
BARE = "<!DOCTYPE html><html lang=uk><title>{{ page.title }}</title><main>{{ page.content }}</main></html>\n"
BUILDERS = {"mkdocs": "mkdocs", "properdocs": "properdocs"}


def articles(builder: str, folder: Path, config: Path) -> dict[str, str]:
    site = folder / builder
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        [sys.executable, "-m", builder, "build", "--strict", "--quiet", "-f", str(config), "-d", str(site)],
        cwd=folder, capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = {}
    for page in sorted(site.rglob("*.html")):
        article = ARTICLE.search(page.read_text(encoding="utf-8"))
        if article:
            found[page.relative_to(site).as_posix()] = article[1]
    return found


class Tree(HTMLParser):
    """An article as what it means: tags, attributes in order of their names, words without the white space around."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(tag)

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.parts.append(f"«{words}»")


def tree(html: str) -> list[object]:
    reader = Tree()
    reader.feed(html)
    reader.close()
    return reader.parts


@pytest.mark.slow
@pytest.mark.parametrize("plans", ["small", "five"])
def test_articles_are_the_same_under_properdocs(plans: str, tmp_path: Path) -> None:
    pytest.importorskip("properdocs", reason="ProperDocs is not installed here; `make test` installs it")
    project = small_project(tmp_path / "project") if plans == "small" else ROOT
    done = run_plans(
        "render",
        str(tmp_path / "docs"),
        cwd=project,
        SITE_URL=ADDRESS,
        AS_OF=AS_OF,
        PLANS_CACHE=str(tmp_path / "cache"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "theme").mkdir()
    for template in ("main.html", "embed.html", "404.html", "notice.html"):
        (tmp_path / "theme" / template).write_text(BARE if template != "404.html" else "404", encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(CONFIG, encoding="utf-8")
    first, second = (articles(builder, tmp_path, config) for builder in BUILDERS)
    assert len(first) > 20
    assert first.keys() == second.keys()
    different = [name for name in first if tree(first[name]) != tree(second[name])]
    assert different == []
