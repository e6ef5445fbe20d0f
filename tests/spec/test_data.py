"""A visitor's data as what is raced: the loss of their columns, in no link, gone when dropped."""

import gc
import pickle
from collections.abc import Callable
from typing import Any
from weakref import ref

import numpy as np
import pytest

from optviz.heightmap import heightmap
from optviz.jobs.reports import with_memos
from optviz.memo import MEMOS, NotYet, elsewhere
from optviz.player.payload import message, samples
from optviz.spec.address import Place, on_site, write
from optviz.spec.data import BATCH, FEW, MODELS, SLOTS, Data, drawn, first_choice, relief
from optviz.spec.json import from_json, to_json
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec
from optviz.studies.basins import blank_map
from surfaces import Surface
from surfaces.data import huber, least_squares, logistic, table
from surfaces.surface import Array
from tests.support.tables import PRICE, ROOMS, SIZE, SOLD, TEXT

TABLE = table(TEXT)
LINE = Data(TABLE, ("size",), "price")
BOTH = np.column_stack([SIZE, ROOMS])
SPEC = RaceSpec(
    data=LINE,
    entrants=(EntrantSpec("sgd", "SGD", (("lr", 1e-4),)), EntrantSpec("adam", "Adam")),
    steps=9,
    seed=2,
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (LINE, least_squares(SIZE, PRICE)),
        (
            Data(TABLE, ("size", "rooms"), "price", standardize=True),
            least_squares(BOTH, PRICE, standardize=True),
        ),
        (Data(TABLE, ("size", "rooms"), "sold", "logistic"), logistic(BOTH, SOLD == "yes")),
        (Data(TABLE, ("size",), "price", "huber", delta=7.0), huber(SIZE, PRICE, 7.0)),
    ],
    ids=["line", "two columns", "classes", "huber"],
)
def test_it_is_the_loss_of_these_columns(data: Data, expected: Surface) -> None:
    surface = RaceSpec(data=data).race_scene().surface
    assert (surface.source, surface.axes, surface.minima) == (
        expected.source,
        expected.axes,
        expected.minima,
    )
    w: Array = np.random.default_rng(1).normal(size=(2, 9))
    np.testing.assert_array_equal(surface.loss(*w), expected.loss(*w))
    assert surface.minibatches
    assert surface.minibatches.size == len(TABLE) // SLOTS
    assert surface.keeper is data.keeper


@pytest.mark.parametrize(("samples", "size"), [(3, 1), (12, 3), (1000, BATCH)])
def test_an_epoch_has_several_minibatches(samples: int, size: int) -> None:
    rows = "\n".join(f"{k},{k % 7}" for k in range(samples))
    surface = Data(table(f"a,b\n{rows}"), ("a",), "b").scene.surface
    assert surface.minibatches
    assert surface.minibatches.size == size


