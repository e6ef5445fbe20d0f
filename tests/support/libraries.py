"""What stands in for torch, jax and optax: their interface, and numbers kept as they keep them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np


class Storage(np.ndarray[Any, Any]):
    """The numbers of a tensor, which can be replaced where they are."""

    def copy_(self, other: "Tensor") -> None:
        self[...] = other.data


class Tensor:
    """As much of torch's tensor as an adapter touches; of the kind that the default is."""

    def __init__(self, data: Any, dtype: Any = None, requires_grad: bool = False) -> None:
        array = np.array(data)
        kind = dtype or (array.dtype if array.ndim else FakeTorch.kind)
        self.data = array.astype(kind).view(Storage)
        self.grad: Tensor | None = None
        self.backward: Callable[[], None] = lambda: None

    dtype = property(lambda self: self.data.dtype)
    ndim = property(lambda self: self.data.ndim)

    def __mul__(self, other: "Tensor") -> "Tensor":
        product = Tensor(self.data * other.data)

        def backward() -> None:
            self.grad = Tensor(other.data)

        product.backward = backward
        return product

    def __float__(self) -> float:
        return float(self.data)

    def sum(self) -> "Tensor":
        total = Tensor(self.data.sum())
        total.backward = self.backward
        return total

    def is_complex(self) -> bool:
        return False

    def detach(self) -> "Tensor":
        return self

    def double(self) -> "Tensor":
        return Tensor(self.data, np.float64)

    def numpy(self) -> Any:
        return np.asarray(self.data)


class FakeTorch(ModuleType):
    """The module torch."""

    kind: Any = np.float32
    dice = np.random.Generator(np.random.PCG64(99))
    float64 = np.float64
    tensor = Tensor
    enable_grad = nullcontext
    __version__ = "0"

    @classmethod
    def get_default_dtype(cls) -> Any:
        return cls.kind

    @classmethod
    def set_default_dtype(cls, kind: Any) -> None:
        FakeTorch.kind = kind

    @classmethod
    def manual_seed(cls, seed: int) -> None:
        FakeTorch.dice = np.random.Generator(np.random.PCG64(seed))

    @classmethod
    def get_rng_state(cls) -> Any:
        return FakeTorch.dice.bit_generator.state

    @classmethod
    def set_rng_state(cls, state: Any) -> None:
        FakeTorch.dice.bit_generator.state = state


class CustomJvp:
    """A function with a derivative of its own."""

    def __init__(self, function: Any) -> None:
        self.function = function

    def __call__(self, x: Any) -> Any:
        return self.function(x)

    def defjvp(self, tangent: Any) -> None:
        self.tangent = tangent


def derivative(function: Any) -> Callable[[Any], Any]:
    """Its gradient: by its own derivative, or by central differences, exact for a parabola."""

    def gradient(x: Any) -> Any:
        axes = np.eye(len(x))
        if isinstance(function, CustomJvp):
            return np.array([function.tangent((x,), (each,))[1] for each in axes])
        return np.array([(function(x + each) - function(x - each)) / 2 for each in axes])

    return gradient


class FakeJax(ModuleType):
    """The module jax, with a tree of tuples only, which compiles nothing."""

    doubles = False
    compiled = 0
    numpy = np
    custom_jvp = CustomJvp

    @staticmethod
    def ShapeDtypeStruct(shape: tuple[int, ...], dtype: Any) -> Any:  # jax has it so
        return SimpleNamespace(shape=shape, dtype=dtype)

    class tree_util:  # noqa: N801
        @staticmethod
        def tree_flatten_with_path(tree: Any, way: tuple[Any, ...] = ()) -> Any:
            if not isinstance(tree, tuple):
                return [(way, tree)], None
            names = getattr(tree, "_fields", range(len(tree)))
            found: list[Any] = []
            for name, each in zip(names, tree, strict=True):
                key = SimpleNamespace(name=name) if isinstance(name, str) else SimpleNamespace()
                found += FakeJax.tree_util.tree_flatten_with_path(each, (*way, key))[0]
            return found, None

    @staticmethod
    def make_jaxpr(function: Any) -> Any:
        """The program of a function: its loops are told by an attribute."""
        rule = getattr(getattr(function, "__self__", None), "rule", None)
        return lambda *given: "while[...]" if getattr(rule, "loops", False) else "add"

    @staticmethod
    def jit(function: Any) -> Any:
        FakeJax.compiled += 1
        return function

    @staticmethod
    def grad(function: Any) -> Any:
        return derivative(function)

    @staticmethod
    def pure_callback(function: Any, shape: Any, *given: Any) -> Any:
        found = np.asarray(function(*given))
        assert found.shape == shape.shape
        return found

    @staticmethod
    def block_until_ready(values: Any) -> Any:
        return values

    @staticmethod
    @contextmanager
    def enable_x64(on: bool) -> Iterator[None]:
        before, FakeJax.doubles = FakeJax.doubles, on
        try:
            yield
        finally:
            FakeJax.doubles = before


class FakeOptax(ModuleType):
    """The module optax."""

    __version__ = "0"

    @staticmethod
    def apply_updates(parameter: Any, updates: Any) -> Any:
        if isinstance(parameter, tuple):
            return type(parameter)(*map(np.add, parameter, updates))
        return np.add(parameter, updates)


def stand_ins() -> dict[str, ModuleType]:
    """The modules by their names."""
    return {"torch": FakeTorch("torch"), "jax": FakeJax("jax"), "optax": FakeOptax("optax")}
