"""Stages: a loss that changes while it is descended, each stage with samples of its own."""

from dataclasses import dataclass

from surfaces.minibatches import Minibatches


@dataclass(frozen=True)
class Stages:
    """How a loss that is a mean over samples shows some of them first and others later.

    Attributes:
        parts: for each stage, in their order, what its steps see.
        lasts: steps in a stage; the last stage goes on for ever.
    """

    parts: tuple[Minibatches, ...]
    lasts: int

    def at(self, step: int) -> Minibatches:
        """What step number `step` (from 0) draws its minibatch from."""
        return self.parts[min(step // self.lasts, len(self.parts) - 1)]
