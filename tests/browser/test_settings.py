"""Settings in the sidebar, good and bad ones: a sentence at most, and the race goes on."""

from collections.abc import Callable

import pytest

from optviz.optimizers import SGD
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, enter, legend_losses

BEALE = SCENES["beale"]


def test_a_rate_that_is_too_high_diverges_and_is_told(visitor: Visitor) -> None:
    expected = race(BEALE.surface, [SGD(lr=1)], BEALE.start, BEALE.steps)[0].ended
    enter(visitor.unfold("SGD").get_by_label("lr", exact=True), "1")
    visitor.notice.wait_for()
    assert f"SGD (lr 1) diverged at step {expected}: " in visitor.notice.inner_text()
    assert visitor.exceptions.count() == 0
    visitor.scrub(BEALE.steps)
    assert visitor.losses == legend_losses(BEALE.race(), BEALE.steps) | {"SGD": float("inf")}
    visitor.screenshot("diverged-light-wide")
    visitor.page.get_by_role("button", name="Reset").click()
    visitor.notice.wait_for(state="hidden")
    visitor.expect(lambda: visitor.losses, legend_losses(BEALE.race(), BEALE.steps))


def test_the_list_of_variants_stays_open_and_who_comes_says_its_rate(visitor: Visitor) -> None:
    variants = visitor.unfold("Variants")
    for name in ("AdamW", "Nadam"):
        variants.get_by_role("button", name=name, exact=True).click()
        visitor.expect(visitor.legend(name).count, 1)
    visitor.until(lambda: "rate of its like" in visitor.legend("AdamW").inner_text())
    assert "lr 0.3" in visitor.entry("AdamW").inner_text()


def type_into(label: str, value: str) -> Callable[[Visitor], None]:
    return lambda visitor: enter(visitor.field(label), value)


def deselect_everyone(visitor: Visitor) -> None:
    for entry in BEALE.entrants:
        name = type(entry.optimizer).__name__
        visitor.page.get_by_role("toolbar", name="Optimizers").get_by_role(
            "button", name=name, exact=True
        ).click()


def negative_rate(visitor: Visitor) -> None:
    enter(visitor.unfold("Adam").get_by_label("lr", exact=True), "-0.1")


MISTAKES: dict[str, tuple[Callable[[Visitor], None], str]] = {
    "an empty start": (type_into("Start x", ""), "Start x: the number is missing"),
    "one or a thousand": (type_into("Steps", "1,000"), "two ways: write 1000 or 1.000"),
    "no steps": (type_into("Steps", "0"), "steps"),
    "too many steps": (type_into("Steps", "1000000000"), "steps"),
    "a start beyond all bounds": (type_into("Start y", "1e300"), "start"),
    "nobody": (deselect_everyone, "optimizer"),
    "a negative rate": (negative_rate, "lr"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_a_sentence_while_the_race_goes_on(
    visitor: Visitor, mistake: str
) -> None:
    make, topic = MISTAKES[mistake]
    make(visitor)
    visitor.alerts.wait_for()
    assert visitor.alerts.count() == 1
    assert topic in visitor.alerts.inner_text()
    assert visitor.exceptions.count() == 0
    visitor.screenshot(f"mistake-{mistake.replace(' ', '-')}-light-wide")
    assert visitor.steps == BEALE.steps
    visitor.watch_it_move()
    visitor.page.get_by_role("button", name="Reset").click()
    visitor.alerts.wait_for(state="detached")
    visitor.scrub(BEALE.steps)
    visitor.expect(lambda: visitor.losses, legend_losses(BEALE.race(), BEALE.steps))


def test_an_optimizer_that_is_left_out_is_gone(visitor: Visitor) -> None:
    visitor.scrub(50)
    pill = visitor.page.get_by_role("toolbar", name="Optimizers").get_by_role("button", name="NAG")
    pill.click()
    rest = {name: loss for name, loss in legend_losses(BEALE.race(), 50).items() if name != "NAG"}
    visitor.expect(lambda: visitor.losses, rest)


def test_a_seed_is_another_race_on_the_moons(visitor: Visitor) -> None:
    moons = SCENES["noisy_moons"]
    visitor.choose_scene(moons)
    enter(visitor.field("Seed"), "3")
    optimizers = [entry.optimizer for entry in moons.entrants]
    expected = race(moons.surface, optimizers, moons.start, moons.steps, seed=3)
    visitor.scrub(moons.steps)
    visitor.expect(lambda: visitor.losses, legend_losses(expected, moons.steps))
