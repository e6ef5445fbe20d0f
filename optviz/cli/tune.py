"""`python -m optviz tune beale`: each optimizer's best learning rate of equally many trials."""

import argparse

from optviz.cli.arguments import reads
from optviz.cli.choices import add_scene, chosen_scene, leave_out
from optviz.cli.writing import rates_between, tell_notes
from optviz.spec.parsing import number
from optviz.studies.tuning import OBJECTIVES, RATES, SHARES, Trials, Tuning, tune
from optviz.style import settings_text

PER_DECADE = 4
SCORES = {"final": "final loss", "mean": "mean loss", "steps": "steps"}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "tune", help="try the same number of settings for each optimizer and print the best"
    )
    add_scene(command)
    goal = command.add_argument_group("what is best")
    said = "; ".join(f"{name}: {each}" for name, each in OBJECTIVES.items())
    goal.add_argument("--objective", default="final", metavar="O", help=f"{said}; final")
    goal.add_argument("--threshold", type=reads(number), metavar="T", help="the loss to be reached")
    goal.add_argument(
        "--rates", metavar="A,B", help="lowest and highest learning rate, 1e-5,10 if not given"
    )
    goal.add_argument(
        "--second",
        action="store_true",
        help="also tune mu, rho or beta1; an optimizer without one gets as many learning rates",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tune all optimizers and print the table."""
    leave_out(options, "lr", "tuning tries learning rates of its own")
    if options.objective == "steps" and options.threshold is None:
        raise ValueError("--objective steps needs the loss to be reached: add --threshold")
    if options.objective != "steps" and options.threshold is not None:
        raise ValueError("--threshold is for --objective steps: add that, or leave it out")
    given = rates_between(options.rates, PER_DECADE)
    tuning = tune(
        chosen_scene(options),
        objective=options.objective,
        threshold=options.threshold,
        rates=RATES if given is None else given,
        second=SHARES if options.second else (),
    )
    tell_notes(tuning.notes)
    print(tuning_table(tuning))
    return 0


def tuning_table(tuning: Tuning) -> str:
    """What was asked, and the best settings in one line per optimizer."""
    goal = OBJECTIVES[tuning.objective]
    if tuning.objective == "steps":
        goal = goal.replace("the threshold", f"{tuning.threshold:g}")
    asked = f"{goal}; {tuning.budget} trials each of {tuning.steps} steps"
    rows = [("best", SCORES[tuning.objective], "settings", "")]
    rows += [row(trials) for trials in tuning.trials]
    wide = [max(len(each[k]) for each in rows) for k in range(3)]
    lines = [
        f"{name:{wide[0]}}  {score:>{wide[1]}}  {settings:{wide[2]}}  {note}".rstrip()
        for name, score, settings, note in rows
    ]
    return "\n".join([asked, "", *lines])


def row(trials: Trials) -> tuple[str, str, str, str]:
    """Name, score, settings and what is to be said of them."""
    name, best, chosen = trials.entrant.name, trials.best, trials.chosen
    if best is None or chosen is None:
        lost = sum(~(trials.final < float("inf")))
        return name, "none", "", f"{lost} of {len(trials.score)} trials ended early"
    note = "at the edge: look further with --rates" if trials.at_edge else ""
    return name, f"{trials.score[best]:.4g}", settings_text(chosen), note
