"""What stands around the pages and routes: every request and message passes it."""

from starlette.middleware import Middleware

from optviz.app.gate import Gate
from optviz.app.wire import Wire


def middleware() -> list[Middleware]:
    """What `st.App` takes, the outermost first."""
    return [Middleware(Gate), Middleware(Wire)]
