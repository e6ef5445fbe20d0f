"""Long work beside the page: a thread goes on, and the page shows what there is so far."""

import threading
import time
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any, Protocol

import streamlit as st

from optviz.pages.explorer_view import explorer
from optviz.pages.markdown import plain
from optviz.server.render_lock import release_slot

TICK = 0.3  # s between two looks at how far it is
SOON = 0.15  # s that the page waits for a first result, so that it need not draw twice
PLACES = threading.Semaphore(2)  # works of all visitors together; further ones wait
# After these seconds, work that nobody looks at any more is put off. Browsers let the pages that
# nobody looks at ask once a minute.
PATIENCE = 120
KEPT = 24  # finished results, for everybody; a basin map has 350 KB


class Result(Protocol):
    """What the work yields, ever more complete."""

    @property
    def done(self) -> float:
        """Which share of the work is in it, 0 to 1."""


class Place:
    """Where a finished result is kept; None until there is one."""

    result: Result | None = None


@lru_cache(maxsize=KEPT)
def place_for(key: Hashable) -> Place:
    """The place of the result that is computed with these settings."""
    return Place()


class Work:
    """An iterator over ever more complete results, driven by a thread that can be stopped.

    Attributes:
        key: the settings; works with equal keys have equal results.
        latest: the last result, None before the first.
        problem: a sentence on what went wrong, else "".
        running: whether it is at it, or waits for a place.
    """

    def __init__(self, key: Hashable, begin: Callable[[], Iterator[Result]]) -> None:
        """Begin, unless the result is known already.

        Raises:
            ValueError: the settings are not possible.
        """
        self.key = key
        self.problem = ""
        self.latest = place_for(key).result
        self.running = False
        self._stopped = True
        self._news = threading.Event()
        self._asked = 0.0
        if self.latest is None:
            self._results = begin()
            self.go_on()

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before its end."""
        return not self.running and not self.problem and (not self.latest or self.latest.done < 1)

    def go_on(self) -> None:
        """Begin, or go on after `stop`."""
        self._stopped = False
        self.running = True
        self.asked()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Put it off after the block it is at."""
        self._stopped = True

    def asked(self) -> None:
        """A page still shows it: keep it running."""
        self._asked = time.monotonic()

    def wait(self, seconds: float) -> None:
        """Until the next result, the end, or as long as this."""
        self._news.clear()
        if self.running:
            self._news.wait(seconds)

    def _run(self) -> None:
        try:
            with PLACES:
                while not self._unwanted():
                    self.latest = next(self._results)
                    self._news.set()
        except StopIteration:
            place_for(self.key).result = self.latest
        except (ValueError, ArithmeticError, MemoryError) as error:
            self.problem = str(error)
        finally:
            self.running = False
            self._news.set()

    def _unwanted(self) -> bool:
        return self._stopped or time.monotonic() - self._asked > PATIENCE


def follow(
    name: str,
    key: Hashable,
    begin: Callable[[], Iterator[Any]],
    message: Callable[[Any], bytes],
    take: Callable[[dict[str, Any]], None],
    hint: str,
) -> Any:
    """Show this visitor's work of this name as it comes, with a bar and a way to stop it.

    With another key, the work before it is stopped.

    Args:
        name: of the room.
        key: the settings.
        begin: what makes the results, called where they are not known yet.
        message: a result for the explorer.
        take: called with what was clicked in it.
        hint: what can be seen and done in it.

    Returns:
        The result, once it is whole; None until then.
    """
    work: Work | None = st.session_state.get(f"{name}/work")
    if work is None or work.key != key:
        if work is not None:
            work.stop()
        try:
            work = st.session_state[f"{name}/work"] = Work(key, begin)
        except ValueError as error:
            st.warning(f"{plain(str(error))}.")
            return None
    work.asked()
    if work.latest is None:
        with release_slot():
            work.wait(SOON)
    every = TICK if work.running else None
    st.fragment(look, run_every=every)(name, work, message, take, bool(every))
    st.caption(hint)
    return None if work.running or work.stopped else work.latest


def look(
    name: str,
    work: Work,
    message: Callable[[Any], bytes],
    take: Callable[[dict[str, Any]], None],
    watching: bool,
) -> None:
    """What there is so far; runs by itself until there is nothing to wait for."""
    work.asked()
    result = work.latest
    if (watching and not work.running) or st.session_state.pop(f"{name}/taken", False):
        st.rerun()

    def picked(what: dict[str, Any]) -> None:
        take(what)
        st.session_state[f"{name}/taken"] = True

    if result is not None:
        explorer(message(result), f"{name}/explorer", picked)
    share = result.done if result else 0.0
    if work.problem:
        st.warning(f"{plain(work.problem)}.")
    elif work.running:
        st.progress(share, "computing" if result else "waiting for other visitors' work")
        st.button("Stop", on_click=work.stop, key=f"{name}/stop")
    elif work.stopped:
        st.progress(share, f"stopped at {share:.0%}")
        if st.button("Go on", on_click=work.go_on, key=f"{name}/go-on"):
            st.rerun()
