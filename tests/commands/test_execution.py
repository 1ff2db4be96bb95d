"""The one way to act, from the request to the outcome."""

from dataclasses import replace

from commands.outcome import Done, NeedsChoice, Refused
from commands.request import Front
from tests.fakes.world import ANA, GROUP, World, pending_of, refused


async def test_a_look_is_done_and_says_with_which_docker_command(world: World) -> None:
    outcome = await world.do("ps", host="lab")

    assert isinstance(outcome, Done)
    assert (outcome.value, outcome.host, outcome.command_line) == (("web",), "lab", ("docker", "ps"))
    assert outcome.picked is None


async def test_an_alias_is_the_operation(world: World) -> None:
    outcome = await world.do("lista", host="lab")

    assert isinstance(outcome, Done)
    assert outcome.operation.name == "ps"


async def test_an_operation_that_nobody_declared_isrefused(world: World) -> None:
    assert refused(await world.do("format_disk")) == "bad_value"


async def test_a_change_changes_and_uses_the_whitelist_s_spelling_of_the_host(world: World) -> None:
    outcome = await world.do("stop", container="Web", host="LAB")

    assert isinstance(outcome, Done)
    assert (outcome.host, outcome.value.state) == ("lab", "exited")
    assert outcome.command_line == ("docker", "stop", "web")


async def test_an_order_older_than_a_minute_is_not_run(world: World) -> None:
    request = world.request("stop", container="web", host="lab")
    world.clock.move(61)

    assert refused(await world.execution.execute(request)) == "too_old"
    assert world.lab.calls == []


async def test_a_schedule_s_order_is_due_when_it_is_due(world: World) -> None:
    request = world.request("ps", place=replace(GROUP, front=Front.SCHEDULE), host="lab")
    world.clock.move(3600)

    assert isinstance(await world.execution.execute(request), Done)


async def test_a_missing_container_is_asked_for_among_those_that_fit(world: World) -> None:
    stop = await world.do("stop", host="lab")
    log = await world.do("logs", host="lab")

    assert isinstance(stop, NeedsChoice)
    assert (stop.slot, stop.choices, stop.typed, stop.host) == ("container", ("web",), None, "lab")
    assert isinstance(log, NeedsChoice)
    assert log.choices == ("web", "banco")


async def test_a_look_takes_the_only_container_there_is_and_says_so(world: World) -> None:
    outcome = await world.do("logs", host="prod")

    assert isinstance(outcome, Done)
    assert outcome.picked == "api"


async def test_a_look_picks_the_nearest_name_and_says_so(world: World) -> None:
    world.lab.add("bancos")
    outcome = await world.do("logs", host="lab", container="bancoo")

    assert isinstance(outcome, Done)
    assert (outcome.picked, outcome.others) == ("banco", ("bancos",))


async def test_a_change_never_guesses(world: World) -> None:
    outcome = await world.do("stop", host="lab", container="webb")

    assert isinstance(outcome, NeedsChoice)
    assert (outcome.slot, outcome.typed, outcome.choices) == ("container", "webb", ("web",))
    assert "stop" not in world.lab.calls


async def test_a_number_arrives_as_one_and_a_default_is_left_to_the_operation(world: World) -> None:
    said = await world.do("logs", host="lab", container="web", lines="20")
    unsaid = await world.do("logs", host="lab", container="web")

    assert isinstance(said, Done)
    assert isinstance(unsaid, Done)
    assert (said.value, unsaid.value) == (("web", 20), ("web", 5))


async def test_a_value_that_cannot_be_is_refused_before_the_engine_hears_of_it(world: World) -> None:
    outcome = await world.do("pull", host="lab", image="nginx; rm -rf /")

    assert isinstance(outcome, Refused)
    assert (outcome.why, outcome.slot, outcome.detail) == ("bad_value", "image", "nginx; rm -rf /")
    assert world.lab.calls == []


async def test_a_command_that_the_host_does_not_list_is_refused_with_the_line_to_add(world: World) -> None:
    outcome = await world.do("exec", host="lab", container="web", command="cat /etc/passwd")

    assert isinstance(outcome, Refused)
    assert (outcome.why, outcome.detail) == ("policy", 'exec = ["echo *", "cat /etc/passwd"]')


async def test_a_listed_command_asks_and_then_runs(world: World) -> None:
    pending = await pending_of(world, "exec", container="web", command="echo oi")
    outcome = await world.execution.confirm(pending.token, ANA, GROUP)

    assert isinstance(outcome, Done)
    assert outcome.value == "oi\n"
