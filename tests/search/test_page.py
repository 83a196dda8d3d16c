"""The search page in a browser: answers on load, says what it does, survives a bad network; nothing typed becomes markup."""

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined
from playwright.sync_api import Browser, Page, Route, expect

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "theme_overrides" / "assets"
SKELETON = ROOT / "generator" / "pages" / "components" / "search-page" / "template.html.j2"
BASE = "base/path"
PAGE = """<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Пошук</title></head><body><main>
<h1>Пошук</h1>{body}</main>
<script src="../assets/settings.js"></script><script src="../assets/search.js" defer></script></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def search_site(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    web = tmp_path_factory.mktemp("web")
    site = web / BASE
    for path, body in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(body)
    (site / "assets").mkdir()
    for name in ("search-engine.js", "search-answer.js", "search.js", "settings.js"):
        shutil.copy(ASSETS / name, site / "assets" / name)
    context = {
        "communities": [
            {"id": "melitopol", "name": "Мелітополь", "url": "../melitopol/"},
            {"id": "nizhyn", "name": "Ніжин", "url": "../nizhyn/"},
            {"id": "kakhovka", "name": "Каховка", "url": "../kakhovka/"},
            {"id": "nova-odesa", "name": "Нова Одеса", "url": "../nova-odesa/"},
            {"id": "chernihiv", "name": "Чернігів", "url": "../chernihiv/"},
        ],
        "audiences": [{"id": "older-people", "name": "Люди похилого віку"}], "services": [], "states": [], "years": [2025, 2026, 2027],
        "topics": [{"name": "Люди похилого віку", "url": "../topics/older-people/"}],
        "links": [{"name": "Усі громади", "url": "../communities/"}],
        "examples": ["патронатна родина"],
        "without": ["kakhovka", "melitopol"],
        "help": [{"label": "Напишіть нам", "href": "mailto:a@example.org", "shown": "a@example.org"}],
        "names": "",
        "places": [],
    }  # fmt: skip
    template = Environment(undefined=StrictUndefined, autoescape=True).from_string(SKELETON.read_text(encoding="utf-8"))
    (site / "search" / "index.html").write_text(PAGE.format(body=template.render(context)), encoding="utf-8")
    many = {**context, "communities": [], "names": "../communities/names.js"}
    (site / "search" / "many.html").write_text(PAGE.format(body=template.render(many)), encoding="utf-8")
    (site / "communities").mkdir(exist_ok=True)
    (site / "communities" / "names.js").write_text(
        'communityNames={"oblasts":[["Чернігівська область","chernihivska-oblast"]],"names":[["Ніжин","nizhyn",0]]};',
        encoding="utf-8",
    )
    return web


@pytest.fixture(scope="session")
def address(search_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(search_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{BASE}/search/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="uk-UA")
    context.set_default_timeout(15_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def ask(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}{query}")
    expect(page.locator("#search-region")).to_have_attribute("aria-busy", "false")


def test_an_address_with_a_query_is_answered_on_load(page, address):
    ask(page, address, "?q=патронатна родина")
    first = page.locator("#search-results > li").first
    assert first.locator("a").first.get_attribute("href").startswith("../chernihiv/")
    assert "#m-1-2-1" in first.locator("a").first.get_attribute("href")
    assert {"патронатних", "родин"} <= {text.lower() for text in first.locator("mark").all_inner_texts()}
    assert "Чернігів" in first.inner_text()
    expect(page.locator("#search-status")).to_contain_text("Знайдено")
    expect(page.locator("#search-q")).to_have_value("патронатна родина")
    assert page.title() == "патронатна родина – Пошук"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=гідрокінезотерапії&c=melitopol", "Знайдено у громаді «Мелітополь» 1 результат."),
        ("q=жовтнеупалиця", "Нічого не знайдено."),
    ],
)
def test_the_count_is_announced_in_correct_ukrainian(page, address, query, words):
    ask(page, address, f"?{query}")
    status = page.locator("#search-status").inner_text()
    assert status == words
    assert page.locator("#search-status").get_attribute("role") == "status"


def test_typing_and_enter_are_enough(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.type("гаряча лінія")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results > li").first).to_contain_text("лінію", ignore_case=True)
    assert page.url.endswith("/?q=%D0%B3%D0%B0%D1%80%D1%8F%D1%87%D0%B0+%D0%BB%D1%96%D0%BD%D1%96%D1%8F")
    page.go_back()
    expect(page.locator("#search-results > li")).to_have_count(0)


def test_pasted_text_is_searched(page, address):
    page.goto(address)
    page.locator("#search-q").fill("денний догляд")
    page.get_by_role("button", name="Знайти", exact=True).click()
    expect(page.locator("#search-results > li").first).to_contain_text("догляд")


def test_a_search_in_a_community_can_be_widened_in_one_step(page, address):
    ask(page, address, "?q=денний догляд&c=nizhyn")
    assert all("/nizhyn/" in link.get_attribute("href") for link in page.locator("#search-results h3 a").all())
    expect(page.locator("#search-c")).to_have_value("nizhyn")
    page.get_by_role("link", name="в усіх громадах").click()
    expect(page.locator("#search-results > li").nth(5)).to_be_visible()
    assert "c=" not in page.url


def test_of_many_communities_one_that_is_not_there_is_told_and_all_are_searched(page, address):
    ask(page, address, "many.html?q=денний догляд&c=pryluky&e=uszn")
    status = page.locator("#search-status").inner_text()
    assert status.startswith("Такої громади на цьому сайті немає, тому шукаємо в усіх громадах. Знайдено")
    assert page.locator("#search-results > li").count() > 1
    assert page.locator("#search-c option").all_text_contents() == ["Усі громади"]
    expect(page.get_by_role("link", name="Які громади тут є")).to_be_visible()


def test_of_many_communities_one_that_is_there_is_searched_alone(page, address):
    ask(page, address, "many.html?q=денний догляд&c=nizhyn")
    assert page.locator("#search-status").inner_text().startswith("Знайдено у громаді «Ніжин»")
    assert page.locator("#search-c option").all_text_contents() == ["Усі громади", "Ніжин"]


def test_of_many_communities_a_bad_network_is_not_taken_for_a_missing_one(page, address):
    page.route(re.compile(r"/index/c/|names\.js"), lambda route: route.abort())
    ask(page, address, "many.html?q=денний догляд&c=nizhyn")
    assert (
        page.locator("#search-status").inner_text() == "Не вдалося завантажити пошук. Перевірте з’єднання з інтернетом."
    )


def test_of_many_communities_it_is_said_in_how_many_something_is_found(page, address):
    ask(page, address, "many.html?q=денний догляд")
    assert re.search(
        r"Це є в планах \d громад\. Щоб шукати в одній, виберіть її вище\.", page.locator("#search-notes").inner_text()
    )
    expect(page.locator("#search-places")).to_be_hidden()


def test_on_a_site_of_one_community_an_address_that_names_it_changes_nothing(page, address):
    def alone(route):
        given = route.fetch()
        options = r'(<select id="search-c".*?<option value="">.*?</option>)(?:<option.*?)(?=</select>|\s*</select>)'
        body = re.sub(options, r'\1<option value="nizhyn">Ніжин</option>', given.text(), flags=re.DOTALL)
        route.fulfill(response=given, body=body)

    page.route("**/search/?*", alone)
    ask(page, address, "?q=денний догляд&c=nizhyn")
    assert page.locator("#search-c option").count() == 2
    expect(page.locator("#search-results > li").first).to_be_visible()
    expect(page.locator("#search-notes")).not_to_contain_text("Пошук лише у громаді")
    expect(page.locator("#search-status")).not_to_contain_text("у громаді")


def test_executors_can_be_chosen_inside_a_community(page, address):
    ask(page, address, "?q=&c=nizhyn&e=caritas-chernihiv")
    expect(page.locator("#search-e")).to_have_value("caritas-chernihiv")
    assert page.locator("#search-results > li").count() > 2


def test_a_guess_is_labelled(page, address):
    ask(page, address, "?q=потронатна")
    expect(page.locator("#search-status")).to_contain_text("Можливо, ви мали на увазі «патронатн")


def test_before_anything_is_typed_there_is_something_to_try(page: Page, address: str) -> None:
    ask(page, address, "")
    start = page.locator("#search-start")
    expect(start).to_be_visible()
    start.get_by_role("link", name="патронатна родина").click()
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("#search-results li").first).to_be_visible()
    expect(start).to_be_hidden()


def test_a_word_known_by_its_beginning_alone_is_told_so(page: Page, address: str) -> None:
    ask(page, address, "?q=херсон")
    expect(page.locator("#search-status")).to_contain_text("Показано слова, що починаються так само: «херсо…».")


def test_no_answer_gives_advice(page, address):
    expect_hidden = page.locator("#search-advice")
    ask(page, address, "?q=жовтнеупалиця")
    expect(page.locator("#search-status")).to_have_text("Нічого не знайдено.")
    expect(expect_hidden).to_be_visible()
    expect(page.get_by_role("link", name="a@example.org")).to_be_visible()


def test_more_results_come_on_request_and_take_focus(page, address):
    ask(page, address, "?q=соціальні послуги")
    page.locator("#search-more").click()
    expect(page.locator("#search-results > li")).to_have_count(20)
    expect(page.locator("#search-results > li").nth(10).locator("a")).to_be_focused()


def test_a_slow_network_is_said_and_a_failing_one_can_be_tried_again(page, address):
    held: list[Route] = []
    page.route("**/index/root.js*", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks the handler)
    page.goto(f"{address}?q=догляд", wait_until="commit")
    expect(page.locator("#search-status")).to_have_text("Шукаємо…")
    expect(page.locator("#search-region")).to_have_attribute("aria-busy", "true")
    held.pop().abort()
    expect(page.locator("#search-status")).to_contain_text("Не вдалося завантажити пошук")
    page.unroute("**/index/root.js*")
    page.get_by_role("button", name="Спробувати ще раз").click()
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_the_engine_comes_with_the_first_query_and_can_be_asked_for_again(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("#search-start")).to_be_visible()
    assert not [url for url in asked if "search-engine" in url or "/index/" in url]
    page.route("**/search-engine.js", lambda route: route.abort())
    page.goto(f"{address}?q=догляд")
    expect(page.locator("#search-status")).to_contain_text("Не вдалося завантажити пошук")
    page.unroute("**/search-engine.js")
    page.get_by_role("button", name="Спробувати ще раз").click()
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_trying_again_offers_every_executor_once(page, address):
    page.route("**/index/d/**", lambda route: route.abort())
    ask(page, address, "?q=догляд&c=nizhyn")
    page.unroute("**/index/d/**")
    page.get_by_role("button", name="Спробувати ще раз").click()
    expect(page.locator("#search-results > li").first).to_be_visible()
    executors = page.locator("#search-e option").all_text_contents()
    assert len(executors) > 5
    assert len(executors) == len(set(executors))


@pytest.mark.parametrize("community", ["no-such-place", "Ніжин"])
def test_an_unknown_community_is_told_and_all_are_searched(page, address, community):
    ask(page, address, f"?q=денний догляд&c={community}&e=tsss")
    status = page.locator("#search-status")
    expect(status).to_contain_text("Такої громади на цьому сайті немає, тому шукаємо в усіх громадах. Знайдено")
    expect(page.locator("#search-results > li")).to_have_count(10)
    expect(page.locator("#search-c")).to_have_value("")
    expect(page.get_by_role("link", name="Які громади тут є")).to_have_attribute("href", "../communities/")


def test_an_unknown_community_is_told_before_anything_is_asked(page, address):
    ask(page, address, "?c=no-such-place")
    expect(page.locator("#search-status")).to_have_text("Такої громади на цьому сайті немає.")
    expect(page.locator("#search-results > li")).to_have_count(0)


def test_nothing_typed_becomes_markup(page, address):
    ask(page, address, '?q=<img src=x onerror=alert(1)> догляд&c="><script>&e=<b>')
    assert page.locator("img, #search-results script, #search-notes b").count() == 0


def test_without_javascript_other_ways_are_listed(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?q=догляд")
    expect(page.get_by_role("link", name="Усі громади")).to_be_visible()
    expect(page.get_by_role("link", name="Люди похилого віку")).to_be_visible()
    context.close()


def test_a_copy_saved_to_disk_can_be_searched(page, search_site):
    ask(page, f"file://{search_site}/{BASE}/search/index.html", "?q=денний догляд")
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_no_request_leaves_the_site(page, address):
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    ask(page, address, "?q=денний догляд")
    assert all(url.startswith(address.split("/base/")[0]) for url in requested)


def test_a_word_the_plans_do_not_hold_is_told_and_its_topic_offered(page, address):
    ask(page, address, "?q=бабуся")
    expect(page.locator("#search-status")).to_contain_text(
        "Слова «бабуся» у планах немає: показано близьке за змістом."
    )
    topic = page.get_by_role("navigation", name="Про це в усіх громадах разом").get_by_role("link")
    expect(topic).to_have_text(["Люди похилого віку"])
    assert topic.get_attribute("href") == "../topics/older-people/"


def test_a_named_community_without_an_answer_is_told(page, address):
    ask(page, address, "?q=басейн Ніжин")
    expect(page.locator("#search-notes")).to_contain_text("У планах громади «Ніжин» про це нічого не знайдено")
    assert page.locator("#search-results > li").count() > 0


def test_a_long_answer_ends_after_the_nearest_thirty_and_leads_to_each_community(page, address):
    ask(page, address, "?q=соціальні послуги")
    expect(page.locator("#search-status")).to_contain_text("Знайдено понад 30 результатів, показуємо найближчі.")
    for shown in (20, 30):
        page.locator("#search-more").click()
        expect(page.locator("#search-results > li")).to_have_count(shown)
    expect(page.locator("#search-more")).to_be_hidden()
    places = page.get_by_role("navigation", name="За громадами").get_by_role("link")
    expect(places).to_have_count(5)
    places.get_by_text("Каховка").click()
    expect(page.locator("#search-results > li").first.locator("a")).to_have_attribute(
        "href", re.compile(r"^\.\./kakhovka/")
    )
    expect(page.get_by_role("navigation", name="За громадами")).to_be_hidden()


def test_what_is_called_as_the_query_says_is_a_card(page, address):
    ask(page, address, "?q=УСЗН&c=nizhyn")
    expect(page.locator("#search-results > li.card a")).to_have_attribute("href", "../nizhyn/executors/uszn/")


@pytest.fixture
def mine(page: Page) -> Page:
    """A reader who had Nizhyn remembered."""
    page.add_init_script('localStorage.setItem(\'hromada-plans:view\', \'{"community":"nizhyn","name":"Ніжин"}\')')
    return page


def test_the_remembered_community_comes_first_and_the_rest_is_one_step_away(mine, address):
    ask(mine, address, "?q=денний догляд")
    expect(mine.locator("#search-status")).to_contain_text("Знайдено у громаді «Ніжин»")
    links = mine.locator("#search-results > li:not(.card) h3 a").all()
    assert links
    assert all(link.get_attribute("href").startswith("../nizhyn/") for link in links)
    assert mine.get_by_role("navigation", name="За громадами").get_by_role("link").count() > 1
    mine.get_by_role("link", name="в усіх громадах").click()
    expect(mine.locator("#search-results > li").nth(9)).to_be_visible()
    assert mine.url.endswith("&c=")
    expect(mine.locator("#search-status")).not_to_contain_text("Ніжин")


@pytest.mark.parametrize("query", ["?q=гідрокінезотерапія", "?q=гідрокінезотерапія&c=nizhyn"])
def test_what_a_community_has_not_is_said_and_looked_for_near(mine, address, query):
    ask(mine, address, query)
    expect(mine.locator("#search-status")).to_contain_text("У планах громади «Ніжин» цього немає.")
    expect(mine.locator("#search-status")).to_contain_text("Знайдено в інших громадах 1 результат.")
    expect(mine.locator("#search-notes")).to_contain_text("Запитати раду")
    expect(mine.locator("#search-results > li a").first).to_have_attribute("href", re.compile(r"^\.\./melitopol/"))


def test_a_community_that_the_words_name_goes_before_the_remembered_one(mine, address):
    ask(mine, address, "?q=патронат Чернігів")
    expect(mine.locator("#search-results > li a").first).to_have_attribute("href", re.compile(r"^\.\./chernihiv/"))
    expect(mine.locator("#search-notes")).not_to_contain_text("Ніжин")


def test_a_topic_stays_a_card_beside_the_remembered_community(mine, address):
    ask(mine, address, "?q=денний догляд&c=")
    everywhere = mine.locator("#search-results > li.card a").first.get_attribute("href")
    ask(mine, address, "?q=денний догляд")
    assert mine.locator("#search-results > li.card a").first.get_attribute("href") == everywhere


def test_a_community_that_is_not_remembered_any_more_comes_no_earlier(page, address):
    page.add_init_script('localStorage.setItem(\'hromada-plans:view\', \'{"community":"kakhovka","name":"Каховка"}\')')
    ask(page, address, "?q=денний догляд")
    expect(page.locator("#search-status")).not_to_contain_text("Каховка")


def test_a_result_says_who_does_it_and_where_it_stands(page, address):
    ask(page, address, "?q=соціальне таксі&c=nizhyn")
    line = page.locator("#search-results > li p").first
    expect(line).to_have_text(re.compile(r"^Захід, · Ніжин, · .*(звіту|строк|виконано)"))
