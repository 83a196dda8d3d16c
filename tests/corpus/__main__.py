"""Write a made-up country: python tests/corpus FOLDER COMMUNITIES."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus.country import country

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, content in country(int(sys.argv[2])).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
