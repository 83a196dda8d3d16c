"""Checks of a page in a browser, for the shell's own demo and for the whole site.

Every check takes a Playwright page that is open on the address in question and returns a list of problems
in words; an empty list is a pass. They look for what axe does not see (tests/theme/test_stock_defects.py
shows that each can fail) and work with JavaScript off unless they say otherwise.
Needs: axe-core from tests/node_modules (`npm ci` in tests/), Chromium.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page, Request, Response

HERE: Final = Path(__file__).parent
AXE_FILE: Final = HERE.parent / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CHROMIUM_ARGS: Final = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_IN_PAGE: Final = (HERE / "checks.js").read_text(encoding="utf-8")
_SPACING: Final = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
_DRAWN: Final = """new Promise(done => matchMedia('(scripting: none)').matches ? done()
  : requestAnimationFrame(() => requestAnimationFrame(() => done())))"""
"""Scripts that watch sizes have seen the present one."""
_ADOPT: Final = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet] }"""
"""A reader's style comes from the browser; an element in the page would be against the page's policy."""
# Axe takes all of a closed `details` for hidden; a scroll box of links that a wide screen shows open has its stops.
_RUN_AXE: Final = """([tags, within]) => { window.__axe = null; const wait = window.setTimeout;
  window.setTimeout = (step) => { step(); return 0 };
  const reached = (rule, node) => rule === 'scrollable-region-focusable' && node.target.length === 1 &&
    [...document.querySelector(node.target[0]).querySelectorAll('details a[href]')].some(link => link.checkVisibility());
  axe.run(within || document, {preload: false, runOnly: tags, resultTypes: ['violations']}, (error, result) => {
    window.setTimeout = wait;
    window.__axe = error ? [String(error)] : result.violations.flatMap(v => v.nodes.filter(n => !reached(v.id, n)).map(n =>
      v.id + ' ' + n.target.join(' ') + ': ' + n.failureSummary.replace(/\\s+/g, ' ')))}) }"""
ROOMY: Final = 44
_AXE_PATIENCE: Final = 30_000  # milliseconds
_AXE_PAUSE: Final = 50
_COUNT: Final = re.compile(r"(?:([а-яіїєґ]+)\s+)?(?<![\d,.])(\d+)(?=\s([а-яіїєґ]+))", re.IGNORECASE)
_GENITIVE: Final = frozenset(
    ["з", "із", "зі", "до", "від", "серед", "для", "без", "близько", "понад", "більше", "менше"]
)
# one, two to four, five and more; a number's last two digits decide
_COUNTED: Final = {
    "збіг": ("збіг", "збіги", "збігів"),
    "зах": ("захід", "заходи", "заходів"),
    "ціл": ("ціль", "цілі", "цілей"),
    "громад": ("громада", "громади", "громад"),
    "викон": ("виконавець", "виконавці", "виконавців"),
    "результат": ("результат", "результати", "результатів"),
    "звіт": ("звіт", "звіти", "звітів"),
    "документ": ("документ", "документи", "документів"),
}


def _ask(page: Page, name: str, *arguments: Any) -> Any:
    return page.evaluate(f"given => {_IN_PAGE}[given[0]](...given[1])", [name, list(arguments)])


