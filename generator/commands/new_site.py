"""`plans new-site`: a site for one community in a folder of its own."""

import json
import os
import shutil
from dataclasses import replace
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from generator.build.clock import as_of_date
from generator.build.package_data import package_data
from generator.commands.listing import command
from generator.commands.new import Ask, Wanted, asker, community_id, new
from generator.commands.new_files import read, write_new
from generator.commands.options import about_community
from generator.commands.outcome import Outcome, Say
from generator.commands.schema import SCHEMAS, schema_text
from generator.source.usage_error import UsageError
from generator.staff.scaffold.own_site import DISTRIBUTION, requirement, site_files

SITE_NAME = "Плани громади"


def new_site(folder: Path, site_name: str, wanted: Wanted | None, today: date, ask: Ask | None, say: Say) -> Outcome:
    """Write the site, with the skeleton of its community if one is wanted. UsageError when the folder is taken."""
    if folder.exists() and (not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir())):
        raise UsageError(f"«{folder.as_posix()}» уже є і не порожня; для нового сайту дайте порожню або нову теку.")
    community = community_id(wanted.community, ask) if wanted else ""
    wheel = _own_wheel()
    line = f"./{wheel.name}" if wheel else requirement(distribution(DISTRIBUTION).version, _origin())
    workflow = read(package_data("github") / "workflows" / "publish.yml")
    write_new(folder, {**site_files(site_name, community, line, workflow), **_copies()})
    if wheel:
        shutil.copyfile(wheel, folder / wheel.name)
    (folder / "plans").mkdir(exist_ok=True)
    say(f"Сайт створено в теці {folder.as_posix()}/. Що де, написано в її README.md.")
    if wanted:
        own_words = wanted.short_name if community == wanted.community else wanted.short_name or wanted.community
        return new(replace(wanted, community=community, short_name=own_words), folder / "plans", today, ask, say)
    say("Далі перейдіть у цю теку й створіть громаду:")
    say(f"  cd {folder.as_posix()}")
    say("  plans new ІДЕНТИФІКАТОР")
    return Outcome.FINE


def _copies() -> dict[str, str]:
    """Return the files that a new site takes over as they are."""
    github = package_data("github")
    forms = sorted((github / "ISSUE_TEMPLATE").glob("*.yml"))
    return {
        "content/about/index.md": read(package_data("content") / "about" / "index.md"),
        ".github/new-addresses.sh": read(github / "new-addresses.sh"),
        ".github/failure.md": read(github / "failure" / "publish.md"),
        **{f".github/ISSUE_TEMPLATE/{form.name}": read(form) for form in forms},
        **{f"schemas/{kind}.schema.json": schema_text(kind) for kind in SCHEMAS},
    }


def _origin() -> dict[str, object]:
    """Read where pip says this program came from (PEP 610); nothing when it came from an index."""
    origin = json.loads(distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
    return origin if isinstance(origin, dict) else {}


def _own_wheel() -> Path | None:
    """Find the wheel file this program was installed from, if it is still there: the site takes it along."""
    address = urlsplit(str(_origin().get("url", "")))
    wheel = Path(url2pathname(address.path))
    return wheel if address.scheme == "file" and wheel.suffix == ".whl" and wheel.is_file() else None


@command("new-site")
@click.argument("folder", metavar="ТЕКА", type=click.Path(path_type=Path))
@click.option("--site-name", default=SITE_NAME, show_default=True, help="Назва сайту.")
@click.option("--community", help="Ідентифікатор громади, яку одразу створити.")
@about_community
def command_line(folder: Path, site_name: str, community: str | None, **options: str | None) -> Outcome:
    """Run `plans new-site`."""
    wanted = Wanted(community, **options) if community else None
    return new_site(folder, site_name, wanted, as_of_date(None, os.environ), asker(), click.echo)
