"""How right the reading is: briefs with hand-made gold, the rows read from them, and what was gained and lost.

`gold` (what a careful reader finds, checked) and `found` (what the reading finds) -> `judge` (which rows are the same)
-> `scores` (precision, recall, F1 for each layer) -> `runs` (the committed run, and how another differs from it).
"""
