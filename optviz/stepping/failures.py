"""What goes wrong with a user's rule, in a sentence with file, line and step."""

import inspect
import traceback

from optviz.optimizers import Optimizer
from optviz.rule_failed import RuleFailed


class NoStep(Exception):  # noqa: N818, it becomes a RuleFailed
    """What a rule returned or kept is no step; the end of a sentence."""


def failed(optimizer: Optimizer, step: int, error: BaseException) -> RuleFailed:
    """What came of a step.

    Args:
        optimizer: of the user's.
        step: its number, from 1; 0 before the first.
        error: what the rule raised, or a `NoStep`.
    """
    if isinstance(error, NoStep):
        return failure(optimizer, f"at step {step} {error}" if step else f"cannot begin: {error}")
    if str(error).startswith(type(optimizer).__name__):  # an adapter's own sentence
        return RuleFailed(optimizer, str(error))
    when = f"fails at step {step}" if step else "cannot begin"
    words = f"{when}: {in_words(error)}{advice(error)}"
    return failure(optimizer, words, line_of(error, source_of(optimizer)[0]))


def failure(optimizer: Optimizer, words: str, line: int | None = None) -> RuleFailed:
    """The sentence that begins with the place and the rule's name; by default its first line."""
    file, first = source_of(optimizer)
    return RuleFailed(optimizer, f"{type(optimizer).__name__} {words}", file, line or first)


def source_of(optimizer: Optimizer) -> tuple[str, int | None]:
    """File and first line of a rule, as its code object has them; ("", None) for our code."""
    code = getattr(inspect.unwrap(type(optimizer).rule), "__code__", None)
    ours = str(type(optimizer).rule.__module__).partition(".")[0] == "optviz"
    return ("", None) if code is None or ours else (code.co_filename, code.co_firstlineno)


def in_words(error: BaseException) -> str:
    """An exception in a line."""
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0].rstrip('.')}" if words else type(error).__name__


def advice(error: BaseException) -> str:
    """What to do about what goes wrong most often."""
    if "read-only" in str(error):
        return "; write x = x - ..., not x -= ...: the rule must not change what it gets"
    if "truth value of an array" in str(error):
        return "; write np.where(..., ..., ...) instead of if: it decides for each coordinate"
    return ""


def line_of(error: BaseException, file: str) -> int | None:
    """The file's last line in the traceback of an exception."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [each.lineno for each in frames if each.filename == file]
    return inside[-1] if inside else None
