"""Many minibatch seeds: the argument that commands share."""

import argparse
from collections.abc import Callable

from optviz.cli.arguments import reads
from optviz.cli.jobs import add_jobs, processes
from optviz.race import MAX_STEPS, SeedsRace, race_by_seeds
from optviz.scenes import Scene
from optviz.spec.seeds import seeds_in


def add_seeds(command: argparse.ArgumentParser) -> None:
    """How many seeds, or which, and how many processes run them."""
    command.add_argument(
        "--seeds",
        type=reads(lambda text: seeds_in(text, MAX_STEPS)),
        metavar="N",
        help="race under the minibatch seeds 0 to N - 1, or those of 5-11 or 3,7-9, each for "
        "itself: medians, quartiles, and who is ahead in how many",
    )
    add_jobs(command, " the races of --seeds")


def seeds_of(options: argparse.Namespace, scene: Scene) -> tuple[int, ...] | None:
    """The seeds that are asked for; None without --seeds.

    Raises:
        ValueError: the scene has none, or one seed is given, too, or processes for no seeds.
    """
    if options.seeds is None:
        if options.jobs is not None:
            raise ValueError("--jobs is for the races of --seeds: leave it out, or add --seeds")
        return None
    if options.seed is not None:
        raise ValueError("--seed and --seeds are both given: leave one of them out")
    if not (scene.surface.minibatches or scene.surface.stages):
        raise ValueError(f"{scene.name} has no minibatches: leave --seeds out")
    seeds: tuple[int, ...] = options.seeds
    return seeds


def seeds_raced(
    options: argparse.Namespace,
    scene: Scene,
    seeds: tuple[int, ...],
    tell: Callable[[float], object] = lambda share: None,
) -> SeedsRace:
    """The race under these seeds, by so many processes; `tell` is called with the share done."""
    with processes(options):
        races = race_by_seeds(*scene.conditions[:-1], seeds=seeds)
    for found in races:
        tell(len(found.seeds) / len(seeds))
    return found
