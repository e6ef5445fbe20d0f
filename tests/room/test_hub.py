"""Many phones are told something without holding up what else the server does."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise

from optviz.room.hub import AT_ONCE, Connection, Turns

MANY = 7 * AT_ONCE + 3


def run(tell: Callable[[list[Connection], Turns, list[Connection]], Awaitable[None]]) -> None:
    """Have many connections written to; `tell` is given them, their turns, and those written to."""

    async def main() -> None:
        turns, done = Turns(), list[Connection]()
        phones = [Connection(voter=f"{k}") for k in range(MANY)]

        async def write(phone: Connection) -> None:
            async def send(text: str) -> None:
                if phone.voter == "stuck":
                    await asyncio.Event().wait()
                done.append(phone)

            await phone.write(send, turns)

        writers = [asyncio.create_task(write(each)) for each in phones]
        await asyncio.sleep(0)
        async with asyncio.timeout(30):
            await tell(phones, turns, done)
        for each in writers:
            each.cancel()

    asyncio.run(main())


def test_others_have_their_turn_and_each_phone_is_told_in_order() -> None:
    async def tell(phones: list[Connection], turns: Turns, done: list[Connection]) -> None:
        for again in (1, 2):
            for each in phones:
                each.tell(at=again)
            seen = [0]
            while len(done) < MANY:
                await asyncio.sleep(0)
                seen.append(len(done))
            gained = [after - before for before, after in pairwise(seen)]
            assert max(gained) <= AT_ONCE
            assert done == phones
            done.clear()

    run(tell)


def test_phones_that_are_stuck_or_gone_hold_up_no_other() -> None:
    async def tell(phones: list[Connection], turns: Turns, done: list[Connection]) -> None:
        for each in phones[: 2 * AT_ONCE]:
            each.voter = "stuck"
        for each in phones:
            each.tell(at=1)
        gone = [asyncio.create_task(turns.take()) for _ in range(2 * AT_ONCE)]
        await asyncio.sleep(0)
        for task in gone:
            task.cancel()
        while len(done) < MANY - 2 * AT_ONCE:
            await asyncio.sleep(0)
        assert done == phones[2 * AT_ONCE :]

    run(tell)
