"""The address: what is raced and where on the pages one stands, as a query that people can read.

    ?scene=beale&opt=adam:lr=0.05,nag,nag~gentle:mu=0.5&start=1,1.6&steps=200&t=80

Only what differs from the scene's own is written. What comes in is text from a stranger: each part
is checked by itself, what can be read is used, and the rest is named in a sentence.
"""

from optviz.spec.address.entries import entrants
from optviz.spec.address.parts import APART, MOST_STEPS, PAGES, PARTS, VIEWS, Place
from optviz.spec.address.reading import read
from optviz.spec.address.site import DEFINITIONS, LESSON, RACE, on_site
from optviz.spec.address.writing import write

__all__ = [
    "APART",
    "DEFINITIONS",
    "LESSON",
    "MOST_STEPS",
    "PAGES",
    "PARTS",
    "RACE",
    "VIEWS",
    "Place",
    "entrants",
    "on_site",
    "read",
    "write",
]
