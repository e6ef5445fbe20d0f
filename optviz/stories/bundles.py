"""Sentences over many seeds or starts: who is ahead in how many, and with which losses they end.

To be ahead is to have the lowest full loss after so many steps, of all optimizers with the same
minibatches from the same start. A run that ended early is behind all others.
"""

from collections.abc import Mapping, Sequence

from optviz.race import Race, SeedsRace, Trajectory
from optviz.race.bundles import QUARTILES, Ahead, Bundled, ahead, losses, quantile
from optviz.race_words import conditions, seen
from optviz.words import ENGLISH, Words


def bundle_conditions(subject: Bundled, say: Words = ENGLISH) -> str:
    """The conditions under which all run, in a line."""
    if isinstance(subject, SeedsRace):
        return conditions(subject.surface, subject.start, subject.steps, subject.seeds, say)
    starts, steps = members_text(subject, say), say("conditions.steps", steps=subject.steps)
    return f"{starts}; {steps}{seen(subject.surface, subject.seed, say)}"


def ahead_sentence(subject: Bundled, step: int | None = None) -> str:
    """A sentence such as "After 118 steps Adam is ahead in 17 of 20 seeds, SGD in 3".

    Args:
        subject: a race of many.
        step: after so many steps; the last if None.
    """
    step = subject.steps if step is None else step
    found = ahead(subject)
    names = [each.name for each in subject.entrants]
    if found.total == 1:
        word = "seed" if isinstance(subject, SeedsRace) else "start"
        only = f"{after(step)} {single(names, found, step)}"
        return f"{only}; this is one {word}, others may end otherwise"
    counts = dict(zip(names, found.counts[:, step].tolist(), strict=True))
    tied, ended = int(found.tied[step]), int(found.ended[step])
    return ahead_words(step, counts, tied, ended, members_text(subject))


def ahead_words(step: int, counts: Mapping[str, int], tied: int, ended: int, of: str) -> str:
    """The sentence of `ahead_sentence`; web/player/seedraces.js has the same words.

    Args:
        step: after so many steps.
        counts: of each optimizer, in how many comparisons it is ahead.
        tied: in so many several are.
        ended: in so many all have ended early.
        of: how many of what there are.
    """
    ranked = sorted(counts.items(), key=lambda each: -each[1])
    leads = [(name, count) for name, count in ranked if count]
    said = [f"{name} in {count}" for name, count in leads[1:]]
    said += [f"several level in {tied}"] * bool(tied)
    said += [f"all ended early in {ended}"] * bool(ended)
    first, many = leads[0] if leads else ("no optimizer", "any")
    return ", ".join([f"{after(step)} {first} is ahead in {many} of {of}", *said])


def after(step: int) -> str:
    """When, at the beginning of a sentence."""
    return f"After {step} step{'s' * (step != 1)}"


def one_seed_sentence(race: Race) -> str:
    """That a race is one of many that there could be, "" where it has no minibatches."""
    if race.surface.minibatches is None and race.surface.stages is None:
        return ""
    return f"this is one seed of the minibatches, {race.seed}; others may end otherwise"


def single(names: Sequence[str], found: Ahead, step: int) -> str:
    """Who is ahead in the only comparison."""
    for name, count in zip(names, found.counts[:, step], strict=True):
        if count:
            return f"{name} is ahead"
    return "several are level" if found.tied[step] else "all have ended early"


def members_text(subject: Bundled, say: Words = ENGLISH) -> str:
    """How many of what: "20 seeds", "1 start"."""
    seeds = isinstance(subject, SeedsRace)
    number, word = subject.runs[0].last.size, "seed" if seeds else "start"
    return say(f"bundle.{word}{'s' * (number != 1)}", count=number)


def lead_texts(subject: Bundled, found: Ahead, say: Words, step: int) -> list[str]:
    """What is said of each optimizer after so many steps: "ahead in 17 of 20, 1 ended early"."""
    counts = found.counts[:, step].tolist()
    return [
        say("bundle.ahead", count=count, total=found.total) + ended_text(run, step, say)
        for run, count in zip(subject, counts, strict=True)
    ]


def ended_text(run: Trajectory, step: int, say: Words = ENGLISH) -> str:
    """How many runs of a batch have ended early at a step, "" where none has."""
    count = int((run.last < step).sum())
    return say("bundle.ended", count=count) if count else ""


def bundle_table(subject: Bundled, most: int | None = None) -> str:
    """A line for each optimizer: the quartiles of its last loss, and in how many it is ahead.

    Args:
        subject: a race of many seeds or starts.
        most: lines for optimizers; of those beyond it only the number is told. None for all.
    """
    runs, counts = subject.runs[:most], ahead(subject).counts[:, -1]
    width = max(10, *(len(run.name) for run in runs))
    head = "".join(f"{name:>12}" for name in ("quartile", "median", "quartile", "ahead in"))
    lines = [f"{'last loss':{width}}{head}"]
    for run, count in zip(runs, counts, strict=False):
        final = losses(run)[-1]
        numbers = "".join(f"{float(quantile(final, share)):12.4g}" for share in QUARTILES)
        ended = ended_text(run, subject.steps).replace(", ", "   ")
        lines.append(f"{run.name:{width}}{numbers}{count:12}{ended}")
    if len(runs) < len(subject):
        lines.append(f"and {len(subject) - len(runs)} more")
    return "\n".join(lines)
