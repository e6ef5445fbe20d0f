"""What Python and JavaScript both compute: the tables that tests/web/*.test.mjs read, too."""

import json
from contextlib import nullcontext
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from contourpy import LineType, contour_generator

from optviz.entrants import LONGEST_NAME, Entrant, check_name, next_name
from optviz.heightmap import Heightmap, contour_levels
from optviz.numbers import percents, short
from optviz.optimizers import Optimizer
from optviz.pictures.lines import cut
from optviz.pictures.race.space.box import labelled
from optviz.pictures.race.space.camera import Camera
from optviz.pictures.race.space.terrain import Horizon, Terrain
from optviz.pictures.spacing import round_numbers
from optviz.player.rules import styles_content
from optviz.race_words import seeds_text as words_of_seeds
from optviz.schedules import in_words
from optviz.spec.address.entries import MOST_ENTRANTS
from optviz.spec.seeds import IN_PAGE, seeds_in, seeds_text
from optviz.stories.bundles import ahead_words
from optviz.studies.cloud import Cloud
from optviz.style import styles_for
from optviz.variants import RULES

TABLES = Path(__file__).parents[1] / "tables"


def table(name: str) -> Any:
    return json.loads((TABLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", table("numbers"))
def test_numbers_in_words(row: dict[str, Any]) -> None:
    value = float("nan") if row["value"] is None else row["value"]
    assert short(value, row["digits"]) == row["words"]


@pytest.mark.parametrize("row", table("percents"))
def test_parts_of_a_whole_in_percent(row: dict[str, Any]) -> None:
    assert percents(row["counts"]) == row["words"]


@pytest.mark.parametrize("row", table("settings"))
def test_settings_in_words(row: dict[str, Any]) -> None:
    assert in_words(row["value"]) == row["words"]


@pytest.mark.parametrize("row", table("ticks"))
def test_round_numbers(row: dict[str, Any]) -> None:
    found = round_numbers(row["low"], row["high"], row["count"])
    assert found == pytest.approx(row["ticks"], abs=1e-9 * (row["high"] - row["low"]))


@pytest.mark.parametrize("row", table("clip"))
def test_parts_of_lines_in_a_box(row: dict[str, Any]) -> None:
    points = np.array([row["begin"], row["end"]], dtype=float)
    line = cut(points, np.array(row["low"], dtype=float), np.array(row["high"], dtype=float))
    assert line.times.tolist() == pytest.approx(row["share"] or [])


@pytest.mark.parametrize("row", table("levels"))
def test_levels_that_are_written(row: dict[str, Any]) -> None:
    assert labelled(np.array(row["levels"], dtype=float), row["spacing"]) == row["places"]


@pytest.mark.parametrize("row", table("isolines")["lines"])
def test_contours_of_saddles_closed_hills_and_holes(row: dict[str, Any]) -> None:
    heights = np.array(table("isolines")["heights"], dtype=float)
    cells = np.arange(len(heights), dtype=float)
    masked = np.ma.masked_invalid(heights)
    contours = contour_generator(
        cells, cells, masked, line_type=LineType.Separate, corner_mask=False
    )
    lines = [np.asarray(line) for line in contours.lines(row["level"])]
    pieces = sorted(sorted(piece) for line in lines for piece in in_pieces(line))
    np.testing.assert_allclose(pieces, row["pieces"], atol=1e-8)


def in_pieces(line: np.ndarray) -> list[list[list[float]]]:
    return [[begin, end] for begin, end in pairwise(line.round(9).tolist())]


@pytest.mark.parametrize("row", table("contours"), ids=lambda row: row["words"])
def test_levels_and_heights_of_parts_of_surfaces(row: dict[str, Any]) -> None:
    size = round(len(row["loss"]) ** 0.5)
    loss = np.array(row["loss"], dtype=float).reshape(size, size)
    deepest = np.inf if row["deepest"] is None else row["deepest"]
    levels, low, geometric = contour_levels(loss, row["floors"], deepest)
    assert (levels.tolist(), low, geometric) == (row["levels"], row["low"], row["geometric"])
    relief = Heightmap(np.arange(size), np.arange(size), loss, levels, low, geometric)
    expected = np.array(row["diagonal"], dtype=float)
    np.testing.assert_allclose(relief.height(np.diag(loss)), expected, atol=1e-9)


def hilly() -> Terrain:
    heights = np.array(table("terrain")["heights"], dtype=float)
    sides = np.linspace(-1, 1, len(heights))
    return Terrain(Heightmap(sides, sides, heights, np.array([1.0, 2.0, 3.0]), 0.0, False))


def test_slopes() -> None:
    expected = [table("terrain")[f"slopes_{axis}"] for axis in "xy"]
    assert np.allclose(hilly().slopes, np.array(expected, dtype=float), atol=1e-6, equal_nan=True)


@pytest.mark.parametrize("row", table("terrain")["cameras"])
def test_what_hides_behind_hills(row: dict[str, Any]) -> None:
    horizon = Horizon(hilly(), Camera(row["elevation"], row["azimuth"]))
    found = horizon.clearance(*np.array(row["points"]).T)
    assert found.tolist() == pytest.approx(row["clearance"], abs=1e-6)
    assert (found < 0).any() or row["elevation"] > 20


@pytest.mark.parametrize("row", table("styles")["rows"])
def test_styles_of_entrants(row: dict[str, Any]) -> None:
    assert list(RULES)[: len(table("styles")["keys"])] == table("styles")["keys"]
    assert json.loads(json.dumps(styles_content())) == table("styles")["choice"]
    found = styles_for([Entrant(name, RULES[key]()) for key, _, name in row["entrants"]])
    assert [asdict(each) | {"dash": list(each.dash)} for each in found] == row["styles"]


@pytest.mark.parametrize("row", table("cloud"), ids=lambda row: f"{row['shape']}:{row['trials']}")
def test_starts_of_clouds(row: dict[str, Any]) -> None:
    limits: Any = SimpleNamespace(xlim=row["xlim"], ylim=row["ylim"])
    starts = Cloud(row["shape"], row["trials"]).starts(limits, np.array(row["start"]))
    assert [[k, *starts[k].tolist()] for k, *_ in row["points"]] == row["points"]


@pytest.mark.parametrize("row", table("ahead"), ids=lambda row: row["words"])
def test_who_is_ahead_in_words(row: dict[str, Any]) -> None:
    counts = dict(zip(row["names"], row["counts"], strict=True))
    of = f"{row['total']} seed{'' if row['total'] == 1 else 's'}"
    assert ahead_words(row["step"], counts, row["tied"], row["ended"], of) == row["words"]


@pytest.mark.parametrize("row", table("seeds")["read"], ids=lambda row: row["text"])
def test_seeds_as_texts_and_in_words(row: dict[str, Any]) -> None:
    assert list(seeds_in(row["text"])) == row["seeds"]
    assert seeds_text(row["seeds"]) == row["text"]
    assert words_of_seeds(row["seeds"]) == row["words"]


@pytest.mark.parametrize("text", table("seeds")["refused"])
def test_texts_that_name_no_seeds(text: str) -> None:
    assert table("seeds")["most"] == IN_PAGE
    with pytest.raises(ValueError, match=r"seed|number"):
        seeds_in(text)


def test_limits_of_names_and_entrants() -> None:
    assert (table("names")["longest"], table("names")["most"]) == (LONGEST_NAME, MOST_ENTRANTS)


@pytest.mark.parametrize("row", table("names")["next"])
def test_names_for_one_more(row: dict[str, Any]) -> None:
    assert next_name(type(row["rule"], (Optimizer,), {}), row["taken"]) == row["name"]


@pytest.mark.parametrize("row", table("names")["checks"])
def test_which_names_are_possible(row: dict[str, Any]) -> None:
    with nullcontext() if row["possible"] else pytest.raises(ValueError, match="no name"):
        check_name(row["name"])
