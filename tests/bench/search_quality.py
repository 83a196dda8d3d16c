"""Hit in the first five of the judged queries: our search, and Material's and Pagefind's on pages of the same texts."""

from __future__ import annotations

import functools
import gzip
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from judging import FIRST, Judged, judged
from plan_records import address, plan_records, synonyms
from playwright.sync_api import sync_playwright
from reader import costs, search_all

from bench.search_pages import build_pages, page_number
from generator.search import Question, build_index
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS

SETS = {
    "methodical.yml": "набір, запечатаний до вимірювання",
    "voices.yml": "набір, запечатаний до вимірювання",
    "random.yml": "набір, який відкрили перед останніми змінами",
    "queries.yml": "основний набір, за ним пошук налаштовували",
}
TESTS = Path(__file__).parent.parent
# Not in package.json: its lock would need a binary for every system. Installed by hand before the bench.
PAGEFIND = TESTS / "node_modules" / ".bin" / "pagefind"
ASKING = Path(__file__).with_name("search_others.js")

Answers = dict[str, list[str]]
"""Addresses of the results, as in the judged sets, by query; five or fewer."""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


def search_quality() -> Iterator[str]:
    """Lines of the report; each engine is asked each query once."""
    rows = {name: list(judged(name)) for name in SETS}
    queries = list(dict.fromkeys(row.query for found in rows.values() for row in found))
    records = [record for record in plan_records() if record.kind == "measure"]
    whole, costs = _ours(build_index(plan_records(), synonyms()), queries)
    same, _ = _ours(build_index(records, synonyms()), queries)
    others, failures = _others([address(record.url) for record in records], queries)
    yield f"одиниця: захід ({len(records)}); влучання: правильний захід серед перших {FIRST}; none: нічого не знайдено"
    engines = {"наш пошук на сайті": whole, "наш пошук, лише заходи": same, **others}
    for name, found in rows.items():
        yield f"{SETS[name]} ({name})"
        for engine, answers in engines.items():
            yield f"  {engine}: {_hits(found, answers)}"
    yield from failures
    yield _bytes(costs)


def _ours(files: Mapping[str, bytes], queries: Sequence[str]) -> tuple[Answers, list[int]]:
    """Answers, and for each query the compressed bytes of the pieces it fetches when nothing is kept from before."""
    packed = {path: len(gzip.compress(body, 9)) for path, body in files.items()}
    found = search_all(files, [Question(query, limit=FIRST) for query in queries])
    answers = {query: [address(one.url) for one in answer.found] for query, answer in zip(queries, found, strict=True)}
    return answers, costs(files, packed, queries)


def _others(places: Sequence[str], queries: Sequence[str]) -> tuple[dict[str, Answers], list[str]]:
    """Answers of the other engines by name, and why one could not be asked."""
    with tempfile.TemporaryDirectory() as folder:
        records = [record for record in plan_records() if record.kind == "measure"]
        site = build_pages(records, Path(folder))
        refusal = _index_by_pagefind(site)
        worker = next(site.glob("assets/javascripts/workers/search.*.min.js")).relative_to(site)
        calls = {"пошук Material": f"askMaterial('/{worker}', queries)"}
        if not refusal:
            calls["Pagefind"] = "askPagefind(queries)"
        found = _in_browser(site, calls, queries)
    return {
        engine: {query: _places(pages, places) for query, pages in zip(queries, answers, strict=True)}
        for engine, answers in found.items()
    }, refusal


def _index_by_pagefind(site: Path) -> list[str]:
    """Index the articles of the site, without menus; say why when that could not be done."""
    if not PAGEFIND.exists() or shutil.which("node") is None:
        return [
            "Pagefind не встановлено (npm install --no-save --prefix tests pagefind@1.6.0): порівняти з ним не вдалося"
        ]
    command = ["node", str(PAGEFIND), "--site", str(site), "--root-selector", "article"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return [f"Pagefind не запрацював: {(done.stderr or done.stdout).strip()[-200:]}"]
    return []


def _in_browser(site: Path, calls: Mapping[str, str], queries: Sequence[str]) -> dict[str, list[list[str]]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
            page = chromium.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/404.html")
            asking = ASKING.read_text(encoding="utf-8")
            found = {engine: page.evaluate(f"queries => {{ {asking}; return {call}; }}", queries)
                     for engine, call in calls.items()}  # fmt: skip
            chromium.close()
            return found
    finally:
        server.shutdown()


def _places(pages: Sequence[str], places: Sequence[str]) -> list[str]:
    numbers = (page_number(page) for page in pages)
    return [places[number] for number in numbers if number is not None][:FIRST]


def _hits(rows: Sequence[Judged], answers: Answers) -> str:
    asked, hits = Counter(row.group for row in rows), Counter[str]()
    for row in rows:
        found = answers[row.query]
        hits[row.group] += any(map(row.is_right, found)) if row.right else not found
    share = hits.total() / asked.total() * 100
    groups = ", ".join(f"{group} {hits[group]}/{asked[group]}" for group in asked)
    return f"{hits.total()} з {asked.total()} ({share:.0f} %): {groups}"


def _bytes(costs: Sequence[int]) -> str:
    middle, ninth = statistics.median(costs), statistics.quantiles(costs, n=10)[-1]
    return (
        f"на один запит наш пошук отримує (gzip, нічого ще не збережено): посередині {middle / 1000:.1f} КБ, "
        f"у 9 з 10 запитів до {ninth / 1000:.1f} КБ, найбільше {max(costs) / 1000:.1f} КБ"
    )
