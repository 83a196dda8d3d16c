"""Zip files (and the office files that are zips) with the same bytes on every build."""

import io
import zipfile
from collections.abc import Callable, Container
from datetime import datetime


def fixed_zip(
    content: bytes, moment: datetime, rewrite: Callable[[str, bytes], bytes], stored: Container[str] = ()
) -> bytes:
    """Write a zip again: every entry dated `moment`, made by no system in particular; `rewrite` may change an entry.

    Entries that are `stored` are not packed.
    """
    result = io.BytesIO()
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, rewrite(name, old.read(name)))
    return result.getvalue()
