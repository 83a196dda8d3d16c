"""What a built site weighs: files and bytes, by what is made beside pages; told before GitHub refuses it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.site_mark import MARK
from generator.model.outputs import Output
from generator.model.records.redirects import matches
from generator.pages.editions import size_in_words
from generator.views import words

MOST_BYTES, MOST_FILES = 1_000_000_000, 100_000
"""Of a site that GitHub Pages publishes (docs.github.com, «GitHub Pages limits», read in November 2026), and what we
aim at in files: more take it longer to publish than it waits."""
_NEAR = 0.8
"""The share of a limit from which it is told."""
_ADVICE = (
    "Що робиться поруч зі сторінками, вибирає outputs у mkdocs.yml; опублікований вид вилучає один рядок у "
    "plans/redirects.yml (порадник, «План на папері, на слух і на дотик»)."
)


@dataclass(slots=True)
class Weight:
    """So many files with so many bytes."""

    files: int = 0
    size: int = 0

    def add(self, size: int) -> None:
        self.files += 1
        self.size += size

    @property
    def words(self) -> str:
        """Say them: «1 204 файли (35,1 МБ)»."""
        return f"{words.plural(self.files, 'файл', 'файли', 'файлів')} ({size_in_words(self.size)})"


@dataclass(slots=True)
class SiteWeight:
    """The whole site, and of it what is made beside pages."""

    whole: Weight = field(default_factory=Weight)
    outputs: dict[Output, Weight] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Iterable[tuple[str, int]]) -> "SiteWeight":
        """Weigh files: each its path below the site, and its size in bytes."""
        found = cls()
        for path, size in files:
            found.whole.add(size)
            address = path.removesuffix("index.html")
            for output in Output:
                if matches(output.pattern, address):
                    found.outputs.setdefault(output, Weight()).add(size)
        return found


def weigh(folder: Path) -> SiteWeight:
    """Weigh a built site."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return SiteWeight.of((path.relative_to(folder).as_posix(), path.stat().st_size) for path in files)


def weight_lines(weight: SiteWeight) -> Iterator[str]:
    """Say what the site weighs, what of it stands beside pages, and that it comes near a limit."""
    beside = [f"{output} – {weight.outputs[output].words}" for output in Output if output in weight.outputs]
    of_them = f" Із них поруч зі сторінками: {'; '.join(beside)}." if beside else ""
    yield f"Сайт: {weight.whole.words}.{of_them}"
    if weight.whole.size >= _NEAR * MOST_BYTES:
        yield (
            f"Увага: GitHub Pages публікує щонайбільше {size_in_words(MOST_BYTES)}, а сайт важить "
            f"{size_in_words(weight.whole.size)}. {_ADVICE}"
        )
    if weight.whole.files >= _NEAR * MOST_FILES:
        yield f"Увага: файлів {weight.whole.files}, а публікують надійно до {MOST_FILES}. {_ADVICE}"
