"""`make fuzz`: many inputs to every parser of what people write; what one stumbles over is kept in corpus/.

`COUNT` inputs each, `SEED` the first of them; names of parsers as arguments choose among them.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz.parsers import CORPUS, PARSERS
from fuzz.running import Finding, inputs, tried


def main() -> int:
    count, seed = int(os.environ.get("COUNT", "10000")), int(os.environ.get("SEED", str(time.time_ns())))
    print(f"SEED={seed}")
    failed = 0
    for name in sys.argv[1:] or PARSERS:
        parser, started = PARSERS[name], time.process_time()
        found: dict[str, Finding] = {}
        for data in inputs(parser, count, seed):
            finding = tried(parser, data)
            if finding:
                found.setdefault(finding.where, finding)
        print(f"{name}: {count} входів, {time.process_time() - started:.0f} с, знайдено {len(found)}", flush=True)
        for finding in found.values():
            keep(finding)
        failed += len(found)
    return 1 if failed else 0


def keep(finding: Finding) -> None:
    """Keep an input for the tests, and show what it did."""
    folder = CORPUS / finding.parser
    folder.mkdir(parents=True, exist_ok=True)
    (folder / finding.name).write_bytes(finding.data)
    print(f"--- {finding.parser}/{finding.name}\n{finding.told}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
