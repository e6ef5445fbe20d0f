"""Numbers that whoever runs the server sets in the environment."""

import os


def whole_number(variable: str, default: int) -> int:
    """A whole number from 1 out of the environment.

    Args:
        variable: its name.
        default: where it is not set.

    Raises:
        ValueError: what is set is no such number.
    """
    text = os.environ.get(variable, str(default))
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(f"{variable} is {text!r}: set it to a whole number from 1")
    return int(text)
