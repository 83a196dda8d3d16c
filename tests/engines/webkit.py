"""WebKit: MiniBrowser of WebKitGTK through WebKitWebDriver (Debian: webkit2gtk-driver), on a screen of Xvfb where there is none."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engines.driver import ELEMENT, free_port, patiently, start

if TYPE_CHECKING:
    from collections.abc import Mapping

DRIVER = shutil.which("WebKitWebDriver")
SCREEN = shutil.which("Xvfb")
IS_HERE = DRIVER is not None and (SCREEN is not None or "DISPLAY" in os.environ)
_SCREENS = Path(tempfile.gettempdir(), ".X11-unix")


class WebKit:
    """One window of WebKit, as WebDriver sees it."""

    name = "WebKit"

    def __init__(self) -> None:
        self._started = []
        shown = {}
        if "DISPLAY" not in os.environ:
            screen = next(number for number in range(90, 190) if not (_SCREENS / f"X{number}").exists())
            size = ["-screen", "0", "1400x1000x24"]
            self._started.append(start([str(SCREEN), f":{screen}", *size, "-nolisten", "tcp"]))
            patiently(lambda: (_SCREENS / f"X{screen}").exists() or None, "Xvfb")
            shown = {"DISPLAY": f":{screen}"}
        port = free_port()
        self._at = f"http://127.0.0.1:{port}/session"
        self._started.append(start([str(DRIVER), f"--port={port}"], shown))
        self._at += "/" + str(patiently(self._session, "WebKitWebDriver")["sessionId"])

    def _session(self) -> Any:
        try:
            return self._ask("POST", "", {"capabilities": {"alwaysMatch": {}}})
        except urllib.error.URLError:
            return None

    def _ask(self, method: str, path: str, given: object = None) -> Any:
        body = None if given is None else json.dumps(given).encode()
        request = urllib.request.Request(self._at + path, body, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["value"]

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str, *given: Any) -> Any:
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(given)})

    def role(self, element: Mapping[str, str]) -> str:
        return str(self._ask("GET", f"/element/{element[ELEMENT]}/computedrole"))

    def close(self) -> None:
        self._ask("DELETE", "")
        for program in reversed(self._started):
            program.terminate()
            program.wait()
