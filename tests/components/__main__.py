"""`make components`: write the pages of all examples into build/components/."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from components.gallery import write_gallery

FOLDER = Path(__file__).parents[2] / "build" / "components"

shown, whole = write_gallery(FOLDER)
print(f"Складники готові: {shown[0]}; аркушів {len(shown)}, цілих сторінок {len(whole)}.")
