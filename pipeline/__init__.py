"""Government briefs on relations with another country, read into tables whose every cell points at its words.

The flow, left to right; nobody reaches back:

    sources      a folder of texts        -> documents to read, or the reason why one is refused
    reading      one document             -> rows of every table, with the evidence for each cell
    audit        text and rows of one     -> what no row uses (coverage), what to be careful with (caveats)
    tables       the rows of all          -> one typed, sorted table for each schema
    checks       tables and texts         -> findings; a package with a finding is not published
    descriptor   the files                -> datapackage.json
    publish      a finished staging folder -> the package, whole or not at all

Many documents go the same way in `batches`, read by `workers` and joined by `writing`. What a person overruled
(`corrections`) is put in right after the reading.

What is told about a finished package reads it through `published`, a folder or a zip: `explain` (why this value),
`difference` (what changed), `exports` (the same in other vocabularies), `release` (all of it in one file), `site` (one
page to look at). What is told about the rules: `rulebook` (each with its proof), `scoring` (how well they read).

The same reading over web archives and tables of pages: `archive` cuts them into shards and gives each page as a text.

Beside the flow: `tableschema` (schemas/ as plain data), `validators` (the same for pandera, pyarrow and DuckDB),
`lexicons` (what is specific to the world, not to a text), `readme` (the generated parts of README.md, from
`headline` and with `picture`), `reports` (findings for other people's tools).
"""
