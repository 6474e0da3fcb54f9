"""Places are shared out so that no client takes them all."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from qigraph.serving.places import BusyError, Places


class Ring:
    """Clients that take places and give them back when told."""

    def __init__(self, places):
        self.places, self.inside, self.tasks = places, [], {}

    async def come(self, name):
        leave = asyncio.Event()

        async def stay():
            async with self.places.taken(name[0]):
                self.inside.append(name)
                await leave.wait()
                self.inside.remove(name)

        self.tasks[name] = (asyncio.create_task(stay()), leave)
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def go(self, name):
        task, leave = self.tasks[name]
        leave.set()
        await task
        await asyncio.sleep(0)
        await asyncio.sleep(0)


def run(check, size=2, waiting=8, patience=60.0):
    async def checked():
        await check(Ring(Places(size, waiting, patience)))

    # In a thread of its own: the driver of the browser may have left a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, checked()).result()


def test_one_client_gets_all_places_but_the_one_for_others():
    async def check(ring):
        for name in ("a1", "a2", "a3", "a4", "b1", "b2"):
            await ring.come(name)
        assert ring.inside == ["a1", "a2", "b1"]

    run(check)


def test_the_next_place_goes_to_the_client_with_the_fewest():
    async def check(ring):
        for name in ("a1", "a2", "a3", "b1", "c1"):
            await ring.come(name)
        assert ring.inside == ["a1", "a2", "b1"]
        await ring.go("a1")
        assert ring.inside == ["a2", "b1", "c1"]
        await ring.go("b1")
        assert ring.inside == ["a2", "c1"]
        await ring.go("c1")
        assert ring.inside == ["a2", "a3"]

    run(check)


def test_one_client_can_fill_half_of_the_queue():
    async def check(ring):
        for name in ("a1", "a2", "a3", "a4", "b1", "b2"):
            await ring.come(name)
        with pytest.raises(BusyError):
            async with ring.places.taken("a"):
                pass
        await ring.come("b3")
        with pytest.raises(BusyError):
            async with ring.places.taken("c"):
                pass

    run(check, waiting=4)


def test_who_has_waited_too_long_is_sent_away_and_leaves_no_gap():
    async def check(ring):
        await ring.come("a1")
        await ring.come("b1")
        with pytest.raises(BusyError):
            async with ring.places.taken("a"):
                pass
        await ring.go("a1")
        await ring.go("b1")
        await ring.come("a2")
        assert ring.inside == ["a2"]

    run(check, size=1, patience=0.05)


def test_who_gives_up_leaves_no_gap():
    async def check(ring):
        for name in ("a1", "a2", "a3"):
            await ring.come(name)
        ring.tasks["a2"][0].cancel()
        await asyncio.sleep(0.01)
        await ring.go("a1")
        assert ring.inside == ["a3"]

    run(check, size=1)
