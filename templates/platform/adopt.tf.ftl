# Resources of the older system, imported with their content: docs/migrating.md. The next `exportctl render` without
# --adopt removes this file; resources that were imported stay in the state.
