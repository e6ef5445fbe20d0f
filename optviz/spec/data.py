"""Data of a visitor's own as what is raced: columns of a table, and the model of two weights."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from optviz.heightmap import Heightmap, heightmap
from optviz.memo import memo
from optviz.scenes import Scene
from optviz.scenes.typed import plain_scene
from optviz.spec.parsing import check_one_of
from surfaces.data import huber, least_squares, logistic, softplus
from surfaces.data.table import Table
from surfaces.keeping import Keeper
from surfaces.surface import Surface

FEW = 200  # samples, of which a loss is drawn in a moment
BATCH = 32  # samples in a minibatch at most, to begin with
SLOTS = 4  # minibatches in an epoch at least, so that steps see different ones
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
    "softplus": DataModel("Softplus regression", softplus),
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
    keeper: Keeper = field(init=False, default_factory=Keeper, compare=False, repr=False)

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
            batch=own_batch(table),
            name=model.name,
            keeper=self.keeper,
            **own,
        )
        return replace(plain_scene(self.named(surface), SOURCE), views=self.views)

    def named(self, surface: Surface) -> Surface:
        """The loss with the names of columns and classes for the picture of its samples."""
        batches = surface.minibatches
        if batches is None or batches.fit is None:
            return surface
        fit, scaled = batches.fit, " (standardized)" * self.standardize
        names = [f"{each}{scaled}" for each in self.inputs] + [self.target] * (fit.kind != "side")
        if MODELS[self.model].classes:
            fit = fit._replace(classes=self.table.classes(self.target).names)
        if fit.kind == "chance":
            names[1] = f"chance of {fit.classes[1]}"
        fit = fit._replace(names=(names[0], names[1]))
        return replace(surface, minibatches=replace(batches, fit=fit))

    @property
    def views(self) -> tuple[str, ...]:
        """What is shown to begin with: of two columns and a number there is no picture."""
        drawn = len(self.inputs) == 1 or MODELS[self.model].classes
        return ("above", "samples") if drawn else ("above",)

    @property
    def words(self) -> str:
        """What is fitted to what: "Linear regression of price on size and rooms"."""
        model = MODELS[self.model]
        target = self.target
        if model.classes:
            no, yes = self.table.classes(target).names
            target += f" (1 is {yes}, 0 is {no})"
        said = f"{model.name} of {target} on {' and '.join(self.inputs)}"
        return said + ", standardized" * self.standardize

    @property
    def conditioning(self) -> str:
        """How ill-conditioned the loss is, or why it is not said: "Condition number 26 at ..."."""
        said = self.scene.surface.source.rpartition("; ")[2]
        return said[0].upper() + said[1:]


def own_batch(table: Table) -> int:
    """How many samples a step sees, to begin with."""
    return max(1, min(BATCH, len(table) // SLOTS))


def drawn(data: Data) -> Scene:
    """The scene of data, once its loss is drawn.

    Raises:
        ValueError: it has no value in the picture.
    """
    surface = data.scene.surface
    if len(data.table) > FEW:
        heightmap.keep((surface,), relief(surface))
    heightmap(surface)
    return data.scene


@memo(4, long="drawing the loss of your data")
def relief(surface: Surface) -> Heightmap:
    """The relief of a loss over many samples, which takes seconds."""
    return heightmap(surface)


def first_choice(table: Table) -> Data:
    """The data with which a table begins: its last column of numbers, or of two classes.

    Raises:
        ValueError: it has no two columns that go together; one sentence says what is missing.
    """
    numeric = table.numeric
    classes = [each for each in table.names if has_two_classes(table, each)]
    for target in reversed(table.names):
        inputs = tuple(each for each in numeric if each != target)[:1]
        if inputs and target in classes:
            return Data(table, inputs, target, "logistic")
        if inputs and target in numeric:
            return Data(table, inputs, target)
    for each in table.names:
        if each not in classes:
            table.numbers(each)  # tells the first cell that is none
    raise ValueError(
        f"the table has {len(numeric)} column{'s' * (len(numeric) != 1)} of numbers: give one for "
        "an input, and beside it one to predict, of numbers or of two classes"
    )


def has_two_classes(table: Table, name: str) -> bool:
    """Whether a column can be predicted by a model of classes."""
    try:
        table.classes(name)
    except ValueError:
        return False
    return True