def axe_violations(page: Page | Frame, tags: tuple[str, ...] = AXE_TAGS, within: str = "") -> list[str]:
    """Violations axe-core finds, one line a node; `within` a selector when only a part of the page changed.

    Axe needs timers, which stand still without JavaScript: it gets its own.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_FILE.read_text(encoding="utf-8") + ";0")
    page.evaluate(_RUN_AXE, [list(tags), within])
    for _ in range(_AXE_PATIENCE // _AXE_PAUSE):  # `wait_for_function` would need timers as well
        found: list[str] | None = page.evaluate("window.__axe")
        if found is not None:
            return found
        page.wait_for_timeout(_AXE_PAUSE)
    return ["axe не дав відповіді"]


def focus_problems(page: Page, limit: int = 400) -> list[str]:
    """Walk the page by Tab: every stop on screen, not covered, with a ring of 3 px at 3:1 and two tones, its name kept."""
    _ask(page, "forgetStops")
    page.evaluate("document.activeElement && document.activeElement.blur(); scrollTo(0, 0)")
    before = _names(page)
    found: list[str] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = _ask(page, "focusStop")
        if stop is None or stop["again"]:
            return found
        what = stop["what"]
        if not stop["onScreen"]:
            found.append(f"фокус поза екраном: {what}")
        elif not stop["uncovered"]:
            found.append(f"фокус закрито: {what}")
        elif not stop["ring"]:
            found.append(f"фокус не видно: {what}")
        elif not stop["twoTone"]:
            found.append(f"обідок фокуса одного тону: {what}")
        node, name = _focused_name(page)
        if not re.search(r"\w", name):
            found.append(f"фокус без імені: {what}")
        elif before.get(node, name) != name:
            found.append(f"фокус змінює ім’я: {what}")
    return [*found, f"більше ніж {limit} зупинок фокуса"]


def _names(page: Page) -> dict[int, str]:
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {n["backendDOMNodeId"]: n.get("name", {}).get("value", "") for n in nodes if "backendDOMNodeId" in n}


def _focused_name(page: Page) -> tuple[int, str]:
    session = page.context.new_cdp_session(page)
    focused = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
    node = session.send("Accessibility.getPartialAXTree", {"objectId": focused, "fetchRelatives": False})["nodes"][0]
    session.detach()
    return node.get("backendDOMNodeId", 0), node.get("name", {}).get("value", "")


def unreachable_controls(page: Page) -> list[str]:
    """Labels that stand in for hidden controls, things for the mouse only, invented tab orders."""
    return list(_ask(page, "unreachable"))


def single_key_problems(page: Page) -> list[str]:
    """Letters, digits and signs typed outside a field leave address, focus and scroll as they were (WCAG 2.1.4)."""
    page.evaluate("document.activeElement && document.activeElement.blur(); scrollTo(0, 0)")
    state = "[location.href, document.activeElement.outerHTML.slice(0, 200), scrollY, document.body.innerText].join()"
    before = page.evaluate(state)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,;[]":
        page.keyboard.press(key)
    page.wait_for_timeout(150)
    return [] if page.evaluate(state) == before else ["одна клавіша змінює сторінку"]


def reflow_problems(page: Page) -> list[str]:
    """No sideways scroll and nothing cut at 320 × 256 CSS px, that is 400 % zoom (WCAG 1.4.10)."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 256})
    found = [*_ask(page, "sideways"), *_ask(page, "clipped")]
    if size:
        page.set_viewport_size(size)
    return found


def spacing_problems(page: Page) -> list[str]:
    """Nothing lost when a reader's own style sets the spacing of WCAG 1.4.12. The style stays on the page."""
    page.evaluate(_ADOPT, _SPACING)
    return [*_ask(page, "sideways"), *_ask(page, "clipped")]


def layout_problems(page: Page) -> list[str]:
    """At the present size: no sideways scroll, no cut text, wide tables in named regions that take focus."""
    page.evaluate(_DRAWN)
    return [*_ask(page, "sideways"), *_ask(page, "clipped"), *_ask(page, "scrollRegions")]


def broken_word_problems(page: Page, *, wide_may: bool = False) -> list[str]:
    """At the present size: no word or year in a cell of a table has two line boxes; a hyphen ends a word.

    `wide_may`: with larger letters a word that is wider than its line breaks, and no other.
    """
    return list(_ask(page, "brokenWords", wide_may))


def cover_problems(page: Page) -> list[str]:
    """What stays in sight while a table scrolls leaves at least half of its region to the rest, each way."""
    return list(_ask(page, "covers"))


def link_problems(page: Page) -> list[str]:
    """Links in text are underlined, and each has a name with a letter or digit in it."""
    return list(_ask(page, "links"))


def structure_problems(page: Page) -> list[str]:
    """One h1, no level skipped, lang, title, one main, unique ids and landmarks, named dialogs, fields, images, frames."""
    return list(_ask(page, "structure"))


