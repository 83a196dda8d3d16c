"""The rendered pages under one builder and another: their articles, compared tag for tag and word for word."""

from __future__ import annotations

import os
import re
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """site_name: Плани
site_url: https://example.org/plans/
theme: {name: null, custom_dir: theme}
markdown_extensions: [attr_list, tables, toc]
validation: {links: {unrecognized_links: ignore, not_found: ignore, anchors: ignore}, nav: {omitted_files: ignore}}
"""
ARTICLE = re.compile(r"<main\b[^>]*>(.*?)</main>", re.DOTALL)
BARE = "<!DOCTYPE html><html lang=uk><title>{{ page.title }}</title><main>{{ page.content }}</main></html>\n"
NOT_A_PAGE = "404.html"


def folder_for_builders(folder: Path) -> Path:
    """Write beside `docs/` what any builder needs: settings and templates of nothing but the article."""
    (folder / "theme").mkdir()
    for template in ("main.html", "embed.html", NOT_A_PAGE, "notice.html"):
        (folder / "theme" / template).write_text(BARE if template != NOT_A_PAGE else "404", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG, encoding="utf-8")
    return config


def built_by(command: list[str], folder: Path, site: Path) -> dict[str, str]:
    """Build, and return the article of every page."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {}
    for page in sorted(site.rglob("*.html")):
        article = ARTICLE.search(page.read_text(encoding="utf-8"))
        if article and page.name != NOT_A_PAGE:
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
