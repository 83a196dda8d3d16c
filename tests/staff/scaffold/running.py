"""The `plans` command in this very process, which is much faster than starting it anew."""

import io
import os
import signal
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from generator import cli


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


def run_plans(*arguments, cwd, **environment):
    out, err, status, before = io.StringIO(), io.StringIO(), 0, sys.argv
    pressed = signal.getsignal(signal.SIGINT)
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), patch.dict(os.environ, environment):
        sys.argv = ["plans", *arguments]
        try:
            cli.main()
        except SystemExit as end:
            status = end.code
        finally:
            sys.argv = before
            signal.signal(signal.SIGINT, pressed)
    return Done(status, out.getvalue(), err.getvalue())
