"""A race as bytes for the browser: one JSON header, then the arrays it speaks of, as they are.

    [u32 length of the header][header, padded][array][array]...      little-endian, arrays at
                                                                     multiples of 8

In the header an array stands as {"at": offset, "type": "f8", "shape": [n, 2]}, the offset counted
from the first array. Nothing is converted on the way: the player shows Python's own numbers.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.entrants import ORIGINS, YOURS, Entrant
from optviz.heightmap import heightmap
from optviz.look import CAMERA
from optviz.optimizers import Optimizer
from optviz.player.engine import LOSS_AFTER, engine_content
from optviz.player.numbers import numbers_content
from optviz.player.omitted import rules_that_run, without_histories
from optviz.player.rules import (
    Rules,
    newcomers_content,
    origin_content,
    rule_words,
    rules_of,
    settings_content,
)
from optviz.program.tracing import free
from optviz.race import Race, Trajectory
from optviz.stories.findings import Statement
from optviz.stories.measures import distance_to_minimum
from optviz.studies.targets import ends_of
from optviz.style import RunStyle, settings_text, styles_for
from surfaces.described import lowest_minima, minima_text
from surfaces.formula import body_of
from surfaces.formula.compiled import FormulaLoss
from surfaces.keeping import kept
from surfaces.minibatches import Fit
from surfaces.own.gradients import differences_note
from surfaces.surface import Surface

Array = NDArray[Any]

ALIGNMENT = 8


def pack(content: dict[str, Any]) -> bytes:
    """Any nesting of dicts, lists, JSON values and numeric numpy arrays as one block of bytes."""
    blocks: list[bytes] = []
    length = 0

    def place(value: object) -> dict[str, object]:
        nonlocal length
        if not isinstance(value, np.ndarray):
            raise TypeError(f"a payload has no place for {type(value).__name__}")
        block = np.ascontiguousarray(value, value.dtype.newbyteorder("<")).tobytes()
        block += bytes(-len(block) % ALIGNMENT)
        blocks.append(block)
        length += len(block)
        kind = f"{value.dtype.kind}{value.dtype.itemsize}"
        return {"at": length - len(block), "type": kind, "shape": value.shape}

    header = json.dumps(content, default=place, allow_nan=False, separators=(",", ":")).encode()
    header += b" " * (-(4 + len(header)) % ALIGNMENT)
    return b"".join([len(header).to_bytes(4, "little"), header, *blocks])


def message(
    race: Race,
    *,
    camera: tuple[float, float] = CAMERA,
    views: Sequence[str] = ("above",),
    story: Sequence[Statement] = (),
    known_surface: str | None = None,
    serial: int = 0,
    session: str = "",
    at: int | None = None,
    stops: Sequence[int] = (),
    cloud: str = "",
    seeds: Sequence[int] = (),
    link: str = "",
    lesson: dict[str, Any] | None = None,
    begin: Sequence[Entrant] | None = None,
    prompts: Sequence[dict[str, Any]] = (),
    whole: bool = True,
    room: dict[str, str] | None = None,
) -> bytes:
    """All the player needs to play a race.

    Args:
        race: of a single start.
        camera: of the view in space: elevation and azimuth, degrees.
        views: open to begin with: "above", "space", "samples".
        story: what there is to see, as `findings.told` has it.
        known_surface: the key of the surface that the player has; it is left out with its programs.
        serial: of the question this answers; it makes every answer a new one.
        session: which visit this is: when another one answers, the player tells it what is raced.
        at: the step at which a player stands that is new to this scene; None to let it play.
        stops: steps at which its playback stops, to begin with.
        cloud: that is open to begin with, as an address has it; "" for none.
        seeds: of the minibatches, whose races are shown to begin with; none for no such.
        link: the address of what is shown, which can be copied with the step; "" for none.
        lesson: the step of a lesson above the race, as web/core/payload.js has it; None for none.
        prompts: what a newcomer may try, as web/core/payload.js has it.
        whole: with every history; False leaves out what a page of its own computes, see `omitted`.
        room: the key of the class's room, as web/room/told.js has it; None for none.
        begin: entrants with whose settings others of their rules begin; None for the race's own.
    """
    rules: Rules = rules_of(race.entrants)
    surface = ground_content(race.surface, tuple(rules.items()))
    content = race_content(race, rules)
    if not whole:
        without_histories(race, content, surface["engine"])
        rules = rules_that_run(surface["engine"], rules, race)
        surface = ground_content(race.surface, tuple(rules.items()))
    return pack(
        {
            "surface": None if surface["key"] == known_surface else surface,
            "race": content
            | {"newcomers": newcomers_content(rules, begin or race.entrants, race.steps)}
            | {"surface": surface["key"], "camera": camera, "views": views}
            | {"story": [asdict(each) for each in story]}
            | {"at": at, "stops": stops, "cloud": cloud, "seeds": seeds}
            | {"link": link, "lesson": lesson, "prompts": prompts},
            "serial": serial,
            "session": session,
            "room": room,
        }
    )


def surface_key(race: Race) -> str:
    """The key under which the surface of a race is sent, as `message` takes it for a known one."""
    rules = rules_of(race.entrants)
    key: str = ground_content(race.surface, tuple(rules.items()))["key"]
    return key


def family_of(surface: Surface) -> str:
    """What surfaces share that differ in a number of their own: with these, a player goes on."""
    if surface.parameter:
        return surface.parameter.surface.__name__
    if isinstance(surface.loss, FormulaLoss):
        return f"formula {body_of(surface.loss.formula)}"
    key: str = surface_content(surface)["key"]
    return key


def race_content(race: Race, rules: Rules) -> dict[str, Any]:
    """Start, steps and every run with its style and its history."""
    styles = styles_for(race.entrants)
    keys = {kind: key for key, kind in rules.items()}
    return {
        "start": race.start,
        "family": family_of(race.surface),
        "yours": (YOURS, ORIGINS[YOURS]),
        "batches": batches_seen(race),
        **numbers_content(race),
        "runs": [
            {"key": keys[type(run.optimizer)]} | run_content(race.surface, run, style)
            for run, style in zip(race, styles, strict=True)
        ],
    }


def run_content(surface: Surface, run: Trajectory, style: RunStyle) -> dict[str, Any]:
    """One run: its name, style and history."""
    x, y = run.x[:, 0], run.x[:, 1]
    return {
        "name": run.name,
        "rule": type(run.optimizer).__name__,
        "settings": settings_text(run.optimizer),
        "style": asdict(style),
        "ended": run.ended,
        "ending": ending_content(run),
        **settings_content(run.optimizer, len(run.grad)),
        "x": run.x,
        "loss": run.loss,
        "grad": run.grad,
        "grad_at": None if np.array_equal(run.grad_at, run.x[:-1], equal_nan=True) else run.grad_at,
        "state": run.state,
        "accuracy": surface.accuracy(x, y) if surface.accuracy else None,
        "distance": distance_to_minimum(surface, run),
        **origin_content(run.entrant),
        **rule_words(type(run.optimizer)),
    }


def ending_content(run: Trajectory) -> dict[str, str] | None:
    """What ended a run, in words; None if nothing did."""
    if run.ending is None:
        return None
    settings = run.optimizer.settings()
    return {
        "words": run.ending.words,
        "explained": run.ending.explained(f"{run.name} ({settings_text(run.optimizer)})", settings),
        "loss": LOSS_AFTER.get(run.ending.kind, ""),
    }


def batches_seen(race: Race) -> Array | None:
    """(steps, size) the samples each step saw; where a minibatch is smaller, the last repeats."""
    stages, batches = race.surface.stages, race.surface.minibatches
    if stages is None and batches is None:
        return None
    parts = [stages.at(step) if stages else batches for step in range(race.steps)]
    seen = [part.at(step, race.seed) for step, part in enumerate(parts) if part]
    size = max(len(each) for each in seen)
    rows = [np.pad(each, (0, size - len(each)), mode="edge") for each in seen]
    return np.array(rows, dtype=np.uint16)


def as_codes(heights: Array, highest: int) -> Array:
    """Heights from 0 to `highest` as 16-bit codes, 0 to 65534, and 65535 for nan.

    A code is a four-thousandth of the way from one contour to the next: finer than any screen. The
    first row and column of the result begin sums, of columns and then of rows, modulo 65536, that
    are these codes: so what is smooth is compressed to a third.
    """
    codes = np.round(np.nan_to_num(heights) * (65534 / highest))
    codes = np.where(np.isfinite(heights), codes, 65535).astype(np.uint16)
    for axis in (0, 1):
        codes = np.diff(codes, axis=axis, prepend=np.uint16(0))
    return codes


def samples(surface: Surface) -> dict[str, Any] | None:
    """The samples of minibatches and what is drawn through them; None where nothing is."""
    batches = surface.minibatches
    fit = batches.fit if batches else None
    if batches is None or not (fit or batches.labels().any()):
        return None
    drawn = (fit or Fit())._asdict()
    return {"points": batches.points(), "labels": batches.labels()} | drawn


def valleys(surface: Surface) -> Array:
    """(n, 2) the lines of all valleys, after each a nan."""
    lines = [line for floor in surface.floors for line in floor.lines]
    return np.array([each for line in lines for each in (*line, (np.nan, np.nan))]).reshape(-1, 2)


def notes(surface: Surface) -> Iterator[str]:
    """Sentences on the surface: what is known of its minima, and of a gradient by differences."""
    if surface.floors or surface.unlisted:
        yield minima_text(surface)
    if note := differences_note(surface):
        yield f"{note[0].upper()}{note[1:]}."


def ends_content(surface: Surface) -> dict[str, Any]:
    """How near a minimum a trial of a cloud is at it, and (n, 2) points along the valleys."""
    ends = ends_of(surface)
    if ends is None:
        return {"radius": 0.0, "floors": np.zeros((0, 2))}
    return {"radius": ends.radius, "floors": ends.places[len(surface.minima) :]}


@kept(32)
def ground_content(
    surface: Surface, rules: tuple[tuple[str, type[Optimizer]], ...]
) -> dict[str, Any]:
    """The surface and the programs that races on it run by, under a key that names both."""
    content, engine = surface_content(surface), engine_content(surface, dict(rules))
    told = content["key"].encode() + pack(engine)
    return content | {"engine": engine, "key": hashlib.sha256(told).hexdigest()[:16]}


@kept(32)
def surface_content(surface: Surface) -> dict[str, Any]:
    """The surface as a height field with contour levels, under a key that names its content."""
    ground = heightmap(surface)
    minima = np.array(surface.minima, dtype=float).reshape(-1, 2)
    seen = ground.loss[np.isfinite(ground.loss)]  # a formula may have poles
    own = surface.parameter if free(surface) is not None else None
    content = {
        "name": surface.name,
        "axes": surface.axes,
        "xlim": surface.xlim,
        "ylim": surface.ylim,
        "heights": as_codes(ground.height(ground.loss), len(ground.levels) + 1),
        "levels": ground.levels,
        "low": float(seen.min()),
        "high": float(seen.max()),
        "geometric": ground.geometric,
        "samples": samples(surface),
        "minima": minima,
        "lowest": lowest_minima(surface),
        "valleys": valleys(surface),
        "ends": ends_content(surface),
        "unlisted": bool(surface.unlisted),
        "found": " ".join(notes(surface)),
        "parameter": {"name": own.name, "title": own.title} if own else None,
    }
    return content | {"key": hashlib.sha256(pack(content)).hexdigest()[:16]}
