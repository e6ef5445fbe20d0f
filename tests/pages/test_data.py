"""A visitor's data in the app, without a browser: given, chosen from, raced, and forgotten."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any
from weakref import ref

import numpy as np
import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.server.memory import clear_all
from optviz.spec.data import FEW, Data
from optviz.spec.race_spec import Preset, RaceSpec
from surfaces.data import least_squares, table
from surfaces.data.examples import EXAMPLES
from tests.support.messages import EVENTS, sent
from tests.support.patience import PATIENCE
from tests.support.tables import PRICE, SIZE, TEXT

BOX = "data/box"


@pytest.fixture
def app() -> Iterator[AppTest]:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.session_state["scene"] = "data"
    app.run()
    yield app
    assert not app.exception


def give(app: AppTest, **given: str) -> None:
    """Have the box give a table, as a browser does."""
    (box,) = [each for each in app.get("bidi_component") if each.proto.id.endswith(BOX)]
    states = app._tree.get_widget_states()
    said = json.dumps([{"event": "table", "value": given}])
    states.widgets.append(WidgetState(id=EVENTS.format(box.proto.id), json_trigger_value=said))
    app._run(states)


def condition(app: AppTest) -> float:
    (found,) = re.findall(
        r"\*\*Condition number ([\d.,e+]+) at", " ".join(each.value for each in app.markdown)
    )
    return float(found.replace(",", ""))


def warnings(app: AppTest) -> set[str]:
    return {each.value.replace("\\", "").replace("`", "") for each in app.warning}


def limits(app: AppTest) -> tuple[list[float], list[float]]:
    surface = sent(app)["surface"]
    return surface["xlim"], surface["ylim"]


def test_it_begins_with_an_example_and_tuned_settings(app: AppTest) -> None:
    rings = table(EXAMPLES["o-rings"].text)
    data = Data(rings, ("temperature",), "damaged", "logistic")
    expected = RaceSpec(data=data, preset=Preset("tuned")).race_scene().race()
    for run, own in zip(sent(app)["race"]["runs"], expected, strict=True):
        np.testing.assert_array_equal(run["loss"], own.loss)
        assert 0 <= run["accuracy"].min() <= run["accuracy"].max() <= 1


def test_standardizing_shows_in_the_condition_number_and_the_picture(app: AppTest) -> None:
    raw, wide = condition(app), limits(app)
    app.toggle(key="data/standardize").set_value(True).run()
    assert condition(app) < 5
    assert raw > 1e5
    assert limits(app) != wide
    app.toggle(key="data/standardize").set_value(False).run()
    assert (condition(app), limits(app)) == (raw, wide)


@pytest.mark.parametrize("way", ["text", "file"])
def test_a_table_is_pasted_or_opened(app: AppTest, way: str) -> None:
    numbers = "\n".join(line.rpartition(",")[0] for line in TEXT.split("\n"))
    file = b64encode(b"\xef\xbb\xbf" + numbers.replace("\n", "\r\n").encode()).decode()
    give(app, **{way: numbers if way == "text" else file})
    assert not warnings(app)
    surface = sent(app)["surface"]
    np.testing.assert_allclose(surface["minima"], least_squares(SIZE, PRICE).minima, rtol=1e-12)
    assert app.selectbox(key="data/target").value == "price"
    assert any("80 rows of 3 columns" in each.value for each in app.caption)


def test_columns_and_model_are_chosen(app: AppTest) -> None:
    give(app, text=TEXT)
    app.selectbox(key="data/target").select("price").run()
    assert "column 'price' has 78 classes" in " ".join(warnings(app))
    app.selectbox(key="data/model").select("huber").run()
    assert not warnings(app)
    assert sent(app)["surface"]["name"] == "Huber regression"
    app.text_input(key="data/delta/typed").set_value("7").run()
    app.multiselect(key="data/inputs").set_value(["size", "rooms"]).run()
    assert sent(app)["surface"]["axes"] == ["w1", "w2"]
    shown: Data = app.session_state["data/shown"]
    assert (shown.inputs, shown.delta) == (("size", "rooms"), 7.0)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"text": "a,b\n1,2\n3,4,5"}, "line 3 has 3 cells, the first line 2"),
        ({"text": "a,b\n1,3\n2,n/a\n4,4"}, "line 3, column 'b': 'n/a' is not a number"),
        ({"text": ""}, "there is no table yet"),
        ({"text": "1,2\n" * 5001}, "the table has 5,001 rows"),
        ({"file": b64encode(b"\x89PNG\r\n\x1a\n\xff").decode()}, "the file is no text in UTF-8"),
        ({"file": "?"}, "the file did not arrive whole"),
        ({"text": "=cmd(),b\n<img src=x>,2"}, "is not a number"),
    ],
)
def test_what_is_no_table_is_told_and_the_race_stays(
    app: AppTest, given: dict[str, str], told: str
) -> None:
    before = sent(app)["race"]
    give(app, **given)
    (sentence,) = warnings(app)
    assert told in sentence
    assert sentence.endswith("Until then the race stays as it was.")
    np.testing.assert_array_equal(sent(app)["race"]["runs"][0]["loss"], before["runs"][0]["loss"])
    give(app, text="a,b\n1,3\n2,5\n4,4")
    assert not warnings(app)


@pytest.mark.parametrize("given", [{"text": 3}, {"file": None}, {"other": "a"}, {}])
def test_what_no_box_says_is_passed_over(app: AppTest, given: dict[str, Any]) -> None:
    before = condition(app)
    give(app, **given)
    assert condition(app) == before


def test_there_is_no_link_and_the_page_says_why(app: AppTest) -> None:
    app.session_state["link/open"] = True
    app.run()
    assert sent(app)["race"]["link"] == ""
    assert any("a link cannot carry them" in each for each in warnings(app))


def test_many_samples_are_drawn_by_a_worker(app: AppTest) -> None:
    x = np.random.default_rng(0).normal(size=FEW + 50)
    rows = zip(x, (x + 0.3 > 0).astype(int), strict=True)
    give(app, text="\n".join(["x,c", *(f"{a},{c}" for a, c in rows)]))
    assert sent(app)["surface"]["name"] == "Logistic regression"
    assert not warnings(app)


def test_the_other_pages_take_them_too(app: AppTest) -> None:
    for page in ("sweep", "basins"):
        app.session_state["page"] = page
        app.run()
        assert not app.exception
        assert app.get("bidi_component")


def test_nothing_of_them_is_left_when_the_session_is_gone() -> None:
    """After a visit to every page that shows them, with a picture of them for a file."""
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.session_state["scene"] = "data"
    app.run()
    give(app, text=TEXT)
    app.toggle(key="data/standardize").set_value(True).run()
    watched = [ref(each) for each in kept_in(app)]
    for page in ("sweep", "basins", "race"):
        app.session_state["page"] = page
        app.run()
    app.session_state["export/scene/open"] = True
    app.run()
    picture = app.session_state["export/picture"]
    while picture.running:
        picture.wait(PATIENCE)
    assert picture.latest.whole
    del picture
    assert all(each() is not None for each in watched)
    del app
    clear_all()
    assert [each() for each in watched] == [None] * len(watched)


def kept_in(app: AppTest) -> list[Any]:
    """What of the data a session holds."""
    shown: Data = app.session_state["data/shown"]
    return [shown, shown.table, shown.scene.surface, shown.keeper]
