"""Many minibatch seeds: the argument that commands share, and the race under each of them."""

import argparse

from optviz.cli.arguments import reads
from optviz.cli.choices import chosen_scene
from optviz.race import MAX_SEED, SeedsRace, race, whole
from optviz.scenes import Scene
from optviz.spec.parsing import integer


def add_seeds(command: argparse.ArgumentParser) -> None:
    """How many seeds."""
    command.add_argument(
        "--seeds",
        type=reads(integer),
        metavar="N",
        help="race under the minibatch seeds 0 to N - 1, each for itself: medians, quartiles, and "
        "who is ahead in how many",
    )


def chosen_race(options: argparse.Namespace) -> Scene | SeedsRace:
    """The scene that the arguments describe; with --seeds its race under all of them.

    Raises:
        ValueError: an argument is not possible; the sentence says what is.
    """
    if options.seeds is None:
        return chosen_scene(options)
    if options.seed is not None:
        raise ValueError("--seed and --seeds are both given: leave one of them out")
    scene = chosen_scene(options)
    if not (scene.surface.minibatches or scene.surface.stages):
        raise ValueError(f"{scene.name} has no minibatches: leave --seeds out")
    return race(scene, seeds=range(whole("--seeds", options.seeds, 1, MAX_SEED)))
