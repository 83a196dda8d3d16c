"""What the security policy of a page forbids in it: styles, scripts and handlers written into the page itself."""

import re

_ALIGNED = re.compile(r'(<t[hd]\b[^>]*) style="text-align: (left|right|center);"')
"""How Python-Markdown aligns a column."""
_STYLE = re.compile(r"<(?:style\b|[a-z][^<>]*\s(?P<name>style|on[a-z]+)\s*=)", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b(?![^>]*\s(?:src\s*=|type\s*=\s*[\"']?application/ld\+json))", re.IGNORECASE)


def without_inline_styles(html: str) -> str:
    """Return the HTML of a page with its columns aligned by class; ValueError says what else may not stand there."""
    html = _ALIGNED.sub(r'\1 class="to-\2"', html)
    found = _STYLE.search(html)
    if found:
        what = f"атрибут «{found['name']}»" if found["name"] else "елемент <style>"
        raise ValueError(f"{what} у тексті сторінки не діє; дайте елементу class, а решту запишіть у файлі .css чи .js")
    if _SCRIPT.search(html):
        raise ValueError("скрипт у тексті сторінки не діє; запишіть його у файлі .js і назвіть у полі scripts")
    return html
