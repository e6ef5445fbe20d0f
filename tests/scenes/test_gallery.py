"""The scenes as they are offered: each once, with a sentence that is true of it, and a picture."""

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from optviz.heightmap import heightmap
from optviz.pictures.thumbnail import thumbnail
from optviz.scenes.catalog import CATALOG
from optviz.scenes.gallery import GROUPS, about, title_of
from optviz.web.pictures import THUMBNAILS
from surfaces import SURFACES
from surfaces.described import lowest_minima

COUNTS = {"one": 1, "two": 2, "four": 4, "six": 6, "121": 121}
UNLIKE = 6  # of 255: what another picture differs by in the mean, and another compression does not


def test_every_scene_is_offered_once() -> None:
    offered = [key for group in GROUPS for key in group.scenes]
    assert offered == list(CATALOG)
    assert len({title_of(key) for key in offered}) == len(offered)


@pytest.mark.parametrize("key", CATALOG)
def test_its_sentence_is_short(key: str) -> None:
    said = about(key)
    assert said.endswith((".", "?"))
    assert 30 < len(said) < 150


@pytest.mark.parametrize(
    ("key", "minima", "lowest"),
    [
        ("beale", "one", "one"),
        ("rosenbrock", "one", "one"),
        ("himmelblau", "four", "four"),
        ("six_hump_camel", "six", "two"),
        ("styblinski_tang", "four", "one"),
        ("goldstein_price", "four", "one"),
        ("rastrigin", "121", "one"),
    ],
)
def test_it_counts_the_minima(key: str, minima: str, lowest: str) -> None:
    surface = SURFACES[key]
    said = re.findall(r"\w+", about(key).lower())
    assert minima in said
    assert len(surface.minima) == COUNTS[minima]
    assert lowest_minima(surface) == COUNTS[lowest]


def curvatures(key: str) -> NDArray[np.float64]:
    """The Hessian's eigenvalues at the minimum, from differences of the gradient."""
    aside = 1e-4 * np.array([np.eye(2), -np.eye(2)])
    ahead, behind = SURFACES[key].step_gradient(np.array(SURFACES[key].minima[0]) + aside)
    return np.asarray(np.linalg.eigvalsh((ahead - behind) / 2e-4))


def test_other_numbers_in_it_are_measured() -> None:
    low, high = curvatures("booth")
    assert high / low == pytest.approx(9, rel=1e-4)
    assert "nine times as curved" in about("booth")
    low, high = curvatures("ill_conditioned")
    assert high / low == pytest.approx(100, rel=1e-4)
    assert "100 times as curved" in about("ill_conditioned")
    assert np.nanmax(heightmap(SURFACES["goldstein_price"]).loss) == pytest.approx(1e6, rel=0.05)
    assert "up to a million" in about("goldstein_price")
    (x, y), (_, far) = SURFACES["long_valley"].minima
    assert (x, y, far) == (0, -2, 2)
    assert not SURFACES["saddle_point"].minima


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", CATALOG)
def test_its_picture_is_that_of_its_race(key: str, theme: str) -> None:
    """Made anew by `python -m optviz gallery --thumbnails optviz/web/thumbnails`."""
    kept = np.asarray(Image.open(THUMBNAILS[f"{key}-{theme}"]).convert("RGB"), dtype=float)
    made = thumbnail(CATALOG[key], theme)
    assert kept.shape == made.shape
    assert np.abs(kept - made).mean() < UNLIKE
