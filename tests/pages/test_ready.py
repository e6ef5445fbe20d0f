"""What takes long is computed by a worker: the page has a bar meanwhile, and then the race."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.jobs import job
from optviz.jobs.worker import run_in_worker
from optviz.memo import MEMOS
from optviz.pages import job_view, ready
from optviz.scenes.typed import typed_scene
from optviz.spec.race_spec import searched_scene
from optviz.studies.tuning import tuned
from tests.support.fields import set_number
from tests.support.hostile import joined
from tests.support.messages import payloads, sent
from tests.support.patience import PATIENCE

BOWL = "(x - 1)**2 + 2*(y + 1)**2"


@pytest.fixture(autouse=True)
def impatient(patient: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No page waits for a worker, and nothing is known yet."""
    monkeypatch.setattr(ready, "SOON", 0)
    job.computations.clear()
    for each in MEMOS:
        each.clear()
    yield
    for each in MEMOS:
        each.clear()


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def until(app: AppTest, holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert not app.exception
        assert time.monotonic() < end
        time.sleep(0.02)
        app.run()


def bars(app: AppTest) -> str:
    return " ".join(each.proto.text for each in app.get("progress"))


def has_race(app: AppTest) -> bool:
    return bool(payloads(app))


def test_a_link_opens_with_a_bar_and_then_its_race() -> None:
    app = opened(formula=BOWL, steps="50")
    assert "looking for the minima" in bars(app)
    assert not has_race(app)
    until(app, lambda: has_race(app))
    assert not bars(app)
    np.testing.assert_allclose(sent(app)["surface"]["minima"], [[1, -1]], atol=1e-6)
    expected = typed_scene(BOWL).race()
    np.testing.assert_array_equal(sent(app)["race"]["runs"][0]["x"], expected[0].x[:51])


def test_two_pages_with_one_formula_have_it_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Any] = []

    def counted(*work: Any) -> Any:
        begun.append(work)
        return run_in_worker(*work)

    monkeypatch.setattr(ready, "run_in_worker", counted)
    one, other = opened(formula=BOWL), opened(formula=BOWL)
    for app in (one, other):
        until(app, lambda app=app: has_race(app))  # type: ignore[misc]
    third = opened(formula=BOWL)
    assert has_race(third)
    # On a slow machine the race itself may be left to a worker, too.
    assert [memo for _, memo, *_ in begun].count(searched_scene) == 1


def test_a_long_race_on_a_surface_that_is_its_own_is_there_once_it_ran(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Such surfaces come back from a worker as others, by which nothing would ever be found."""
    monkeypatch.setattr(ready, "MOMENT", 0.0)
    app = opened(scene="jump")
    until(app, lambda: has_race(app))


def test_what_is_typed_is_raced_when_it_is_there_and_the_race_stays_until_then() -> None:
    app = opened(formula=BOWL)
    until(app, lambda: has_race(app))
    before = sent(app)
    app.text_input(key="formula/text").set_value("x**2 + y**4").run()
    assert "looking for the minima" in bars(app)
    np.testing.assert_equal(sent(app)["race"]["runs"], before["race"]["runs"])
    until(app, lambda: not bars(app))
    assert sent(app)["surface"]["name"] == "x**2 + y**4"


def test_tuned_settings_come_later_and_are_those_of_tuning() -> None:
    app = opened(formula=BOWL, preset="tuned")
    until(app, lambda: "trying settings" in bars(app))
    assert not has_race(app)
    until(app, lambda: has_race(app))
    for run, expected in zip(
        sent(app)["race"]["runs"], tuned(typed_scene(BOWL)).race(), strict=True
    ):
        np.testing.assert_array_equal(run["loss"], expected.loss)
    set_number(app, "formula/steps", 60)
    assert "trying settings" in bars(app)
    assert sent(app)["race"]["steps"] == 200  # the race before
    until(app, lambda: not bars(app))
    assert sent(app)["race"]["steps"] == 60


def test_a_long_race_is_run_by_a_worker_and_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "MOMENT", 0.0)
    app = opened(scene="beale", steps="30")
    assert "racing" in bars(app)
    until(app, lambda: has_race(app))
    here = opened(scene="beale", steps="30")
    np.testing.assert_equal(sent(app)["race"]["runs"], sent(here)["race"]["runs"])


def test_stop_leaves_a_way_to_go_on() -> None:
    app = opened(formula=joined("(x-y)**64"))
    app.button(key="address/stop").click().run()
    assert not has_race(app)
    assert "stopped" in bars(app)
    app.button(key="address/go-on").click().run()
    assert "looking for the minima" in bars(app)
    app.session_state["address/job"].leave()


def test_the_page_opens_without_a_link_that_takes_too_long() -> None:
    app = opened(formula=joined("(x-y)**64"))
    asked = app.session_state["address/job"]
    app.button(key="opening/without").click().run()
    assert not asked.wanted
    assert has_race(app)
    assert sent(app)["surface"]["name"] == "Beale's function"


def test_a_worker_that_ends_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_: Any) -> Iterator[None]:
        yield None
        raise ValueError("the worker process was ended")

    monkeypatch.setattr(ready, "run_in_worker", ended)
    app = opened(formula=BOWL)
    until(app, lambda: has_race(app))
    assert "the worker process was ended" in " ".join(each.value for each in app.warning)
    assert not [each for each in job.computations.values() if each.running]


def test_a_formula_that_costs_too_much_is_refused_at_once() -> None:
    app = opened(formula=joined("x**y"))
    assert has_race(app)
    assert "costs 719, and the limit, 500" in " ".join(each.value for each in app.warning)


def test_large_results_are_sent_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten maps of 8 MB, three times a second, would keep the server from all else."""
    held: dict[str, int] = {}
    monkeypatch.setattr(streamlit, "session_state", held)
    for size, least, most in ((0, 0.3, 0.3), (400_000, 0.3, 0.3), (8_000_000, 2, 10)):
        held["basins/bytes"] = size
        assert least <= job_view.interval("basins") <= most
