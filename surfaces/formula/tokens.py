"""From text to tokens: everything that is not a well-formed formula stops here.

What passes is an alternation of values and operators with every bracket closed, made of known
words only, so that no later stage meets a string, an attribute, a keyword or a foreign character.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from surfaces.formula.words import CONSTANTS, FUNCTIONS, VARIABLES

MOST_CHARACTERS = 400
LARGEST_NUMBER = 1e12

TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<sign>\*\*|[-+*/^(),])"
    r"|(?P<space>[ \t]+)"
)
# What people paste from papers, and what to write instead.
INSTEAD = {
    "\u2212": "-",  # minus
    "\u2013": "-",  # dash
    "·": "*",
    "\u00d7": "*",  # times
    "²": "**2",
    "³": "**3",
    "π": "pi",
    "√": "sqrt",
    "÷": "/",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "|": "abs()",
}


class FormulaError(ValueError):
    """A formula that cannot be read, in one sentence that names the place.

    Attributes:
        column: where in the text, counted from 1.
    """

    def __init__(self, sentence: str, column: int) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True)
class Token:
    """A piece of the formula: its kind ("number", "name" or "sign"), text and column from 1."""

    kind: str
    text: str
    column: int

    def __str__(self) -> str:
        return f"{quoted(self.text)} at column {self.column}"


def quoted(text: str) -> str:
    """The text between backticks, shortened, or its code where it cannot be shown."""
    if not text.isprintable():
        return f"the character U+{ord(text[0]):04X}"
    return f"`{text}`" if len(text) <= 24 else f"`{text[:20]}...`"


def read(text: str) -> list[Token]:
    """The tokens of a well-formed formula.

    Raises:
        FormulaError: the text is none.
    """
    if not isinstance(text, str):
        raise FormulaError(
            f"a formula is text, not {type(text).__name__}, so there is nothing at column 1", 1
        )
    if len(text) > MOST_CHARACTERS:
        raise FormulaError(
            f"the formula has {len(text)} characters; it must end before column "
            f"{MOST_CHARACTERS + 1}",
            MOST_CHARACTERS + 1,
        )
    tokens = split(text)
    Order().check(tokens)
    return tokens


def split(text: str) -> list[Token]:
    """The pieces of the text, spaces left out. Blanks and line ends around it do not count."""
    end, at = len(text.rstrip()), len(text) - len(text.lstrip())
    tokens = []
    while at < end:
        match = TOKEN.match(text, at, end)
        if match is None:
            raise foreign(text[at], at + 1)
        if match.lastgroup != "space":
            token = Token(str(match.lastgroup), match[0], at + 1)
            check_token(token, called=text[match.end() :].lstrip(" \t").startswith("("))
            tokens.append(token)
        at = match.end()
    return tokens


def foreign(character: str, column: int) -> FormulaError:
    """The error for a character that no formula has."""
    place = f"{quoted(character)} at column {column} is not part of a formula"
    instead = INSTEAD.get(character)
    return FormulaError(f"{place}; write {instead}" if instead else place, column)


def check_token(token: Token, called: bool) -> None:
    """Refuse a number that is too large and a name that means nothing."""
    if token.kind == "number" and float(token.text) > LARGEST_NUMBER:
        raise FormulaError(f"{token} is too large; the limit is 1e12", token.column)
    if token.kind == "name" and token.text not in {*VARIABLES, *CONSTANTS, *FUNCTIONS}:
        raise unknown(token, called)


def unknown(token: Token, called: bool) -> FormulaError:
    """The error for a name that means nothing, with the names that do."""
    kind, known = ("function", [*FUNCTIONS]) if called else ("name", [*VARIABLES, *CONSTANTS])
    close = get_close_matches(token.text.lower()[:24], [*VARIABLES, *CONSTANTS, *FUNCTIONS], 1)
    meant = f" (did you mean {close[0]}?)" if close else ""
    return FormulaError(
        f"unknown {kind} {token}{meant}; you can use {', '.join(known)}", token.column
    )


@dataclass
class Order:
    """Whether values and operators take turns, and brackets match.

    Attributes:
        value_next: a value must come next, not an operator.
        function: the function whose bracket must come next, or None.
        brackets: those still open, each with the function it belongs to.
    """

    value_next: bool = True
    function: Token | None = None
    brackets: list[tuple[Token, Token | None]] = field(default_factory=list)

    def check(self, tokens: list[Token]) -> None:
        """Take one token after the other."""
        before: Token | None = None
        for token in tokens:
            if self.function is not None and token.text != "(":
                raise bare(self.function)
            if self.value_next:
                self.take_value(token, before)
            else:
                self.take_operator(token, before)
            before = token
        if self.function is not None:
            raise bare(self.function)
        if before is None:
            raise FormulaError("the formula is empty; write one from column 1 on", 1)
        if self.value_next:
            raise FormulaError(f"a value is missing after {before}", before.column)
        if self.brackets:
            bracket = self.brackets[-1][0]
            raise FormulaError(f"the bracket {bracket} is never closed", bracket.column)

    def take_value(self, token: Token, before: Token | None) -> None:
        """A number, a name, an opening bracket or a sign."""
        if token.text == "(":
            self.brackets.append((token, self.function))
            self.function = None
        elif token.kind == "name" and token.text in FUNCTIONS:
            self.function = token
        elif token.kind != "sign":
            self.value_next = False
        elif token.text not in "+-":
            where = f"between {before} and {token}" if before else f"before {token}"
            raise FormulaError(f"a value is missing {where}", token.column)

    def take_operator(self, token: Token, before: Token | None) -> None:
        """An operator, a comma or a closing bracket."""
        if token.kind != "sign" or token.text == "(":
            raise FormulaError(
                f"an operator is missing between {before} and {token}; "
                "to multiply, write * between them",
                token.column,
            )
        if token.text == ")":
            if not self.brackets:
                raise FormulaError(f"the bracket {token} was never opened", token.column)
            self.brackets.pop()
        elif token.text == "," and not (self.brackets and self.brackets[-1][1]):
            raise FormulaError(
                f"{token} does not separate the arguments of a function; "
                "decimals are written with a point",
                token.column,
            )
        else:
            self.value_next = True


def bare(function: Token) -> FormulaError:
    """The error for a function without its bracket."""
    return FormulaError(
        f"the function {function} needs its argument in brackets: {function.text}(...)",
        function.column,
    )
