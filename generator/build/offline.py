"""A built site made into a copy that opens from a disk: links name files, for `file://` finds no index of a folder."""

import re
from pathlib import Path

_TAG = re.compile(r"<(?:a|area|form|iframe|link|meta)\s[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"(?P<opening>\s(?:href|action|src)=\")(?P<address>[^\"]*)(?=\")")
_REFRESH = re.compile(r"(?P<opening>\scontent=\"\d+; url=)(?P<address>[^\"]*)(?=\")")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^<>]*>\n?')
_OPENS = 'id="search-region"'
"""Marks the page whose script makes links."""
_SCRIPT = "offline.js"


def make_offline(site_dir: Path) -> None:
    """Rewrite the pages of a folder in place.

    The policy of what a page may load goes: it speaks of the page's own server, and from a disk there is none.
    """
    for file in site_dir.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        depth = len(file.relative_to(site_dir).parts) - 1
        written = with_files(text, root="../" * depth)
        if written != text:
            file.write_text(written, encoding="utf-8", newline="\n")


def with_files(html: str, root: str = "") -> str:
    """Return a page whose relative links lead to files; `root` is the way from it to the top of the site."""
    html = _TAG.sub(_in_tag, _POLICY.sub("", html))
    if _OPENS in html:
        html = html.replace("</head>", f'<script src="{root}assets/{_SCRIPT}"></script>\n</head>', 1)
    return html


def _in_tag(tag: re.Match[str]) -> str:
    return _REFRESH.sub(_whole, _LINK.sub(_whole, tag[0]))


def _whole(link: re.Match[str]) -> str:
    return f"{link['opening']}{file_of(link['address'])}"


def file_of(address: str) -> str:
    """Return a relative address with the name of the file it leads to; any other address as it is."""
    if _ELSEWHERE.match(address):
        return address
    path = re.split("[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    if path in {".", ".."} or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{rest}" if path.endswith("/") else address
