"""Images, networks and the engine itself: one behaviour, two engines, as in `test_engine`."""

import pytest

from commands.errors import CommandError, Conflict, NotFound
from tests.commands.conftest import Bench


def test_an_image_is_known_by_name_tag_and_id(bench: Bench) -> None:
    image = bench.engine.image("busybox")

    assert "busybox:latest" in image.tags
    assert bench.engine.image("busybox:latest").id == image.id
    assert bench.engine.image(image.short_id).id == image.id
    assert image.id in {each.id for each in bench.engine.images()}
    assert image.size > 0


def test_an_image_that_is_not_there_is_not_found(bench: Bench) -> None:
    for ask in (bench.engine.image, bench.engine.history, bench.engine.remove_image):
        with pytest.raises(NotFound):
            ask("no-such-image-here")


def test_tagging_gives_an_image_another_name_and_removing_it_takes_only_the_name(bench: Bench, name: str) -> None:
    tagged = bench.engine.tag("busybox", f"{name}:1")
    removed = bench.engine.remove_image(f"{name}:1")

    assert f"{name}:1" in tagged.tags
    assert (removed.untagged, removed.deleted) == ((f"{name}:1",), ())
    assert "busybox:latest" in bench.engine.image("busybox").tags


def test_committing_makes_an_image_that_can_be_removed(bench: Bench, name: str) -> None:
    image = bench.engine.commit(bench.make(name), f"{name}:1")
    removed = bench.engine.remove_image(f"{name}:1")

    assert image.tags == (f"{name}:1",)
    assert removed.untagged == (f"{name}:1",)
    assert image.id in removed.deleted


def test_an_image_in_use_is_not_removed(own_bench: Bench, name: str) -> None:
    image = own_bench.engine.commit(own_bench.make(name), f"{name}:1")
    container = own_bench.engine.run(f"{name}:1", f"{name}-b", {}, ["sleep", "1000"])
    try:
        with pytest.raises(Conflict):
            own_bench.engine.remove_image(f"{name}:1")
    finally:
        own_bench.engine.remove(container, force=True)
        own_bench.engine.remove_image(image.id)


def test_a_container_runs_in_the_background_with_its_ports(own_bench: Bench, name: str) -> None:
    container = own_bench.engine.run("busybox", name, {"80/tcp": "127.0.0.1:18080"}, ["sleep", "1000"])
    try:
        assert (container.name, container.state) == (name, "running")
        assert container.ports == ("127.0.0.1:18080->80/tcp",)
    finally:
        own_bench.engine.remove(container, force=True)


def test_a_port_in_use_is_a_conflict_and_leaves_no_container_behind(own_bench: Bench, name: str) -> None:
    first = own_bench.engine.run("busybox", name, {"80/tcp": "127.0.0.1:18081"}, ["sleep", "1000"])
    try:
        with pytest.raises(Conflict):
            own_bench.engine.run("busybox", f"{name}-b", {"80/tcp": "127.0.0.1:18081"}, ["sleep", "1000"])

        assert f"{name}-b" not in own_bench.names()
    finally:
        own_bench.engine.remove(first, force=True)


def test_an_image_that_cannot_be_had_fails_and_leaves_no_container_behind(own_bench: Bench, name: str) -> None:
    with pytest.raises(CommandError):
        own_bench.engine.run("no-such-image-here", name, {}, [])
    with pytest.raises(CommandError):
        own_bench.engine.pull("no-such-image-here")

    assert name not in own_bench.names()


def test_history_has_the_image_s_layers(bench: Bench) -> None:
    layers = bench.engine.history("busybox")

    assert "busybox:latest" in layers[0].tags
    assert sum(layer.size for layer in layers) > 0


def test_info_counts_containers(bench: Bench, name: str) -> None:
    before = bench.engine.info()
    bench.engine.pause(bench.make(name))
    after = bench.engine.info()

    assert after.paused == before.paused + 1
    assert (after.cpus > 0, after.memory > 0, after.version, after.swarm) == (
        True,
        True,
        bench.engine.ping(),
        "inactive",
    )


def test_disk_usage_has_the_four_rows_of_docker_system_df(bench: Bench, name: str) -> None:
    bench.make(name)

    usage = bench.engine.disk_usage()

    assert [row.kind for row in usage] == ["images", "containers", "volumes", "build cache"]
    assert usage[0].active >= 1
    assert usage[0].size >= usage[0].reclaimable >= 0
    assert usage[1].active >= 1


def test_the_networks_of_every_engine_are_there(bench: Bench) -> None:
    networks = {network.name: network for network in bench.engine.networks()}

    assert {"bridge", "host", "none"} <= set(networks)
    assert networks["bridge"].subnets
    assert networks["host"].subnets == ()


def test_outside_a_swarm_its_questions_are_a_conflict(bench: Bench) -> None:
    for ask in (bench.engine.services, bench.engine.nodes, lambda: bench.engine.scale("web", 2)):
        with pytest.raises(Conflict):
            ask()


def test_processes_have_as_many_cells_as_titles(bench: Bench, name: str) -> None:
    processes = bench.engine.processes(bench.make(name))

    assert all(len(row) == len(processes.titles) for row in processes.rows)
    assert any("sleep" in cell for row in processes.rows for cell in row)


def test_an_unchanged_container_has_no_changes(bench: Bench, name: str) -> None:
    assert bench.engine.changes(bench.make(name)) == ()
