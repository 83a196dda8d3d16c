"""`plans links`: do the addresses that plans and texts point to still open? Needs the internet; run weekly on GitHub.

A page that is gone (404, 410, a name that does not resolve) is an error. Anything else that does not open is a warning
only: many official sites refuse visitors from abroad, where the check runs, or fail for a while.
"""

import re
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

import click

from generator.commands.listing import command
from generator.commands.outcome import Outcome, Say, say_problems
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
        # Only http and https: `ADDRESS` finds no others.
        request = Request(in_ascii(address), headers=HEADERS)  # noqa: S310
        with urlopen(request, timeout=WAIT_SECONDS) as answer:  # noqa: S310
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


def links(folder: Path, output: str, say: Say, check: Callable[[str], Failure | None] = open_address) -> Outcome:
    """Say what does not open; a failure when something is gone, or when nothing opens at all."""
    files = sorted(path for pattern in SOURCES for path in folder.glob(pattern))
    named = [
        link
        for file in files
        for link in links_in(file.read_text(encoding="utf-8"), file.relative_to(folder).as_posix())
    ]
    found, addresses = problems(named, check), {link.address for link in named}
    if addresses and len({problem.message for problem in found}) == len(addresses):
        say("Не відкрилася жодна адреса: схоже, немає інтернету.")
        return Outcome.USAGE_ERROR
    say_problems(found, output, say)
    say(f"Перевірено адрес: {len(addresses)}, не відкривається місць: {len(found)}.")
    return Outcome.PROBLEMS if has_errors(found) else Outcome.FINE


@command("links")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="Як показати: людям чи в GitHub.",
)
def command_line(output: str) -> Outcome:
    """Run `plans links`."""
    return links(Path(), output, click.echo)
