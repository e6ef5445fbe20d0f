"""What visits leave is cleared away, also what garbage collections were told to spare."""

import gc
import threading
import time
from collections.abc import Iterator
from weakref import ref

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState

from optviz.server import memory
from tests.support.patience import PATIENCE


class Session:
    """Refers to itself, as sessions do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def unspared() -> Iterator[None]:
    """Other tests' garbage is collected as before."""
    yield
    gc.unfreeze()


def test_a_visit_that_was_spared_is_cleared_away_when_it_has_ended() -> None:
    session = Session()
    left = ref(session)
    gc.freeze()
    del session
    gc.collect()
    assert left() is not None
    memory.clear_all()
    assert left() is None
    assert gc.get_freeze_count()


def test_visits_that_end_together_are_cleared_away_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cleared = []
    done = threading.Event()

    def collect() -> None:
        cleared.append(time.monotonic())
        done.set()

    monkeypatch.setattr(memory, "AFTER", 0.05)
    monkeypatch.setattr(gc, "collect", collect)
    for _ in range(5):
        memory.clear_soon()
    assert done.wait(PATIENCE)
    assert len(cleared) == 1
    done.clear()
    memory.clear_soon()
    assert done.wait(PATIENCE)


def test_the_state_of_a_visit_that_does_not_come_back_is_emptied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Streamlit's own loop refers to the last session until another visitor comes."""
    state = SafeSessionState(SessionState(), lambda: None)
    state["data/shown"] = session = Session()
    told = ref(session)
    del session
    monkeypatch.setattr(memory, "clear_soon", lambda: None)
    memory.leave(("gone", state))
    memory.clear_all()
    assert told() is not None  # it may still come back
    monkeypatch.setattr(time, "monotonic", lambda now=time.monotonic: now() + memory.AFTER)
    memory.clear_all()
    assert told() is None
    assert not memory.left
    assert not state.filtered_state
