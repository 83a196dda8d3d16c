"""One file on the desk: its text with LF for line ends, and what it takes to give it back byte for byte."""

import base64
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from generator.source.yaml_source import read_text_file
from generator.staff.workplace.refusal import Refusal

_BOM = b"\xef\xbb\xbf"
_TEXTS = (".yml", ".yaml", ".md", ".txt")
_HEAD_LINE = re.compile(r"""^([a-z_]+):[ \t]+(?:"([^"\\]*)"|'([^']*)'|([^"'>|\[{#&*!].*?))[ \t]*$""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file; `raw` is its content where it is no text in UTF-8, and then `text` is empty."""

    text: str = ""
    bom: bool = False
    eol: str = "\n"
    """Line ends: LF, CR LF, or nothing where both stand in the file."""
    raw: bytes | None = None
    as_opened: bytes | None = None
    """The content as it came, where writing the text anew would not give the same bytes."""

    @property
    def content(self) -> bytes:
        """The file as it is to be written."""
        if self.raw is not None:
            return self.raw
        if self.as_opened is not None:
            return self.as_opened
        return (_BOM if self.bom else b"") + self.text.replace("\n", self.eol).encode()

    def with_text(self, text: str) -> "Paper":
        """Return the file with another text; Refusal where its line ends could not stay as they are."""
        if not self.eol:
            raise Refusal(
                "У файлі змішано кінці рядків Windows і Unix, тому змінити лише одне місце не можна. Відкрийте його "
                "текст («Текст файлу») і збережіть: кінці рядків стануть однакові, і це буде окрема зміна."
            )
        return replace(self, text=text, as_opened=None)

    def whole(self, text: str) -> "Paper":
        """Return the file with a text typed anew, line ends all alike."""
        return Paper(text.replace("\r\n", "\n").replace("\r", "\n"), self.bom, self.eol or "\n")

    def given(self) -> Any:
        """Return the content as the page gets it: text, or base64 where it is none."""
        if self.raw is not None:
            return {"base64": base64.b64encode(self.raw).decode()}
        return self.content.decode()

    def head(self, names: Collection[str]) -> dict[str, str]:
        """Return the fields of the outermost level that stand on one line, without reading the file as YAML."""
        found = ((match[1], match[2] or match[3] or match[4] or "") for match in _HEAD_LINE.finditer(self.text))
        return {name: words for name, words in found if name in names}


def paper(path: str, given: Any) -> Paper:
    """Take a file as the page gives it: a text, or {"base64": …}."""
    content = given.encode() if isinstance(given, str) else base64.b64decode(given["base64"])
    if not path.endswith(_TEXTS):
        return Paper(raw=content)
    text, problems = read_text_file(path, content)
    if problems:
        return Paper(raw=content)
    one = Paper(text, content.startswith(_BOM), _eol(content))
    return one if one.content == content else replace(one, as_opened=content)


def _eol(content: bytes) -> str:
    windows, all_of_them, alone = content.count(b"\r\n"), content.count(b"\n"), content.count(b"\r")
    if windows == alone:
        if not windows:
            return "\n"
        if windows == all_of_them:
            return "\r\n"
    return ""
