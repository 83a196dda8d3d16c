"""`plans new-site`: a site for one community in a folder of its own."""

import json
import shutil
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.commands.new_files import read, write_new
from generator.commands.outcome import Outcome, Say
from generator.commands.schema import SCHEMAS, schema_text
from generator.packaged import packaged
from generator.scaffold.own_site import DISTRIBUTION, Originals, requirement, site_files

SITE_NAME = "Плани громади"


def new_site(
    folder: Path, site_name: str, community: str, add_community: Callable[[Path], Outcome], say: Say
) -> Outcome:
    """Write the site; `add_community` makes its plans/ when `community` is given. ValueError in words for wrong use."""
    if folder.exists() and (not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir())):
        raise ValueError(f"«{folder.as_posix()}» уже є і не порожня; для нового сайту дайте порожню або нову теку.")
    wheel = _own_wheel()
    line = f"./{wheel.name}" if wheel else requirement(distribution(DISTRIBUTION).version, _origin())
    files = site_files(site_name, community, line, _originals())
    write_new(folder, files)
    if wheel:
        shutil.copyfile(wheel, folder / wheel.name)
    (folder / "plans").mkdir(exist_ok=True)
    say(f"Сайт створено в теці {folder.as_posix()}/. Що де, написано в її README.md.")
    if community:
        return add_community(folder / "plans")
    say("Далі перейдіть у цю теку й створіть громаду:")
    say(f"  cd {folder.as_posix()}")
    say("  plans new ІДЕНТИФІКАТОР")
    return Outcome.FINE


def _originals() -> Originals:
    return Originals(
        config=read(packaged("mkdocs.yml")),
        workflow=read(packaged("publish.yml")),
        failure=read(packaged("failure.md")),
        about=read(packaged("content") / "about" / "index.md"),
        schemas={kind: schema_text(kind) for kind in SCHEMAS},
    )


def _origin() -> dict[str, object]:
    """Read where pip says this program came from (PEP 610); nothing when it came from an index."""
    origin = json.loads(distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
    return origin if isinstance(origin, dict) else {}


def _own_wheel() -> Path | None:
    """Find the wheel file this program was installed from, if it is still there: the site takes it along."""
    address = urlsplit(str(_origin().get("url", "")))
    wheel = Path(unquote(address.path))
    return wheel if address.scheme == "file" and wheel.suffix == ".whl" and wheel.is_file() else None
