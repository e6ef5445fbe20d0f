"""Formulas that cost a server most: the worst that were found, and their relatives.

Each is what a visitor could send as a link. Some are refused, the rest is searched for minima,
tuned and raced.
"""

from urllib.parse import quote

LONGEST = 400  # characters of a formula


def joined(term: str, by: str = "+", most: int = LONGEST) -> str:
    """A term as often as it fits into a formula."""
    many = (most + len(by)) // (len(term) + len(by))
    return by.join([term] * many)


def nested(head: str, inner: str, deep: int) -> str:
    """A function of a function, so deep."""
    return head * deep + inner + ")" * deep


FORMULAS = (
    # Powers, functions and products, as many as there is room for.
    *(joined(term) for term in ("x**y", "x**64", "tan(x)", "x**-y", "y**x", "x**.3", "2**x")),
    *(joined(term) for term in ("sin(x)", "cos(x*y)", "exp(x)", "log(x)", "sqrt(x)", "abs(x)")),
    *(joined(term) for term in ("tanh(x*y)", "arctan2(x,y)", "min(x,y)", "max(x,y)", "x*y")),
    *(joined(term, "*") for term in ("sin(x)", "x**2", "cos(y)", "x", "(x-y)")),
    *(joined(term, "-") for term in ("x**y", "x/y", "asin(x)", "log10(x*y)", "cosh(x)")),
    *(joined(term, "/") for term in ("x", "(x+y)", "exp(y)")),
    # As many powers as the limit lets through.
    joined("x**y", most=274),
    joined("x**63", most=399),
    joined("(x-y)**64", most=399),
    joined("x**y*sin(x)", most=399),
    # One in another.
    nested("sin(", "x*y", 75),
    nested("sin(x+", "y", 48),
    nested("abs(y-", "x", 48),
    nested("exp(-", "x*y", 45),
    nested("sqrt(1+", "x*x+y*y", 45),
    nested("max(x,", "y", 48),
    # Minima everywhere.
    "sin(100*x)*sin(100*y)",
    "sin(1000*x*y)",
    "cos(50*x)+cos(50*y)+0.001*(x*x+y*y)",
    "abs(sin(40*x))+abs(cos(40*y))",
    "min(sin(30*x),cos(30*y))",
    # None, or none that is finite.
    "0*x",
    "1/(x*0)",
    "sqrt(x-1000)",
    "log(-x*x-1)",
    "x**y*1e-12*1e12",
    "exp(exp(exp(x*y)))",
)

LINKS = (
    *(f"formula={quote(each)}" for each in FORMULAS),
    # With settings that are tuned, and as many steps as there may be.
    *(
        f"formula={quote(each)}&preset=tuned&second=1&steps=1000"
        for each in (f"sin(x)*sin(y)+0*({joined('x**y', most=200)})", "sin(30*x)*y", FORMULAS[2])
    ),
    "scene=beale&preset=tuned&second=1&steps=1000",
    # Many entrants of many steps, without a formula.
    *(
        f"{where}&steps=1000&opt=" + ",".join(f"adam~a{each}" for each in range(40))
        for where in (
            "scene=rastrigin",
            "scene=noisy_moons",
            "scene=beale&room=sweep",
            "scene=himmelblau&room=basins",
        )
    ),
)
