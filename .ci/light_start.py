"""Let an environment that has the package installed in place start fast: its link and its command load next to nothing.

What the build tool writes there loads enumerations, types and temporary files before the first line of ours, 40 ms in
which Ctrl-C is a traceback of Python's own. A wheel needs none of this.
"""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = "_editable_impl_hromada_plans.py"
FINDER = '''\
"""Finds the package where it stands; written by .ci/light_start.py."""
import sys
from _frozen_importlib_external import spec_from_file_location


class InPlace:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "generator":
            return spec_from_file_location(name, {init}, submodule_search_locations=[{folder}])
        return None


sys.meta_path.append(InPlace)
'''
COMMAND = """\
#!{python}
from generator.cli import main
main()
"""


def main() -> int:
    """Write both; a name that a script can't begin with is left as it was installed."""
    folder = ROOT / "generator"
    link = Path(sysconfig.get_path("purelib"), LINK)
    if link.is_file():
        # letters of the folder's name as escapes: Python before 3.13 may read them in the encoding of the machine
        link.write_text(FINDER.format(init=ascii(str(folder / "__init__.py")), folder=ascii(str(folder))), "ascii")
    command = Path(sysconfig.get_path("scripts"), "plans")
    if command.is_file() and command.read_bytes().startswith(f"#!{sys.executable}\n".encode()):
        command.write_text(COMMAND.format(python=sys.executable), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
