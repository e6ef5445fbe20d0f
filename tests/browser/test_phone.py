"""The page of a class's phones: joining, voting, following, racing, and coming back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from optviz.app.routes import routes
from optviz.player.payload import message
from optviz.room import service
from optviz.room.codes import Key
from optviz.room.state import Shown
from optviz.scenes import SCENES
from tests.browser.handset import ANDROID, IPHONE, SMALL, handset
from tests.browser.server import Server
from tests.support.phones import Phone, RoomsAlone, voter

ASKED: dict[str, Any] = {
    "kind": "choose",
    "prompt": "Whose loss is lowest?",
    "choices": ["SGD", "Momentum", "<b>Adam</b>"],
}
SLIDE = Shown(title="Speed", heading="Who is first?", text="Three start.", slide=2, slides=4)
BEALE = Shown(title="Beale")
BUDGET = 200_000  # bytes that come over the network until a race is seen


@dataclass(frozen=True)
class Class:
    """A room with its teacher's line, and the server it is on."""

    rooms: RoomsAlone
    key: Key
    teacher: Phone

    @property
    def address(self) -> str:
        return f"http://localhost:{self.rooms.port}/room"

    def show(self, shown: Shown = BEALE, **more: Any) -> None:
        """Have the class see the race on Beale's function."""
        assert service.show(self.key, shown, message(SCENES["beale"].race(), whole=False), **more)

    def hide(self) -> None:
        """Have it see a slide whose question hides the race."""
        assert service.show(self.key, SLIDE, question=ASKED, slide="speed")

    def ask(self, kind: str, prompt: str, **more: Any) -> None:
        self.teacher.send(op="ask", kind=kind, prompt=prompt, **more)

    def do(self, op: str, **more: Any) -> None:
        self.teacher.send(op=op, **more)

    def until_answered(self, count: int) -> None:
        while self.teacher.told.get("count", {}).get("answered") != count:
            self.teacher.take()


@pytest.fixture(scope="module")
def rooms() -> Iterator[RoomsAlone]:
    server = RoomsAlone(more=routes())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def class_(rooms: RoomsAlone) -> Iterator[Class]:
    key = service.open_room()
    with rooms.phone(key.code, teacher=key.teacher) as teacher:
        yield Class(rooms, key, teacher)
        service.end(key)


def test_three_phones_join_and_vote_and_a_late_one_finds_the_question(
    browser: Browser, class_: Class
) -> None:
    code = class_.key.code
    class_.hide()
    with (
        handset(browser, IPHONE, class_.address) as one,
        handset(browser, SMALL, f"{class_.address}/{code}?k={class_.key.invite}") as two,
    ):
        one.page.get_by_label("Code of the room").fill("ab")
        one.press("Join")
        one.says("A code has 6 letters.")
        one.page.get_by_label("Code of the room").fill(code.lower())
        one.is_fit_for_fingers()
        one.press("Join")
        for phone in (one, two):
            phone.says("Who is first?")
            phone.says("Connected")
            phone.says("<b>Adam</b>")  # a text
            phone.is_fit_for_fingers()
        assert one.page.url == f"{class_.address}/{code}"
        one.counts("SGD")
        one.counts("Momentum")
        two.counts("<b>Adam</b>")
        one.page.reload()
        one.chosen("Momentum")
        class_.until_answered(2)
        with handset(browser, ANDROID, f"{class_.address}/{code.lower()}") as late:
            late.says("Whose loss is lowest?")
            late.counts("Momentum")
            class_.until_answered(3)
            class_.do("close")
            late.says("The vote is closed. Your answer counts.")
            assert late.page.locator(".choice").first.is_disabled()
            class_.do("again")
            late.says("Second round. Choose one.")
            late.counts("<b>Adam</b>")
            class_.until_answered(1)
            class_.do("reveal")
            class_.show(
                SLIDE, question=ASKED, slide="speed", right="SGD", measured="SGD 1, Adam 2."
            )
            for phone in (one, two, late):
                phone.says("Measured: SGD 1, Adam 2.")
                phone.page.locator(".race canvas.trails").wait_for()
                phone.is_fit_for_fingers()
            yours = late.page.locator(".bar.yours .said").all_inner_texts()
            assert yours == ["2 (67 %) · you", "1 (100 %) · you"]
            assert one.page.locator(".bar.yours").count() == 1
            late.says("SGD ✓ right")


