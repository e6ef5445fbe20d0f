"""Blocks of a study's cells, computed here or elsewhere (`optviz.elsewhere`).

Elsewhere they go in pieces, some cells of some optimizers each. No cell knows of its neighbours, so
that what comes of a block is the same, to the last bit, and blocks come in their order.

A user's rule that fails is a matter of its whole block: that is computed again here, so that what
is told of the rule is what one process tells.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from optviz.elsewhere import Elsewhere, Parcel, opened, packed
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.stepping import RuleFailed
from optviz.stepping.mixing import MIXED
from optviz.studies.field import Field

LEAST = 500  # runs in a piece: of fewer, calling numpy takes longer than its arithmetic

Cells = NDArray[np.intp]
Found = tuple[NDArray[Any], ...]  # each (optimizers, cells)


class Work(Protocol):
    """What is computed of each cell of a study; it can be sent to another process."""

    def optimizer(self, entrant: Entrant, cells: Cells) -> Optimizer:
        """What steps the runs of an entrant in these cells."""

    def outcome(self, optimizers: Sequence[Optimizer], cells: Cells) -> Found:
        """What came of these runs; RuleFailed where a user's rule fails."""


class Block(NamedTuple):
    """What came of some cells.

    Attributes:
        cells: (cells,) which.
        found: arrays (optimizers, cells), of the optimizers that are left.
        out: which optimizers fell out, as indices into those before.
    """

    cells: Cells
    found: Found
    out: list[int]


class Piece(NamedTuple):
    """The part of a block that is a task: some of its cells, some of the optimizers."""

    who: range
    cells: Cells


class Answer(NamedTuple):
    """What came of a piece, and which of its optimizers were seen to mix their batch."""

    found: Found
    mixed: list[int]


def computed(
    work: Work, field: Field, blocks: Iterable[Cells], most: int, where: Elsewhere | None
) -> Iterator[Block]:
    """What comes of blocks of cells, in their order; optimizers that fail leave the field.

    Args:
        work: what is computed of each cell.
        field: whose runs.
        blocks: (cells,) each, `most` at most.
        most: runs at once, optimizers times cells.
        where: the pieces go; None: they are computed here.

    Raises:
        ValueError: no optimizer is left, or the work cannot be sent.
    """
    if where is None:
        yield from (block_here(work, field, cells, most) for cells in blocks)
        return
    left = list(blocks)
    runs = sum(map(len, left)) * len(field.entrants)
    size = min(most, max(LEAST, -(-runs // where.jobs)))  # so that each job has a piece
    while left:
        for block in blocks_elsewhere(work, field, tuple(left), size, where):
            left.pop(0)
            yield block
        if left:  # a rule failed in this one
            yield block_here(work, field, left.pop(0), most)


def block_here(work: Work, field: Field, cells: Cells, most: int) -> Block:
    """A block that this process computes."""

    def compute(tried: list[Optimizer]) -> Found:
        rows = pieces_of(cells, len(tried), most)
        return joined([[work.outcome([tried[k] for k in who], at) for who, at in r] for r in rows])

    found, out = field.run(compute, lambda each: work.optimizer(each, cells), (len(cells), 2))
    return Block(cells, found, out)


def blocks_elsewhere(
    work: Work, field: Field, blocks: Sequence[Cells], size: int, where: Elsewhere
) -> Iterator[Block]:
    """Blocks that other processes compute, up to the first in which a rule fails."""
    parcel = packed((work, tuple(field.entrants)))
    grids = [pieces_of(cells, len(field.entrants), size) for cells in blocks]
    tasks = ((parcel, piece) for grid in grids for row in grid for piece in row)
    with closing(where.results(answer, tasks)) as answers:
        for cells, grid in zip(blocks, grids, strict=True):
            rows = [[next(answers) for _ in row] for row in grid]
            if not all(each for row in rows for each in row):
                return
            mixed = {k for row in rows for each in row for k in each.mixed}
            MIXED.update(type(field.entrants[k].optimizer) for k in mixed)
            steppers = [work.optimizer(each, cells) for each in field.entrants]
            field.watch(steppers, (len(cells), 2))
            yield Block(cells, joined([[each.found for each in row] for row in rows]), [])


def answer(parcel: Parcel, piece: Piece) -> Answer | None:
    """What comes of a piece, wherever this is called; None where a user's rule fails."""
    work, entrants = opened(parcel)
    tried = [work.optimizer(entrants[k], piece.cells) for k in piece.who]
    try:
        found = work.outcome(tried, piece.cells)
    except RuleFailed:
        return None
    return Answer(found, [k for k in piece.who if type(entrants[k].optimizer) in MIXED])


def pieces_of(cells: Cells, optimizers: int, most: int) -> list[list[Piece]]:
    """Pieces of so many runs at most: rows of some optimizers each, columns of some cells."""
    parts = np.array_split(cells, -(-len(cells) // most))
    together = max(1, most // len(parts[0]))  # optimizers that share their gradient calls
    groups = [range(k, min(k + together, optimizers)) for k in range(0, optimizers, together)]
    return [[Piece(who, part) for part in parts] for who in groups]


def joined(rows: Sequence[Sequence[Found]]) -> Found:
    """A block's arrays out of those of its pieces."""
    kinds = range(len(rows[0][0]))
    return tuple(np.block([[found[kind] for found in row] for row in rows]) for kind in kinds)
