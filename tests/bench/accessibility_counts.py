"""What `make statement` last looked at: states, stops and the findings of each checker, as the statement tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.records.audit import audit_results

RESULTS = Path(__file__).parents[2] / "content" / "accessibility" / "results.json"


def accessibility_counts() -> Iterator[str]:
    found = audit_results(RESULTS.read_bytes())
    yield f"станом на {found.date:%d.%m.%Y}, {found.browser}: видів сторінок {len(found.kinds)}, сторінок {found.pages}"
    yield f"axe-core {found.axe} і наші перевірки: станів {found.states}, порушень {sum(one.problems for one in found.kinds)}"
    yield f"Tab за кожного вибору в налаштуваннях на чотирьох екранах: проходів {found.walks}, зупинок {found.stops}"
    yield f"html-validate {found.html_validate}: сторінок {found.site_pages}, помилок {found.markup_errors}"
    yield from (f"{one.name} {one.version}: сторінок {one.pages}, знахідок {one.findings}" for one in found.checkers)
