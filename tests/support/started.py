"""The app without a browser, as a command line starts it."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT
from optviz.pages import ready
from tests.support.patience import PATIENCE


def started(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path, address: str = "") -> AppTest:
    """The app with these arguments.

    Args:
        monkeypatch: of the test.
        arguments: behind the app on the command line.
        address: what stands behind the question mark, as one key=value.
    """
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), *map(str, arguments)])
    monkeypatch.setattr(ready, "SOON", PATIENCE)  # it waits for its workers
    app = AppTest.from_file(str(SCRIPT), default_timeout=PATIENCE)
    if address:
        key, _, value = address.partition("=")
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app
