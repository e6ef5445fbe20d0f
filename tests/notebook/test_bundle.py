"""What notebooks are given for each kind of value, and what they show of it where nothing runs."""

import base64
import subprocess
import sys
from io import BytesIO

import numpy as np
from PIL import Image

from optviz import SCENES, SURFACES, Adam, Momentum, basins, race, sweep
from optviz.stories.bundles import ahead_sentence

BEALE = SURFACES["beale"]
SHORT = race(BEALE, [Adam(lr=0.3), Momentum()], steps=20)


def png(bundle: dict[str, str]) -> Image.Image:
    return Image.open(BytesIO(base64.b64decode(bundle["image/png"])))


def test_races_and_scenes_play_and_have_a_picture() -> None:
    for each in (SHORT, SCENES["beale"]):
        bundle = each._repr_mimebundle_()
        assert sorted(bundle) == ["image/png", "text/html", "text/plain"]
        assert png(bundle).size == (640, 480)
        assert bundle["text/plain"] == repr(each)
        assert bundle["text/html"] == each._repr_html_()
        assert f'src="data:image/png;base64,{bundle["image/png"]}"' in bundle["text/html"]
        assert sum(map(len, bundle.values())) < 400_000


def test_surfaces_sweeps_and_basins_are_a_picture() -> None:
    *_, rates = sweep(BEALE, [Adam()], {"lr": [0.01, 0.1, 1]}, steps=5)
    *_, pairs = sweep(BEALE, [Momentum()], {"lr": [0.01, 0.1], "mu": [0, 0.5]}, steps=5)
    *_, map_ = basins(SURFACES["long_valley"], [Adam()], shape=(5, 5), steps=5)
    for each in (*SURFACES.values(), rates, pairs, map_):
        bundle = each._repr_mimebundle_()
        assert sorted(bundle) == ["image/png", "text/plain"]
        assert png(bundle).size == (640, 480)
        assert len(np.unique(np.asarray(png(bundle)))) > 8  # something is drawn


def test_what_cannot_be_drawn_is_words() -> None:
    rates = np.array([[0.1], [0.2], [0.3]])
    batch = race(BEALE, [Adam(lr=rates)], steps=3)  # type: ignore[arg-type]
    assert sorted(batch._repr_mimebundle_()) == ["text/html", "text/plain"]
    assert repr(batch) == "Race on Beale's function: a batch of shape (3,), 3 steps: Adam"
    assert "a batch of shape (3,)" in repr(batch[0])


def test_many_seeds_or_starts_are_a_picture_and_words() -> None:
    starts = race(BEALE, [Adam(), Momentum()], np.ones((3, 2)), steps=3)
    for each in (starts, race("noisy_moons", steps=5, seeds=range(3))):
        bundle = each._repr_mimebundle_()
        assert sorted(bundle) == ["image/png", "text/plain"]
        assert png(bundle).size == (640, 480)
        assert bundle["text/plain"].splitlines()[-1] == ahead_sentence(each)


def test_words_are_a_few_lines_without_arrays() -> None:
    assert repr(SHORT).splitlines() == [
        "Race on Beale's function: start x, y = 1, 1.6; 20 steps",
        "loss at         step 0      step 5     step 10     step 15     step 20   ended at",
        *(
            f"{run.name:10}"
            + "".join(f"{run.loss[step]:12.4g}" for step in (0, 5, 10, 15, 20))
            + f"   ({run.x[-1, 0]:.4g}, {run.x[-1, 1]:.4g})"
            for run in SHORT
        ),
    ]
    assert "loss 51.66 to" in repr(SHORT["Adam"])
    assert repr(race(BEALE, [Adam()] * 15, steps=2)).endswith("\nand 3 more")
    assert repr(SCENES["beale"]).splitlines()[-1].startswith("Adam")
    *_, rates = sweep(BEALE, [Adam()], {"lr": [0.01, 0.1, 1]}, steps=5)
    best = int(rates.final[0].argmin())
    assert f"{rates.final[0, best]:.4g} at lr {rates.swept['lr'][best]:g}; 0 of 3" in repr(rates)
    *_, map_ = basins(SURFACES["long_valley"], [Adam()], shape=(5, 5), steps=5)
    assert f"{np.mean(map_.minimum >= 0):.1%} at a minimum or valley" in repr(map_)
    for each in SURFACES.values():
        assert len(repr(each).splitlines()) == 3


def test_a_shell_in_a_terminal_draws_nothing() -> None:
    code = """
import sys, types
shell = types.SimpleNamespace(display_formatter=types.SimpleNamespace(active_types=["text/plain"]))
sys.modules["IPython"] = types.SimpleNamespace(get_ipython=lambda: shell)
from optviz import SURFACES
print(SURFACES["beale"]._repr_mimebundle_(), "matplotlib" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "{} False"


def test_surfaces_alone_have_no_views() -> None:
    code = """
from surfaces import SURFACES
print(repr(SURFACES["beale"]), SURFACES["beale"]._repr_mimebundle_())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "<Surface> {}"
