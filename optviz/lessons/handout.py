"""A lesson on paper: one HTML file with its pictures in it, which a browser prints or keeps."""

import base64
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import segno

from optviz.export.formats import order_for, preview
from optviz.lessons.lesson import Lesson, Step
from optviz.spec.address import Link, write

TEMPLATE = Path(__file__).with_name("handout.html")
SIZE = (960, 600)  # pixels of a picture

Progress = Callable[[int, int], None]


def handout(lesson: Lesson, base: str = "", progress: Progress | None = None) -> str:
    """The hand-out.

    Args:
        lesson: which.
        base: the address at which the class finds the page, for links to every step; "" for none.
        progress: called with what is done and what there is to do.

    Returns:
        A complete HTML document. It refers to nothing outside itself.
    """
    parts, answers = [], []
    for place, step in enumerate(lesson.steps, 1):
        parts.append(step_of(lesson, place, step, base))
        answers += answer_of(place, step)
        if progress:
            progress(place, len(lesson.steps))
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=escape(lesson.title),
        minutes=lesson.minutes,
        steps="\n".join(parts),
        answers="\n".join(answers),
    )


def step_of(lesson: Lesson, place: int, step: Step, base: str) -> str:
    """Words, picture and question of a step; what was measured stands with the answers."""
    wishes: dict[str, Any] = {"views": views(step)} if views(step) else {}
    if is_asked(step, lesson.steps[place - 1 :]):
        wishes["step"] = 0  # what comes is to be predicted
    order = order_for(step.scene, size=SIZE, **wishes)
    picture = base64.b64encode(preview(order)).decode()
    lines = [
        "<section>",
        f"<h2>{place}. {escape(step.heading)}</h2>",
        f"<p>{escape(step.text)}</p>",
    ]
    if step.question:
        lines += [
            f'<p class="question">{escape(step.question.prompt)}</p>',
            '<div class="line"></div>',
        ]
    lines += [
        '<div class="shown">',
        f'<img src="data:image/png;base64,{picture}" alt="{escape(step.heading)}">',
    ]
    if base:
        lines += link_to(f"{base}?{write(Link(room='lessons', lesson=lesson.key, page=place))}")
    return "\n".join([*lines, "</div>", "</section>"])


def is_asked(step: Step, steps: Sequence[Step]) -> bool:
    """Whether one of these steps asks what comes of this step's race, or of a part of it."""
    own = step.scene.conditions
    return any(
        asking._replace(entrants=own.entrants) == own
        and set(asking.optimizers) <= set(own.optimizers)
        for asking in (each.scene.conditions for each in steps if each.question)
    )


def link_to(address: str) -> list[str]:
    """An address to click, to read, and as a code for phones."""
    code = segno.make(address, error="m", micro=False).svg_inline(scale=2, border=2)
    said = escape(address)
    return [f'<p class="link">{code}<a href="{said}">{said}</a></p>']


def views(step: Step) -> tuple[str, ...]:
    """Those of the step's views that can be drawn."""
    return tuple(each for each in step.link.view if each != "samples")


def answer_of(place: int, step: Step) -> list[str]:
    """What was measured in a step, if anything."""
    lines = []
    if step.question:
        right, numbers = step.question.answer(step.race)
        lines.append(f"<p><b>{place}.</b> {escape(right)}. {escape(numbers)}</p>")
    told = step.evaluate_story()
    if told:
        lines.append(f"<p><b>{place}.</b> Measured: {escape(told.words)}</p>")
    return lines
