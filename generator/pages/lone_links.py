"""Links that stand alone in a line get room: what is pressed outside running text is 44 pixels high (style `lone`)."""

import re

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_LONE = re.compile(
    r"<(?P<line>li|p)(?P<given>(?: [^>]*)?)>"
    r"(?P<link>\s*<a\s[^>]*>(?:(?!</?(?:a|p|li|ul|ol|div)\b).)*</a>\.?\s*)(?=</(?:li|p)>|<[uo]l\b)",
    re.DOTALL,
)
_CLASS = re.compile(r'(?<= class=")')


def with_room(page: str) -> str:
    """Return the HTML of a page in which every line of its content that is one link says so."""
    return _MAIN.sub(lambda main: lines_with_room(main[0]), page)


def lines_with_room(html: str) -> str:
    """Return HTML in which a list item or paragraph that is one link says so by its class."""
    return _LONE.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    given = _CLASS.sub("lone ", found["given"]) if _CLASS.search(found["given"]) else f'{found["given"]} class="lone"'
    return f"<{found['line']}{given}>{found['link']}"
