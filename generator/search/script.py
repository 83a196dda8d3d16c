"""A piece of the index as a file."""

import json
from typing import Any


def written(name: str, value: Any) -> bytes:
    """One piece as a script."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"planSearch.piece({json.dumps(name)},{body});\n".encode()
