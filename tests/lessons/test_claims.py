"""No slide says what was not measured, nor shows what a later one asks."""

from dataclasses import replace

import numpy as np
import pytest

from optviz.lessons import LESSONS
from optviz.lessons.lesson import Slide
from optviz.race import Trajectory
from optviz.scenes import Scene
from tests.lessons.claims import CLAIMS
from tests.lessons.measuring import sentences

SLIDES = [(key, k) for key, lesson in LESSONS.items() for k in range(len(lesson.slides))]


@pytest.mark.parametrize(("key", "place"), SLIDES)
def test_every_sentence_of_a_slide_was_measured(key: str, place: int) -> None:
    slide = LESSONS[key].slides[place]
    for sentence in sentences(slide):
        assert sentence in CLAIMS, f"no measurement stands behind: {sentence}"
        check = CLAIMS[sentence]
        assert check is None or check(slide), f"not so on this slide: {sentence}"


def test_all_measurements_belong_to_a_sentence() -> None:
    said = {each for key, k in SLIDES for each in sentences(LESSONS[key].slides[k])}
    assert said == set(CLAIMS)


def test_false_sentences_are_found_out() -> None:
    """The measurements tell these slides from others that the sentences would be wrong on."""
    downhill, velocity = LESSONS["beale"].slides[1:3]
    tuned = LESSONS["learning_rates"].slides[1]
    for sentence, slide in (
        ("The learning rate is the same for all three.", tuned),
        ("Now the start lies on the line y = 0.", downhill),
        ("There the gradient along the valley is exactly zero.", velocity),
        ("All start from the same point, each with a learning rate of its own.", velocity),
        ("Their learning rates were tuned for this race.", velocity),
    ):
        check = CLAIMS[sentence]
        assert check
        assert not check(slide), sentence


# What comes of a question must not have been seen.


def decided(slide: Slide, run: Trajectory) -> int:
    """The first step from which on a run's number in the question stays what it is."""
    assert slide.question
    measure, surface = slide.question.measure, slide.race.surface
    number = measure.of(surface, run)
    if "at the end" in measure.head:
        return slide.race.steps
    last = int(run.last)
    for step in range(last, 0, -1):
        if measure.of(surface, until(run, step)) != number:
            return step + 1
    return 1


def until(run: Trajectory, step: int) -> Trajectory:
    """A run's first steps."""
    return replace(run, x=run.x[: step + 1], loss=run.loss[: step + 1], last=np.array(step))


def given_away(before: Slide, asking: Slide) -> str:
    """What an earlier slide shows or tells of the winner of a question; "" for nothing."""
    assert asking.question
    right, _ = asking.question.answer(asking.race)
    need = decided(asking, asking.race[right])

    def same(scene: Scene) -> bool:
        own = asking.scene
        run = (right, asking.race[right].optimizer)
        return (own.surface, own.start, own.seed) == (scene.surface, scene.start, scene.seed) and (
            run in [(each.name, each.optimizer) for each in scene.entrants]
        )

    if same(before.scene) and before.scene.steps >= need:
        return f"{before.heading!r} shows {right} up to step {before.scene.steps}"
    told = before.measurement()
    if told and told.step >= need:
        scene, _ = before.found()
        if same(scene) and right in scene.conditions.named_in(told.words):
            return f"{before.heading!r} tells of {right}: {told.words}"
    return ""


@pytest.mark.parametrize("key", LESSONS)
def test_nothing_is_shown_or_told_that_is_asked_later(key: str) -> None:
    slides = LESSONS[key].slides
    for place, asking in enumerate(slides):
        if asking.question:
            found = [given_away(before, asking) for before in slides[:place]]
            assert not any(found), f"{asking.question.prompt} {'; '.join(filter(None, found))}"


def test_what_gives_an_answer_away_is_found_out() -> None:
    surface, downhill, farthest, turns, first, end = LESSONS["beale"].slides
    longer = replace(farthest, spec=turns.spec, finding="")
    assert "shows NAG up to step 198" in given_away(longer, turns)
    assert given_away(farthest, turns) == given_away(downhill, farthest) == ""
    whole = replace(first, spec=replace(first.spec, steps=None))
    assert "shows AdaDelta" in given_away(whole, end)
    telling = replace(surface, finding="beale/5")
    assert "tells of AdaDelta" in given_away(telling, end)
