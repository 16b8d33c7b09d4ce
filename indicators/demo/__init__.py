"""The demo: real figures of public producers, loaded through the import and the review like any others.

`catalogue.yaml` holds sources, departments and peer groups; `sheets/` one file for each indicator, with the files it
imports; `files/` small tidy files of our own writing; `recipes/` how they are read. `docs/demo.md` lists them all.
"""
