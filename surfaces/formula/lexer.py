"""From text to tokens. A character or a command that no formula has ends here.

No token carries text that a later stage would run: names are only ever looked up.
"""

import re
from typing import Any

from surfaces.formula.characters import (
    GREEK,
    ROOTS,
    SIGNS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    foreign,
    is_blank,
    lowered,
    vulgar_fraction,
)
from surfaces.formula.commands import REFUSED, UNKNOWN, meaning
from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.tokens import Name, Token
from surfaces.formula.tree import LARGEST_NUMBER
from surfaces.formula.words import AXIS, MODULES, NUMPY, function_named

MOST_CHARACTERS = 400

NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
DOTTED = re.compile(r"(?:[A-Za-z]+\.)+(?=[A-Za-z])")
RUN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
PIECE = re.compile(r"[A-Za-z]+[0-9]*")
DIGITS = re.compile(r"[0-9]*")
RAISED = re.compile(f"[{''.join(SUPERSCRIPTS)}]+")
INDEX = re.compile(
    r"_\{\s*([A-Za-z0-9]+)\s*\}|_([0-9]+|[A-Za-z]+)"
    rf"|([{''.join(SUBSCRIPTS)}]+)|(\[[0-9]+\])"
)
SIGN = re.compile(r"\*\*|<=|>=|==|!=|:=|->|=>|//|&&|[-+*/^(){}\[\],;=<>:|]")
COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
UPRIGHT = re.compile(
    r"\\(?:operatorname\*?|mathrm|text|textrm|mathit|mathcal)\s*(\{?)\s*(?=[A-Za-z])"
)
SPELLED = {"^": "**", "=>": "->"}
OPENING, CLOSING = "([{", ")]}"
# What may stand behind a formula: blanks, also those of LaTeX, and the end of a clause.
TRAILING = re.compile(r"(?:\s|[;,]|\\q?quad|\\[,;:! ])+$")
# What only surrounds a formula: the dollars of LaTeX, the back quotes of a chat.
PAIRS = (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"), ("```", "```"), ("`", "`"))


def split(text: str) -> list[Token]:
    """The pieces of the text, without what only surrounds a formula, such as a sentence's end.

    Raises:
        FormulaError: it is too long, or something in it belongs to no formula.
    """
    if len(text) > MOST_CHARACTERS:
        raise FormulaError(
            f"the formula has {len(text)} characters; it must end before column "
            f"{MOST_CHARACTERS + 1}",
            MOST_CHARACTERS + 1,
        )
    return Lexer(text).tokens()


def inner(text: str) -> tuple[int, int]:
    """Where the formula itself begins and ends in the text."""
    start, end = 0, -1
    while end != len(text):
        start += len(text[start:]) - len(text[start:].lstrip())
        end = len(text)
        text = TRAILING.sub("", text)
        if text.endswith(".") and not text.endswith(r"\right."):
            text = text[:-1]  # the point of "2." belongs to the number, which is the same without
        for first, last in PAIRS:
            whole = text[start:]
            if len(whole) >= len(first + last) and whole.startswith(first) and whole.endswith(last):
                start, text = start + len(first), text[: -len(last)]
    return start, end


class Lexer:
    """Splits one text.

    Attributes:
        at: where it stands, from 0.
        glued: whether the next token follows the last one without a gap.
        side: of the bar that comes next, after LaTeX's left or right.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at, self.end = inner(text)
        self.found: list[Token] = []
        self.glued = False
        self.side = ""

    def tokens(self) -> list[Token]:
        """All tokens."""
        while self.at < self.end:
            self.token(self.text[self.at])
        return self.found

    def token(self, character: str) -> None:
        """The next token, which begins with this character."""
        if is_blank(character) or (character == "~" and "\\" in self.text):
            self.skip(1)
        elif character == "\\":
            self.command()
        elif match := NUMBER.match(self.text, self.at, self.end):
            self.number(match[0])
        elif RUN.match(character):
            self.run(self.at)
        elif character in GREEK or character == "π":
            self.greek(character)
        elif match := SIGN.match(self.text, self.at, self.end):
            self.sign(match[0])
        else:
            self.single(character)

    def skip(self, length: int) -> None:
        """Go over what only keeps things apart."""
        self.at += length
        self.glued = False

    def add(self, token: Token, end: int) -> None:
        """Take a token that ends there."""
        self.found.append(token)
        self.at, self.glued, self.side = end, True, ""

    def take(self, kind: str, text: str, value: Any = None, length: int = 0) -> None:
        """Take a token that begins here, and is as long as its text unless said otherwise."""
        token = Token(kind, text, self.at + 1, self.glued, value)
        self.add(token, self.at + (length or len(text)))

    def refuse(self, text: str, because: str) -> FormulaError:
        """The error for a piece that begins here."""
        return refusal(text, self.at + 1, because)

    def number(self, digits: str) -> None:
        """A number, and what must not follow it without a gap."""
        kinds = [token.kind for token in self.found[-2:]]
        if kinds[-1:] == ["frac"] or kinds == ["frac", "number"]:
            digits = digits[0]  # \frac12 is 1/2
            if digits == ".":
                raise self.refuse(".", "is no whole part of a fraction; write it in braces")
        rest = self.text[self.at + len(digits) : self.end]
        if re.match(r"[A-Za-z]", rest) and digits.endswith("."):
            raise self.refuse(digits, f"ends in a point before a letter; write {digits}0*")
        if re.match(r"_[0-9]", rest):
            raise self.refuse(f"{digits}_", "has an underscore; write the digits alone")
        if re.match(r"[xXbBoO][0-9a-fA-F]", rest) and not digits.strip("0"):
            raise self.refuse(digits + rest[0], "begins no decimal number; write the digits 0 to 9")
        if re.match(r"[eE](?![A-Za-z0-9_]|\s*(?:\^|\*\*))", rest):
            because = f"is an unfinished number or a product; write {digits}*e or {digits}e-3"
            raise self.refuse(digits + rest[0], because)
        value = float(digits)
        if value > LARGEST_NUMBER:
            raise self.refuse(digits, "is too large; the limit is 1e12")
        self.take("number", digits, value)

    def run(self, start: int) -> None:
        """Letters and digits from `start` on: a word, or one letter with several indices."""
        column = self.at
        dotted = DOTTED.match(self.text, start, self.end)
        if dotted:
            self.check_modules(dotted[0], start)
            start = dotted.end()
        match = RUN.match(self.text, start, self.end)
        assert match is not None  # both callers saw a letter
        whole = match[0]
        if dotted and whole in AXIS and NUMPY & set(dotted[0].split(".")):
            because = f"takes an axis second; write np.{whole}imum for two values"
            raise self.refuse(dotted[0] + whole, because)
        if function_named(whole):
            return self.word(whole, "", whole, match.end(), bool(dotted))
        pieces = list(PIECE.finditer(self.text, start, match.end()))
        if len(pieces) > 1 and not are_indexed(pieces):
            because = "runs into one word; put brackets or * between its parts"
            raise refusal(whole, start + 1, because)
        for piece in pieces:
            self.at = column if piece is pieces[0] else piece.start()
            letters = piece[0].rstrip("0123456789")
            self.word(letters, piece[0][len(letters) :], letters, piece.end(), bool(dotted))
        return None

    def check_modules(self, dotted: str, start: int) -> None:
        """Refuse what stands before a point unless it is a module's name."""
        at = start
        for part in dotted.rstrip(".").split("."):
            at += len(part)
            if part not in MODULES:
                raise refusal(".", at + 1, "joins two names, which a formula does not; write *")
            at += 1

    def greek(self, letter: str) -> None:
        """A Greek letter with the digits behind it; π is a number."""
        digits = DIGITS.match(self.text, self.at + 1, self.end)
        assert digits is not None  # it matches nothing, too
        if letter == "π":
            self.word("pi", "", letter, self.at + 1)
        else:
            self.word(GREEK[letter], digits[0], letter, digits.end())

    def word(self, stem: str, index: str, label: str, end: int, module: bool = False) -> None:
        """A name that ends there, with the indices that follow it."""
        label += index
        while match := INDEX.match(self.text, end, self.end):
            braced, low, small, bracket = match.groups()
            if bracket and (index or function_named(stem)):
                break
            if small:
                index += "".join(SUBSCRIPTS[each] for each in small)
                label += small
            else:
                below = braced or low
                index += bracket or (f"_{below}" if index else below)
                label += bracket or (lowered(below) if label[0] in GREEK else f"_{below}")
            end = match.end()
        self.add(Token("word", label, self.at + 1, self.glued, Name(stem, index), module), end)

    def sign(self, text: str) -> None:
        """An operator, a bracket, a bar or a comma."""
        if text == "//":
            raise self.refuse(text, "is a whole-number division; write /")
        if text == "&&":
            raise foreign("&", self.at + 1)
        if text in ("==", "!="):
            raise self.refuse(text, "compares for equality, which no loss needs; leave it out")
        if text == "|":
            self.take("bar", text, self.side)
        elif text in OPENING or text in CLOSING:
            self.take("open" if text in OPENING else "close", text)
        else:
            self.take("sign", SPELLED.get(text, text), length=len(text))

    def single(self, character: str) -> None:
        """A character that no keyboard has."""
        if match := RAISED.match(self.text, self.at, self.end):
            digits = "".join(SUPERSCRIPTS[each] for each in match[0])
            if not re.fullmatch("-?[0-9]{1,4}", digits):
                raise self.refuse(match[0], "is no whole exponent")
            self.take("power", match[0], int(digits))
        elif character in ROOTS:
            self.take("root", character, ROOTS[character])
        elif parts := vulgar_fraction(character):
            self.take("fraction", character, parts)
        elif character in SIGNS:
            sign = SIGNS[character]
            self.take("bar" if sign == "|" else "sign", sign, length=1)
        elif character == "_":
            raise self.refuse("_", "stands before no index; write one, as in x_1")
        elif character == ".":
            raise self.refuse(".", "belongs to no number; to multiply, write *")
        else:
            raise foreign(character, self.at + 1)

    def command(self) -> None:
        """A command of LaTeX."""
        if upright := UPRIGHT.match(self.text, self.at, self.end):
            return self.upright(upright)
        match = COMMAND.match(self.text, self.at, self.end)
        if match is None:
            raise self.refuse("\\", "begins no command")
        found = meaning(match[1])
        if found is None:
            raise self.refuse(match[0], REFUSED.get(match[1], UNKNOWN))
        if found.kind == "blank":
            self.skip(len(match[0]))
        elif found.kind == "side":
            self.at += len(match[0])
            self.side = str(found.value)
        elif found.kind == "word":
            self.word(str(found.value), "", found.text, match.end())
        else:
            value = found.value or (self.side if found.kind == "bar" else None)
            self.take(found.kind, found.text or match[0], value, len(match[0]))
        return None

    def upright(self, prefix: re.Match[str]) -> None:
        r"""The name in \operatorname{name} and its relatives, and the indices behind it."""
        before, glued = len(self.found), self.glued
        self.run(prefix.end())
        if not prefix[1]:
            return
        brace = re.compile(r"\s*\}").match(self.text, self.at, self.end)
        word = self.found.pop()
        if brace is None or len(self.found) != before:
            raise refusal(prefix[0].strip(), word.column, "holds one name and a }")
        self.at, self.glued = word.column - 1, glued
        self.word(word.value.stem, word.value.index, word.text, brace.end(), word.module)


def are_indexed(pieces: list[re.Match[str]]) -> bool:
    """Whether they are one letter with several indices: x1x2."""
    letter = pieces[0][0][0]
    return all(re.fullmatch(rf"{letter}[0-9]+", each[0]) for each in pieces)
