"""Python's own parser for expressions: it builds a tree and runs nothing."""

import ast
import threading

# Python 3.11 counts the depth of the tree in one place for all threads: two that build trees at
# the same time can end in a SystemError ("AST constructor recursion depth mismatch").
building = threading.Lock()


def expression(text: str) -> ast.expr:
    """The syntax tree of one expression, one thread at a time.

    Raises:
        SyntaxError, RecursionError or MemoryError: it is none, or too deep.
    """
    with building:
        return ast.parse(text, mode="eval").body
