"""What is said of a text that is no formula: one sentence with the place in what was typed."""


class FormulaError(ValueError):
    """A formula that cannot be read, in one sentence that names the place.

    Attributes:
        column: where in the text as it was typed, counted from 1.
    """

    def __init__(self, sentence: str, column: int) -> None:
        super().__init__(sentence)
        self.column = column


def quoted(text: str) -> str:
    """The text between backticks, shortened, or its code where it cannot be shown."""
    if not text.isprintable():
        return f"the character U+{ord(text[0]):04X}"
    return f"`{text}`" if len(text) <= 24 else f"`{text[:20]}...`"


def refusal(text: str, column: int, because: str) -> FormulaError:
    """The error for a piece of the formula: what it is, where it stands, and what to do."""
    return FormulaError(f"{quoted(text)} at column {column} {because}", column)
