"""Failures, other resources than engines, and the trail that everything leaves."""

import asyncio
from dataclasses import replace

import pytest

from commands.errors import EngineForbidden, EngineTimeout, EngineUnreachable, NotFound
from commands.outcome import Done, Failed
from commands.request import Front, Person, Place
from tests.fakes.world import ANA, GROUP, RUI, STRANGER, World, pending_of, refused


@pytest.mark.parametrize("error", [EngineUnreachable("x"), EngineForbidden("x"), NotFound("x")])
async def test_what_the_engine_raises_is_a_failure_with_host_and_target(world: World, error: NotFound) -> None:
    world.lab.failure = error
    outcome = await world.do("logs", container="web", host="lab")

    assert isinstance(outcome, Failed)
    assert (outcome.error, outcome.host, outcome.target) == (error, "lab", "web")


async def test_what_lasts_too_long_is_a_timeout_and_holds_nobody_else_up(world: World) -> None:
    world.lab.delay = 1.5
    slow, other = await asyncio.gather(world.do("slow", host="lab"), world.do("ps", host="prod"))

    assert isinstance(slow, Failed)
    assert isinstance(slow.error, EngineTimeout)
    assert isinstance(other, Done)


async def test_the_event_loop_goes_on_while_engines_are_slow(world: World) -> None:
    world.lab.delay = 0.3
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await world.do("ps", host="lab")
    ticking.cancel()

    assert ticks > 5


async def test_a_mistake_of_ours_propagates_and_stands_in_the_trail(world: World) -> None:
    with pytest.raises(ZeroDivisionError):
        await world.do("broken", host="lab")

    event = world.audit.latest(1)[0]
    assert (event.operation, event.outcome, event.why) == ("broken", "failed", "unexpected")


async def test_the_directory_shows_the_hosts_that_this_person_may_see(world: World) -> None:
    mine, rui = await world.do("hosts"), await world.do("hosts", RUI)

    assert isinstance(mine, Done)
    assert isinstance(rui, Done)
    assert (mine.value, rui.value, mine.host) == (("lab", "prod"), ("lab",), None)
    assert refused(await world.do("hosts", STRANGER)) == "not_listed"


async def test_the_schedule_book_is_this_person_s_in_this_chat(world: World) -> None:
    asked: list[tuple[Person, Place]] = []

    class Book:
        def all(self) -> tuple[()]:
            return ()

    def books(person: Person, place: Place) -> Book:
        asked.append((person, place))
        return Book()

    world.books = books
    outcome = await world.do("schedule_list")

    assert isinstance(outcome, Done)
    assert asked == [(ANA, GROUP)]


async def test_every_outcome_stands_in_the_trail(world: World) -> None:
    await world.do("ps", host="lab")
    await world.do("ps", STRANGER, host="lab")
    await world.do("ps")
    world.prod.failure = EngineUnreachable("sem rota")
    await world.do("ps", host="prod")
    pending = await pending_of(world)
    await world.execution.confirm(pending.token, RUI, GROUP)
    await world.execution.cancel(pending.token, ANA, GROUP)
    trail = [(event.outcome, event.why, event.person, event.operation, event.host) for event in world.audit.latest(10)]

    assert trail[::-1] == [
        ("done", "", ANA, "ps", "lab"),
        ("refused", "not_listed", STRANGER, "ps", "lab"),
        ("choice", "host", ANA, "ps", None),
        ("failed", "EngineUnreachable", ANA, "ps", "prod"),
        ("pending", "", ANA, "rm", "lab"),
        ("refused", "not_yours", RUI, "", None),
        ("cancelled", "", ANA, "rm", None),
    ]


async def test_the_trail_says_who_where_when_and_what_without_secrets(world: World) -> None:
    request = replace(
        world.request("exec", container="web", host="lab", command="echo --token abc123"),
        text="roda echo --token abc123 no web",
    )
    await world.execution.execute(request)
    event = world.audit.latest(1)[0]

    assert (event.person, event.place.chat, event.place.front) == (ANA, -2000, Front.TELEGRAM)
    assert event.moment == world.clock.now()
    assert event.slots == {"container": "web", "host": "lab", "command": "echo --token ***"}
    assert event.text == "roda echo --token *** no web"
    assert event.score == 0.9
    assert event.duration is not None
