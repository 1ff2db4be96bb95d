"""One behaviour, two engines: the fake is worth as much as this suite holds it to the real one."""

import pytest

from commands.errors import Conflict, NotFound
from tests.commands.conftest import Bench


def test_a_running_container_is_listed_as_such(bench: Bench, name: str) -> None:
    container = bench.make(name)

    listed = next(each for each in bench.engine.containers() if each.id == container.id)
    assert (listed.name, listed.image, listed.state) == (name, "busybox:latest", "running") or listed.image == "busybox"
    assert listed.is_running
    assert listed.status.startswith("Up")
    assert len(listed.id) == 64


def test_a_stopped_container_is_listed_only_among_all(bench: Bench, name: str) -> None:
    bench.engine.stop(bench.make(name))

    assert name not in bench.names(every=False)
    assert name in bench.names(every=True)


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        ("", "stop", "exited"),
        ("", "kill", "exited"),
        ("", "pause", "paused"),
        ("", "restart", "running"),
        ("stop", "start", "running"),
        ("stop", "restart", "running"),
        ("pause", "unpause", "running"),
        ("pause", "stop", "exited"),
    ],
)
def test_acting_moves_a_container_to_its_next_state(bench: Bench, name: str, before: str, act: str, after: str) -> None:
    container = bench.make(name)
    if before:
        container = getattr(bench.engine, before)(container)

    moved = getattr(bench.engine, act)(container)

    assert (moved.id, moved.name, moved.state) == (container.id, name, after)


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ("", "start"),
        ("", "unpause"),
        ("", "remove"),
        ("stop", "stop"),
        ("stop", "kill"),
        ("stop", "pause"),
        ("stop", "unpause"),
        ("stop", "processes"),
        ("pause", "pause"),
        ("pause", "start"),
        ("pause", "remove"),
    ],
)
def test_what_the_state_forbids_is_a_conflict(bench: Bench, name: str, before: str, act: str) -> None:
    container = bench.make(name)
    if before:
        container = getattr(bench.engine, before)(container)

    with pytest.raises(Conflict) as caught:
        getattr(bench.engine, act)(container)

    assert caught.value.detail


@pytest.mark.parametrize(
    "act", ["start", "stop", "restart", "pause", "unpause", "kill", "remove", "details", "processes", "changes"]
)
def test_a_container_that_went_away_is_not_found(bench: Bench, name: str, act: str) -> None:
    container = bench.make(name)
    bench.engine.remove(container, force=True)

    with pytest.raises(NotFound):
        getattr(bench.engine, act)(container)


def test_logs_stats_and_commands_of_a_container_that_went_away_are_not_found(bench: Bench, name: str) -> None:
    container = bench.make(name)
    bench.engine.remove(container, force=True)

    with pytest.raises(NotFound):
        bench.engine.logs(container, 10)
    with pytest.raises(NotFound):
        bench.engine.stats((container,))
    with pytest.raises(NotFound):
        bench.engine.execute(container, ["true"])


def test_removing_returns_the_container_as_it_was_and_it_is_gone(bench: Bench, name: str) -> None:
    stopped = bench.engine.stop(bench.make(name))

    removed = bench.engine.remove(stopped)

    assert removed.name == name
    assert name not in bench.names()


def test_a_running_container_is_removed_by_force(bench: Bench, name: str) -> None:
    bench.engine.remove(bench.make(name), force=True)

    assert name not in bench.names()


def test_renaming_keeps_the_id(bench: Bench, name: str) -> None:
    container = bench.make(name)

    renamed = bench.engine.rename(container, f"{name}-b")

    assert (renamed.id, renamed.name) == (container.id, f"{name}-b")


def test_a_name_that_is_taken_is_a_conflict(bench: Bench, name: str) -> None:
    bench.make(name)
    other = bench.make(f"{name}-b")

    with pytest.raises(Conflict):
        bench.engine.rename(other, name)


def test_stats_have_a_sample_for_each_container_in_their_order(bench: Bench, name: str) -> None:
    containers = [bench.make(name), bench.make(f"{name}-b")]

    samples = bench.engine.stats(containers)

    assert [sample.name for sample in samples] == [name, f"{name}-b"]
    assert all(sample.memory > 0 and sample.pids >= 1 and sample.memory_limit > sample.memory for sample in samples)


def test_a_stopped_container_consumes_nothing(bench: Bench, name: str) -> None:
    sample = bench.engine.stats((bench.engine.stop(bench.make(name)),))[0]

    assert (sample.cpu, sample.memory, sample.pids) == (0.0, 0, 0)


def test_stats_leave_out_one_of_several_that_went_away(bench: Bench, name: str) -> None:
    stays, goes = bench.make(name), bench.make(f"{name}-b")
    bench.engine.remove(goes, force=True)

    assert [sample.name for sample in bench.engine.stats((stays, goes))] == [name]


def test_stats_of_nothing_are_nothing(bench: Bench) -> None:
    assert bench.engine.stats(()) == ()


def test_a_command_runs_inside_without_a_shell(bench: Bench, name: str) -> None:
    result = bench.engine.execute(bench.make(name), ["echo", "$HOME", ";", "true"])

    assert (result.output, result.exit_code) == ("$HOME ; true\n", 0)


def test_a_command_tells_its_exit_code(bench: Bench, name: str) -> None:
    container = bench.make(name)

    assert bench.engine.execute(container, ["false"]).exit_code == 1
    assert bench.engine.execute(container, ["no-such-program"]).exit_code in (126, 127)


def test_a_command_in_a_stopped_container_is_a_conflict(bench: Bench, name: str) -> None:
    stopped = bench.engine.stop(bench.make(name))

    with pytest.raises(Conflict):
        bench.engine.execute(stopped, ["true"])


def test_details_tell_where_a_running_container_is_and_how_a_stopped_one_ended(bench: Bench, name: str) -> None:
    container = bench.make(name)
    running = bench.engine.details(container)
    stopped = bench.engine.details(bench.engine.stop(container))

    assert running.addresses["bridge"].count(".") == 3
    assert (running.exit_code, running.finished) == (None, None)
    assert running.raw["Id"] == container.id
    assert stopped.exit_code is not None
    assert stopped.finished is not None
    assert not stopped.addresses
