"""A slide as the player takes it: its words, its question, and the answer once one was given."""

from dataclasses import asdict
from typing import Any

from optviz.lessons.lesson import Lesson
from optviz.race import Race


def slide_content(
    lesson: Lesson,
    place: int,
    done: Race,
    chosen: str,
    *,
    at_rest: bool = False,
    patient: bool = False,
) -> dict[str, Any]:
    """The words of a slide, as web/core/payload.js has them; without notes for the teacher.

    Args:
        lesson: which.
        place: of the slide, from 0.
        done: its race, perhaps from another start than the lesson's.
        chosen: the answer that was given; "" as long as there is none, and for no question.
        at_rest: whether the race stands where it does not say so itself.
        patient: whether a finding that takes long is measured now; else it is left out until then.
    """
    slide = lesson.slides[place]
    question = slide.question
    known = question is None or bool(chosen)
    told = slide.measurement(patient=patient) if known else None
    rows = question.table(done) if question and chosen else []
    return {
        "id": f"{lesson.key}/{place}/{chosen}",
        "title": lesson.title,
        "slide": place + 1,
        "slides": len(lesson.slides),
        "heading": slide.heading,
        "text": slide.text,
        "finding": told.words if told else "",
        "question": question.prompt if question else "",
        "choices": [run.name for run in done] if question else [],
        "chosen": chosen,
        "head": question.measure.title if question else "",
        "answers": [asdict(row) for row in rows],
        "shows": list(slide.switch) if known else [],
        "plays": known and slide.plays and not at_rest,
        "notes": None,
    }