def test_a_phone_follows_the_teachers_player_until_it_is_free(
    browser: Browser, class_: Class
) -> None:
    with handset(browser, IPHONE, f"{class_.address}/{class_.key.code}") as phone:
        phone.says("Your teacher has shown nothing yet.")
        class_.show()
        class_.do("at", step=40, playing=False, speed=25)
        phone.page.locator(".race canvas.trails").wait_for()
        phone.until(lambda: phone.step == 40)
        assert not phone.page.get_by_role("button", name="Play").is_visible()
        assert "AdaGrad" in phone.page.locator(".race .legend").inner_text()
        assert not phone.page.locator(".race .value").first.is_visible()
        still = phone.page.locator(".marks").evaluate("canvas => canvas.toDataURL()")
        class_.do("spot", point=[2, 1])
        phone.until(
            lambda: phone.page.locator(".marks").evaluate("canvas => canvas.toDataURL()") != still
        )
        class_.do("at", step=60, playing=True, speed=50)
        phone.until(lambda: phone.step > 70)
        class_.do("pause", on=True)
        phone.page.get_by_text("Look at the screen").wait_for()
        assert not phone.page.locator(".race").is_visible()
        class_.do("pause", on=False)
        class_.do("free", on=True)
        phone.page.get_by_role("button", name="Pause").wait_for()
        assert phone.page.get_by_role("slider").first.is_enabled()
        class_.do("free", on=False)
        phone.page.get_by_role("button", name="Pause").wait_for(state="hidden")
        phone.is_fit_for_fingers()


def test_what_is_answered_while_the_connection_is_cut_counts_once(
    browser: Browser, class_: Class
) -> None:
    class_.hide()
    with handset(browser, ANDROID, f"{class_.address}/{class_.key.code}") as phone:
        phone.counts("SGD")
        phone.page.context.set_offline(True)
        phone.says("Connection lost")
        phone.press("Momentum")
        phone.says("Your answer waits for the connection.")
        phone.page.context.set_offline(False)
        phone.says("Your answer counts.")
        phone.says("Connected")
        class_.do("reveal")
        phone.until(lambda: phone.page.locator(".bar .said").count() == 3)
        counts = phone.page.locator(".bar .said").all_inner_texts()
        assert counts == ["0 (0 %)", "1 (100 %) · you", "0 (0 %)"]


def test_numbers_and_points_are_answered_and_shown(browser: Browser, class_: Class) -> None:
    class_.show()
    class_.do("at", step=40, playing=False, speed=25)
    other = class_.rooms.phone(class_.key.code, voter=voter(1))
    with handset(browser, SMALL, f"{class_.address}/{class_.key.code}") as phone, other as peer:
        class_.ask("number", "From which rate on does it diverge?")
        field = phone.page.get_by_label("From which rate on does it diverge?")
        field.fill("much")
        phone.press("Answer")
        phone.says("Give a number.")
        field.fill("0,25")
        phone.press("Answer")
        phone.says("Your answer counts.")
        peer.send(op="answer", question=1, round=1, answer=0.5)
        class_.until_answered(2)
        class_.do("reveal")
        phone.says("2 answers from 0.25 to 0.5; the median is 0.375. Yours: 0.25.")
        class_.ask("point", "Where does SGD end?")
        phone.says("Tap the picture where it ends.")
        phone.until(lambda: phone.step == 0)  # its trails would tell
        phone.tap(0.5, 0.5)
        phone.says("Your answer counts.")
        phone.page.locator(".marks").focus()
        phone.page.keyboard.press("ArrowRight")
        peer.send(op="answer", question=2, round=1, answer=[3, 0.5])
        class_.until_answered(2)
        phone.is_fit_for_fingers()
        class_.do("reveal")
        phone.says("The dots are where 2 tapped. The cross is yours.")
        phone.until(lambda: phone.step == 40)


