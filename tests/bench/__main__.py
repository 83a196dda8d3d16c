"""`make bench`: what a build costs, what a reader fetches, how well the search answers. Prints; asserts nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "search"))  # the judged queries and how they are judged

from bench.accessibility_counts import accessibility_counts
from bench.editions import editions
from bench.heights import heights
from bench.lighthouse import lighthouse
from bench.page_bytes import page_bytes
from bench.rebuild import rebuild
from bench.scale import LONG, SHORT, bytes_by_kind, machine, others, scale
from bench.search_cost import search_cost
from bench.search_quality import search_quality
from bench.workplace import workplace


def country(counts: Sequence[int]) -> None:
    """Print what made-up countries cost, and the same pages by others."""
    print("Вигадані громади:", machine())
    for line in scale(counts):
        print(line, flush=True)
    print("Ті самі сторінки іншими програмами", *others(counts[0]), sep="\n  ")
    print("Байти за видами", *bytes_by_kind(counts[-1]), sep="\n  ")


def main() -> None:
    if os.environ.get("COUNTRY"):
        country([int(os.environ["COUNTRY"])])
        return
    if os.environ.get("LONG"):
        country(LONG)
        return
    country(SHORT)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        print("Збирання п’яти планів", *rebuild(site), sep="\n  ")
        print("Видання планів: байти й час процесора", *editions(), sep="\n  ")
        print("Скільки стиснутих байтів отримує читач (gzip)", *page_bytes(site), sep="\n  ")
        print("Скільки екранів займає сторінка на телефоні 390 × 844", *heights(site), sep="\n  ")
        print("Скільки коштує запит до пошуку (gzip, нічого ще не збережено)", *search_cost(site), sep="\n  ")
        print("Робоче місце: байти й час до готовності", *workplace(site), sep="\n  ")
        print("Оцінки Lighthouse, зі 100", *lighthouse(site), sep="\n  ")
    print("Доступність: що перевірено (make statement)", *accessibility_counts(), sep="\n  ")
    print("Як знаходить пошук", *search_quality(), sep="\n  ")


main()
