"""`python -m optviz race beale`: run a scene and print where each optimizer ends."""

import argparse

from optviz.cli.choices import add_scene, chosen_scene
from optviz.cli.seeds import add_seeds, seeds_of, seeds_raced
from optviz.race import SeedsRace
from optviz.race_words import race_table
from optviz.scenes import Scene
from optviz.stories.bundles import ahead_sentence, bundle_table, one_seed_sentence
from surfaces.described import minima_text


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("race", help="run a scene and print who got how far")
    add_scene(command)
    add_seeds(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the scene and print the table."""
    scene = chosen_scene(options)
    seeds = seeds_of(options, scene)
    print(scene_words(scene) if seeds is None else seeds_words(seeds_raced(options, scene, seeds)))
    if scene.surface.floors or scene.surface.unlisted:
        print(minima_text(scene.surface))
    return 0


def scene_words(scene: Scene) -> str:
    """The table of its race, and that it is of one seed where there are others."""
    result = scene.race()
    return "\n".join(filter(None, [race_table(result), one_seed_sentence(result)]))


def seeds_words(result: SeedsRace) -> str:
    """The table over all seeds, and who is ahead in how many."""
    return f"{bundle_table(result)}\n{ahead_sentence(result)}"
