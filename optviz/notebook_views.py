"""How a race and a scene show themselves in a notebook: by a view that is built on them.

They know only its key. The package's face, which is imported before any of its modules, says which
function a key stands for; that function's module is imported when a notebook asks for the view.
"""

from pkgutil import resolve_name

VIEWS: dict[str, str] = {}  # key -> "module:function", from a value to HTML


def shown(key: str, value: object) -> str:
    """The value as HTML.

    Raises:
        KeyError: no view is registered under this key.
    """
    html: str = resolve_name(VIEWS[key])(value)
    return html
