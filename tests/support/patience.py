"""How long tests wait."""

# s; a guard against hanging, never a measure: on a slow machine that is busy with other tests, what
# takes a second elsewhere has taken a minute.
PATIENCE = 240
