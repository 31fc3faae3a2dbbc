# What the older system deployed, taken over with all that is in it: docs/migrating.md. The next `exportctl render`
# without --adopt removes this file; what was imported by then stays so.
