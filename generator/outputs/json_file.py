"""Plain data to the bytes of a JSON file."""

import json
from datetime import date
from typing import Any


def json_bytes(data: Any) -> bytes:
    """Write UTF-8 JSON on one line, Ukrainian letters as they are, keys in the order given."""
    return f"{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def iso(day: date | None) -> str | None:
    """Return a date as JSON files have it: «2025-12-31», null when there is none."""
    return day.isoformat() if day else None
