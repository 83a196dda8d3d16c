"""What a site needs besides code: the shell, pages that every site has, GitHub's workflows and forms, the lock.

In the repository these stand where people look for them; the wheel carries them inside the package.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_IN_REPOSITORY = {
    "theme": "theme_overrides",
    "content": "content",
    "github": ".github",
    "requirements": "requirements",
}


def package_data(name: str) -> Path:
    """Find a folder, by its name in the wheel; KeyError for a name that nothing has."""
    inside = _PACKAGE / "package_data" / name
    return inside if inside.exists() else _PACKAGE.parent / _IN_REPOSITORY[name]
