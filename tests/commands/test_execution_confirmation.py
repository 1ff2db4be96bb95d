"""What destroys asks first, and runs only what was shown."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from commands.access import Rule
from commands.operation import Risk
from commands.outcome import Cancelled, Done, NeedsChoice, Pending
from commands.request import Front
from tests.fakes.world import ANA, GROUP, RUI, World, pending_of, refused


async def test_what_destroys_asks_first_and_runs_once_confirmed(world: World) -> None:
    pending = await pending_of(world)
    assert "remove" not in world.lab.calls
    outcome = await world.execution.confirm(pending.token, ANA, GROUP)

    assert isinstance(outcome, Done)
    assert outcome.value.name == "banco"
    assert outcome.request.text == "faz rm"
    assert [container.name for container in world.lab.containers(every=True)] == ["web"]


async def test_a_confirmation_is_used_once(world: World) -> None:
    pending = await pending_of(world)
    outcomes = await asyncio.gather(*(world.execution.confirm(pending.token, ANA, GROUP) for _ in range(5)))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Done", *["Refused"] * 4]
    assert world.lab.calls.count("remove") == 1


async def test_nobody_else_may_confirm_or_cancel(world: World) -> None:
    pending = await pending_of(world)

    assert refused(await world.execution.confirm(pending.token, RUI, GROUP)) == "not_yours"
    assert refused(await world.execution.cancel(pending.token, RUI, GROUP)) == "not_yours"
    assert isinstance(await world.execution.confirm(pending.token, ANA, GROUP), Done)


async def test_a_confirmation_expires(world: World) -> None:
    pending = await pending_of(world)
    world.clock.move(120)

    assert pending.expires - world.clock.now() == timedelta(0)
    assert refused(await world.execution.confirm(pending.token, ANA, GROUP)) == "expired"
    assert "remove" not in world.lab.calls


async def test_cancelling_drops_it(world: World) -> None:
    pending = await pending_of(world)

    assert isinstance(await world.execution.cancel(pending.token, ANA, GROUP), Cancelled)
    assert refused(await world.execution.confirm(pending.token, ANA, GROUP)) == "used"
    assert refused(await world.execution.cancel("nada", ANA, GROUP)) == "unknown_token"


async def test_a_confirmation_outlives_a_restart_and_is_authorised_again(world: World) -> None:
    pending = await pending_of(world)
    world.restart()
    world.rules = (Rule(user=1001, hosts=("*",), allow=Risk.CHANGE),)

    assert refused(await world.execution.confirm(pending.token, ANA, GROUP)) == "risk_too_high"
    assert "remove" not in world.lab.calls


async def test_what_changed_meanwhile_is_asked_again(world: World) -> None:
    pending = await pending_of(world)
    banco = next(each for each in world.lab.containers(every=True) if each.name == "banco")
    world.lab.start(banco)
    again = await world.execution.confirm(pending.token, ANA, GROUP)

    assert isinstance(again, Pending)
    assert again.changed
    assert again.token != pending.token
    assert "remove" not in world.lab.calls
    assert refused(await world.execution.confirm(pending.token, ANA, GROUP)) == "used"


async def test_a_namesake_created_meanwhile_is_not_hit_without_being_asked_about(world: World) -> None:
    pending = await pending_of(world)
    old = next(each for each in world.lab.containers(every=True) if each.name == "banco")
    world.lab.remove(old)
    world.lab.add("banco", state="exited")
    world.lab.calls.clear()
    again = await world.execution.confirm(pending.token, ANA, GROUP)

    assert isinstance(again, Pending)
    assert again.changed
    assert "remove" not in world.lab.calls
    assert isinstance(await world.execution.confirm(again.token, ANA, GROUP), Done)


async def test_the_container_is_found_again_by_its_id_under_its_new_name(world: World) -> None:
    pending = await pending_of(world)
    old = next(each for each in world.lab.containers(every=True) if each.name == "banco")
    world.lab.rename(old, "banco-antigo")
    world.lab.add("banco")  # and somebody else has its old one
    again = await world.execution.confirm(pending.token, ANA, GROUP)
    assert isinstance(again, Pending)
    done = await world.execution.confirm(again.token, ANA, GROUP)

    assert isinstance(done, Done)
    assert done.value.id == old.id


async def test_a_container_that_went_away_meanwhile_is_told(world: World) -> None:
    pending = await pending_of(world)
    world.lab.remove(next(each for each in world.lab.containers(every=True) if each.name == "banco"))
    outcome = await world.execution.confirm(pending.token, ANA, GROUP)

    assert isinstance(outcome, NeedsChoice)
    assert (outcome.typed, outcome.choices) == ("banco", ())


async def test_a_schedule_s_question_is_answered_in_its_chat(world: World) -> None:
    asked = await world.do("rm", place=replace(GROUP, front=Front.SCHEDULE), container="banco", host="lab")
    assert isinstance(asked, Pending)

    assert isinstance(await world.execution.confirm(asked.token, ANA, GROUP), Done)
