"""The pieces of a formula."""

from dataclasses import dataclass
from typing import Any

from surfaces.formula.errors import quoted


@dataclass(frozen=True)
class Name:
    r"""What makes two names the same: theta_1, θ₁ and \theta_{1} are one name.

    Attributes:
        stem: letters, Greek ones spelled out.
        index: "" or what stands below; "[0]" where it counts from a bracket.
    """

    stem: str
    index: str = ""


@dataclass(frozen=True)
class Token:
    """A piece of the formula.

    Attributes:
        kind: "number", "fraction", "word", "sign", "open", "close", "bar", "power", "frac" or
            "root".
        text: as it was typed.
        column: where it begins, from 1.
        glued: whether nothing stands between it and the token before.
        value: of a number, its float; of a fraction, its two parts; of a word, its `Name`; of a
            bar, "open", "close" or "" for either; of a power or root, its whole number.
        module: whether the word stood behind the name of a module, as in np.sin.
    """

    kind: str
    text: str
    column: int
    glued: bool = False
    value: Any = None
    module: bool = False

    def __str__(self) -> str:
        return f"{quoted(self.text)} at column {self.column}"
