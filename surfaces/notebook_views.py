"""How a value shows itself, in a notebook and as text: by views that are built on it.

It knows only that there may be views. The face of the package above, `optviz`, which is imported
before any of its modules, says in `VIEWS` which functions they are; a function's module is imported
when a view is asked for, so that nothing heavy is imported by those who only compute.
"""

import sys
from pkgutil import resolve_name
from typing import Any

FACE = "optviz"


def view(kind: str, value: object) -> Any:
    """What a view makes of a value; None where there are no views.

    Args:
        kind: "words" for a few lines of text; "bundle" for what is shown of each MIME type.
        value: a race, a surface, ...
    """
    views: dict[str, str] = getattr(sys.modules.get(FACE), "VIEWS", {})
    return resolve_name(views[kind])(value) if kind in views else None


class Shown:
    """A value that shows itself by the views; as a dataclass it has `repr=False`."""

    def __repr__(self) -> str:
        """A few lines that say what it is."""
        words = view("words", self)
        return f"<{type(self).__name__}>" if words is None else str(words)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """What a notebook can show of it, by MIME type; the notebook takes what it likes best."""
        bundle: dict[str, str] = {} if in_terminal() else view("bundle", self) or {}
        return bundle


def in_terminal() -> bool:
    """Whether IPython asks for a terminal: there a picture would only take its time."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell is not None and "image/png" not in shell.display_formatter.active_types
