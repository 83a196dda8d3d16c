"""The files that say what templates show, and what makes each anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shown.in_examples import shown_in_examples
from shown.on_pages import shown_on_pages

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
FILES: dict[Path, Callable[[], list[str]]] = {
    HERE / "pages.txt": shown_on_pages,
    HERE / "components.txt": shown_in_examples,
}
