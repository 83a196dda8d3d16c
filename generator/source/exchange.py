"""Two names of a disk exchanged in one step, where the system can: nobody ever sees neither, or half of one."""

import ctypes
import os
import sys
from collections.abc import Callable
from errno import EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EXDEV
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS have the same value."""
_NOT_HERE = {EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM, EXDEV}
"""What a system or a file system answers that knows no exchange; what else may be wrong, a rename will say."""

_Swap = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names, both of which stand; False, with nothing changed, where the system can't.

    OSError for any other reason, told of the second name.
    """
    swap = _swap()
    if swap is None:
        return False
    if swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _swap() -> _Swap | None:
    """Find the call of the system: renameat2(2) of Linux, renamex_np(2) of macOS; None where there is neither."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if function := _declared(library, "renameat2", ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p):
        return lambda one, other: int(function(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
    if function := _declared(library, "renamex_np", ctypes.c_char_p, ctypes.c_char_p):
        return lambda one, other: int(function(one, other, _EXCHANGE))
    return None


def _declared(library: ctypes.CDLL, name: str, *arguments: Any) -> Any:
    """Return a function of the system's library that ends with flags; None when it has none of that name."""
    function = getattr(library, name, None)
    if function is not None:
        function.argtypes, function.restype = [*arguments, ctypes.c_uint], ctypes.c_int
    return function
