"""The commands of LaTeX that a formula may have, and what to do instead of others."""

from typing import NamedTuple

from surfaces.formula.characters import GREEK, GREEK_NAMES
from surfaces.formula.words import function_named


class Meaning(NamedTuple):
    """What a command stands for.

    Attributes:
        kind: of the token; "blank" or "side" for what only spaces or sizes.
        text: of the token; of a word, its label.
        value: of a bar or side, "open" or "close"; of a root, its degree; of a word, its stem.
    """

    kind: str
    text: str = ""
    value: str | int | None = None


BLANKS = (
    *(",", ";", ":", "!", " ", "quad", "qquad", "thinspace", "displaystyle", "textstyle"),
    *("limits", "nolimits", "middle"),
    *(size + side for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r")),
)
MEANINGS = {
    **dict.fromkeys(BLANKS, Meaning("blank")),
    "left": Meaning("side", value="open"),
    "right": Meaning("side", value="close"),
    **dict.fromkeys(("{", "lbrace"), Meaning("open", "{")),
    **dict.fromkeys(("}", "rbrace"), Meaning("close", "}")),
    "lbrack": Meaning("open", "["),
    "rbrack": Meaning("close", "]"),
    "lvert": Meaning("bar", "|", "open"),
    "rvert": Meaning("bar", "|", "close"),
    **dict.fromkeys(("vert", "mid"), Meaning("bar", "|")),
    **dict.fromkeys(("cdot", "times", "ast"), Meaning("sign", "*")),
    "div": Meaning("sign", "/"),
    "lt": Meaning("sign", "<"),
    "gt": Meaning("sign", ">"),
    **dict.fromkeys(("le", "leq"), Meaning("sign", "<=")),
    **dict.fromkeys(("ge", "geq"), Meaning("sign", ">=")),
    "coloneqq": Meaning("sign", ":="),
    **dict.fromkeys(("mapsto", "to"), Meaning("sign", "->")),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), Meaning("frac")),
    "sqrt": Meaning("root", value=2),
}
VECTOR = "marks a vector; name its two numbers, as in x_1 and x_2"
NORM = "is the norm of a vector; write sqrt(x^2 + y^2)"
TWO_VALUES = "means two values; write + or -"
REFUSED = {
    "int": "is an integral; write the formula that it comes to",
    "sum": "is a sum; write its terms with + between them",
    "prod": "is a product; write its factors with * between them",
    "lim": "is a limit; write the formula that it comes to",
    "partial": "is a derivative; write the formula that it comes to",
    "nabla": "is a gradient; it is computed from the loss by itself",
    "infty": "is no number that can be computed with; write a large one, such as 1e6",
    **dict.fromkeys(("pm", "mp"), TWO_VALUES),
    "begin": "opens an environment; write one formula on one line",
    "\\": "is a line end; write the formula on one line",
    **dict.fromkeys(("mathbf", "boldsymbol", "bm", "vec"), VECTOR),
    **dict.fromkeys(("|", "lVert", "rVert", "Vert"), NORM),
    "top": "transposes a vector; write the sum of the products",
    "lg": "can be log10 or log2; write the one that is meant",
    "%": "stands for a percentage; write the number itself, such as 0.05",
}
UNKNOWN = "is no command that is read here"


def meaning(name: str) -> Meaning | None:
    """What the command stands for, None if it is not read here: see `REFUSED` then."""
    if name in MEANINGS:
        return MEANINGS[name]
    greek = name.removeprefix("var")
    if greek in GREEK_NAMES:
        letter = next(each for each, spelled in GREEK.items() if spelled == greek)
        return Meaning("word", letter, greek)
    if name == "pi" or (function_named(name) and name not in ("step", "power")):
        return Meaning("word", name, name)
    return None
