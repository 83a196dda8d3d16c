"""The public address of a site: what is one, as programs and as people read it."""

from __future__ import annotations

import pytest

from generator.build.site_address import site_address
from generator.outputs.addresses import in_letters
from generator.source.usage_error import UsageError


@pytest.mark.parametrize(
    ("given", "programs", "people"),
    [
        ("https://plany.example.org/", "https://plany.example.org/", "https://plany.example.org/"),
        ("HTTPS://Plany.Example.org/Nizhyn", "https://plany.example.org/Nizhyn", "https://plany.example.org/Nizhyn"),
        ("https://плани.укр/", "https://xn--80aqhjh.xn--j1amh/", "https://плани.укр/"),
        ("https://xn--80aqhjh.xn--j1amh/", "https://xn--80aqhjh.xn--j1amh/", "https://плани.укр/"),
        ("https://ПЛАНИ.укр:8443/Плани/", "https://xn--80aqhjh.xn--j1amh:8443/%D0%9F%D0%BB%D0%B0%D0%BD%D0%B8/", "https://плани.укр:8443/Плани/"),
        ("http://localhost:8000/", "http://localhost:8000/", "http://localhost:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/", "http://[::1]:8000/"),
        (" https://a.ua/ ", "https://a.ua/", "https://a.ua/"),
        ("https://a.ua/наш%20план/", "https://a.ua/%D0%BD%D0%B0%D1%88%20%D0%BF%D0%BB%D0%B0%D0%BD/", "https://a.ua/%D0%BD%D0%B0%D1%88%20%D0%BF%D0%BB%D0%B0%D0%BD/"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_an_address_is_read_by_programs_and_by_people(given: str, programs: str, people: str) -> None:
    assert site_address(given, "SITE_URL") == programs
    assert site_address(programs, "SITE_URL") == programs
    assert in_letters(programs) == people


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("https://plany.example.org/наш план/", "у ній є пробіл; приберіть його або замініть дефісом"),
        ("plany.example.org", "вона має починатися з https://; пишіть так: https://plany.example.org/ або"),
        ("javascript:alert(1)", "вона має починатися з https://"),
        ("ftp://plany.example.org/", "сайти відкривають за https:// або http://"),
        ("file:///etc/", "сайти відкривають за https:// або http://"),
        ("https://plany.example.org/index.html", "це адреса сторінки, а потрібна адреса теки; приберіть назву"),
        ("https://plany.example.org/#a", "приберіть знак «#» і все після нього"),
        ("https://plany.example.org/?a=1", "приберіть знак «?» і все після нього"),
        ("http://[", "у ній не так написано домен або порт"),
        ("https://a.ua:99999/", "у ній не так написано домен або порт"),
        ("https://a.ua:порт/", "у ній не так написано домен або порт"),
        ("https://", "у ній не так написано домен"),
        ("https://a..ua/", "у ній не так написано домен"),
        ("https://-a.ua/", "у ній не так написано домен"),
        (f"https://{'а' * 60}.ua/", "у ній не так написано домен"),
        ("https://rada:secret@a.ua/", "ім’я й пароль в адресі сайту не пишуть"),
        ("https://a.ua/../b/", "крапки між знаками «/» нікуди не ведуть"),
        ('https://a.ua/"><script>', "у ній є знак, якого в адресах не буває"),
        ("https://a.ua\\b/", "у ній є знак, якого в адресах не буває"),
    ],
)
def test_what_is_no_address_is_refused_with_the_cure(given: str, words: str) -> None:
    with pytest.raises(UsageError) as told:
        site_address(given, "SITE_URL")
    assert f"SITE_URL: «{given}» не є адресою сайту: {words}" in str(told.value)
