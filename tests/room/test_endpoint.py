"""A room over real connections: joining, voting, closing, revealing, and abuse."""

import gzip
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from optviz.room import endpoint, service
from optviz.room.codes import Key, new_key
from optviz.room.state import Shown
from tests.support.phones import Phone, RoomsAlone, voter

ASK: dict[str, Any] = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}


@pytest.fixture
def server() -> Iterator[RoomsAlone]:
    server = RoomsAlone()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def key(server: RoomsAlone) -> Key:
    return service.open_room()


def test_votes_are_counted_and_hidden_until_they_are_revealed(server: RoomsAlone, key: Key) -> None:
    with (
        server.phone(key.code, teacher=key.teacher) as screen,
        server.phone(key.code.lower(), voter=voter(1)) as one,
        server.phone(key.code, voter=voter(2)) as two,
    ):
        assert one.hear("you") == {"number": 1, "name": "", "teacher": False}
        assert two.hear("you")["number"] == 2
        screen.until("count", {"here": 2, "answered": 0})
        screen.send(op="ask", **ASK)
        for phone, choice in ((one, 0), (two, 1)):
            asked = phone.room(1)["question"]
            assert (asked["open"], asked["choices"]) == (True, ["SGD", "Adam"])
            phone.send(op="answer", question=asked["id"], round=1, answer=choice)
            phone.until("yours", {"question": 1, "round": 1, "answer": choice})
        screen.until("count", {"here": 2, "answered": 2})
        assert screen.told["room"]["results"] == []
        assert "results" in one.told["room"]
        assert one.told["room"]["results"] == []
        one.send(op="answer", question=1, round=1, answer=1)  # the last one counts
        one.until("yours", {"question": 1, "round": 1, "answer": 1})
        screen.send(op="close")
        one.room(2)
        one.send(op="answer", question=1, round=1, answer=0)
        assert one.hear("refused") == "This vote is closed."
        screen.send(op="again")
        two.room(3)
        two.send(op="answer", question=1, round=2, answer=0)
        two.until("yours", {"question": 1, "round": 2, "answer": 0})
        screen.send(op="reveal")
        assert two.room(4)["results"] == [{"counts": [0, 2]}, {"counts": [1, 0]}]
        assert screen.room(4)["results"] == two.told["room"]["results"]
        screen.send(op="csv")
        assert screen.hear("csv").splitlines()[1:] == [
            "1,Whose?,1,1,,Adam",
            "1,Whose?,1,2,,Adam",
            "1,Whose?,2,2,,SGD",
        ]


def test_an_answer_that_was_on_its_way_when_the_connection_broke_does_not_undo_a_later_one(
    server: RoomsAlone, key: Key
) -> None:
    with (
        server.phone(key.code, teacher=key.teacher) as screen,
        server.phone(key.code, voter=voter(1)) as phone,
    ):
        screen.send(op="ask", **ASK)
        phone.room(1)
        phone.send(op="answer", question=1, round=1, answer=1, at=1000)
        phone.until("yours", {"question": 1, "round": 1, "answer": 1})
        phone.send(op="answer", question=1, round=1, answer=0, at=999)
        phone.told.pop("yours")
        phone.until("yours", {"question": 1, "round": 1, "answer": 1})
        phone.send(op="answer", question=1, round=1, answer=0, at="now")
        assert "whole milliseconds" in phone.hear("refused")


def test_who_comes_back_is_the_same_and_finds_the_present_question(
    server: RoomsAlone, key: Key
) -> None:
    with server.phone(key.code, teacher=key.teacher) as screen:
        screen.send(op="ask", **ASK)
        with server.phone(key.code, voter=voter(1)) as phone:
            phone.room(1)
            phone.send(op="answer", question=1, round=1, answer=1)
            phone.until("yours", {"question": 1, "round": 1, "answer": 1})
        screen.until("count", {"here": 0, "answered": 1})
        with server.phone(key.code, voter=voter(1)) as phone:
            assert phone.hear("you")["number"] == 1
            phone.until("yours", {"question": 1, "round": 1, "answer": 1})
            assert phone.room(1)["question"]["open"]
            phone.send(op="answer", question=1, round=1, answer=0)
            phone.until("yours", {"question": 1, "round": 1, "answer": 0})
            screen.until("count", {"here": 1, "answered": 1})


