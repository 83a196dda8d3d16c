"""Where the command `plans` starts and ends; what it can do is listed in generator/commands/listing.py."""

import _signal  # type: ignore[import-not-found]  # what `signal` wraps: that loads enumerations for milliseconds
import os
import sys

STOPPED = "Перервано."


def main() -> None:
    """Run the command and end with its status; from here to the end of the process Ctrl-C stops it in words."""
    # another handler is somebody's choice, as of a shell for work in the background
    ours = _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler
    if ours:
        _signal.signal(_signal.SIGINT, _stop_at_once)
    try:
        from generator.commands.running import run  # noqa: PLC0415 - what takes time is loaded once Ctrl-C is caught

        status = run(STOPPED)
    except KeyboardInterrupt:  # pressed while the words about something else were being found
        _stop_at_once()
    if ours:
        _signal.signal(_signal.SIGINT, _stop_at_once)
    sys.exit(status)


def _stop_at_once(_number: int = 0, _frame: object = None) -> None:
    """Say it and end: an exception raised inside an import would come out as a traceback."""
    print(STOPPED, file=sys.stderr, flush=True)  # noqa: T201 - click is not loaded yet
    os._exit(1)


if __name__ == "__main__":
    main()
