"""`python -m pipeline`: see cli."""

import sys

if __name__ == "__main__":  # each worker imports this module too, and needs no commands
    from pipeline.cli import main

    sys.exit(main())
