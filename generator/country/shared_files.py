"""What every site gets beside its own files: topics, the glossary, everyday and stop words."""

from functools import cache
from importlib.resources import files


@cache
def shared_files() -> dict[str, bytes]:
    """Return the files by the names that a site's own have in plans/; do not change what is given."""
    folder = files("generator.country")
    return {name: folder.joinpath(name).read_bytes() for name in ("topics.yml", "glossary.yml", "synonyms.yml")}
