"""Looking for minima: where a loss has isolated local minima and level floors in its picture.

Nothing here is random, so the same loss has the same minima every time.

The lowest points of a grid among their neighbours are refined by Newton's method. Where the
gradient vanishes and the loss curves up in all directions, there is a minimum. The others go down
from ring to ring, which needs no gradient and so finds kinks and cusps, too (|x| + |y|); there is
a minimum if a ring round it is higher everywhere, a floor if a ring is as low in some direction. A
floor is followed to its ends: with a way down along it it is none.
"""

from surfaces.minima.found import Found
from surfaces.minima.picture import Gradient, Limits, Loss
from surfaces.minima.search import find_minima
from surfaces.minima.views import find_view

__all__ = ["Found", "Gradient", "Limits", "Loss", "find_minima", "find_view"]
