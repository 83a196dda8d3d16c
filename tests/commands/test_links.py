from pathlib import Path

from generator.commands import links as outgoing_links
from generator.commands.outcome import Outcome
from generator.source.problem import Severity


def addresses(text: str) -> list[str]:
    return [link.address for link in outgoing_links.links_in(text, "plan.yml")]


def test_address_ends_before_punctuation_and_quotes() -> None:
    assert addresses("див. (https://nizhyn.gov.ua/a_(b)), «https://nizhyn.gov.ua/c». [x](https://nizhyn.gov.ua/d)") == [
        "https://nizhyn.gov.ua/a_(b)",
        "https://nizhyn.gov.ua/c",
        "https://nizhyn.gov.ua/d",
    ]


def test_examples_are_not_asked_for() -> None:
    assert addresses("https://example.org/plans http://localhost:8000/ https://a.example.com") == []


def test_cyrillic_address_travels_in_ascii() -> None:
    assert outgoing_links.in_ascii("https://громада.укр/план?рік=2026#а") == (
        "https://xn--80aahf2bln.xn--j1amh/%D0%BF%D0%BB%D0%B0%D0%BD?%D1%80%D1%96%D0%BA=2026"
    )


def test_each_place_of_a_dead_address_is_named_and_a_refusal_is_only_a_warning() -> None:
    asked: list[str] = []

    def check(address: str) -> object:
        asked.append(address)
        gone = address.endswith("/a")
        return outgoing_links.Failure("сервер відповів 404" if gone else "сервер відповів 403", gone=gone)

    links = [
        *outgoing_links.links_in("\n url: https://x.gov.ua/a\n url: https://x.gov.ua/b\nhttps://x.gov.ua/a", "p.yml")
    ]
    found = outgoing_links.problems(links, check)
    assert sorted(asked) == ["https://x.gov.ua/a", "https://x.gov.ua/b"]
    assert [str(problem) for problem in found] == [
        "p.yml:2:7: не відкривається https://x.gov.ua/a: сервер відповів 404; замініть або приберіть адресу",
        "p.yml:3:7: попередження: не відкривається https://x.gov.ua/b: сервер відповів 403; перевірте вручну",
        "p.yml:4:1: не відкривається https://x.gov.ua/a: сервер відповів 404; замініть або приберіть адресу",
    ]
    assert found[1].severity is Severity.WARNING


def test_the_files_of_a_site_are_read_and_no_internet_is_said(tmp_path: Path) -> None:
    (tmp_path / "plans/a").mkdir(parents=True)
    (tmp_path / "plans/a/plan.yml").write_text("url: https://x.gov.ua/a\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("[б](https://x.gov.ua/b)\n", encoding="utf-8")
    refused = {"https://x.gov.ua/b"}

    def check(address: str) -> outgoing_links.Failure | None:
        return outgoing_links.Failure("сервер відповів 404", gone=True) if address in refused else None

    said: list[str] = []
    assert outgoing_links.links(tmp_path, "text", said.append, check) is Outcome.PROBLEMS
    assert said == [
        "рядок 1: content/index.md:1:5: не відкривається https://x.gov.ua/b: сервер відповів 404; замініть або приберіть адресу",
        "Перевірено адрес: 2, не відкривається місць: 1.",
    ]
    refused.add("https://x.gov.ua/a")
    said.clear()
    assert outgoing_links.links(tmp_path, "text", said.append, check) is Outcome.USAGE_ERROR
    assert said == ["Не відкрилася жодна адреса: схоже, немає інтернету."]
