"""A rule's equations as LaTeX, for pages; the inspector sets the same trees as MathML."""

from collections.abc import Callable, Sequence

from optviz.equations import Equation, Tree, equations
from optviz.optimizers import Optimizer

# Names as papers print them, as web/player/formula.js has them.
NAMES = {
    "lr": r"\mathrm{lr}",
    "mu": r"\mu",
    "rho": r"\rho",
    "eps": r"\varepsilon",
    "beta1": r"\beta_1",
    "beta2": r"\beta_2",
    "rate": r"\alpha",
    "E_g2": r"E[g^2]",
    "E_dx2": r"E[\Delta x^2]",
    "dx": r"\Delta x",
    "decay": r"\lambda",
    "psi": r"\psi",
    "rho_inf": r"\rho_\infty",
    "lr_t": r"\mathrm{lr}_t",
    "mu_next": r"\mu'",
    "mu_product": r"\Pi\mu",
    "v_max": r"v_{\max}",
}
SIGNS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "==": "=", "!=": r"\ne"}
NEXT, UNDERSCORE = r" \\[2pt] ", r"\_"
# How tightly an operation holds together; what holds less tightly inside it stands in brackets.
BINDING = {"if": 0, "+": 1, "-": 1, "neg": 2, "*": 3, "/": 5, "^": 4}


def rule_latex(kind: type[Optimizer]) -> str:
    """A rule's equations, one below the other; "" for a rule without any."""
    return aligned(equations(kind))


def aligned(lines: Sequence[Equation]) -> str:
    """Equations with their arrows below each other."""
    said = [rf"{name_latex(name)} &\leftarrow {tree_latex(tree)}" for name, tree in lines]
    return rf"\begin{{aligned}} {NEXT.join(said)} \end{{aligned}}" if said else ""


def name_latex(name: str) -> str:
    """A name: a hat is put on what stands before it."""
    if name.endswith("_hat"):
        return rf"\hat{{{name_latex(name.removesuffix('_hat'))}}}"
    if name in NAMES:
        return NAMES[name]
    return name if len(name) == 1 else rf"\mathrm{{{name.replace('_', UNDERSCORE)}}}"


def tree_latex(tree: Tree) -> str:
    """An expression."""
    if isinstance(tree, float):
        return f"{tree:g}"
    if isinstance(tree, str):
        return name_latex(tree)
    operation, *operands = tree
    if operation == "if":
        return cases_latex(operands)
    whole = [tree_latex(each) for each in operands]
    parts = [bracketed(each, operation, place) for place, each in enumerate(operands)]
    if operation in FORMS:
        return FORMS[operation](parts, whole)
    return rf"\operatorname{{{operation}}}\left({', '.join(whole)}\right)"


# An operation -> how it is set, from its operands in brackets where they need some, and without.
FORMS: dict[str, Callable[[Sequence[str], Sequence[str]], str]] = {
    "+": lambda parts, _: f"{parts[0]} + {parts[1]}",
    "-": lambda parts, _: f"{parts[0]} - {parts[1]}",
    "*": lambda parts, _: rf"{parts[0]} \, {parts[1]}",
    "/": lambda _, whole: rf"\frac{{{whole[0]}}}{{{whole[1]}}}",
    "^": lambda parts, whole: f"{parts[0]}^{{{whole[1]}}}",
    "neg": lambda parts, _: f"-{parts[0]}",
    "sqrt": lambda _, whole: rf"\sqrt{{{whole[0]}}}",
    "abs": lambda _, whole: rf"\left|{whole[0]}\right|",
    "length": lambda _, whole: rf"\left\|{whole[0]}\right\|",
}


def cases_latex(operands: Sequence[Tree]) -> str:
    """What holds if a comparison is true, and what holds otherwise."""
    compared, yes, no = operands
    assert isinstance(compared, list)
    sign, left, right = compared
    condition = f"{tree_latex(left)} {SIGNS[sign]} {tree_latex(right)}"
    return (
        rf"\begin{{cases}} {tree_latex(yes)} & \text{{if }} {condition} \\ "
        rf"{tree_latex(no)} & \text{{otherwise}} \end{{cases}}"
    )


def bracketed(tree: Tree, operation: str, place: int) -> str:
    """An operand, in brackets where it would be misread without."""
    said = tree_latex(tree)
    if not isinstance(tree, list):
        return said
    inner, outer = (BINDING.get(each, 5) for each in (tree[0], operation))
    loose = inner < outer or (inner == outer and operation == "-" and place == 1)
    loose = loose or (operation == "^" and place == 0 and tree[0] in ("/", "^"))
    loose = loose and not (tree[0] == "neg" and operation == "*" and place == 0)
    return rf"\left({said}\right)" if loose else said
