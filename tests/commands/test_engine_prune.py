"""What pruning removes, on the fake engine and on a private one: on a lent one it would take what is not ours."""

import pytest

from commands.contexts import Endpoint
from commands.engine import DockerEngine
from commands.ports import Engine
from tests.fakes.engine import FakeEngine


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.engine)])
def engine(request: pytest.FixtureRequest):
    if request.param == "fake":
        fake = FakeEngine()
        fake.add_image("busybox")
        yield fake
        return
    url = request.getfixturevalue("private_engine").url
    real = DockerEngine(lambda: Endpoint(url), 10)
    yield real
    for container in real.containers(every=True):
        real.remove(container, force=True)
    real.close()


def test_pruning_containers_removes_only_stopped_ones_and_names_them(engine: Engine, name: str) -> None:
    runs = engine.run("busybox", name, {}, ["sleep", "1000"])
    stops = engine.run("busybox", f"{name}-b", {}, ["sleep", "1000"])
    engine.kill(stops)

    pruned = engine.prune_containers()

    assert pruned.removed == (f"{name}-b",)
    assert [container.id for container in engine.containers(every=True)] == [runs.id]


def test_pruning_images_removes_dangling_ones_and_with_every_all_that_nothing_uses(engine: Engine, name: str) -> None:
    container = engine.run("busybox", name, {}, ["sleep", "1000"])
    first = engine.commit(container, f"{name}:1")
    second = engine.commit(container, f"{name}:1")  # takes the name, so the first one dangles

    dangling = engine.prune_images()
    unused = engine.prune_images(every=True)

    assert first.id in dangling.removed
    assert second.id not in dangling.removed
    assert {f"{name}:1", second.id} <= set(unused.removed)
    assert "busybox:latest" in engine.image("busybox").tags


def test_pruning_networks_and_build_cache_finds_nothing_on_a_fresh_engine(engine: Engine) -> None:
    assert engine.prune_networks().removed == ()
    assert engine.prune_build_cache().removed == ()
