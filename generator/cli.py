"""Where the command `plans` starts and ends; what it can do is listed in generator/commands/listing.py."""

import os
import signal
import sys
from types import FrameType

STOPPED = "Перервано."


def main() -> None:
    """Run the command and end with its status; Ctrl-C ends it in words from here on, while modules load as well."""
    before = signal.getsignal(signal.SIGINT)
    if (
        before is signal.default_int_handler
    ):  # else somebody chose otherwise, as a shell does for work in the background
        signal.signal(signal.SIGINT, _stop_at_once)
    try:
        from generator.commands.running import run  # noqa: PLC0415 - what takes time is loaded once Ctrl-C is caught

        status = run(STOPPED)
    finally:
        signal.signal(signal.SIGINT, before)
    sys.exit(status)


def _stop_at_once(_signal: int, _frame: FrameType | None) -> None:
    """Say it and end: an exception raised inside an import would come out as a traceback."""
    print(STOPPED, file=sys.stderr, flush=True)  # noqa: T201 - click is not loaded yet
    os._exit(1)


if __name__ == "__main__":
    main()
