"""What the characters mean that papers, chats and web pages have beside those of a keyboard."""

import unicodedata

from surfaces.formula.errors import FormulaError, refusal

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))

# Other characters for one sign. A hyphen, a dash and a minus all subtract.
SIGNS = {
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2796\ufe63", "-"),
    **dict.fromkeys("\u00b7\u22c5\u2219\u2022\u00d7\u2217\u204e\u2715\u2716\u2a2f", "*"),
    **dict.fromkeys("\u00f7\u2215\u2044", "/"),
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2254": ":=",
    "\u2192": "->",
    "\u21a6": "->",
    "\u2223": "|",
}
ROOTS = {"\u221a": 2, "\u221b": 3, "\u221c": 4}

GREEK = {
    **dict(zip("αβγδεζηθικλμνξ", (
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi",
    ), strict=True)),
    **dict(zip("ρστυφχψω", (
        "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ), strict=True)),
    **dict(zip("ϵϑϱϕ", ("epsilon", "theta", "rho", "phi"), strict=True)),
    **dict(zip("ΓΔΘΛΞΦΨΩ", (
        "Gamma", "Delta", "Theta", "Lambda", "Xi", "Phi", "Psi", "Omega",
    ), strict=True)),
    "\u00b5": "mu",  # the micro sign
}  # fmt: skip
GREEK_NAMES = frozenset(GREEK.values())

# What no formula has, and what to do instead.
REMEDIES = {
    "!": "stands for a factorial, which has no gradient; leave it out",
    "%": "stands for a remainder or a percentage; write the number itself, such as 0.05",
    "°": "stands for degrees; angles are in radians, so write pi/180 times them",
    "'": "is a quotation mark or a derivative; write the formula itself",
    '"': "is a quotation mark; write the formula without it",
    "∫": "is an integral; write the formula that it comes to",
    "∑": "is a sum; write its terms with + between them",
    "∏": "is a product; write its factors with * between them",
    "∂": "is a derivative; write the formula that it comes to",
    "∇": "is a gradient; it is computed from the loss by itself",
    "∞": "is no number that can be computed with; write a large one, such as 1e6",
    "±": "means two values; write + or -",
    "&": "joins conditions, which a formula does not do; write one where(...) in another",
    "$": "marks a formula only in pairs, one in front and one behind it",
    "`": "marks a formula only in pairs, one in front and one behind it",
    "@": "multiplies matrices; write the sum of the products",
    "\n": "is a line end; write the formula on one line",
    "\r": "is a line end; write the formula on one line",
}


def lowered(index: str) -> str:
    """An index as it stands behind a Greek letter: digits below the line, else behind a _."""
    below = {digit: small for small, digit in SUBSCRIPTS.items()}
    return "".join(below[digit] for digit in index) if index.isdigit() else f"_{index}"


def is_blank(character: str) -> bool:
    """Whether it only keeps things apart: blanks of all widths, and invisible operators."""
    return character == "\t" or character in "\u2061\u2062" or is_space(character)


def is_space(character: str) -> bool:
    """Whether Unicode calls it a space separator (a line end is none)."""
    return unicodedata.category(character) == "Zs"


def vulgar_fraction(character: str) -> tuple[int, int] | None:
    """Numerator and denominator of ½ and its like, or None."""
    if not unicodedata.decomposition(character).startswith("<fraction>"):
        return None
    above, _, below = unicodedata.normalize("NFKC", character).partition("\u2044")
    return (int(above), int(below)) if above and below else None


def foreign(character: str, column: int) -> FormulaError:
    """The error for a character that no formula has, with what to write where that is clear."""
    if character in REMEDIES:
        return refusal(character, column, REMEDIES[character])
    if character.isprintable() and not character.isascii():
        plain = unicodedata.normalize("NFKC", character)
        if plain.isascii() and plain.isalnum():
            return refusal(character, column, f"is not part of a formula; write {plain}")
        name = unicodedata.name(character, "no letter").lower()
        return refusal(character, column, f"({name}) is not part of a formula")
    return refusal(character, column, "is not part of a formula")
