"""`plans new-site`: a site for one community in a folder of its own."""

import hashlib
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
from generator.outputs.address_list import list_of
from generator.source.usage_error import UsageError
from generator.staff.scaffold import own_site
from generator.staff.scaffold.own_site import DISTRIBUTION, Program, installed, released, site_files

SITE_NAME = "Плани громади"
_SITE_FILES = Path(own_site.__file__).parent / "site_files"


def new_site(
    folder: Path, site_name: str, wanted: Wanted | None, today: date, ask: Ask | None, say: Say, address: str = ""
) -> Outcome:
    """Write the site, with the skeleton of its community if one is wanted. UsageError when the folder is taken.

    With `address`, where the wheel of this program is published, the folder is one for a template repository: the
    site gets the program from there instead of taking its wheel along.
    """
    if folder.exists() and (not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir())):
        raise UsageError(f"«{folder.as_posix()}» уже є і не порожня; для нового сайту дайте порожню або нову теку.")
    community = community_id(wanted.community, ask) if wanted else ""
    wheel = _own_wheel()
    program = _program(wheel, address)
    lock = read(package_data("requirements") / "site.txt")
    workflow = read(package_data("github") / "workflows" / "publish.yml")
    files = site_files(site_name, community, program, lock, workflow, template_repository=bool(address))
    write_new(folder, {**files, **_copies()})
    shutil.copyfile(package_data("github") / "phone.png", folder / ".github" / "phone.png")
    if wheel and not address:
        shutil.copyfile(wheel, folder / wheel.name)
    say(f"Сайт створено в теці {folder.as_posix()}/. Що де, написано в її README.md.")
    if not program.sha256:
        say("Програму встановлено не з файлу випуску, тож контрольних сум немає: про це написано в requirements.txt.")
    if wanted:
        own_words = wanted.short_name if community == wanted.community else wanted.short_name or wanted.community
        return new(replace(wanted, community=community, short_name=own_words), folder / "plans", today, ask, say)
    say("Далі перейдіть у цю теку й створіть громаду:")
    say(f"  cd {folder.as_posix()}")
    say("  plans new ІДЕНТИФІКАТОР")
    return Outcome.FINE


def _program(wheel: Path | None, address: str) -> Program:
    """Tell how the new site gets this program. UsageError for an address without a wheel to take the hash from."""
    if not wheel and address:
        raise UsageError(
            "Щоб назвати адресу програми, її треба встановити з файлу .whl: з нього береться контрольна сума."
        )
    if not wheel:
        return installed(distribution(DISTRIBUTION).version, _origin())
    sha256 = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return released(address, sha256) if address else Program(f"./{wheel.name}", sha256=sha256)


def _copies() -> dict[str, str]:
    """Return the files that a new site takes over as they are."""
    github = package_data("github")
    forms = sorted((github / "ISSUE_TEMPLATE").glob("*.yml"))
    taken = [
        *(f"failure/{note}.md" for note in ("data", "links", "publish")),
        *(f"ISSUE_TEMPLATE/{form.name}" for form in forms),
        *("labels.sh", "new-addresses.sh", "workplace.sh", "first-steps.md", "first-steps.sh"),
    ]
    return {
        "content/.gitkeep": "",
        **{f".github/{name}": read(github / name) for name in taken},
        "plans/addresses.txt": list_of([]).decode(),
        ".github/update.sh": read(_SITE_FILES / "update.sh"),
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
@click.option(
    "--program-address",
    "address",
    default="",
    metavar="АДРЕСА",
    help="Для шаблону сайту: звідки він братиме файл програми (.whl); без цього файл кладуть поруч.",
)
@about_community
def command_line(folder: Path, site_name: str, community: str | None, address: str, **options: str | None) -> Outcome:
    """Run `plans new-site`."""
    wanted = Wanted(community, **options) if community else None
    return new_site(folder, site_name, wanted, as_of_date(None, os.environ), asker(), click.echo, address)
