"""What stops a command from outside, told in Ukrainian: a command line typed wrong, a file that can't be used."""

import errno
import os
import re
from pathlib import Path

import click

_NO_PATH = "файлу чи теки «{0}» немає; перевірте назву і теку, з якої запущено"
_REASONS = (
    (r"(?:File|Directory|Path) '(.+)' does not exist", _NO_PATH),
    (r"(?:File|Path) '(.+)' is a directory", "«{0}» – тека, а потрібен файл"),
    (r"(?:Directory|Path) '(.+)' is a file", "«{0}» – файл, а потрібна тека"),
    (r"'(.+)' is not readable", "до «{0}» немає доступу"),
    (r"'(.*)' is not one of (.+)\.", "«{0}»; дозволено: {1}"),
    (r"'(.*)' is not a valid integer", "«{0}» не є цілим числом"),
    (r"unexpected extra arguments? \((.+)\)", "зайве: «{0}»"),
    (r"Option '(.+)' requires an argument", "параметр «{0}» потребує значення"),
)
"""What click says, and the same in Ukrainian."""
_OF_THE_SYSTEM = {
    errno.ENOENT: "такого файлу чи теки немає, і створити їх тут не можна",
    errno.EACCES: "немає дозволу",
    errno.EPERM: "немає дозволу",
    errno.EROFS: "цей диск лише для читання",
    errno.ENOSPC: "на диску немає місця",
    errno.EDQUOT: "ваше місце на диску вичерпано",
    errno.EBUSY: "його зараз тримає інша програма або система",
    errno.ELOOP: "посилання ведуть одне на одне",
    errno.EEXIST: "на цьому місці стоїть файл",
    errno.ENOTDIR: "на шляху стоїть файл, а потрібна тека",
    errno.EISDIR: "на цьому місці стоїть тека, а потрібен файл",
    errno.ENAMETOOLONG: "назва задовга",
    errno.EMFILE: "відкрито забагато файлів",
    errno.EFBIG: "файл завеликий для цього диска",
    errno.EIO: "диск не відповідає; можливо, він пошкоджений",
    errno.EADDRINUSE: "ця адреса вже зайнята; дайте інший порт: --address 127.0.0.1:8001",
}
"""Reasons that the system gives by number."""
_FULL = {errno.ENOSPC, errno.EDQUOT}


def words_of(error: click.ClickException) -> str:
    """Say what is wrong with a command line."""
    match error:
        case click.NoSuchOption():
            return f"параметра «{error.option_name}» немає"
        case click.MissingParameter():
            return f"бракує значення «{_name(error)}»"
        case click.BadParameter():
            return f"значення «{_name(error)}» не годиться: {_reason(error.message)}"
        case _:
            return _reason(error.format_message())


def words_of_system(error: OSError, near: Path | None = None) -> str:
    """Say which file or folder the system refused, and why; in the system's own words where the reason is rare.

    `near` is where it was written when the system does not name the file.
    """
    reason = _OF_THE_SYSTEM.get(error.errno or 0) or error.strerror or str(error)
    place = os.fsdecode(error.filename) if error.filename else str(near or "")
    if place and error.errno in _FULL:
        return f"Не вдалося записати «{place}»: {reason} («{_disk_of(Path(place))}»); звільніть його й повторіть."
    return f"Не вдалося прочитати чи записати «{place}»: {reason}." if place else f"Не вдалося: {reason}."


def _disk_of(path: Path) -> Path:
    """Return where the disk is mounted that a path lies on."""
    whole = path.absolute()
    return next(place for place in (whole, *whole.parents) if place.is_mount() or place == Path(whole.anchor))


def help_of(error: click.ClickException) -> str:
    """Name the help of the very command that was used wrong."""
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else 'plans'} --help"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name


def _reason(message: str) -> str:
    """Say why click refused a value; in its own words where it is none of the usual reasons."""
    for pattern, words in _REASONS:
        if found := re.search(pattern, message):
            return words.format(*found.groups())
    return message
