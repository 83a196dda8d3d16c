"""Do the addresses that plans and texts point to still open? Run weekly and by `make links`; needs the internet.

A page that is gone (404, 410, a name that does not resolve) is an error. Anything else that does not open is a warning
only: many official sites refuse visitors from abroad, where the check runs, or fail for a while.
"""

import argparse
import re
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from generator.commands.outcome import say_problems
from generator.source.problem import Problem, Severity, has_errors

SOURCES = ("plans/**/*.yml", "plans/**/*.md", "content/**/*.md")
ADDRESS = re.compile(r"https?://[^\s<>\"'`«»“”|\\{}]+")
EXAMPLE = re.compile(r"(^|\.)(example\.(com|org|net)|localhost)$")
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
WAIT_SECONDS = 30
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; hromada-plans link check)", "Accept": "*/*"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address and where it is written; line and column count from 1."""

    address: str
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an address did not open; `gone` when nobody will find anything there."""

    reason: str
    gone: bool


def links_in(text: str, path: str) -> Iterator[Link]:
    """Find the addresses of a file, without the punctuation that follows them and without examples."""
    for number, line in enumerate(text.splitlines(), start=1):
        for match in ADDRESS.finditer(line):
            address = _without_tail(match[0])
            if not EXAMPLE.search(urlsplit(address).hostname or ""):
                yield Link(address, path, number, match.start() + 1)


def _without_tail(address: str) -> str:
    """Drop closing punctuation; a bracket belongs to the address when it was opened there."""
    while address and (address[-1] in ".,;:!?*]" or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address


def in_ascii(address: str) -> str:
    """Write Cyrillic names and paths as they travel over the wire."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, safe="/%:=&?~#+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def open_address(address: str) -> Failure | None:
    """Ask for the page; none when it opens."""
    try:
        with urlopen(Request(in_ascii(address), headers=HEADERS), timeout=WAIT_SECONDS) as answer:
            answer.read(1)
    except HTTPError as refused:
        return Failure(f"сервер відповів {refused.code}", gone=refused.code in GONE)
    except URLError as failed:
        unknown = isinstance(failed.reason, socket.gaierror) and failed.reason.errno == socket.EAI_NONAME
        return Failure("такого сайту немає" if unknown else "сайт не відповів", gone=unknown)
    except (OSError, ValueError):
        return Failure("сайт не відповів", gone=False)
    return None


def problems(links: Iterable[Link], check: Callable[[str], Failure | None] = open_address) -> list[Problem]:
    """Open every address once; give a problem for each place that names one which does not open."""
    links = list(links)
    addresses = list(dict.fromkeys(link.address for link in links))
    with ThreadPoolExecutor(max_workers=8) as pool:
        failures = dict(zip(addresses, pool.map(check, addresses), strict=True))
    return [_problem(link, failure) for link in links if (failure := failures[link.address]) is not None]


def _problem(link: Link, failure: Failure) -> Problem:
    advice = "замініть або приберіть адресу" if failure.gone else "перевірте вручну"
    severity = Severity.ERROR if failure.gone else Severity.WARNING
    message = f"не відкривається {link.address}: {failure.reason}; {advice}"
    return Problem(link.path, link.line, link.column, "", message, severity)


def main() -> int:
    """Print what does not open; 1 when something is gone, 2 when nothing opens at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--format", choices=("text", "github"), default="text")
    output = parser.parse_args().format
    files = sorted(path for pattern in SOURCES for path in Path().glob(pattern))
    links = [link for file in files for link in links_in(file.read_text(encoding="utf-8"), file.as_posix())]
    found = problems(links)
    if links and len({problem.message for problem in found}) == len({link.address for link in links}):
        print("Не відкрилася жодна адреса: схоже, немає інтернету.")
        return 2
    say_problems(found, output, print)
    print(f"Перевірено адрес: {len({link.address for link in links})}, не відкривається місць: {len(found)}.")
    return 1 if has_errors(found) else 0


if __name__ == "__main__":
    sys.exit(main())
