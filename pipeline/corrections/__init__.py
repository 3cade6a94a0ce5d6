"""A person overrules cells: `ledger` (the lines of raw/corrections.csv) -> `apply` (the rows with those made)."""
