"""`make shown`: write anew what templates show, after a change of them that is meant."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from shown.files import FILES
from shown.marking import plain

for file, lines in FILES.items():
    file.write_text(plain(lines()), encoding="utf-8")
