"""Whether a page is still open, so that long work ends with it."""

from collections.abc import Callable

from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


def presence() -> Callable[[], bool]:
    """A function that any thread may ask whether the page that is drawn now is still open."""
    context = get_script_run_ctx()
    if context is None or not Runtime.exists():
        return lambda: True  # no server: a test runs the script
    runtime, session = Runtime.instance(), context.session_id
    return lambda: runtime.is_active_session(session)
