"""The running side of archives: shards are read on whatever runs them, and what came of them becomes one package.

place       the folder of a run: where each file of a shard lies, and which shards are done
reader      one batch of pages -> its tables, checked; the child process that hostile pages may kill
guard       starts that child, tells what a page did to it, and reads the other pages all the same
shard       one shard -> its files; pure, without any engine, and what every engine runs
local, on_dask   the engines: which shards are read where, and what is done where a worker is killed
finish      all shards -> the shared entities, the quarantine, the descriptor
command     what `python -m pipeline archive` does with all of these
"""
