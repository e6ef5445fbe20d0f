"""Many minibatch seeds: the argument that commands share."""

import argparse

from optviz.cli.arguments import reads
from optviz.race import MAX_STEPS
from optviz.scenes import Scene
from optviz.spec.seeds import seeds_in


def add_seeds(command: argparse.ArgumentParser) -> None:
    """How many seeds."""
    command.add_argument(
        "--seeds",
        type=reads(lambda text: seeds_in(text, MAX_STEPS)),
        metavar="N",
        help="race under the minibatch seeds 0 to N - 1, or those of 5-11 or 3,7-9, each for "
        "itself: medians, quartiles, and who is ahead in how many",
    )


def seeds_of(options: argparse.Namespace, scene: Scene) -> tuple[int, ...] | None:
    """The seeds that are asked for; None without --seeds.

    Raises:
        ValueError: the scene has none, or one seed is given, too.
    """
    if options.seeds is None:
        return None
    if options.seed is not None:
        raise ValueError("--seed and --seeds are both given: leave one of them out")
    if not (scene.surface.minibatches or scene.surface.stages):
        raise ValueError(f"{scene.name} has no minibatches: leave --seeds out")
    seeds: tuple[int, ...] = options.seeds
    return seeds
