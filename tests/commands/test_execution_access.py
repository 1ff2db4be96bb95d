"""On which host, and whether at all."""

from commands.access import Rule
from commands.errors import EngineUnreachable
from commands.operation import Risk
from commands.outcome import Done, NeedsChoice, Refused
from commands.request import TERMINAL_PERSON, Front, Person, Place
from tests.fakes.world import RUI, STRANGER, World, refused


async def test_the_only_permitted_host_is_meant_when_none_is_named(world: World) -> None:
    outcome = await world.do("ps", RUI)

    assert isinstance(outcome, Done)
    assert outcome.host == "lab"


async def test_of_several_permitted_hosts_one_is_asked_for(world: World) -> None:
    outcome = await world.do("ps")

    assert isinstance(outcome, NeedsChoice)
    assert (outcome.slot, outcome.choices, outcome.typed) == ("host", ("lab", "prod"), None)


async def test_a_look_at_a_container_goes_to_the_only_host_that_has_it(world: World) -> None:
    outcome = await world.do("logs", container="api")

    assert isinstance(outcome, Done)
    assert outcome.host == "prod"


async def test_that_search_passes_over_a_dead_host(world: World) -> None:
    world.lab.failure = EngineUnreachable("x")
    outcome = await world.do("logs", container="api")

    assert isinstance(outcome, Done)
    assert outcome.host == "prod"


async def test_a_container_that_two_hosts_have_asks_for_the_host(world: World) -> None:
    world.prod.add("web")
    outcome = await world.do("logs", container="web")

    assert isinstance(outcome, NeedsChoice)
    assert (outcome.slot, outcome.choices) == ("host", ("lab", "prod"))


async def test_a_change_does_not_search_for_its_host(world: World) -> None:
    outcome = await world.do("stop", container="api")

    assert isinstance(outcome, NeedsChoice)
    assert outcome.slot == "host"
    assert world.prod.calls == []


async def test_a_host_that_is_not_whitelisted_is_refused_with_the_permitted_ones(world: World) -> None:
    outcome = await world.do("ps", host="produção")

    assert isinstance(outcome, Refused)
    assert (outcome.why, outcome.host, outcome.choices) == ("unknown_host", "produção", ("lab", "prod"))


async def test_without_any_host_that_is_said_but_a_stranger_is_told_he_is_one(world: World) -> None:
    world.only = ()

    assert refused(await world.do("ps")) == "no_hosts"
    assert refused(await world.do("ps", STRANGER)) == "not_listed"


async def test_a_stranger_s_order_reaches_no_engine(world: World) -> None:
    for operation in ("ps", "stop", "rm"):
        for slots in ({}, {"host": "lab"}, {"host": "lab", "container": "web"}, {"container": "web"}):
            assert refused(await world.do(operation, STRANGER, **slots)) == "not_listed"

    assert world.lab.calls == world.prod.calls == []


async def test_a_channel_s_order_isrefused(world: World) -> None:
    world.rules = (Rule(chat=-2000, hosts=("*",), allow=Risk.DESTROY),)

    assert refused(await world.do("ps", Person(None, "canal"), host="lab")) == "channel"


async def test_reasons_are_told_apart(world: World) -> None:
    assert refused(await world.do("ps", RUI, host="prod")) == "host_not_allowed"
    assert refused(await world.do("stop", RUI, host="lab", container="web")) == "risk_too_high"
    assert refused(await world.do("stop", RUI, container="web")) == "risk_too_high"
    assert world.lab.calls == []


async def test_the_person_at_the_terminal_needs_a_rule_too(world: World) -> None:
    terminal = Place(Front.TERMINAL)
    assert refused(await world.do("ps", TERMINAL_PERSON, terminal, host="lab")) == "not_listed"
    world.restart()
    world.rules = (Rule(user=0, hosts=("lab",), allow=Risk.DESTROY),)

    assert isinstance(await world.do("ps", TERMINAL_PERSON, terminal), Done)
