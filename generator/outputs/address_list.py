"""plans/addresses.txt: one line for each thing ever published. Lines are only added; redirects.yml says what became."""

from collections.abc import Iterable, Mapping

HEAD = (
    "# Кожен рядок – те, що сайт колись мав: сторінка, файл, захід, подія календаря (uid:), запис стрічки (feed:).\n"
    "# Рядків не вилучають: на них посилаються. Список доповнює plans build. Що куди поділося, пишуть у "
    "redirects.yml.\n"
)
"""In the order of sorting, like all the rest: whoever joins two lists with `sort -u` gets a list."""


def lines_of(content: bytes | None) -> Mapping[str, int]:
    """Return what a list holds, each with its line; lines that open with # followed by a space are remarks."""
    text = (content or b"").decode("utf-8-sig", "replace")
    numbered = enumerate((line.strip() for line in text.splitlines()), start=1)
    return {line: number for number, line in numbered if line and not line.startswith("# ")}


def list_of(addresses: Iterable[str]) -> bytes:
    """Write a list."""
    return (HEAD + "".join(f"{line}\n" for line in sorted(set(addresses)))).encode()
