"""A rule that cannot go on: what races and studies leave out, with a sentence."""

from pathlib import Path

from optviz.optimizers import Optimizer


class RuleFailed(ValueError):  # noqa: N818, it is one
    """A rule that cannot go on, in one sentence without a full stop.

    Attributes:
        optimizer: whose rule it is.
        words: the sentence without the place.
        line: of the file, where it is known.
    """

    def __init__(
        self, optimizer: Optimizer, words: str, file: str = "", line: int | None = None
    ) -> None:
        place = f"{Path(file).name}, line {line}: " if line else ""
        super().__init__(f"{place}{words}")
        self.optimizer, self.words, self.line = optimizer, words, line