def test_a_phone_races_and_is_told_its_place(browser: Browser, class_: Class) -> None:
    class_.show()
    other = class_.rooms.phone(class_.key.code, voter=voter(1))
    with handset(browser, IPHONE, f"{class_.address}/{class_.key.code}") as phone, other as peer:
        phone.page.locator(".who").tap()
        phone.page.get_by_label("Your name").fill(" Ada ")
        phone.press("Save")
        phone.says("Ada, number 1")
        class_.ask("race", "Lowest loss wins.", budget=60, starts=True, rules=["sgd", "adam"])
        assert phone.page.locator("#rule option").all_inner_texts() == ["SGD", "Adam"]
        phone.page.locator("#rule").select_option("adam")
        phone.page.get_by_label("lr", exact=True).fill("0,3")
        phone.page.get_by_label("lr, slider").focus()
        assert phone.page.get_by_label("lr", exact=True).input_value() == "0.3"
        phone.page.keyboard.press("ArrowRight")
        phone.until(lambda: phone.page.get_by_label("lr", exact=True).input_value() == "0.316")
        phone.tap(0.6, 0.5)
        phone.says("Your start:")
        phone.is_fit_for_fingers()
        phone.press("Enter the race")
        phone.says("Your entry counts.")
        phone.page.reload()
        phone.says("Change your entry")
        assert phone.page.locator("#rule").input_value() == "adam"
        assert phone.page.get_by_label("lr", exact=True).input_value() == "0.316"
        diverging = {"rule": "sgd", "settings": {"lr": 10}, "start": None}
        peer.send(op="answer", question=1, round=1, answer=diverging)
        class_.until_answered(2)
        class_.do("reveal")
        phone.says("You came 1st of 2 with Adam (lr 0.316")
        phone.says("1 of 2 diverged")
        assert phone.page.locator(".race .row").all_inner_texts()[0].startswith("Ada")
        phone.until(lambda: phone.step == 60)
        phone.is_fit_for_fingers()
        class_.do("done")
        phone.until(lambda: phone.page.locator(".race .row").count() == 7)


def test_the_teachers_phone_steers(browser: Browser, class_: Class) -> None:
    class_.hide()
    address = f"{class_.address}/{class_.key.code}"
    with handset(browser, SMALL, f"{address}#teacher={class_.key.teacher}") as remote:
        remote.says("Who is first?")
        with handset(browser, IPHONE, address) as phone:
            remote.says("Slide 2 of 4. 1 here, 0 answered.")
            phone.counts("SGD")
            remote.says("1 here, 1 answered.")
            for name, does in {"Next": "next", "Play": "play", "Step back": "backward"}.items():
                remote.press(name)
                assert class_.teacher.hear("remote") == {"do": does}
            class_.do("at", step=4, playing=True, speed=25)
            remote.page.get_by_role("button", name="Pause").wait_for()
            remote.press("Phones: look at the screen")
            phone.page.get_by_text("Look at the screen").wait_for()
            remote.is_fit_for_fingers()
            remote.press("Phones: look at the screen")
            remote.press("Close the vote")
            phone.says("The vote is closed.")
            remote.press("Vote again")
            phone.says("Second round. Choose one.")
            remote.press("Reveal")
            phone.says("1 (100 %) · you")
            remote.press("Done with the question")
            phone.page.get_by_text("Whose loss is lowest?").wait_for(state="hidden")
    with handset(browser, IPHONE, f"{address}#teacher={class_.key.invite}") as stranger:
        stranger.says("Open the room's page anew.")
        assert not stranger.page.get_by_role("button", name="Reveal").is_visible()


def test_rooms_that_are_not_there_and_that_end(browser: Browser, class_: Class) -> None:
    with handset(browser, IPHONE, f"{class_.address}/{class_.key.code}") as phone:
        phone.says("You are number 1")
        service.end(class_.key)
        phone.says("This room has ended.")
        phone.page.get_by_label("Code of the room").fill("AAAAAA")
        phone.press("Join")
        phone.says("There is no room with this code.")
        phone.is_fit_for_fingers()


def test_a_phone_that_keeps_nothing_has_a_number_too(browser: Browser, class_: Class) -> None:
    forbids = "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw Error() }"
    with handset(browser, IPHONE, "about:blank") as phone:
        phone.page.add_init_script(forbids)
        phone.page.goto(f"{class_.address}/{class_.key.code}")
        phone.says("You are number 1")


def test_little_comes_over_the_network(
    browser: Browser, class_: Class, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the app's own server compresses it."""
    class_.show()
    race = class_.teacher.room(1)["shown"]["data"]
    path = f"/room/{class_.key.code}/shown/{race}"
    _, _, packed = class_.rooms.get(path, **{"Accept-Encoding": "gzip"})
    with handset(browser, IPHONE, "about:blank") as phone:
        session = phone.page.context.new_cdp_session(phone.page)
        sizes: list[float] = [len(packed)]
        session.on("Network.loadingFinished", lambda each: sizes.append(each["encodedDataLength"]))
        session.send("Network.enable")
        phone.page.goto(f"{server.address}/room", wait_until="networkidle")
        phone.page.get_by_label("Code of the room").wait_for()
        assert len(sizes) == 4  # the race, the page, two scripts
        assert sum(sizes) <= BUDGET
    with capsys.disabled():
        print(f" [{sum(sizes) / 1000:.0f} kB until a race is seen]", end="")
