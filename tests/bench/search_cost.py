"""What a query costs in the browser: bytes and files of the index fetched, time to answer; on the site and in a country."""

from __future__ import annotations

import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from bench.lighthouse import CompressedPages
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS

QUERIES: Mapping[str, Mapping[str, str]] = {
    "одне слово": {"q": "громадськістю"},
    "два слова": {"q": "денні догляди"},
    "два слова, часті": {"q": "платна послуга"},
    "описка": {"q": "потронатні сімї"},
    "описка, два слова": {"q": "трнспортні послуги"},
    "не та розкладка": {"q": "gfksfnbdybq ljukzl"},
    "ціле речення": {"q": "моя дитина не говорить у два роки куди звернутись"},
    "громада й тема": {"q": "Чернігів патронатні сім'ї"},
    "у межах громади": {"q": "денні догляди", "c": "nizhyn"},
    "з уточненнями": {"q": "денні догляди", "a": "children-with-disabilities", "year": "2026"},
}
"""Words of queries.yml, of each kind."""
TESTS = Path(__file__).parent.parent
RUNS = 3
PHONE = 4
"""How many times slower the processor of a cheap phone is."""
AIM_BYTES = 60_000
AIM_SECONDS = 0.1
USUAL_COUNTRY = 100
"""Communities of the synthetic country, unless COMMUNITIES says how many; 1469 are all of Ukraine's."""
PUBLISHED = 1_000_000_000
"""Bytes of a site that GitHub Pages publishes."""
_NOTE_THE_ANSWER = """new MutationObserver((changes) => {
  if (changes.some(({ target }) => target.getAttribute("aria-busy") === "false")) globalThis.answered = performance.now();
}).observe(document, { subtree: true, attributeFilter: ["aria-busy"] });"""
_PIECES = """() => [answered, performance.getEntriesByType("resource").filter(({ name }) => name.includes("/search/index/"))
  .map(({ startTime, responseEnd, encodedBodySize }) => [startTime, responseEnd, encodedBodySize])]"""


@dataclass(frozen=True)
class Asked:
    """One query, asked once with nothing kept from before. Seconds."""

    fetched: int
    """Compressed bytes."""
    files: int
    after_last: float
    """From the arrival of the last piece to the answer."""
    own_work: float
    """From the arrival of the first piece to the answer, without the time a piece was on its way."""

    @classmethod
    def measured(cls, answered: float, pieces: list[list[float]]) -> Asked:
        """`pieces` are (start, end, bytes), milliseconds of the page's clock, like `answered`."""
        work, arrived = 0.0, min(end for _, end, _ in pieces)
        for start, end, _ in sorted(pieces)[1:]:
            work += max(0.0, start - arrived)
            arrived = max(arrived, end)
        after = answered - arrived
        return cls(int(sum(size for *_, size in pieces)), len(pieces), after / 1000, (work + after) / 1000)


def search_cost(site: Path) -> Iterator[str]:
    """Lines of the report: the built site, then a country as large as COMMUNITIES in the environment says."""
    yield "на зібраному сайті"
    yield from _costs(site)
    communities = int(os.environ.get("COMMUNITIES") or USUAL_COUNTRY)
    with tempfile.TemporaryDirectory() as folder:
        country = Path(folder)
        cost = _indexed(communities, country)
        yield f"у вигаданій країні з {communities} громад (COMMUNITIES=1469 make bench: уся Україна)"
        yield (
            f"  індекс: {cost['seconds']:.0f} с процесора, пам’яті щонайбільше {cost['peak'] / 1e6:.0f} МБ; "
            f"{cost['files']} файлів, {cost['bytes'] / 1e6:.1f} МБ ({cost['bytes'] / PUBLISHED:.1%} від межі "
            f"GitHub Pages), стиснуто {cost['packed'] / 1e6:.1f} МБ"
        )
        for name in ("search/index.html", "assets"):
            (shutil.copytree if (site / name).is_dir() else shutil.copy)(site / name, country / name)
        yield from _costs(country)


def _indexed(communities: int, site: Path) -> dict[str, float]:
    """Write the index by a process of its own, so that its memory is known."""
    command = [sys.executable, "-m", "bench.synthetic_country", str(communities), str(site)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (TESTS.parent, TESTS, TESTS / "search")))}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _costs(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(CompressedPages, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
            for kind, query in QUERIES.items():
                address = f"http://127.0.0.1:{server.server_port}/search/?{urlencode(query)}"
                here, phone = ([_ask(chromium, address, slower) for _ in range(RUNS)] for slower in (1, PHONE))
                yield f"  {kind} «{query['q']}»: {_line(here, phone)}"
            chromium.close()
    finally:
        server.shutdown()
        server.server_close()


def _ask(chromium: Browser, address: str, slower: int) -> Asked:
    context = chromium.new_context(locale="uk-UA")
    page = context.new_page()
    page.add_init_script(_NOTE_THE_ANSWER)
    devices: Any = context.new_cdp_session(page)
    devices.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_function("globalThis.answered")
    asked = Asked.measured(*page.evaluate(_PIECES))
    context.close()
    return asked


def _line(here: list[Asked], phone: list[Asked]) -> str:
    one = here[0]
    over = f" (понад {AIM_BYTES / 1000:.0f} КБ)" if one.fetched > AIM_BYTES else ""
    after, after_phone = _middle(here, "after_last"), _middle(phone, "after_last")
    least = min(one.after_last for one in phone) * 1000
    late = f" (понад {AIM_SECONDS * 1000:.0f} мс)" if after_phone > AIM_SECONDS else ""
    return (
        f"{one.fetched / 1000:.1f} КБ{over}, файлів {one.files}; відповідь через {after * 1000:.0f} мс після останнього файла, "
        f"на телефоні {after_phone * 1000:.0f} мс (найменше {least:.0f}){late}; уся робота браузера {_middle(here, 'own_work') * 1000:.0f} мс, "
        f"на телефоні {_middle(phone, 'own_work') * 1000:.0f} мс"
    )


def _middle(rows: list[Asked], name: str) -> float:
    return statistics.median(getattr(row, name) for row in rows)
