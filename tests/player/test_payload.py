"""What the player is sent: decoded by other means, it is Python's race to the last bit."""

import re
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from optviz.entrants import ORIGINS
from optviz.heightmap import heightmap
from optviz.optimizers import SGD, Adam
from optviz.player.payload import message, pack
from optviz.race import Race, race
from optviz.scenes import SCENES, Scene
from optviz.style import STYLES
from surfaces import SURFACES
from tests.support.messages import header_of, unpack

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


def message_of(scene: Scene, **notes: Any) -> bytes:
    return message(scene.race(), **notes)


@pytest.mark.parametrize("kind", ["f4", "f8", "i4", "i8", "u1", ">f8"])
@pytest.mark.parametrize("shape", [(0,), (1,), (3,), (2, 5), ()])
def test_what_is_packed_comes_out_again(kind: str, shape: tuple[int, ...]) -> None:
    array = np.arange(np.prod(shape, dtype=int)).astype(kind).reshape(shape)
    double = np.array(2 * array, kind)
    plain = {"μ": "→", "n": None, "t": [1, 2.5, True]}
    back = unpack(pack({"plain": plain, "arrays": [array, {"double": double}]}))
    assert back["plain"] == plain
    for expected, told in ((array, back["arrays"][0]), (double, back["arrays"][1]["double"])):
        np.testing.assert_array_equal(told, expected)
        assert told.shape == shape


def test_views_into_arrays_are_packed_as_they_look() -> None:
    array = np.arange(12.0).reshape(3, 4)
    for view in (array.T, array[:, 1], array[::-1, ::2]):
        np.testing.assert_array_equal(unpack(pack({"view": view}))["view"], view)


def test_nan_travels_in_arrays_and_is_refused_in_the_header() -> None:
    values = np.array([np.nan, np.inf, -0.0])
    back = unpack(pack({"values": values}))["values"]
    assert back.tobytes() == values.tobytes()
    for wrong in (np.nan, np.inf):
        with pytest.raises(ValueError, match="JSON"):
            pack({"value": float(wrong)})


@pytest.mark.parametrize("stranger", [object(), {1, 2}, 1j, b"bytes"])
def test_what_has_no_place_is_refused(stranger: object) -> None:
    with pytest.raises(TypeError, match=type(stranger).__name__):
        pack({"stranger": stranger})


@every_scene
def test_a_message_is_the_race(scene: Scene) -> None:
    expected = scene.race()
    told = unpack(message_of(scene))["race"]
    np.testing.assert_array_equal(told["start"], scene.start)
    assert told["steps"] == scene.steps
    for run, entry, shown in zip(expected, scene.entrants, told["runs"], strict=True):
        assert shown["name"] == type(run.optimizer).__name__
        assert (shown["origin"], shown["origin_means"]) == (entry.origin, ORIGINS[entry.origin])
        look = asdict(STYLES[shown["name"]])
        assert shown["style"] == look | {"dash": list(look["dash"])}
        assert shown["ended"] is None
        np.testing.assert_array_equal(shown["x"], run.x)
        np.testing.assert_array_equal(shown["loss"], run.loss)
        assert (shown["accuracy"] is None) == (scene.surface.accuracy is None)


def test_accuracy_goes_along_where_there_is_one() -> None:
    scene = SCENES["noisy_moons"]
    assert scene.surface.accuracy
    for run, shown in zip(scene.race(), unpack(message_of(scene))["race"]["runs"], strict=True):
        expected = scene.surface.accuracy(run.x[:, 0], run.x[:, 1])
        np.testing.assert_array_equal(shown["accuracy"], expected)


@every_scene
def test_a_message_has_the_surface_as_a_relief(scene: Scene) -> None:
    ground, told = heightmap(scene.surface), unpack(message_of(scene))["surface"]
    assert told["name"] == scene.surface.name
    assert tuple(told["axes"]) == scene.surface.axes
    assert (tuple(told["xlim"]), tuple(told["ylim"])) == (scene.surface.xlim, scene.surface.ylim)
    np.testing.assert_array_equal(told["levels"], ground.levels)
    highest = len(ground.levels) + 1
    codes = np.cumsum(np.cumsum(told["heights"], axis=1, dtype=np.uint16), axis=0, dtype=np.uint16)
    heights = codes * (highest / 65534)
    np.testing.assert_allclose(heights, ground.height(ground.loss), atol=highest / 65534)
    np.testing.assert_array_equal(told["minima"], np.reshape(scene.surface.minima, (-1, 2)))
    assert (told["low"], told["high"]) == (ground.loss.min(), ground.loss.max())


@every_scene
def test_a_known_surface_is_left_out(scene: Scene) -> None:
    full = unpack(message_of(scene))
    key = full["surface"]["key"]
    assert full["race"]["surface"] == key
    short = message_of(scene, known_surface=key)
    assert unpack(short)["surface"] is None
    assert unpack(short)["race"]["surface"] == key
    assert unpack(message_of(scene, known_surface="another"))["surface"]["key"] == key


def test_surfaces_that_differ_have_keys_that_differ() -> None:
    keys = {unpack(message_of(scene))["surface"]["key"] for scene in SCENES.values()}
    assert len(keys) == len(SCENES)


def test_notes_stand_in_the_header() -> None:
    assert unpack(message_of(SCENES["beale"], serial=7))["serial"] == 7


def diverging() -> Race:
    return race(SURFACES["beale"], [SGD(lr=1), Adam()], steps=30)


def test_a_diverged_run_is_nan_in_its_arrays_alone() -> None:
    expected = diverging()
    data = message(expected)
    lost, fine = unpack(data)["race"]["runs"]
    assert lost["ended"] == expected[0].ended
    assert lost["ended"] is not None
    assert np.isnan(lost["x"][lost["ended"] :]).all()
    assert np.isfinite(lost["x"][: lost["ended"]]).all()
    assert fine["ended"] is None
    assert np.isfinite(fine["x"]).all()
    assert not re.search("NaN|Infinity", header_of(data)[0])