@pytest.mark.parametrize(
    ("text", "inputs", "target", "model"),
    [
        (TEXT, ("size",), "sold", "logistic"),
        ("a,b\n1,3\n2,5\n4,4", ("a",), "b", "linear"),
        ("b,a\n1,3\n0,5\n1,4", ("b",), "a", "linear"),
        ("a,b\n3,1\n5,0\n4,1", ("a",), "b", "logistic"),
        ("who,a,b\nx,1,3\ny,2,5\nz,4,4", ("a",), "b", "linear"),
        ("sold,a\nno,3\nyes,5\nno,4", ("a",), "sold", "logistic"),
    ],
)
def test_a_table_begins_with_its_last_column_that_can_be_predicted(
    text: str, inputs: tuple[str, ...], target: str, model: str
) -> None:
    data = first_choice(table(text))
    assert (data.inputs, data.target, data.model) == (inputs, target, model)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n1\n2\n4", "the table has 1 column of numbers: give one"),
        ("a,b\n1,3\n2,n/a\n4,4", "line 3, column 'b': 'n/a' is not a number"),
        ("a,b\nx,3\ny,2\nz,4", "line 2, column 'a': 'x' is not a number"),
        ("a,b\nx,u\ny,v\nx,u", "the table has 0 columns of numbers: give one"),
    ],
)
def test_a_table_without_anything_to_predict_says_what_is_missing(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        first_choice(table(text))


def test_what_is_fitted_is_said_in_words() -> None:
    assert LINE.words == "Linear regression of price on size"
    both = Data(TABLE, ("size", "rooms"), "sold", "logistic", standardize=True)
    words = "Logistic regression of sold (1 is yes, 0 is no) on size and rooms, standardized"
    assert both.words == words
    assert LINE.conditioning.startswith("Condition number ")


def test_a_loss_over_many_samples_is_drawn_elsewhere() -> None:
    rows = "\n".join(f"{k},{k % 7}" for k in range(FEW + 1))
    data = Data(table(f"a,b\n{rows}"), ("a",), "b")
    with elsewhere(), pytest.raises(NotYet) as missing:
        drawn(data)
    (told,) = with_memos(relief, *missing.value.arguments)
    last = told.result[-1]
    last.memo.keep(missing.value.arguments, last.outcome)
    with elsewhere():
        assert drawn(data) is data.scene
    assert heightmap(data.scene.surface) is last.outcome


def test_it_is_raced_as_everything_is() -> None:
    scene = SPEC.race_scene()
    sgd, adam = scene.race()
    assert (len(sgd.loss), adam.name, scene.seed) == (10, "Adam", 2)
    assert RaceSpec(data=LINE, batch=80).race_scene().surface.minibatches.size == 80  # type: ignore[union-attr]
    tuned = RaceSpec(data=LINE, preset=Preset("tuned"), steps=3).race_scene()
    assert tuned.surface == LINE.scene.surface
    assert "trials" in tuned.source


@pytest.mark.parametrize(
    ("inputs", "target", "options", "told"),
    [
        (("size", "rooms", "price"), "sold", {}, "3 inputs are not possible"),
        ((), "sold", {}, "0 inputs are not possible"),
        (("size", "size"), "price", {}, "column 'size' is chosen twice"),
        (("size",), "size", {}, "column 'size' is chosen twice"),
        (("size",), "prize", {}, "there is no column 'prize'"),
        (("sold",), "price", {}, "line 2, column 'sold': 'no' is not a number"),
        (("size",), "sold", {}, "line 2, column 'sold': 'no' is not a number"),
        (("size",), "price", {"model": "logistic"}, "choose a column of two"),
        (("size",), "price", {"model": "cubic"}, "model 'cubic'"),
        (("size",), "price", {"delta": 2.0}, "delta is for Huber regression"),
        (("size",), "price", {"model": "huber", "delta": 0.0}, "give a number above 0"),
    ],
)
def test_what_makes_no_loss_is_refused(
    inputs: tuple[str, ...], target: str, options: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=told) as error:
        Data(TABLE, inputs, target, **options)
    assert "\n" not in str(error.value)


def test_a_formula_beside_data_is_refused() -> None:
    with pytest.raises(ValueError, match="two losses"):
        RaceSpec(data=LINE, formula=Formula("x**2 + y**2"))


def test_no_link_and_no_file_carries_them() -> None:
    with pytest.raises(ValueError, match="a link cannot carry them"):
        write(SPEC, Place())
    with pytest.raises(ValueError, match="no page elsewhere"):
        on_site(SPEC, Place())
    with pytest.raises(ValueError, match="JSON holds no data"):
        to_json(SPEC)
    with pytest.raises(ValueError, match="JSON holds no data"):
        from_json('{"data": {"text": "a,b"}}')


def use_everything(data: Data) -> list[bytes]:
    """All that a visit does with data, and the messages that went to the browser."""
    sent = []
    for preset in ("own", "tuned"):
        spec = RaceSpec(data=data, preset=Preset(preset), steps=4)
        scene = spec.race_scene()
        heightmap(scene.surface)
        sent.append(message(scene.race(), begin=spec.base_scene().entrants))
        if scene.surface.minima:
            blank_map(scene.surface, scene.entrants, (4, 4), 4, 0)
    return sent


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("columns", [("size",), ("size", "rooms")])
def test_nothing_of_them_is_kept_when_they_are_dropped(
    model: str, columns: tuple[str, ...]
) -> None:
    target = "sold" if MODELS[model].classes else "price"
    data = Data(table(TEXT), columns, target, model)
    assert use_everything(data)
    watched: list[Callable[[], object]] = [
        ref(data),
        ref(data.table),
        ref(data.scene.surface),
        ref(data.keeper),
    ]
    del data
    gc.collect()
    assert [each() for each in watched] == [None] * 4


def test_what_is_known_of_them_is_kept_as_long_as_they_are() -> None:
    data = Data(table(TEXT), ("size",), "price")
    before = [len(each.kept()) for each in MEMOS]
    ground = heightmap(data.scene.surface)
    assert heightmap(data.scene.surface) is ground
    assert RaceSpec(data=data).race_scene() is RaceSpec(data=data).race_scene()
    assert [len(each.kept()) for each in MEMOS] == before


def test_a_copy_in_another_process_begins_without_what_is_known() -> None:
    heightmap(LINE.scene.surface)
    there = pickle.loads(pickle.dumps(LINE))
    assert there.scene.surface.keeper is there.keeper
    assert len(pickle.dumps(LINE)) < 40_000
    np.testing.assert_array_equal(
        heightmap(there.scene.surface).loss, heightmap(LINE.scene.surface).loss
    )


@pytest.mark.parametrize(
    ("data", "names", "classes"),
    [
        (LINE, ("size", "price"), ()),
        (
            Data(TABLE, ("size",), "price", "huber", standardize=True),
            ("size (standardized)", "price"),
            (),
        ),
        (Data(TABLE, ("size",), "price", "softplus"), ("size", "price"), ()),
        (Data(TABLE, ("size",), "sold", "logistic"), ("size", "chance of yes"), ("no", "yes")),
        (Data(TABLE, ("size", "rooms"), "sold", "logistic"), ("size", "rooms"), ("no", "yes")),
    ],
)
def test_the_samples_have_the_names_of_their_columns(
    data: Data, names: tuple[str, str], classes: tuple[str, ...]
) -> None:
    shown = samples(data.scene.surface)
    assert shown is not None
    assert (shown["names"], shown["classes"]) == (names, classes)
    assert data.scene.views == ("above", "samples")


def test_two_columns_and_a_number_have_no_picture_of_samples() -> None:
    data = Data(TABLE, ("size", "rooms"), "price")
    assert samples(data.scene.surface) is None
    assert data.scene.views == ("above",)
