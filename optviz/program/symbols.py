"""Symbols: what a rule or a loss is given in place of arrays, which writes down what is done to it.

numpy asks the objects that it is given how to compute with them (NEP 13 and NEP 18), so that
definitions written for arrays run on symbols as they are. A symbol is a small array of places in a
trace. In front of a loss that is a mean over samples it may have the samples as its last axis.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin
from numpy.typing import NDArray

from optviz.program.operations import OPERATIONS
from optviz.program.program import COUNT
from optviz.program.trace import Trace, UntraceableError

SAMPLES = "samples"  # stands for their number in a shape
FEW = 8  # numbers in an array of coordinates; those with more have one for each sample

# What numpy can do and how a program does it.
SPELLED: dict[str, Callable[..., Any]] = {
    "square": lambda x: x * x,
    "reciprocal": lambda x: 1.0 / x,
    "positive": lambda x: x,
    "fabs": np.absolute,
    "float_power": np.power,
    "conjugate": lambda x: x,
    "heaviside": lambda x, at: np.where(x < 0, 0.0, np.where(x > 0, 1.0, at)),
    "rint": lambda x: refuse("it rounds"),
}


def refuse(why: str) -> Any:
    """Say why it cannot be traced."""
    raise UntraceableError(why)


class Symbol(NDArrayOperatorsMixin):
    """A small array of values in a trace.

    Attributes:
        trace: where its values are written down.
        places: (...) of them; without the axis of the samples.
        sampled: whether there is one for each sample: then the last axis is that of the samples.
    """

    def __init__(self, trace: Trace, places: Any) -> None:
        self.trace = trace
        self.places: NDArray[np.intp] = np.asarray(places, dtype=np.intp)

    @property
    def sampled(self) -> bool:
        return any(self.trace.values[place].sampled for place in self.places.flat)

    @property
    def shape(self) -> tuple[Any, ...]:
        return (*self.places.shape, SAMPLES) if self.sampled else self.places.shape

    @property
    def ndim(self) -> int:
        return len(self.shape)

    @property
    def size(self) -> int:
        return self.places.size

    @property
    def dtype(self) -> np.dtype[Any]:
        return np.dtype(float)

    @property
    def T(self) -> "Symbol":
        return Symbol(self.trace, self.places.T)

    def __repr__(self) -> str:
        return f"Symbol{self.shape}"

    def __len__(self) -> int:
        return len(self.places)

    def __bool__(self) -> bool:
        return bool(refuse("it decides by a value, with `if`, `and` or `while`: use np.where"))

    def __float__(self) -> float:
        return float(refuse("it makes a plain number of an array, with float() or math"))

    __int__ = __index__ = __float__

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Operations as methods: numpy asks the elements of arrays of objects for them."""
        if name not in OPERATIONS:
            raise AttributeError(f"symbols have no {name!r}")
        return lambda *others: elementwise(self.trace, name, (self, *others))

    def __getitem__(self, key: Any) -> "Symbol":
        if not self.sampled:
            return Symbol(self.trace, self.places[key])
        keys = key if isinstance(key, tuple) else (key,)
        if keys and keys[-1] == slice(None):  # all samples
            return Symbol(self.trace, self.places[keys[:-1]])
        return Symbol(self.trace, refuse("it takes single samples"))

    def __setitem__(self, key: Any, value: Any) -> None:
        other = as_symbol(self.trace, value)
        if self.sampled or other.sampled:
            refuse("it writes into samples")
        self.places[key] = other.places

    def copy(self, order: str = "K") -> "Symbol":
        return Symbol(self.trace, self.places.copy())

    def astype(self, kind: Any, **options: Any) -> "Symbol":
        return self if np.dtype(kind) == float else refuse(f"it converts to {np.dtype(kind)}")

    def reshape(self, *shape: Any) -> "Symbol":
        return (
            refuse("it shapes samples anew")
            if self.sampled
            else Symbol(self.trace, self.places.reshape(*shape))
        )

    def sum(self, axis: Any = None, **options: Any) -> Any:
        return total(self, axis, **options)

    def mean(self, axis: Any = None, **options: Any) -> Any:
        return mean(self, axis, **options)

    def max(self, axis: Any = None, **options: Any) -> Any:
        return extreme("maximum")(self, axis, **options)

    def min(self, axis: Any = None, **options: Any) -> Any:
        return extreme("minimum")(self, axis, **options)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        out = options.pop("out", None)
        if method != "__call__" or options:
            refuse(f"it uses np.{ufunc.__name__} in a way that programs do not have")
        inputs = tuple(unwrapped(each) for each in inputs)
        found = self._computed(ufunc.__name__, inputs)
        if out is None:
            return found
        if not isinstance(out[0], Symbol):
            refuse("it writes into an array of its own")
        out[0].places = np.broadcast_to(found.places, out[0].places.shape).copy()
        return out[0]

    def _computed(self, name: str, inputs: tuple[Any, ...]) -> "Symbol":
        name = {"abs": "absolute", "pow": "power"}.get(name, name)
        if name in SPELLED:
            return as_symbol(self.trace, SPELLED[name](*inputs))
        if name not in OPERATIONS:
            refuse(f"it uses np.{name}, which programs do not have")
        return elementwise(self.trace, name, inputs)

    def __array_function__(
        self, function: Any, types: Any, args: tuple[Any, ...], options: dict[str, Any]
    ) -> Any:
        name = function.__name__
        if name not in FUNCTIONS:
            refuse(f"it uses np.{name}, which programs do not have")
        return FUNCTIONS[name](*args, **options)


