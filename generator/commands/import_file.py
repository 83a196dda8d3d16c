"""`plans import`: a draft plan from a Word, OpenDocument or Excel file, and a list of what needs a person's eye."""

import re
from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands.listing import command
from generator.commands.new import schema_line
from generator.commands.new_files import read, write, write_new
from generator.commands.options import NEW_PLANS_DIR
from generator.commands.outcome import Outcome, Say
from generator.model.community import Catalogue
from generator.model.records.record import SLUG
from generator.model.reserved_names import IN_COMMUNITY, IN_WINDOWS
from generator.reading.layout import COMMUNITY, EXECUTORS, PLAN
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.problem import maybe, shown
from generator.source.usage_error import UsageError
from generator.source.yaml_source import read_source
from generator.staff.importer import (
    ColumnMap,
    ColumnMapError,
    Draft,
    ImportProblem,
    draft,
    read_column_map,
    read_document,
    to_json,
    to_yaml,
)
from generator.staff.scaffold.bodies import entries, unknown_executors, with_entries
from generator.staff.scaffold.filling import filled, is_empty_skeleton
from generator.views import words

_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft goes: a community of plans/ and a folder of it; `out` is a file of the person's own choice."""

    plans_dir: Path
    community: str | None = None
    plan: str | None = None
    out: str | None = None

    @property
    def to_screen(self) -> bool:
        return self.out == "-" or (self.out is None and self.community is None)


def import_file(file: Path, output: str, columns: str | None, place: Place, say: Say, tell: Say) -> Outcome:
    """Draft a plan; the draft goes to `say` or to a file, remarks to `tell` when the draft is on the screen.

    `columns` is a person's own map of the columns. UsageError: one that makes no sense, an unknown community, a file
    that is there already.
    """
    by_hand = _column_map(columns)
    if not file.is_file():
        raise UsageError(f"Файлу «{file.as_posix()}» немає; перевірте назву й теку.")
    registry = _registry(place)
    names = _names(registry)
    try:
        drafted = draft(read_document(file), names, by_hand)
    except ImportProblem as problem:
        tell(str(problem))
        return Outcome.PROBLEMS
    if output == "json":
        return _json(drafted, place, say)
    if not drafted.measures:
        tell("Таблиці із заходами у файлі не знайдено, тому чернетки не записано.")
        _tell_notes(drafted, tell)
        return Outcome.PROBLEMS
    if place.to_screen:
        say(to_yaml(drafted, names).rstrip())
        _tell_notes(drafted, tell)
        tell("Щоб записати чернетку в теку громади, додайте: --community ІДЕНТИФІКАТОР")
        return Outcome.FINE
    _write(drafted, place, registry, say)
    return Outcome.FINE


def _column_map(text: str | None) -> ColumnMap | None:
    try:
        return read_column_map(text) if text else None
    except ColumnMapError as error:
        raise UsageError(f"--columns: {error}") from error


def _json(drafted: Draft, place: Place, say: Say) -> Outcome:
    """Print what was read for programs; without a plan in it the outcome is that of a problem all the same."""
    if place.out in (None, "-"):
        say(to_json(drafted))
    else:
        write_new(Path(), {str(place.out): f"{to_json(drafted)}\n"})
        say(f"Записано: {place.out}")
    return Outcome.FINE if drafted.measures else Outcome.PROBLEMS


def _registry(place: Place) -> Catalogue:
    """Read who may be named in the community's plans; nobody when no community is given."""
    if place.plan and not place.community:
        raise UsageError("До --plan додайте громаду: --community ІДЕНТИФІКАТОР")
    if place.community is None:
        return Catalogue(())
    if not (place.plans_dir / place.community / COMMUNITY).is_file():
        there = [path.parent.name for path in place.plans_dir.glob(f"*/{COMMUNITY}")]
        raise UsageError(
            f"Громади «{shown(place.community)}» у {place.plans_dir.as_posix()}/ немає{maybe(place.community, there)}. "
            f"Створити її: plans new {place.community}"
        )
    wanted = (EXECUTORS, f"{place.community}/{COMMUNITY}")
    files = {path: content for path, content in read_files(place.plans_dir).items() if path in wanted}
    return load(files).catalogue


def _names(registry: Catalogue) -> list[str]:
    """Return every spelling of every executor."""
    everyone = [*registry.shared_executors, *(body for found in registry.communities for body in found.executors)]
    return [
        name for body in everyone for name in (body.record.name, body.record.short_name, *body.record.spellings) if name
    ]


def _write(drafted: Draft, place: Place, registry: Catalogue, say: Say) -> None:
    """Write the draft; executors that nobody knows go to the list in community.yml, or are shown if it has none."""
    new = unknown_executors(drafted.executor_names, _names(registry))
    everyone = [*registry.shared_executors, *(body for found in registry.communities for body in found.executors)]
    listed = entries(new, {body.id for body in everyone})
    community = place.plans_dir / str(place.community) / COMMUNITY
    with_new = with_entries(read(community), listed) if new and place.out is None else None
    text = to_yaml(drafted, drafted.executor_names) + (_as_comment(listed) if new and with_new is None else "")
    target = _write_draft(text, place, say)
    if with_new is not None:
        write(community, with_new)
        say(f"До {community.as_posix()} вписано нових: {words.executors(len(new))}. Перевірте назви й ідентифікатори.")
    elif new:
        say("Виконавці, яких немає в реєстрі; додайте їх до executors у community.yml:")
        say(listed)
    if new:
        say("Якщо два записи – це той самий орган, лишіть один, а другу назву впишіть йому до spellings.")
    _tell_notes(drafted, say)
    _say_what_is_next(target, place, say)


