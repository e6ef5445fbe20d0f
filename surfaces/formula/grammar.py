"""From tokens to a tree, by precedence climbing.

From loose to tight: + and -, * and / and products without a sign, a sign in front, ** from the
right. What can be read in two ways is refused with both ways to write it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from surfaces.formula.calls import call
from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.products import check_neighbours, unclear_exponent, unclear_quotient
from surfaces.formula.refusals import (
    TWO_WAYS,
    missing,
    never_closed,
    no_argument,
    open_end,
    unclear_power,
    unexpected,
)
from surfaces.formula.tokens import Name, Token
from surfaces.formula.tree import COMPARISONS, Apply, Constant, Letter, Node, Number, Parameter
from surfaces.formula.words import FUNCTIONS

SUM, PRODUCT, SIGN, POWER, RAISED, ONE = 10, 20, 30, 40, 50, 60  # ONE: this value and nothing else
OPERATORS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "**": POWER}
CLOSING = {"(": ")", "[": "]", "{": "}"}
LEAVES = frozenset(["number", "fraction", "constant", "parameter"])
BEGINS = LEAVES | {"function", "open", "frac", "root"}
ROOTS = frozenset(["sqrt", "cbrt", "abs"])  # without brackets their argument is one value
DEGREES = frozenset("234")
MOST_NESTED = 160  # each costs Python up to four calls of its 1000


@dataclass
class Grammar:
    """Reads one formula.

    Attributes:
        tokens: its tokens, each word resolved.
        axes: of each parameter.
        latex: whether it has commands of LaTeX, where x^23 is x squared times 3.
        letters: what else its names stand for.
    """

    tokens: list[Token]
    axes: dict[Name, int]
    latex: bool = False
    letters: Mapping[Name, Letter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = 0  # the next token
        self.depth = 0  # how many values are being read within one another
        self.brackets: list[Token] = []  # those that are open
        # Where numerator, denominator and what follows it begin, where a product without a sign
        # can be read in two ways; base, exponent and what follows it, the same.
        self.quotient = -1, -1, -1
        self.raised = -1, -1, -1

    @property
    def next(self) -> Token | None:
        """The token that comes next, None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        """Go over the next token."""
        self.at += 1
        return self.tokens[self.at - 1]

    def is_sign(self, *texts: str) -> bool:
        """Whether one of these signs comes next."""
        token = self.next
        return token is not None and token.kind == "sign" and token.text in texts

    def is_power(self) -> bool:
        """Whether an exponent comes next."""
        token = self.next
        return token is not None and (token.kind == "power" or self.is_sign("**"))

    def begins_value(self) -> bool:
        """Whether a product without a sign could go on here."""
        token = self.next
        if token is None or token.kind != "bar":
            return token is not None and token.kind in BEGINS
        within = bool(self.brackets) and self.brackets[-1].kind == "bar"
        return token.value == "open" or (not within and token.value != "close")

    def missing(self) -> FormulaError:
        """The error for a value that should come next."""
        before = self.tokens[self.at - 1] if self.at else None
        return missing(before, self.next, self.brackets)

    def formula(self) -> Node:
        """The whole formula.

        Raises:
            FormulaError: it is none.
        """
        if not self.tokens:
            raise FormulaError("the formula is empty; write one from column 1 on", 1)
        tree = self.expression(SUM)
        if self.next is not None:
            raise unexpected(self.next, self.brackets)
        return tree

    def expression(self, least: int) -> Node:
        """A value and what follows it, as long as it binds at least so tightly."""
        self.depth += 1
        if self.depth > MOST_NESTED:
            column = self.tokens[min(self.at, len(self.tokens) - 1)].column
            raise FormulaError(f"too much is within one another at column {column}", column)
        begin = self.at
        left = self.operand()
        while (token := self.next) is not None:
            if token.kind == "sign" and OPERATORS.get(token.text, -1) >= least:
                left = self.operation(left, self.take(), begin)
            elif token.kind == "power" and least <= RAISED:
                left = raised(left, self.take())
            elif self.begins_value() and least <= PRODUCT:
                left = self.product(left, token)
            else:
                break
        self.depth -= 1
        return left

    def operation(self, left: Node, sign: Token, begin: int) -> Node:
        """The left operand from `begin` on, a sign that was taken, and what follows it."""
        if sign.text == "**":
            return self.power(left, begin)
        middle = self.at
        right = self.expression(OPERATORS[sign.text] + 1)
        if sign.text == "/":
            self.quotient = begin, middle, self.at
        return Apply(sign.text, (left, right), column=left.column)

    def power(self, left: Node, begin: int) -> Node:
        """A base from `begin` on, and its exponent, which comes next."""
        first = self.at
        exponent = self.expression(POWER)
        last = self.tokens[self.at - 1]
        plain = self.at - first == 1 and last.kind == "number"
        if plain and self.latex and len(last.text) > 1:
            digits = f"^{{{last.text}}} or ^{last.text[0]} {last.text[1:]}"
            raise refusal(last.text, last.column, f"{TWO_WAYS} as an exponent; write {digits}")
        # x^2y is x^2 times y, but e^2x is often meant as e^(2x).
        if last.kind not in ("close", "power", "bar") and not (plain and left.known is None):
            self.raised = begin, first, self.at
        texts = [each.text for each in self.tokens[first : self.at]]
        if isinstance(exponent, Parameter | Letter) and "T" in texts:
            because = "transposes a vector; write the sum of the products"
            raise refusal("T", exponent.column, because)
        return Apply("**", (left, exponent), column=left.column)

    def product(self, left: Node, token: Token) -> Node:
        """A product without a sign; the right factor comes next."""
        check_neighbours(self.tokens, self.at)
        for places, unclear in ((self.quotient, unclear_quotient), (self.raised, unclear_exponent)):
            begin, middle, end = places
            if self.at == end and (token.glued or unclear is unclear_quotient):
                first, second = self.tokens[begin : middle - 1], self.tokens[middle:end]
                raise unclear(first, second, token)
        right = self.expression(PRODUCT + 1)
        return Apply("*", (left, right), column=left.column)

    def operand(self) -> Node:
        """A number, a name, a bracket, a function, or a sign and an operand."""
        token = self.next
        if token is None:
            raise self.missing()
        if token.kind == "sign" and token.text in ("+", "-"):
            return self.signed(self.take())
        if token.kind == "open":
            return self.inside(self.take(), one=True)[0]
        if token.kind in LEAVES:
            return self.leaf(self.take())
        compound = {"function": self.function, "frac": self.fraction, "root": self.root}
        if token.value != "close":
            compound["bar"] = self.size
        if token.kind not in compound:
            raise self.missing()
        return compound[token.kind](self.take())

    def signed(self, sign: Token) -> Node:
        """A sign that was taken, and what it stands in front of."""
        operand = self.expression(SIGN)
        return operand if sign.text == "+" else Apply("neg", (operand,), column=sign.column)

    def leaf(self, token: Token) -> Node:
        """A number, a constant, a parameter, or a fraction of one character."""
        column = token.column
        if token.kind == "number":
            return Number(token.value, column=column)
        if token.kind == "constant":
            return Constant(token.value, column=column)
        if token.kind == "parameter" and token.value in self.letters:
            return replace(self.letters[token.value], column=column)
        if token.kind == "parameter":
            return Parameter(self.axes[token.value], column=column)
        above, below = (Number(float(each), column=column) for each in token.value)
        return Apply("/", (above, below), column=column)

    def fraction(self, command: Token) -> Node:
        r"""Numerator and denominator of \frac."""
        parts = []
        for _ in range(2):
            token = self.next
            if token is not None and token.text == "{":
                parts += self.inside(self.take(), one=True)
            elif token is not None and token.kind in LEAVES:
                parts.append(self.leaf(self.take()))
            else:
                because = r"needs its parts in braces, as in \frac{1}{2}"
                raise refusal(command.text, command.column, because)
        return Apply("/", (parts[0], parts[1]), column=command.column)

    def root(self, token: Token) -> Node:
        """A root of degree 2, 3 or 4."""
        degree = token.value
        column = token.column
        if token.text == r"\sqrt" and self.next is not None and self.next.text == "[":
            texts = [each.text for each in self.tokens[self.at + 1 : self.at + 3]]
            if texts[1:] != ["]"] or texts[0] not in DEGREES:
                because = "has a degree other than 2, 3 and 4; write x^(1/n)"
                raise refusal(token.text, column, because)
            degree = int(texts[0])
            self.at += 3
        if not self.begins_value():
            raise self.missing()
        under = self.tokens[self.at]
        operand = self.expression(ONE)
        enclosed = under.kind in ("open", "bar", "function")
        if not enclosed and (self.begins_value() or self.is_power()):
            raise open_end(token)
        if degree == 4:
            quarter = Apply("/", (Number(1.0), Number(4.0)), column=column)
            return Apply("**", (operand, quarter), column=column)
        return Apply("sqrt" if degree == 2 else "cbrt", (operand,), column=column)

    def size(self, bar: Token) -> Node:
        """The absolute value of what stands between the bar that was taken and its partner."""
        inside = self.inside(bar, one=True)[0]
        doubled = all(each.kind == "bar" for each in self.tokens[self.at - 2 : self.at])
        if doubled and isinstance(inside, Apply) and inside.name == "abs":
            because = "is the norm of a vector; write sqrt(x^2 + y^2) or abs(...)"
            raise refusal("||", bar.column, because)
        return Apply("abs", (inside,), column=bar.column)

    def inside(self, bracket: Token, one: bool = False) -> list[Node]:
        """The values between the bracket that was taken and its partner.

        Args:
            bracket: that which opens.
            one: whether there may be one value only. In a function's brackets there may be
                several, with commas between them, and comparisons.
        """
        self.brackets.append(bracket)
        values = []
        while True:
            value = self.expression(SUM)
            if self.is_sign(*COMPARISONS) and not one:
                sign = self.take()
                value = Apply(sign.text, (value, self.expression(SUM)), column=sign.column)
            values.append(value)
            if one or not self.is_sign(","):
                break
            self.take()
        if self.next is None:
            raise never_closed(bracket)
        if not closes(self.next, bracket):
            raise unexpected(self.next, self.brackets)
        self.take()
        self.brackets.pop()
        return values

    def function(self, token: Token) -> Node:
        """A function's name that was taken, its power, and its arguments."""
        power = self.function_power(token)
        begin = self.at
        if self.next is not None and self.next.kind == "open":
            args = self.inside(self.take())
        else:
            args = [self.bare_argument(token)]
        node = call(token, args, self.tokens[begin : self.at])
        if power is None:
            return node
        if self.next is not None and self.is_power():
            because = f"{TWO_WAYS}; put brackets round the function"
            raise refusal(self.next.text, self.next.column, because)
        return Apply("**", (node, power), column=token.column)

    def function_power(self, token: Token) -> Number | None:
        """The exponent in sin^2(x), or None."""
        if not self.is_power():
            return None
        sign = self.take()
        if sign.kind == "power":
            exponent: Node = Number(float(max(sign.value, 0)), column=sign.column)
        else:
            exponent = self.expression(ONE)
        if not isinstance(exponent, Number) or exponent.value < 1:
            raise unclear_power(token)
        return exponent

    def bare_argument(self, token: Token) -> Node:
        """The argument of a function without brackets: `sin x`, `sin 2 pi x`, `exp -x^2`.

        It ends with its first factor that varies. What could still belong to it is refused.
        """
        name = token.value[0]
        signed = self.is_sign("-") and [each.glued for each in self.tokens[self.at + 1 :]][:1]
        one = name in FUNCTIONS and FUNCTIONS[name].least == 1
        if not one or not (self.begins_value() or signed == [True]):
            raise no_argument(token)
        argument = self.expression(SIGN)
        if name in ROOTS and isinstance(argument, Apply) and argument.name == "**":
            raise open_end(token)
        while argument.known is not None and self.begins_value():
            if name in ROOTS or self.tokens[self.at].kind == "function":
                raise open_end(token)
            check_neighbours(self.tokens, self.at)
            argument = Apply("*", (argument, self.expression(SIGN)), column=argument.column)
        if self.could_go_on():
            raise open_end(token)
        return argument

    def could_go_on(self) -> bool:
        """Whether what follows could be part of an argument without brackets."""
        beyond = self.tokens[self.at + 1 :] if self.is_sign("*", "/") else self.tokens[self.at :]
        function = [each.kind for each in beyond[:1]] == ["function"]
        return (self.begins_value() or self.is_sign("*", "/")) and not function


def raised(left: Node, power: Token) -> Node:
    """A base with an exponent above the line."""
    exponent: Node = Number(float(abs(power.value)), column=power.column)
    if power.value < 0:
        exponent = Apply("neg", (exponent,), column=power.column)
    return Apply("**", (left, exponent), column=left.column)


def closes(token: Token, bracket: Token) -> bool:
    """Whether the token is the one that closes the bracket."""
    if bracket.kind == "bar":
        return token.kind == "bar" and token.value != "open"
    return token.kind == "close" and token.text == CLOSING[bracket.text]
