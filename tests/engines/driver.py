"""A browser of another engine, driven by what it brings itself: no package between the tests and the browser."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""The key of a reference to an element: W3C WebDriver, 12."""
PATIENCE: Final = 60.0
"""Seconds that a browser has to start, and a page to show all it will show."""


class Driver(Protocol):
    """What the tests ask of a browser."""

    name: str

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    def run(self, script: str, *given: Any) -> Any:
        """Run a function body in the page; elements come back as references."""

    def role(self, element: Mapping[str, str]) -> str:
        """Return the role that the browser tells a screen reader."""

    def close(self) -> None:
        """End the browser and what was started with it."""


def start(command: Sequence[str], more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a program that says nothing."""
    environment = {**os.environ, **(more or {})}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def patiently(asked: Callable[[], T | None], what: str) -> T:
    """Return what is not none as soon as it is there; TimeoutError when it does not come."""
    last = time.monotonic() + PATIENCE
    while (found := asked()) is None:
        if time.monotonic() > last:
            raise TimeoutError(what)
        time.sleep(0.1)
    return found
