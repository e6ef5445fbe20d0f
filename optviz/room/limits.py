"""How much may come from one place: messages of a phone, wrong codes from a network."""

import time
from collections import OrderedDict
from collections.abc import Callable

PLACES = 10_000  # networks that are remembered, the latest
WRONG = (30, 0.5)  # codes at once, and how many more each second: a class mistypes less


class Bucket:
    """So many at once, and so many more each second."""

    def __init__(
        self, most: float, each_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most, self.each_second, self.clock = most, each_second, clock
        self.left, self.seen = most, clock()

    def _fill(self) -> None:
        now = self.clock()
        self.left = min(self.most, self.left + (now - self.seen) * self.each_second)
        self.seen = now

    def take(self) -> bool:
        """Take one; False where none is left."""
        self._fill()
        if self.left < 1:
            return False
        self.left -= 1
        return True

    @property
    def is_empty(self) -> bool:
        """Whether none is left."""
        self._fill()
        return self.left < 1


class Tries:
    """Wrong codes by the network that they came from.

    Codes have 27 bits. With some 50 rooms open, a network that tries one code every two seconds
    finds one after three months.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def wrong(self, network: str) -> None:
        """A code from there was wrong."""
        bucket = self._buckets.setdefault(network, Bucket(*WRONG, self._clock))
        self._buckets.move_to_end(network)
        if len(self._buckets) > PLACES:
            self._buckets.popitem(last=False)
        bucket.take()

    def are_too_many(self, network: str) -> bool:
        """Whether who comes from there has to wait."""
        bucket = self._buckets.get(network)
        return bucket is not None and bucket.is_empty
