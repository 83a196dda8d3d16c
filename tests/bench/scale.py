"""What a country costs: processor, time, memory, pages, files and bytes of made-up communities, and of the same pages by others.

The machine may be shared, so seconds of a processor and ratios inside one run are what counts.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.country_plans import write_country
from bench.rebuild import STOCK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parent.parent.parent
SHORT: Final = (5, 25)
LONG: Final = (5, 25, 100, 300)
DAY, NEXT_DAY = "2026-11-22", "2026-11-23"
PLANS = (sys.executable, "-m", "generator.cli")
SEARCH = "search/index/"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    processor: float
    wall: float
    memory: float
    """Megabytes of the largest process."""

    def __str__(self) -> str:
        return f"{self.processor:.1f} с процесора, {self.wall:.0f} с, {self.memory:.0f} МБ пам’яті"


def cost(*command: str, cwd: Path, **environment: str) -> Cost:
    """Run a command and say what it and its children took; SystemExit with its words when it fails."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said, env={**os.environ, **environment})
        _, status, used = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            raise SystemExit(said.read().decode(errors="replace")[-3000:])
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - started, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def scale(counts: Sequence[int]) -> Iterator[str]:
    """Yield rows of a table in Markdown: each number of communities built from nothing, again, changed, a day later."""
    yield "| громад | сторінок | файлів | МБ | уперше, с ЦП | мс на сторінку | с | пам’ять, МБ | знову | один YAML | через день |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(count, _project(Path(folder), count))


def _project(folder: Path, count: int) -> Path:
    """Make a project of so many communities."""
    write_country(ROOT / "plans", folder / "plans", count)
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _row(count: int, project: Path) -> str:
    def built(day: str = DAY) -> Cost:
        return cost(*PLANS, "build", cwd=project, AS_OF=day, SITE_URL="https://example.org/", PYTHONPATH=str(ROOT))

    first = built()
    sizes = {path: path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()}
    pages = sum(path.suffix == ".html" for path in sizes)
    again = built()
    plan = min((project / "plans").glob("*/*/plan.yml"))
    plan.write_text(plan.read_text(encoding="utf-8").replace("name: План", "name: Новий план", 1), encoding="utf-8")
    changed, later = built(), built(NEXT_DAY)
    cells = [
        count, pages, len(sizes), round(sum(sizes.values()) / 1e6), f"{first.processor:.1f}",
        f"{first.processor / pages * 1000:.1f}", f"{first.wall:.0f}", f"{first.memory:.0f}",
        *(f"{one.processor:.1f}" for one in (again, changed, later)),
    ]  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def bytes_by_kind(count: int) -> Iterator[str]:
    """Yield what kinds of files take in a site of so many communities, largest first."""
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), count)
        cost(*PLANS, "build", cwd=project, AS_OF=DAY, SITE_URL="https://example.org/", PYTHONPATH=str(ROOT))
        kinds: Counter[str] = Counter()
        for path in (project / "site").rglob("*"):
            if path.is_file():
                kinds[_kind(path.relative_to(project / "site").as_posix())] += path.stat().st_size
        for kind, size in kinds.most_common():
            yield f"{kind}: {size / count / 1000:.0f} КБ на громаду"


def _kind(path: str) -> str:
    if path.startswith(SEARCH):
        return "пошук, словники громад" if path.startswith(f"{SEARCH}c/") else "пошук"
    if path.endswith("embed/index.html"):
        return "сторінки для вставляння"
    name = path.rpartition("/")[2]
    if name == "index.html":
        return {"executors": "сторінки виконавців", "for": "сторінки «для мене»"}.get(_part(path), "сторінки")
    return f"*.{name.rpartition('.')[2]}" if name not in {"plan.json", "plan.pdf", "plan.epub"} else name


def _part(path: str) -> str:
    return [*path.split("/"), "", ""][1]


def others(count: int) -> Iterator[str]:
    """Yield what the same pages cost others, beside ours in the same run; those that are not installed are named."""
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), count)
        environment = {"AS_OF": DAY, "SITE_URL": "https://example.org/", "PYTHONPATH": str(ROOT)}
        ours = cost(*PLANS, "build", cwd=project, **environment)
        cost(*PLANS, "render", "docs", cwd=project, **environment)
        pages = sum(1 for _ in (project / "docs").rglob("*.md"))
        yield f"plans build, {pages} сторінок: {ours}"
        for name, (program, prepare) in OTHERS.items():
            if not (found := shutil.which(program[0], path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")):
                yield f"{name}: не встановлено"
                continue
            prepare(project)
            taken = cost(found, *program[1:], cwd=project)
            yield f"{name}: {taken}; наших {ours.processor / taken.processor:.2f} ×"


def _stock(project: Path) -> None:
    (project / "stock.yml").write_text(STOCK, encoding="utf-8")


def _hugo(project: Path) -> None:
    """Give Hugo the same Markdown and a bare template."""
    layouts = project / "layouts/_default"
    layouts.mkdir(parents=True)
    page = "<!doctype html><html lang=uk><title>{{ .Title }}</title><body>{{ .Content }}</body></html>"
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(page, encoding="utf-8")
    settings = (
        'baseURL = "https://example.org/"\ncontentDir = "hugo"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    )
    (project / "hugo.toml").write_text(f"{settings}[markup.goldmark.renderer]\nunsafe = true\n", encoding="utf-8")
    for source in (project / "docs").rglob("*.md"):
        target = project / "hugo" / source.relative_to(project / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        title = source.read_text(encoding="utf-8").split("\n---\n", 1)
        target.with_name("_index.md").write_text(f"---\ntitle: x\n---\n{title[-1]}", encoding="utf-8")


OTHERS: Final[dict[str, tuple[tuple[str, ...], Callable[[Path], None]]]] = {
    "Hugo": (("hugo", "--quiet", "--destination", "hugo-site"), _hugo),
    "Zensical": (("zensical", "build", "-f", "stock.yml"), _stock),
    "MkDocs і Material без змін": (("mkdocs", "build", "-q", "-f", "stock.yml", "-d", "stock-site"), _stock),
    "ProperDocs і Material без змін": (("properdocs", "build", "-q", "-f", "stock.yml", "-d", "proper-site"), _stock),
}


def machine() -> str:
    """Say on what all this was measured."""
    names = ("hromada-plans", "mkdocs", "mkdocs-material", "Markdown", "Jinja2", "zensical", "properdocs", "hugo")
    found = [f"{name} {number}" for name in names if (number := _version(name))]
    return f"{platform.machine()}, процесорів {os.cpu_count()}, Python {platform.python_version()}; {', '.join(found)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