def unwrapped(value: Any) -> Any:
    """One symbol for the array of symbols that np.asarray and np.array make."""
    if not isinstance(value, np.ndarray) or value.dtype != object:
        return value
    symbols = [each for each in value.flat if isinstance(each, Symbol)]
    if not symbols:
        return value
    if value.ndim == 0:
        return symbols[0]
    elements = [as_symbol(symbols[0].trace, each).places for each in value.flat]
    if any(each.ndim for each in elements):
        refuse("it puts arrays into arrays of objects")
    return Symbol(symbols[0].trace, np.array(elements).reshape(value.shape))


def as_symbol(trace: Trace, value: Any) -> Symbol:
    """Numbers, arrays of numbers and symbols as symbols."""
    value = unwrapped(value)
    if isinstance(value, Symbol):
        return value
    numbers = np.asarray(value)
    if numbers.dtype.kind not in "biuf":
        refuse(f"it computes with {type(value).__name__}, which is no number")
    if numbers.size > FEW:
        if numbers.ndim > 1:
            refuse("it computes with a table of numbers at once")
        return Symbol(trace, trace.column(numbers.astype(float)))
    places = [trace.constant(float(each)) for each in numbers.flat]
    return Symbol(trace, np.array(places, dtype=np.intp).reshape(numbers.shape))


def elementwise(trace: Trace, operation: str, inputs: tuple[Any, ...]) -> Symbol:
    """An operation of the table on symbols and numbers that broadcast."""
    symbols = [as_symbol(trace, each) for each in inputs]
    over_samples = any(each.sampled for each in symbols)
    spread = [along_samples(each) if over_samples else each.places for each in symbols]
    places = np.broadcast_arrays(*spread)
    found = [
        trace.apply(operation, *(int(each) for each in operands))
        for operands in zip(*(each.flat for each in places), strict=True)
    ]
    return Symbol(trace, np.array(found, dtype=np.intp).reshape(places[0].shape))


def along_samples(symbol: Symbol) -> NDArray[np.intp]:
    """Its places where another has an axis of samples; its own last axis there has length 1."""
    if symbol.sampled or symbol.places.ndim == 0:
        return symbol.places
    if symbol.places.shape[-1] != 1:
        refuse("it mixes coordinates with samples")
    return symbol.places[..., 0]


