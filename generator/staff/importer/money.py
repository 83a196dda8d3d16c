"""Sums and sources of one measure, as printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language.folding import fold_words
from generator.staff.importer.records import Funding, MoneyLine
from generator.staff.importer.vocabulary import NO_MONEY, SOURCE_HEADS, UNIT

_SUM = re.compile(r"[-+~≈]?\s?\d[\d\s.,\u00a0]*")
_YEAR_LINE = re.compile(r"^(?P<year>20\d\d)\s*(?:рік|року|рр?\.?)?\s*[-–—:=]\s*(?P<sum>.+)$", re.IGNORECASE)
_TOTAL_LINE = re.compile(r"^(?:всього|усього|разом|загалом|загальний обсяг)\s*[-–—:]?\s*(?P<sum>\d.*)$", re.IGNORECASE)
_WITHOUT = re.compile(
    r"не потребу|без фінанс|фінансування не|(в|у) межах|не передбач|поточн\w+ (діяльн|видатк)|без залуч"
)


@dataclass(slots=True)
class Money:
    """What the money cells of a row say."""

    sources: list[str] = field(default_factory=list)
    total: str | None = None
    by_year: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    unit: str | None = None
    is_total: bool = False
    """The row is labelled «всього» among rows by source."""
    lines: list[MoneyLine] = field(default_factory=list)
    """Sums under headings that name a source or a purpose."""
    by_year_words: dict[str, list[str]] = field(default_factory=dict)
    """Words in columns of years."""
    estimate: str | None = None
    remainder: str | None = None

    def add_total(self, texts: Sequence[str], *, may_be_source: bool) -> None:
        """Take a cell of a column of sums; `may_be_source` when the table has no column of sources."""
        for text in texts:
            year, total = _YEAR_LINE.match(text), _TOTAL_LINE.match(text)
            if year and self._sum(year["sum"]) is not None:
                self.by_year[year["year"]] = self._sum(year["sum"]) or ""
            elif total and self._sum(total["sum"]) is not None:
                self._add_sum(self._sum(total["sum"]) or "")
            elif (printed := self._sum(text)) is not None:
                self._add_sum(printed)
            elif may_be_source and SOURCE_HEADS.match(fold_words(text)) and not re.search(r"\d", text):
                self.sources += split_sources([text])
            else:
                self._add_words(text)

    def add_year(self, year: str, texts: Sequence[str]) -> None:
        """Take a cell of a year's column."""
        for text in texts:
            printed = self._sum(text)
            if printed is None:
                self.by_year_words.setdefault(year, []).append(text)
            else:
                earlier = self.by_year.get(year)
                self.by_year[year] = f"{earlier} {printed}" if earlier else printed

    def add_sources(self, texts: Sequence[str]) -> None:
        """Take a cell of the column of sources; a dash there names none."""
        texts = [text for text in texts if not NO_MONEY.match(text)]
        if texts and _WITHOUT.search(fold_words(" ".join(texts))):
            self._add_words(" ".join(texts))
        else:
            self.sources += [source for source in split_sources(texts) if source not in self.sources]

    def add_line(self, source: str, kind: str, year: str, texts: Sequence[str]) -> None:
        """Take a cell under headings that name a source («місцевий бюджет»), a purpose, perhaps a year too."""
        for text in texts:
            printed = self._sum(text)
            if printed is None:
                self.lines.append(MoneyLine(source, kind, year, words=text))
            elif not NO_MONEY.match(text):
                self.lines.append(MoneyLine(source, kind, year, sum=printed))

    def add_cost(self, role: str, texts: Sequence[str]) -> None:
        """Take a cell of the column of estimates, or of what is left of them."""
        printed = " ".join(self._sum(text) or text for text in texts)
        if role == "remainder":
            self.remainder = printed
        else:
            self.estimate = printed

    @property
    def says_something(self) -> bool:
        """Return whether the row has any money at all."""
        return self.funding(None) is not None

    @property
    def has_sums(self) -> bool:
        """Return whether the row has a figure of what is to be spent."""
        return self.total is not None or bool(self.by_year)

    @property
    def _needs_lines(self) -> bool:
        """Return whether the short form would lose which source, purpose or year a sum or words are for."""
        sums = [printed for printed in self.by_year.values() if not NO_MONEY.match(printed)]
        return bool(self.lines) or len(self.by_year_words) + bool(sums and self.by_year_words) > 1

    def as_lines(self) -> list[MoneyLine]:
        """Tell everything as lines; several sources of one sum stay together."""
        source = ", ".join(dict.fromkeys(self.sources))
        made = [MoneyLine(source, sum=self.total)] if self.total is not None else []
        made += [MoneyLine(source, year=year, sum=printed) for year, printed in self.by_year.items()]
        made += [MoneyLine(source, year=year, words=" ".join(words)) for year, words in self.by_year_words.items()]
        words = " ".join(dict.fromkeys(self.words))
        made += [MoneyLine(source, words=words)] if words else []
        return [*made, *self.lines]

    def funding(self, unit: str | None) -> Funding | None:
        """Return the record, None when nothing is said; `unit` is the table's."""
        sources = dict.fromkeys([*self.sources, *(line.source for line in self.lines if line.source)])
        by_year_words = [word for words in self.by_year_words.values() for word in words]
        words = " ".join(dict.fromkeys([*self.words, *by_year_words])) or None
        has_sum = self.has_sums or any(line.sum for line in self.lines) or self.estimate or self.remainder
        made = Funding(
            tuple(sources),
            self.unit or (unit if has_sum else None),
            self.total,
            self.by_year,
            words,
            tuple(self.as_lines()) if self._needs_lines else (),
            self.estimate,
            self.remainder,
        )
        return made or None

    def _add_sum(self, printed: str) -> None:
        self.total = f"{self.total} {printed}" if self.total else printed

    def _add_words(self, text: str) -> None:
        self.words.append(text)

    def _sum(self, text: str) -> str | None:
        """Return a sum as printed, without its unit; None for words."""
        text = text.strip()
        if NO_MONEY.match(text):
            return text
        unit = UNIT.search(text)
        bare = (text[: unit.start()] if unit and unit.end() >= len(text.rstrip(" .")) else text).strip()
        if not _SUM.fullmatch(bare):
            return None
        if unit:
            self.unit = unit[0].strip()
        return bare


def is_sum(text: str) -> bool:
    """Return whether a text is a sum or a dash."""
    return Money()._sum(text) is not None  # noqa: SLF001 -- same module


def split_sources(lines: Sequence[str]) -> list[str]:
    """Split sources by line, semicolon and comma; a line that begins no source continues the one above."""
    joined: list[str] = []
    for line in lines:
        if (
            joined
            and not joined[-1].endswith((",", ";"))
            and line[0].islower()
            and not SOURCE_HEADS.match(fold_words(line))
        ):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    pieces: list[str] = []
    for line in joined:
        for index, part in enumerate(re.split(r"[;,](?!\d)(?![^«(]*[»)])", line)):
            starts = SOURCE_HEADS.match(fold_words(part)) or not part.strip()[:1].islower()
            if index == 0 or starts or not pieces:
                pieces.append(part)
            else:
                pieces[-1] += f",{part}"
    return [source for source in (" ".join(piece.split()).strip(" ,;") for piece in pieces) if source]
