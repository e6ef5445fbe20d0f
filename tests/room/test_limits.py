"""Limits: bursts pass, floods do not, and time heals both."""

from optviz.room.limits import PLACES, WRONG, Bucket, Tries


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    clock = Clock()
    bucket = Bucket(5, 2, clock)
    assert [bucket.take() for _ in range(7)] == [True] * 5 + [False] * 2
    clock.now = 1
    assert [bucket.take() for _ in range(3)] == [True, True, False]
    clock.now = 1000
    assert sum(bucket.take() for _ in range(9)) == 5


def test_a_flood_of_wrong_codes_has_its_own_network_wait_and_no_other() -> None:
    clock = Clock()
    tries = Tries(clock)
    for _ in range(10_000):
        tries.wrong("10.0.0.1")
    assert tries.are_too_many("10.0.0.1")
    assert not tries.are_too_many("10.0.0.2")
    clock.now = 2 / WRONG[1]
    assert not tries.are_too_many("10.0.0.1")


def test_networks_beyond_the_latest_are_forgotten() -> None:
    tries = Tries(Clock())
    for n in range(PLACES + 50):
        tries.wrong(str(n))
    assert len(tries._buckets) == PLACES
