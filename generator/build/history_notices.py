"""What whoever builds should know of the history of plans/: pages and feeds tell no more than git has."""

from collections.abc import Iterator
from pathlib import Path

from generator.history.git_versions import is_shallow


def history_notices(plans_dir: Path) -> Iterator[str]:
    """Say that versions are missing; without git there are none to miss."""
    if is_shallow(plans_dir):
        yield (
            "Копія сховища неповна: у ній немає давніших версій, тому на сторінці «Зміни» і в стрічках немає того, що "
            "змінювалося в планах. Візьміть їх: git fetch --unshallow (у робочому процесі – fetch-depth: 0)."
        )