def _write_draft(text: str, place: Place, say: Say) -> Path:
    """Write plan.yml; only the empty skeleton of `plans new` is filled, no other file is touched."""
    if place.out is not None:
        target = write_new(Path(), {place.out: text})[0]
        say(f"Чернетку записано: {target.as_posix()}")
        return target
    folder = place.plans_dir / str(place.community)
    slug = place.plan or _plan_of(folder, text)
    if not re.fullmatch(SLUG, slug) or slug in IN_COMMUNITY | IN_WINDOWS:
        raise UsageError(f"«{slug}» не може бути текою плану: потрібні малі латинські літери, цифри й дефіси між ними.")
    target = folder / slug / PLAN
    if not target.exists():
        text = f"{schema_line(place.plans_dir)}\n{text}"
        say(f"Чернетку записано: {write_new(folder, {f'{slug}/{PLAN}': text})[0].as_posix()}")
        return target
    skeleton = read(target)
    if not is_empty_skeleton(skeleton):
        raise UsageError(
            f"План {target.as_posix()} уже є і не порожній; його не змінено. "
            "Дайте іншу теку (--plan …) або файл (--out …)."
        )
    write(target, filled(skeleton, text))
    say(f"У заготовку {target.as_posix()} вписано цілі й заходи; те, що ви в ній заповнили, лишилося.")
    return target


def _plan_of(folder: Path, text: str) -> str:
    """Choose a folder: the only empty skeleton, or for a first plan one named after the years of the draft."""
    plans = sorted(folder.glob(f"*/{PLAN}"))
    empty = [path.parent.name for path in plans if is_empty_skeleton(read(path))]
    if len(empty) > 1:
        raise UsageError(f"Порожніх заготовок кілька: {', '.join(empty)}. Назвіть, котру заповнити: --plan {empty[0]}")
    if empty:
        return empty[0]
    if plans:
        there = ", ".join(path.parent.name for path in plans)
        raise UsageError(f"У громади вже є плани: {there}. Дайте новому свою теку: --plan plan-РІК")
    data = read_source("", text.encode())[0].data
    period = data.get("period") if isinstance(data, dict) else None
    years = dict.fromkeys(str(period[key].year) for key in ("start", "end")) if period else []
    return "-".join(["plan", *years])


def _as_comment(listed: str) -> str:
    lines = ["#", "# Виконавці, яких немає в реєстрі; перенесіть їх до executors у community.yml (без «#»):"]
    return "\n".join([*lines, *(f"#{line}" for line in listed.splitlines())]) + "\n"


def _tell_notes(drafted: Draft, tell: Say) -> None:
    """Say what needs a person's eye, each with its place in the file; whole texts stand in the draft."""
    tell(f"Прочитано: {words.goals(len(drafted.goals))}, {words.measures(len(drafted.measures))}.")
    if not drafted.notes:
        return
    tell("Погляньте самі (місце у файлі: що там):")
    for note in drafted.notes:
        quoted = f"«{shown(note.text, _LONGEST_SHOWN)}»" if note.text else ""
        tell("  " + ": ".join(part for part in (note.place, quoted, note.remark) if part))


def _say_what_is_next(target: Path, place: Place, say: Say) -> None:
    where = "" if place.plans_dir == Path("plans") else f" --plans-dir {place.plans_dir.as_posix()}"
    say("Далі:")
    say(f"  1. Відкрийте {target.as_posix()}: порівняйте з документом, заповніть ЗАПОВНІТЬ, перевірте ПЕРЕВІРТЕ.")
    if place.out is None:
        say(f"  2. Перевірте: plans check{where}")
    else:
        say(f"  2. Покладіть файл у теку плану під назвою {PLAN} і перевірте: plans check{where}")


@command("import")
@click.argument("file", metavar="ФАЙЛ", type=click.Path(path_type=Path))
@click.option("--community", help="Громада, у теку якої записати чернетку; без неї чернетку видно на екрані.")
@click.option("--plan", help="Тека плану; якщо не дати, програма вибере сама.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="Чернетка для людей чи для програм.",
)
@click.option("--out", metavar="ФАЙЛ", help="Файл для чернетки; «-» показує її на екрані.")
@click.option("--columns", help="Що в котрому стовпці, якщо програма не вгадала: «A=number, B=measure, C=term».")
@NEW_PLANS_DIR
def command_line(file: Path, output: str, columns: str | None, plans_dir: Path, **given: str | None) -> Outcome:
    """Run `plans import`."""
    place = Place(plans_dir, **given)
    return import_file(file, output, columns, place, click.echo, lambda text: click.echo(text, err=True))
