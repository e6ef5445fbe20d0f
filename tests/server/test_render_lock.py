"""One page is computed after the other, though none waits for long."""

import threading
from collections.abc import Callable

import pytest

from optviz.server.render_lock import holding, release_slot, render_slot


def elsewhere(work: Callable[[], None]) -> None:
    """Do it as another page does, which runs in a thread of its own."""
    page = threading.Thread(target=work)
    page.start()
    page.join()


def test_a_turn_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = []

    def page() -> None:
        with render_slot():
            passed.append(holding.turn)

    monkeypatch.setattr("optviz.server.render_lock.PATIENCE", 0.01)
    with render_slot():
        elsewhere(page)  # while this page takes long
    elsewhere(page)  # it was given back
    assert passed == [False, True]


def test_who_waits_lets_others_go_on() -> None:
    passed = []

    def page() -> None:
        with render_slot():
            passed.append(holding.turn)

    with render_slot():
        with release_slot():
            elsewhere(page)
        assert holding.turn
    elsewhere(page)
    with release_slot():  # nothing to give
        elsewhere(page)
    assert passed == [True, True, True]
