"""Data of a visitor's own as what is raced: columns of a table, and the model of two weights."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from optviz.scenes import Scene
from optviz.scenes.typed import plain_scene
from optviz.spec.parsing import check_one_of
from surfaces.data import huber, least_squares, logistic
from surfaces.data.table import Table
from surfaces.keeping import Keeper
from surfaces.surface import Surface

BATCH = 32  # samples in a minibatch, to begin with
DELTA = 1.0
SOURCE = "your data, with the defaults of torch.optim"


@dataclass(frozen=True)
class DataModel:
    """A model of two weights that can be fitted to columns.

    Attributes:
        name: what it is called.
        surface: (X, y, **choices) -> its loss.
        classes: whether it tells two classes apart.
    """

    name: str
    surface: Callable[..., Surface]
    classes: bool = False


MODELS = {
    "linear": DataModel("Linear regression", least_squares),
    "logistic": DataModel("Logistic regression", logistic, classes=True),
    "huber": DataModel("Huber regression", huber),
}


@dataclass(frozen=True)
class Data:
    """A loss of a table's columns in place of a scene.

    It is private: it is in no address and no file of races, and what is computed of it is kept no
    longer than itself.

    Attributes:
        table: what was given.
        inputs: the columns of the two weights; one, which has an intercept beside it, or two.
        target: the column to be predicted.
        model: key of `MODELS`.
        standardize: whether each input gets mean 0 and standard deviation 1.
        delta: up to which Huber's loss of a residual is quadratic.

    Raises:
        ValueError: that makes no loss of two weights; one sentence says why.
    """

    table: Table = field(repr=False, hash=False)
    inputs: tuple[str, ...]
    target: str
    model: str = "linear"
    standardize: bool = False
    delta: float = DELTA
    keeper: Keeper = field(default_factory=Keeper, compare=False, repr=False)

    def __post_init__(self) -> None:
        check_one_of("model", self.model, MODELS)
        if not 1 <= len(self.inputs) <= 2:
            raise ValueError(
                f"{len(self.inputs)} inputs are not possible: choose one column, which gets an "
                "intercept beside it, or two"
            )
        chosen = [*self.inputs, self.target]
        twice = next((each for each in chosen if chosen.count(each) > 1), None)
        if twice is not None:
            raise ValueError(f"column {twice!r} is chosen twice: choose another one")
        if self.delta != DELTA and self.model != "huber":
            raise ValueError(f"delta is for Huber regression, not for the model {self.model!r}")
        _ = self.scene  # what cannot be is told where it is made

    @cached_property
    def scene(self) -> Scene:
        """The seven on the model's loss."""
        table, model = self.table, MODELS[self.model]
        columns = table.numbers(*self.inputs)
        of = self.target
        target = table.classes(of).labels if model.classes else table.numbers(of)
        own: dict[str, Any] = {"delta": self.delta} if self.model == "huber" else {}
        surface = model.surface(
            columns,
            target,
            standardize=self.standardize,
            batch=min(BATCH, len(table)),
            name=model.name,
            keeper=self.keeper,
            **own,
        )
        return plain_scene(surface, SOURCE)