def test_a_phone_cannot_do_what_a_teacher_can(server: RoomsAlone, key: Key) -> None:
    with server.phone(key.code, voter=voter(1), teacher=key.invite) as phone:
        assert phone.hear("you")["teacher"] is False
        for op in ("ask", "close", "reveal", "csv", "end", "remove", "spot", "at", "pause", "no"):
            phone.send(op=op)
            assert phone.hear("refused") == "This cannot be asked for."
        phone.send(op=["ask"])
        assert phone.hear("refused") == "This cannot be asked for."


def test_a_name_is_text_and_the_teacher_takes_it_away_for_good(
    server: RoomsAlone, key: Key
) -> None:
    with (
        server.phone(key.code, teacher=key.teacher) as screen,
        server.phone(key.code, voter=voter(1)) as phone,
    ):
        phone.send(op="name", name="  <b>Ada\u202e \x00x ")
        phone.until("you", {"number": 1, "name": "<b>Ada x", "teacher": False})
        screen.until("names", {"1": "<b>Ada x"})
        screen.send(op="remove", number=1)
        screen.until("names", {})
        assert phone.hear("unnamed") == 1
        phone.send(op="name", name="Ada")
        assert "taken your name away" in phone.hear("refused")
        phone.send(op="name", name="x" * 21)
        assert phone.hear("refused") == "A name has at most 20 characters."
        screen.send(op="remove", number=77)
        assert screen.hear("refused") == "No phone has this number."


def test_what_the_screen_passes_on_reaches_phones_and_what_a_remote_asks_reaches_screens(
    server: RoomsAlone, key: Key
) -> None:
    with (
        server.phone(key.code, teacher=key.teacher) as screen,
        server.phone(key.code, voter=voter(1)) as phone,
    ):
        phone.room()
        screen.send(op="at", step=12, playing=True, speed=30)
        phone.until("at", {"step": 12, "playing": True, "speed": 30})
        screen.send(op="spot", point=[1, 2])
        assert phone.hear("spot") == [1, 2]
        screen.send(op="remote", do="next")
        assert screen.hear("remote") == {"do": "next"}
        screen.send(op="remote", do="explode")
        assert "a remote can do" in screen.hear("refused").lower()
        screen.send(op="pause", on=True)
        assert phone.room(1)["paused"] is True
        assert "remote" not in phone.told


