"""Pictures of many seeds and starts: what is drawn is what the races are."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from optviz.export import FilmOptions, PictureOptions, RaceOptions, StillOptions, export
from optviz.optimizers import SGD, Adam, Array, Momentum
from optviz.pictures.bundle.bundle_picture import BundlePicture
from optviz.pictures.bundle.chart import Bands
from optviz.pictures.bundle.composition import BundleComposition, BundleOptions
from optviz.pictures.bundle.trails import BundleTrails, opacity
from optviz.pictures.legend import LegendLines
from optviz.race import Race, SeedsRace, race
from optviz.race.bundles import band, median_path
from surfaces import SURFACES

MOONS, BEALE = SURFACES["noisy_moons"], SURFACES["beale"]
STARTS = [(1.0, 1.6), (0.5, 0.2), (3.0, 0.4), (4.5, 4.5)]


@pytest.fixture(scope="module")
def seeds() -> SeedsRace:
    return race(MOONS, [SGD(lr=0.2), Momentum(lr=0.2), Adam(lr=0.2)], steps=30, seeds=range(6))


@pytest.fixture(scope="module")
def starts() -> Race:
    return race(BEALE, [Momentum(lr=0.01), Adam(lr=0.3)], STARTS, steps=20)


def drawn(subject: SeedsRace | Race, **how: Any) -> BundlePicture:
    return BundlePicture(BundleComposition.of(subject, BundleOptions(**how)))


def pixels(picture: BundlePicture, step: int) -> Array:
    picture.show(step)
    picture.figure.canvas.draw()
    return np.array(picture.figure.canvas.buffer_rgba())[..., :3].astype(int)  # type: ignore[attr-defined]


def part(picture: BundlePicture, kind: type[Any]) -> Any:
    return next(each for each in picture.moving if isinstance(each, kind))


def test_every_run_has_a_trail(seeds: SeedsRace) -> None:
    trails = part(drawn(seeds), BundleTrails)
    for i, lines in enumerate(trails.bundles):
        for own, line in zip(seeds.races, lines, strict=True):
            np.testing.assert_allclose(line.points, own[i].x)  # all of it is in the picture


def test_the_trails_of_runs_that_ended_end(starts: Race) -> None:
    assert (starts[0].last < 20).any()
    for lines, run in zip(part(drawn(starts), BundleTrails).bundles, starts, strict=True):
        for k, line in enumerate(lines):
            assert line.times.max() <= run.last[k]


def test_thick_trails_are_the_medians(seeds: SeedsRace) -> None:
    for strand, run in zip(drawn(seeds).medians.strands, seeds, strict=True):
        np.testing.assert_allclose(strand.seen.points, median_path(run), rtol=1e-12)
        np.testing.assert_array_equal(strand.heads, median_path(run))


def test_bands_lie_between_the_quartiles(seeds: SeedsRace) -> None:
    bands = part(drawn(seeds), Bands)
    for (low, high), run in zip(bands.edges, seeds, strict=True):
        each = run.loss
        np.testing.assert_allclose(low, np.quantile(run.loss, 0.25, axis=1))
        assert ((low <= high) & (each.min(axis=1) <= low) & (high <= each.max(axis=1))).all()


def test_an_infinite_quartile_leaves_the_chart_and_the_median_ends_with_its_loss(
    starts: Race,
) -> None:
    picture = drawn(starts)
    axes = picture.figure.axes[1]
    bands, found = part(picture, Bands), band(starts[0])
    assert np.isinf(found.high).any()
    assert (bands.edges[0][1][np.isinf(found.high)] > axes.get_ylim()[1]).all()
    picture.show(picture.steps)
    medians = next(each for each in axes.lines if each.get_label() == starts[0].name)
    np.testing.assert_array_equal(medians.get_ydata(), found.median[np.isfinite(found.median)])


def test_the_last_losses_are_those_of_the_runs(seeds: SeedsRace) -> None:
    strip = drawn(seeds).figure.axes[2]
    assert strip.get_xlabel() == "after 30 steps"
    dots = [each for each in strip.lines if each.get_linestyle() == "None"]
    assert len(dots) == len(seeds)
    for line, run in zip(dots, seeds, strict=True):
        np.testing.assert_allclose(np.array(line.get_ydata()), run.loss[-1])
        across = np.asarray(line.get_xdata())
        assert (np.diff(across) > 0).all()
    low, high = strip.get_ylim()
    assert all(low < y < high for run in seeds for y in run.loss[-1])


def test_runs_that_ended_have_no_dot(starts: Race) -> None:
    strip = drawn(starts).figure.axes[2]
    first = next(each for each in strip.lines if each.get_linestyle() == "None")
    assert len(np.asarray(first.get_xdata())) == (starts[0].last == 20).sum() < 4


def test_without_any_last_loss_or_room_there_is_no_distribution(seeds: SeedsRace) -> None:
    lost = race(BEALE, [SGD(lr=10.0)], STARTS, steps=30)
    assert len(drawn(lost).figure.axes) == 2
    assert len(drawn(seeds, size=(400, 320)).figure.axes) == 2
    assert len(drawn(seeds, chart="none").figure.axes) == 1


def test_the_legend_counts_at_the_step_that_is_shown(seeds: SeedsRace) -> None:
    lines = part(drawn(seeds), LegendLines)
    for step in (3, 30):
        wins = [min(own, key=lambda run: run.loss[step]).name for own in seeds.races]
        expected = [f"ahead in {wins.count(run.name)} of 6" for run in seeds]
        assert lines.words(step) == expected


def test_it_moves_forth_and_back_to_the_same_picture(seeds: SeedsRace) -> None:
    picture = drawn(seeds)
    shown = [pixels(picture, step) for step in (4, 20, 4)]
    assert [bool((a != b).any()) for a, b in pairwise(shown)] == [True, True]
    np.testing.assert_array_equal(shown[0], shown[2])


def test_trails_are_fainter_the_more_there_are() -> None:
    faint = [opacity(runs) for runs in (1, 10, 30, 1000)]
    assert faint == sorted(faint, reverse=True)
    assert faint[-1] > 0.05


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "gif", "webp", "apng", "mp4"])
def test_every_format_of_pictures_is_written(seeds: SeedsRace, suffix: str, tmp_path: Path) -> None:
    path = export(seeds, tmp_path / f"seeds.{suffix}", PictureOptions(size=(400, 300)))
    assert path.stat().st_size > 5_000
    if suffix in {"png", "gif", "webp", "apng"}:
        with Image.open(path) as image:
            assert image.size == (400, 300)
            assert getattr(image, "n_frames", 1) > 20 or suffix == "png"


def test_options_of_stills_and_films_are_followed(seeds: SeedsRace, tmp_path: Path) -> None:
    early = export(seeds, tmp_path / "early.png", StillOptions(step=2))
    late = export(seeds, tmp_path / "late.png")
    assert early.read_bytes() != late.read_bytes()
    short = export(seeds, tmp_path / "a.gif", FilmOptions(speed=50))
    assert short.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("a.png", RaceOptions(views=("space",)), "views has no effect on a race of many seeds"),
        ("a.png", RaceOptions(cloud="disc:50"), "cloud has no effect on a race of many seeds"),
        ("a.png", RaceOptions(chart="accuracy"), "chart of many seeds or starts = 'accuracy' is"),
        ("a.png", BundleOptions(size=(240, 240), chart="loss"), "chart = 'loss' finds no room on"),
    ],
)
def test_what_has_no_effect_is_refused(
    seeds: SeedsRace, name: str, options: PictureOptions, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=words):
        export(seeds, tmp_path / name, options)
