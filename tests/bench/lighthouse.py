"""Lighthouse on the kinds of page that readers open most, as a phone and as a desktop sees them, served compressed."""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS

PAGES = {
    "головна": "", "громада": "nizhyn/", "ціль": "nizhyn/social-services-2025/1-2/", "виконавець": "nizhyn/executors/uszn/",
}  # fmt: skip
CATEGORIES = {
    "performance": "швидкість", "accessibility": "доступність", "best-practices": "добрі звичаї", "seo": "для пошукових систем",
}  # fmt: skip
DEVICES = {"телефон": (), "комп’ютер": ("--preset=desktop",)}
# Not in package.json: 200 packages for one report. Installed by hand before the bench, there or for the whole machine.
INSTALLED = Path(__file__).parent.parent / "node_modules" / ".bin"
ABSENT = "Lighthouse не встановлено (npm install --no-save --prefix tests lighthouse@12.8.2): оцінок немає"
_TEXTS = ("text/", "application/json", "image/svg")


class CompressedPages(SimpleHTTPRequestHandler):
    """Static files, texts by gzip and kept for ten minutes, as GitHub Pages sends them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        kind, body = self.guess_type(file), file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=600")
        if kind.startswith(_TEXTS):
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        pass


def lighthouse(site: Path) -> Iterator[str]:
    """Lines of the report: figures of 100 by page and device, and what costs points; or why there are none."""
    program = shutil.which("lighthouse", path=os.pathsep.join([str(INSTALLED), os.environ.get("PATH", "")]))
    if program is None:
        yield ABSENT
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(CompressedPages, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for kind, address in PAGES.items():
            for device, options in DEVICES.items():
                url = f"http://127.0.0.1:{server.server_port}/{address}"
                yield f"{kind}, {device}: {_figures(program, url, options)}"
    finally:
        server.shutdown()


def _figures(program: str, url: str, options: tuple[str, ...]) -> str:
    flags = f"--chrome-flags={' '.join(CHROMIUM_ARGS)}"
    chosen = f"--only-categories={','.join(CATEGORIES)}"
    done = subprocess.run(
        [program, url, "--quiet", "--output=json", chosen, flags, *options],
        env={**os.environ, "CHROME_PATH": find_chromium() or ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return f"Lighthouse не запрацював: {done.stderr.strip()[-200:]}"
    report = json.loads(done.stdout)
    return ", ".join(
        f"{words} {round((report['categories'][name]['score'] or 0) * 100)}{_lost(report, name)}"
        for name, words in CATEGORIES.items()
    )


def _lost(report: dict[str, dict[str, dict[str, object]]], category: str) -> str:
    """Name the audits that cost the category points."""
    counted = report["categories"][category]["auditRefs"]
    names = [
        str(one["id"])
        for one in (counted if isinstance(counted, list) else [])
        if one["weight"] and report["audits"][one["id"]]["score"] not in (1, None)
    ]
    return f" ({', '.join(names)})" if names else ""
