"""Any thread can ask whether a page is still open."""

from types import SimpleNamespace

import pytest

from optviz.server import presence as module
from optviz.server.presence import presence


def test_a_page_is_open_as_long_as_its_session_is_active(monkeypatch: pytest.MonkeyPatch) -> None:
    active = {"a", "b"}
    runtime = SimpleNamespace(
        exists=lambda: True,
        instance=lambda: SimpleNamespace(is_active_session=lambda session: session in active),
    )
    monkeypatch.setattr(module, "Runtime", runtime)
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: SimpleNamespace(session_id="a"))
    is_open = presence()
    assert is_open()
    active.remove("a")
    assert not is_open()


def test_without_a_server_there_is_nothing_that_could_be_closed() -> None:
    assert presence()()
