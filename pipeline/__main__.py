"""`python -m pipeline`: see cli."""

import gc
import sys

if __name__ == "__main__":  # each worker imports this module too, and needs no commands
    from pipeline.lean import tidy_seldom

    tidy_seldom()
    from pipeline.cli import main

    code = main()
    gc.freeze()  # to look through all objects once more at the end would take a tenth of a short build
    sys.exit(code)
