"""The commands of `fazhi`, and what they have in common. What they do lies elsewhere; nothing but the command line knows them.

- ``streams``: exit statuses, standard output, complaints
- ``options``: options that several commands take
- ``output``: the output flags, one set for every command that writes
- ``flags``: sets of flags that several commands have
- ``folders``: the flags of work on many files; `watch`, `status`
- ``inputs``: documents, rules and reports, with a word for each that cannot be had
- ``reading``: `extract`, `text`, `explain`
- ``records``: `export`, `diff`
- ``catalogue``: `catalogue list`, `show`, `test`
- ``listings``: `formats`, `columns`, `schema`
"""