def skip_link_problems(page: Page) -> list[str]:
    """The first stop shows itself and leads to main; Tab goes on from there, or round when main has no stop.

    Where nothing to press stands before main (embeds), there is nothing to skip.
    """
    if page.evaluate("!!document.querySelector('a[href], button, input, select, summary, [tabindex]').closest('main')"):
        return []
    page.evaluate("document.activeElement && document.activeElement.blur(); scrollTo(0, 0)")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.hash || ''")
    if not target or page.locator(f"main{target}").count() != 1:
        return ["перша зупинка не веде до змісту"]
    if not _ask(page, "focusStop")["onScreen"]:
        return ["посилання до змісту не видно під фокусом"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    at = "const e = document.activeElement, m = document.querySelector('main');"
    on = f"m.contains(e) || !!(m.compareDocumentPosition(e) & 4) || e.hash === '{target}'"
    past = page.evaluate(f"(() => {{ {at} return {on} }})()")
    return [] if past else ["після переходу до змісту фокус лишається в шапці"]


def target_problems(page: Page, least: int = 24) -> list[str]:
    """Things to press are at least `least` CSS px each way; links inside a line of text are exempt (WCAG 2.5.8)."""
    return list(_ask(page, "targets", least))


def low_target_problems(page: Page) -> list[str]:
    """Things to press outside running text are 44 CSS px high (WCAG 2.5.5); of the map of oblasts a list says the same."""
    return list(_ask(page, "targets", ROOMY, True))


def forced_colour_problems(page: Page) -> list[str]:
    """With forced colours on: statuses keep word and edge, drawn signs keep a border or a glyph, charts their bars."""
    return list(_ask(page, "forcedColours"))


def search_problems(page: Page) -> list[str]:
    """A search field is part of a plain GET form, so pasted and dictated text works; Esc keeps focus; a status says what is found."""
    found: list[str] = [*_ask(page, "searches"), *_ask(page, "announcements")]
    for field in page.locator("input[type=search]:visible").all():
        field.focus()
        page.keyboard.press("Escape")
        if not field.evaluate("field => document.activeElement === field"):
            found.append("Esc забирає фокус із пошуку")
    return found


def search_language_problems(page: Page, asked: str) -> list[str]:
    """On a page that answers a query: the answer is told in Ukrainian, and other forms of the word asked for are found."""
    answer = _ask(page, "answer")
    found = [] if "знайдено" in answer["said"].casefold() else [f"відповідь не українською: {answer['said']}"]
    marked = {word.casefold() for run in answer["marked"] for word in run.split()}
    if not any(word != asked and word[:4] == asked[:4] for word in marked):
        found.append(f"пошук не знає інших форм слова «{asked}»")
    return found


def plural_problems(page: Page) -> list[str]:
    """A counted noun agrees with its number in Ukrainian: 2 збіги, 5 збігів, 21 збіг; not judged after «з», «до» and the like."""
    found = []
    for before, number, noun in _COUNT.findall(str(_ask(page, "words"))):
        if before in _GENITIVE:
            continue
        for forms in (f for stem, f in _COUNTED.items() if noun.startswith(stem) and noun in f):
            last, two = int(number) % 10, int(number) % 100
            right = 0 if last == 1 and two != 11 else 1 if 2 <= last <= 4 and not 12 <= two <= 14 else 2
            if noun != forms[right]:
                found.append(f"{number} {noun}: має бути «{forms[right]}»")
    return found


def script_free_problems(page: Page) -> list[str]:
    """On a page opened with JavaScript off: searches are plain forms, nothing shown is dead, labels lead to controls."""
    return [*_ask(page, "searches"), *_ask(page, "deadControls"), *_ask(page, "unreachable")]


class Wire:
    """What a page fetched. Make it before `goto`; `bytes` is the gzip size of all that came, as a server would send it."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self._responses: list[Response] = []
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _answered(self, response: Response) -> None:
        self._responses.append(response)

    def foreign(self, own: str) -> list[str]:
        """Requests to another origin than that of `own`."""
        home = urlsplit(own)[:2]
        return [url for url in self.requests if urlsplit(url)[:2] != home and urlsplit(url).scheme != "data"]

    def bytes(self) -> dict[str, int]:
        """Address to compressed bytes; images left out."""
        kept = [r for r in self._responses if not r.headers.get("content-type", "").startswith("image/")]
        return {r.url: len(gzip.compress(r.body(), 9)) for r in kept if r.status in (200, 404)}
