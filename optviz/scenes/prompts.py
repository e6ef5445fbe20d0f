"""What a newcomer is asked to try in a scene, which the page notices when it is done.

Nothing is claimed here: what comes of it is read from the race that the newcomer has made.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from optviz.scenes.scene import Scene

FACTOR = 2.0
ADAM = "Adam"


@dataclass(frozen=True)
class Where:
    """A condition on a point: its distance from zero along an axis, or else the loss there.

    Attributes:
        least: what it has to reach.
        axis: 0 for x, 1 for y; None for the loss.
    """

    least: float
    axis: int | None = None


@dataclass(frozen=True)
class Move:
    """The start is to be dragged to a place.

    Attributes:
        text: what to do.
        where: what counts as that place; None for any other.
    """

    text: str
    where: Where | None = None
    kind: str = "move"


@dataclass(frozen=True)
class Change:
    """A hyper-parameter is to be made so many times as large as it was.

    Attributes:
        text: what to do.
        entrant: whose.
        setting: which.
        factor: how many times at least.
    """

    text: str
    entrant: str
    setting: str
    factor: float
    kind: str = "change"


@dataclass(frozen=True)
class Guess:
    """An optimizer is to be named.

    Attributes:
        text: the question.
        where: the first one there is meant; None for the one with the lowest loss at the end.
    """

    text: str
    where: Where | None = None
    kind: str = "guess"


ANYWHERE = Move("Drag the ring, the start, somewhere else")
LOWEST = Guess("Which one ends lowest?")

OWN: Mapping[str, tuple[Move, Guess]] = {
    "beale": (Move("Drag the ring up the valley's wall", Where(100.0)), LOWEST),
    "long_valley": (
        Move("Drag the ring high up the valley's wall", Where(2.8)),
        Guess("Which one is first to get down the valley?", Where(1.0, axis=1)),
    ),
    "saddle_point": (
        Move("Drag the ring a little to the side", Where(0.05, axis=0)),
        Guess("Which one leaves the saddle first?", Where(1.0, axis=0)),
    ),
}


def prompts(key: str, scene: Scene) -> list[dict[str, Any]]:
    """What to try in the scene of this key, as the player takes it.

    The second is left out where no entrant has a learning rate.
    """
    move, guess = OWN.get(key, (ANYWHERE, LOWEST))
    rates = [each.name for each in scene.entrants if "lr" in each.optimizer.settings()]
    asked: list[Move | Change | Guess] = [move]
    if rates:
        who = ADAM if ADAM in rates else rates[0]
        asked.append(Change(f"Double {who}'s learning rate", who, "lr", FACTOR))
    return [asdict(each) for each in (*asked, guess)]
