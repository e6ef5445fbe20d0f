"""The player keeps time: play, pause, step, scrub, speed and loop; and the legend hides."""

import time

import pytest

from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, enter, legend_losses

BEALE = SCENES["beale"]


def test_pause_stops_it_and_play_goes_on(visitor: Visitor) -> None:
    visitor.watch_it_move()
    visitor.pause()
    step, picture = visitor.step, visitor.picture
    assert visitor.stands()
    assert (visitor.step, visitor.picture) == (step, picture)
    visitor.play()
    visitor.until(lambda: visitor.step > step)
    assert visitor.picture != picture


def test_steps_forward_and_back_are_single_steps(visitor: Visitor) -> None:
    visitor.scrub(40)
    for label, step in [("Step forward", 41), ("Step forward", 42), ("Step back", 41)]:
        before = visitor.picture
        visitor.press(label)
        visitor.expect(lambda: visitor.step, step)
        assert visitor.picture != before
        assert visitor.losses == legend_losses(BEALE.race(), step)
    assert visitor.can("Play")


def test_there_is_no_step_before_the_first_or_after_the_last(visitor: Visitor) -> None:
    for label, end in [("Step back", 0), ("Step forward", BEALE.steps)]:
        visitor.scrub(end)
        visitor.press(label)
        assert visitor.stands()
        assert visitor.step == end


def test_a_step_in_the_midst_of_playing_pauses_on_a_whole_step(visitor: Visitor) -> None:
    visitor.until(lambda: visitor.step > 2)
    visitor.press("Step forward")
    visitor.until(lambda: visitor.can("Play"))
    assert visitor.losses == legend_losses(BEALE.race(), visitor.step)
    before = visitor.picture
    visitor.press("Step forward")
    visitor.press("Step back")
    visitor.until(lambda: visitor.picture == before)


@pytest.mark.parametrize("key", SCENES)
def test_a_scrubbed_step_shows_pythons_numbers(visitor: Visitor, key: str) -> None:
    race = SCENES[key].race()
    visitor.choose_scene(SCENES[key])
    for step in (0, 1, 7, race.steps - 1, race.steps):
        visitor.scrub(step)
        assert visitor.losses == legend_losses(race, step)


def test_speed_changes_the_pace(visitor: Visitor) -> None:
    def pace() -> float:
        """Steps a second, over three quarters of one."""
        visitor.scrub(0)
        visitor.play()
        visitor.until(lambda: visitor.step >= 1)
        step, begin = visitor.step, time.monotonic()
        visitor.page.wait_for_timeout(750)
        return (visitor.step - step) / (time.monotonic() - begin)

    visitor.set_speed(0.25)
    slow = pace()
    visitor.set_speed(4)
    assert pace() > 5 * slow > 0  # 16 times, were nothing else going on in the machine


def test_a_race_that_is_over_begins_again_only_in_a_loop(visitor: Visitor) -> None:
    visitor.scrub(BEALE.steps - 3)
    visitor.press("Play")
    visitor.expect(lambda: visitor.step, BEALE.steps)
    visitor.until(lambda: 0 < visitor.step < BEALE.steps - 3)
    visitor.press("Loop")
    visitor.scrub(BEALE.steps - 3)
    visitor.press("Play")
    visitor.until(lambda: visitor.step == BEALE.steps and visitor.can("Play"))
    visitor.play()
    visitor.until(lambda: 0 < visitor.step < BEALE.steps)


def test_the_legend_hides_and_shows_a_run(visitor: Visitor) -> None:
    visitor.scrub(60)
    everyone = visitor.picture
    visitor.legend("Adam").click()
    visitor.until(lambda: visitor.picture != everyone)
    assert visitor.legend("Adam").get_attribute("aria-pressed") == "false"
    assert visitor.legend("AdaGrad").get_attribute("aria-pressed") == "true"
    visitor.legend("Adam").click()
    visitor.until(lambda: visitor.picture == everyone)


def test_what_was_chosen_survives_another_setting(visitor: Visitor) -> None:
    visitor.set_speed(0.5)
    visitor.press("Loop")
    visitor.scrub(60)
    visitor.legend("Momentum").click()
    before = visitor.losses
    enter(visitor.unfold("SGD").get_by_label("lr", exact=True), "0.0005")
    visitor.until(lambda: visitor.losses["SGD"] != before["SGD"])
    assert visitor.losses == before | {"SGD": visitor.losses["SGD"]}
    assert visitor.step == 60
    assert visitor.can("Play")
    assert visitor.player.get_by_label("Speed").input_value() == "0.5"
    assert visitor.player.get_by_label("Loop").get_attribute("aria-pressed") == "false"
    assert visitor.legend("Momentum").get_attribute("aria-pressed") == "false"
    without = visitor.picture
    visitor.legend("Momentum").click()
    visitor.until(lambda: visitor.picture != without)


def test_a_playing_race_plays_on_with_another_setting(visitor: Visitor) -> None:
    visitor.until(lambda: visitor.step > 5)
    enter(visitor.field("Steps"), "150")
    visitor.expect(lambda: visitor.steps, 150)
    assert visitor.step > 5
    visitor.watch_it_move()


def test_a_player_that_is_put_elsewhere_on_the_page_goes_on(visitor: Visitor) -> None:
    """As Streamlit does where the page around it changes much."""
    visitor.player.evaluate(
        """async player => {
            const frames = async () => {
                for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
            };
            const parent = player.parentNode;
            player.remove();
            await frames();
            parent.append(player);
            await frames();
        }"""
    )
    visitor.watch_it_move()
