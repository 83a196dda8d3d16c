"""Under which licences do the libraries come, and may we use them so? `make licences`; exit status 1 when not."""

import sys
from collections.abc import Iterable, Mapping

from dependencies import Dependency, everything

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "MPL-2.0", "PSF-2.0",
}  # fmt: skip
"""They ask for no more than to be named, or for changes to their own files: as good for a council as for us."""
TOOLS = {
    "argparse": "Python-2.0",  # of Ace, which checks the EPUB editions in tests
    "spdx-exceptions": "CC-BY-3.0",  # a list of licences, of Ace too
    "spdx-license-ids": "CC0-1.0",  # the same
    "dictionary-uk": "GPL-3.0",  # words of the spell check; only tests read them
    "frozendict": "LGPL-3.0-only",  # of pyld, by which tests read JSON-LD back
    "pillow": "MIT-CMU",  # of pikepdf, by which tests read the structure of PDFs back
    "text-unidecode": "Artistic-1.0-Perl",  # of frictionless, by which tests read tables back
}
"""Packages of tests alone under other licences: nothing of them is published or installed with a site."""
PUBLISHED = ("site", "workplace")
"""The locks of what a site is built by, and of what its «Робоче місце» runs."""


def problems(dependencies: Iterable[Dependency], tools: Mapping[str, str] = TOOLS) -> list[str]:
    """Say what stands in the way of using these packages; a package that isn't installed here can't be judged."""
    found = []
    for one in dependencies:
        allowed = ALLOWED | ({tools[one.name]} if one.name in tools and one.lock not in PUBLISHED else set())
        if one.licence == "":
            found.append(f"{one.name} {one.version}: ліцензії не названо; прочитайте її на сторінці бібліотеки")
        elif one.licence and not _fits(one.licence, allowed):
            found.append(f"{one.name} {one.version}: ліцензії «{one.licence}» немає серед дозволених у .ci/licences.py")
    return found


def _fits(expression: str, allowed: set[str]) -> bool:
    """Return whether one of the choices of an SPDX expression is allowed whole; nested choices do not occur."""
    choices = expression.strip("()").split(" OR ")
    return any(all(name.strip("()") in allowed for name in choice.split(" AND ")) for choice in choices)


def main() -> int:
    """List every package with its licence, then what is wrong."""
    dependencies = everything()
    for one in sorted(dependencies, key=lambda one: (one.lock, one.name)):
        print(f"{one.lock:10}{one.name} {one.version}: {one.licence or 'тут не встановлено'}")
    wrong = problems(dependencies)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
