"""How hostile links weigh on other visitors: `python -m tests.benchmarks.hostile`.

It starts a server of its own on this machine. A few visitors change a learning rate every second,
first alone, then while others open the worst links of `tests/support/hostile.py`, stay for some
seconds and open the next; then it counts what is still computed after these have left. Last, two
pages compute slow basin maps, and a newcomer's first sweep is waited for.

Ends with 1 where a target is missed. The machine's load is printed beside the figures: on a busy
one they say little.
"""

import argparse
import asyncio
import itertools
import os
import random
import statistics
import sys
import time
from collections.abc import Awaitable
from contextlib import AsyncExitStack

from tests.benchmarks.classroom import cpu, lr_of
from tests.benchmarks.visitor import Visitor
from tests.browser.server import Server, serve
from tests.support.hostile import LINKS
from tests.support.processes import workers

EVERY = 1.0  # s from one change of a visitor to the next
RULES = ("SGD", "Momentum", "NAG", "AdaGrad", "RMSProp", "Adam")
# Each has one minimum, so that there is a map, which takes minutes.
TERMS = ("cosh(x)%2Bcosh(y-x)", "cosh(x)%2Bcosh(y%2Bx)")
SLOW = ["&steps=1000&room=basins&formula=" + "%2B".join([each] * 16) for each in TERMS]
CLICK, SWEEP, LEFT = 0.2, 2.0, 1.0  # s, the targets: 95th percentile, first sweep, work left


def main() -> int:
    """Measure, print, compare with the targets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30.0, help="of each part")
    parser.add_argument("--hostile", type=int, default=10, help="how many open the links")
    parser.add_argument("--stay", type=float, default=4.0, help="seconds, before the next link")
    options = parser.parse_args()
    with serve() as server:
        return asyncio.run(measure(server, options.seconds, options.hostile, options.stay))


async def measure(server: Server, seconds: float, hostile: int, stay: float) -> int:
    """All parts, one after the other."""
    missed = []
    async with AsyncExitStack() as stack:
        others = [await stack.enter_async_context(Visitor(server.address)) for _ in RULES]
        for visitor, rule in zip(others, RULES, strict=True):
            await visitor.set(f"beale/{rule.lower()}/open", True)
        await asyncio.sleep(2)
        report("alone", *await beside(server, clicks(others, seconds)))
        links = itertools.cycle(random.Random(1).sample(LINKS, len(LINKS)))
        until = time.monotonic() + seconds
        opening = [attack(server, links, stay, until) for _ in range(hostile)]
        opened = asyncio.gather(*opening)
        found = await beside(server, clicks(others, seconds))
        late = report(f"beside {hostile} hostile visitors, {sum(await opened)} links", *found)
        if late > CLICK:
            missed.append(f"95th percentile of at most {1000 * CLICK:.0f} ms")
        left = await work_left(server)
        print(f"after they left, work went on for {left:.1f} s")
        if left > LEFT:
            missed.append(f"work left for at most {LEFT:g} s")
        errors = [error for visitor in others for error in visitor.errors]
        errors += ["the server's log has a traceback"] * ("Traceback" in server.log)
        print(f"errors: {errors}")
        missed += ["no error"] * bool(errors)
    took = await first_sweep(server)
    print(f"a newcomer's first sweep beside two slow maps: {took:.2f} s")
    if took > SWEEP:
        missed.append(f"first sweep within {SWEEP:g} s")
    for each in missed:
        print(f"missed: {each}")
    return 1 if missed else 0


async def beside(server: Server, clicking: Awaitable[list[float]]) -> tuple[list[float], float]:
    """What the clicks took, and which share of a core the server had meanwhile."""
    begun, before = time.monotonic(), cpu(server.pid)
    waits = await clicking
    return waits, (cpu(server.pid) - before) / (time.monotonic() - begun)


async def clicks(visitors: list[Visitor], seconds: float) -> list[float]:
    """How long each change of a learning rate took, s."""
    end = time.monotonic() + seconds
    waits: list[float] = []

    async def change(visitor: Visitor, rule: str) -> None:
        await asyncio.sleep(random.uniform(0, EVERY))
        while (begun := time.monotonic()) < end and not visitor.errors:
            rate = random.uniform(0.001, 0.01)
            await visitor.set(f"beale/{rule.lower()}/lr/typed", str(rate))
            await visitor.until(lambda: lr_of(visitor, rule) == rate)  # noqa: B023
            waits.append(time.monotonic() - begun)
            await asyncio.sleep(max(0.0, EVERY - waits[-1]))

    await asyncio.gather(*(change(*each) for each in zip(visitors, RULES, strict=True)))
    return waits


async def attack(server: Server, links: "itertools.cycle[str]", stay: float, until: float) -> int:
    """Open one link after the other and leave each after a while; how many."""
    for many in itertools.count():
        if time.monotonic() > until:
            return many
        async with Visitor(server.address, next(links), waits=False):
            await asyncio.sleep(random.uniform(0.1, 2 * stay))
    raise AssertionError


async def work_left(server: Server) -> float:
    """How long workers are there, or the server is busy, from now on; s."""
    begun = time.monotonic()
    while time.monotonic() - begun < 120:
        before = cpu(server.pid)
        await asyncio.sleep(0.5)
        if not workers(server.pid, "study") and cpu(server.pid) - before < 0.1:
            return max(0.0, time.monotonic() - begun - 0.5)
    return 120.0


async def first_sweep(server: Server) -> float:
    """How long a newcomer waits for a first sweep while two others compute slow maps; s."""
    async with AsyncExitStack() as stack:
        for link in SLOW:
            await stack.enter_async_context(Visitor(server.address, link, waits=False))
        end = time.monotonic() + 60
        while len(workers(server.pid, "study")) < 2 and time.monotonic() < end:
            await asyncio.sleep(0.2)
        await asyncio.sleep(10)
        print(f"{len(workers(server.pid, 'study'))} workers compute")
        async with Visitor(server.address) as newcomer:
            await newcomer.until(lambda: newcomer.offers("Reset"))
            begun, shown = time.monotonic(), newcomer.studies
            await newcomer.set("page", ["Sweep"])
            await newcomer.until(lambda: newcomer.studies > shown)
            return time.monotonic() - begun


def report(what: str, waits: list[float], share: float) -> float:
    """Print median, 95th percentile and most; returns the percentile."""
    waits = sorted(waits)
    late = waits[min(len(waits) - 1, len(waits) * 95 // 100)]
    print(
        f"{what}: {len(waits)} clicks, median {1000 * statistics.median(waits):.0f} ms, "
        f"95th percentile {1000 * late:.0f} ms, most {1000 * waits[-1]:.0f} ms "
        f"(server {share:.2f} of a core, load {os.getloadavg()[0]:.1f})"
    )
    return late


if __name__ == "__main__":
    sys.exit(main())