def where(condition: Any, *cases: Any) -> Symbol:
    """np.where of three arguments."""
    if len(cases) != 2:
        refuse("it asks where something is, with np.where of one argument")
    trace = next(each for each in map(unwrapped, (condition, *cases)) if isinstance(each, Symbol))
    return elementwise(trace.trace, "where", (condition, *cases))


def total(symbol: Any, axis: Any = None, **options: Any) -> Symbol:
    """np.sum over the samples, or over coordinates one after the other."""
    return reduced("add", symbol, axis, **options)


def mean(symbol: Any, axis: Any = None, **options: Any) -> Any:
    """np.mean: the sum, divided by how many there are."""
    symbol = unwrapped(symbol)
    count: Any = symbol.places.size
    if symbol.sampled and axis in (-1, None):
        count = Symbol(symbol.trace, symbol.trace.input(COUNT))
    elif axis is not None:
        count = symbol.places.shape[axis]
    return total(symbol, axis, **options) / count


def reduced(operation: str, symbol: Any, axis: Any = None, keepdims: bool = False) -> Symbol:
    """A reduction, over the samples or over coordinates."""
    symbol = unwrapped(symbol)
    trace, places = symbol.trace, symbol.places
    if symbol.sampled:
        alone = places.ndim == 0 and axis in (None, 0)
        if operation != "add" or not (axis == -1 or alone) or keepdims:
            refuse("it reduces samples in another way than by their sum or mean")
        summed = [trace.sum(int(each)) for each in places.flat]
        return Symbol(trace, np.array(summed, dtype=np.intp).reshape(places.shape))
    if axis is None:
        places, axis = places.reshape(-1), 0
        if keepdims:
            refuse("it keeps the dimensions of a reduction of all")
    parts = [Symbol(trace, each) for each in np.moveaxis(places, axis, 0)]
    found = parts[0]
    for each in parts[1:]:
        found = elementwise(trace, operation, (found, each))
    return Symbol(trace, np.expand_dims(found.places, axis)) if keepdims else found


def extreme(operation: str) -> Callable[..., Symbol]:
    """np.max or np.min."""
    return lambda symbol, axis=None, **options: reduced(operation, symbol, axis, **options)


def clip(symbol: Any, low: Any = None, high: Any = None, **options: Any) -> Any:
    """np.clip."""
    if options:
        refuse("it uses np.clip in a way that programs do not have")
    found = symbol if low is None else np.maximum(symbol, low)
    return found if high is None else np.minimum(found, high)


def stack(parts: Any, axis: int = 0) -> Symbol:
    """np.stack of symbols and numbers."""
    trace = next(each for each in parts if isinstance(each, Symbol)).trace
    symbols = [as_symbol(trace, each) for each in parts]
    if any(each.sampled for each in symbols):
        refuse("it stacks samples")
    return Symbol(trace, np.stack([each.places for each in symbols], axis))


def filled(number: float) -> Callable[..., Symbol]:
    """np.zeros_like and np.ones_like: the shape of a symbol, filled with a number."""

    def like(symbol: Symbol, *args: Any, **options: Any) -> Symbol:
        return as_symbol(symbol.trace, np.full(symbol.places.shape, number))

    return like


def norm(symbol: Symbol, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    """np.linalg.norm, the Euclidean one."""
    if ord not in (None, 2) or symbol.sampled:
        refuse("it uses another norm than the Euclidean one of a point")
    return np.sqrt(total(symbol * symbol, axis, keepdims=keepdims))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "where": where,
    "sum": total,
    "mean": mean,
    "max": extreme("maximum"),
    "amax": extreme("maximum"),
    "min": extreme("minimum"),
    "amin": extreme("minimum"),
    "clip": clip,
    "stack": stack,
    "zeros_like": filled(0.0),
    "ones_like": filled(1.0),
    "full_like": lambda symbol, number, **options: filled(number)(symbol),
    "copy": lambda symbol, **options: symbol.copy(),
    "shape": lambda symbol: symbol.shape,
    "ndim": lambda symbol: symbol.ndim,
    "size": lambda symbol: symbol.size,
    "norm": norm,
    "broadcast_arrays": lambda *symbols: list(symbols),
}