def test_what_is_shown_can_be_fetched_and_a_slides_question_is_asked_once(
    server: RoomsAlone, key: Key
) -> None:
    question = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}
    first = service.show(key, Shown(title="Beale"), b"race")
    assert first
    assert first.shown
    path = f"/room/{key.code}/shown/{first.shown.data}"
    _, headers, packed = server.get(path, **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == b"race"
    assert server.get(path)[2] == b"race"
    assert service.show(key, Shown(title="Beale"), b"race") == first
    asked = service.show(key, Shown(title="Beale"), question=question, slide="beale/2")
    assert asked
    assert asked.shown
    assert asked.shown.data == ""
    assert service.show(key, Shown(title="Beale"), question=question, slide="beale/2") == asked
    gone = service.show(key, Shown(title="Beale"), b"race")
    assert gone
    assert gone.question is None
    assert server.get(f"/room/{key.code}/shown/none")[0] == 404
    assert server.get("/room/AAAAAA/shown/none")[0] == 404


def test_an_ended_room_says_so_to_all_and_is_forgotten(server: RoomsAlone, key: Key) -> None:
    with server.phone(key.code, voter=voter(1)) as phone:
        phone.room()
        service.end(key)
        assert phone.hear("gone") == "This room has ended."
        with pytest.raises(ConnectionClosed):
            phone.take()
    assert service.room_of(key) is None
    assert service.show(key, Shown(title="Beale")) is None
    with server.phone(key.code, voter=voter(1)) as phone:
        assert phone.hear("gone") == "There is no room with this code."


def test_a_key_that_is_not_this_rooms_opens_nothing(server: RoomsAlone, key: Key) -> None:
    assert service.room_of(key) is not None
    assert service.room_of(Key(key.code, "guessed", key.invite)) is None
    assert service.room_of(new_key()) is None


def test_a_full_room_says_so(server: RoomsAlone, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(endpoint.VARIABLE, "1")
    with server.phone(key.code, voter=voter(1)) as phone:
        phone.room()
        with server.phone(key.code, voter=voter(2)) as late:
            assert late.hear("gone") == "The room is full: all 1 places are taken."
        with server.phone(key.code, voter=voter(1)) as same:
            same.room()
    monkeypatch.setenv(endpoint.VARIABLE, "many")
    with pytest.raises(ValueError, match="OPTVIZ_ROOM is 'many'"):
        endpoint.places()


def test_a_flood_of_wrong_codes_stops_guessing_and_none_who_was_invited(
    server: RoomsAlone, key: Key
) -> None:
    with server.phone(key.code, voter=voter(1)) as phone:
        phone.room()
        told = []
        for _ in range(40):
            with server.phone("ZZZZZZ", voter=voter(9)) as guess:
                told.append(guess.hear("gone"))
        assert told[0] == "There is no room with this code."
        assert told[-1].startswith("Too many wrong codes came from your network.")
        with server.phone(key.code, voter=voter(2)) as guess:
            assert guess.hear("gone").startswith("Too many wrong codes")
        with server.phone(key.code, voter=voter(2), invite=key.invite) as invited:
            assert invited.hear("you")["number"] == 2
        with server.phone(key.code, voter=voter(1)) as known:
            assert known.hear("you")["number"] == 1
        phone.send(op="ping")
        assert phone.hear("pong") == 1


@pytest.mark.parametrize(
    "text", ["", "[]", "7", "{", "[" * 5000, '{"op": {}}', "x" * 9000, '{"op": "answer"}']
)
def test_a_message_that_is_none_of_ours_is_refused_and_the_phone_stays(
    server: RoomsAlone, key: Key, text: str
) -> None:
    with server.phone(key.code, voter=voter(1)) as phone:
        phone.room()
        phone.session.send(text)
        assert phone.hear("refused")
        phone.session.send(b"\x00\xff")
        assert phone.hear("refused") == "This cannot be asked for."


def ping(phone: Phone, times: int) -> None:
    for _ in range(times):
        phone.send(op="ping")
        phone.hear("pong")


def test_a_phone_that_floods_is_cut_off(server: RoomsAlone, key: Key) -> None:
    with server.phone(key.code, voter=voter(1)) as phone:
        with pytest.raises(ConnectionClosed) as ended:
            ping(phone, 200)
        assert ended.value.rcvd
        assert ended.value.rcvd.code == endpoint.NOISE


def test_who_does_not_say_who_it_is_does_not_stay(
    server: RoomsAlone, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoint, "HELLO", 0.05)
    with server.phone(key.code) as silent, pytest.raises(ConnectionClosed):
        silent.take()
    for name in (None, "short", 7):
        with server.phone(key.code, voter=name) as phone:
            assert phone.told == {"gone": "Open the room's page anew."}


def test_a_page_of_another_site_does_not_connect(server: RoomsAlone, key: Key) -> None:
    with (
        pytest.raises(InvalidStatus),
        server.phone(key.code, "http://evil.example", voter=voter(1)),
    ):
        pass
    with server.phone(key.code, f"http://127.0.0.1:{server.port}", voter=voter(1)) as phone:
        assert phone.hear("you")["number"] == 1


def test_the_page_is_the_same_for_all_rooms_and_names_no_other_host(server: RoomsAlone) -> None:
    (_, headers, one), (_, _, other) = server.get("/room/ABCDEF"), server.get("/room/GHJKLM")
    assert one == other
    assert b'src="../scripts/phone.js?v=' in one
    assert b'src="scripts/phone.js?v=' in server.get("/room")[2]
    assert b"//" not in one
    policy, host = headers["content-security-policy"], f"127.0.0.1:{server.port}"
    assert "default-src 'none'" in policy
    assert policy.endswith(f" ws://{host} wss://{host}")


def test_what_is_written_anew_reads_as_it_was(server: RoomsAlone, key: Key) -> None:
    """Two screens of one teacher see the same, whichever of them did it."""
    with (
        server.phone(key.code, teacher=key.teacher) as screen,
        server.phone(key.code, teacher=key.teacher) as remote,
    ):
        remote.send(op="ask", **ASK)
        assert screen.room(1) == remote.room(1)
        assert screen.told["room"]["question"]["prompt"] == ASK["prompt"]
