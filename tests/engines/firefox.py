"""Firefox without a window, asked through Marionette, the protocol that every Firefox speaks (Debian: firefox-esr)."""

from __future__ import annotations

import json
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engines.driver import ELEMENT, free_port, patiently, start

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = next((path for path in map(shutil.which, ("firefox-esr", "firefox")) if path), None)
IS_HERE = PROGRAM is not None


class Firefox:
    """One Firefox with a new profile. Messages are «length:JSON»; a command is [0, number, name, parameters]."""

    name = "Firefox"

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory()
        port = free_port()
        Path(self._profile.name, "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        started = ["--headless", "--marionette", "--no-remote", "--profile", self._profile.name, "about:blank"]
        self._program = start([str(PROGRAM), *started])
        self._wire = patiently(lambda: _connected(port), "Firefox")
        self._answers = self._wire.makefile("rb")
        self._number = 0
        self._read()
        self._ask("WebDriver:NewSession", capabilities={})

    def _read(self) -> Any:
        length = b""
        while (sign := self._answers.read(1)) != b":":
            length += sign
        return json.loads(self._answers.read(int(length)))

    def _ask(self, command: str, **given: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, given]).encode()
        self._wire.sendall(b"%d:%s" % (len(message), message))
        _, _, wrong, result = self._read()
        if wrong:
            raise RuntimeError(wrong)
        return result

    def open(self, address: str) -> None:
        self._ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *given: Any) -> Any:
        return self._ask("WebDriver:ExecuteScript", script=script, args=list(given))["value"]

    def role(self, element: Mapping[str, str]) -> str:
        return str(self._ask("WebDriver:GetComputedRole", id=element[ELEMENT])["value"])

    def close(self) -> None:
        self._ask("Marionette:Quit")
        self._wire.close()
        self._program.wait()
        self._profile.cleanup()


def _connected(port: int) -> socket.socket | None:
    try:
        return socket.create_connection(("127.0.0.1", port))
    except OSError:
        return None
