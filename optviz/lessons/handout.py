"""A lesson on paper: one HTML file with its pictures in it, which a browser prints or keeps."""

import base64
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template

import segno

from optviz.export import RaceOptions, StillOptions
from optviz.export.formats import preview, request_for
from optviz.lessons.lesson import Lesson, Slide
from optviz.pictures.race.composition import RaceComposition
from optviz.server.reach import ONLY_HERE, is_only_here
from optviz.spec.address import Place, write

TEMPLATE = Path(__file__).with_name("handout.html")
SIZE = (960, 600)  # pixels of a picture

Progress = Callable[[int, int], None]


def handout(lesson: Lesson, base: str = "", progress: Progress | None = None) -> str:
    """The hand-out.

    Args:
        lesson: which.
        base: the address at which the class finds the page, for links to every slide; "" for none.
        progress: called with what is done and what there is to do.

    Returns:
        A complete HTML document. It refers to nothing outside itself.
    """
    parts, answers = [], []
    for place, slide in enumerate(lesson.slides, 1):
        parts.append(slide_of(lesson, place, slide, base))
        answers += answer_of(place, slide)
        if progress:
            progress(place, len(lesson.slides))
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=escape(lesson.title),
        minutes=lesson.minutes,
        slides="\n".join(parts),
        answers="\n".join(answers),
    )


def slide_of(lesson: Lesson, place: int, slide: Slide, base: str) -> str:
    """Words, picture and question of a slide; what was measured stands with the answers."""
    still = StillOptions(step=0 if slide.question else slide.at.t)  # what comes is predicted
    options = RaceOptions(size=SIZE, views=views(slide) or None)
    request = request_for(slide.scene, "png", options, still)
    composed = request.composition
    if slide.question and isinstance(composed, RaceComposition):
        request = replace(request, composition=replace(composed, endings=False))
    picture = base64.b64encode(preview(request)).decode()
    lines = [
        "<section>",
        f"<h2>{place}. {escape(slide.heading)}</h2>",
        f"<p>{escape(slide.text)}</p>",
    ]
    if slide.question:
        lines += [
            f'<p class="question">{escape(slide.question.prompt)}</p>',
            '<div class="line"></div>',
        ]
    lines += [
        '<div class="shown">',
        f'<img src="data:image/png;base64,{picture}" alt="{escape(slide.heading)}">',
    ]
    if base:
        here = Place("lessons", lesson=lesson.key, slide=place)
        lines += link_to(f"{base}?{write(None, here)}")
    return "\n".join([*lines, "</div>", "</section>"])


def link_to(address: str) -> list[str]:
    """An address to click, to read, and, where phones can open it, as a code for them."""
    if is_only_here(address):
        said = escape(address)
        return [f'<p class="link"><a href="{said}">{said}</a><br>This link {ONLY_HERE}.</p>']
    code = segno.make(address, error="m", micro=False).svg_inline(scale=2, border=2)
    said = escape(address)
    return [f'<p class="link">{code}<a href="{said}">{said}</a></p>']


def views(slide: Slide) -> tuple[str, ...]:
    """Those of the slide's views that can be drawn."""
    return tuple(each for each in slide.at.view if each != "samples")


def answer_of(place: int, slide: Slide) -> list[str]:
    """What was measured in a slide, if anything."""
    lines = []
    if slide.question:
        right, numbers = slide.question.answer(slide.race)
        lines.append(f"<p><b>{place}.</b> {escape(right)}. {escape(numbers)}</p>")
    told = slide.measurement()
    if told:
        lines.append(f"<p><b>{place}.</b> Measured: {escape(told.words)}</p>")
    return lines
