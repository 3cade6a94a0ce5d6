"""What archives need and the default install has not: importing this says in one line what is missing."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.errors import Unusable

for _package in ("fastwarc", "fsspec", "resiliparse"):
    if find_spec(_package) is None:
        raise Unusable(f'archives need {_package}, which is not installed: pip install ".[archive]"')
