"""The commands: what they take and print, and the exit codes 0 good, 1 findings, 2 unusable.

Everything that is wrong is one line on stderr; a traceback never reaches a user. What a command needs is imported when
it runs, so that help and a mistyped option answer at once.
"""

from __future__ import annotations

import os
import sys

from typer.exceptions import TyperException

from pipeline.errors import Unusable, one_line

from . import making, judging, publishing  # isort: skip  (the order in which --help lists their commands)
from .app import GOOD, INTERRUPTED, UNUSABLE, app
from .saying import complain

__all__ = ["judging", "main", "making", "publishing"]


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code, whatever happens."""
    try:
        code = int(app(arguments, prog_name="python -m pipeline", standalone_mode=False) or GOOD)
        if code == INTERRUPTED:  # typer turns Ctrl-C into this code and says nothing
            complain("interrupted")
        return code
    except Unusable as error:
        complain(f"error: {one_line(error)}")
    except TyperException as error:
        complain(f"error: {one_line(error.format_message())} (--help lists what there is)")
    except BrokenPipeError:  # the reader of our output has gone, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        complain(f"error: unexpected {type(error).__name__}: {one_line(error)}; please report it with your command")
    return UNUSABLE
