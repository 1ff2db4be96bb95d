"""The whitelist, and asking it."""

import threading

import pytest

from commands.errors import EngineForbidden, EngineTimeout, EngineUnreachable, HostMisconfigured
from commands.hosts import Host, Hosts
from commands.ports import Engine
from tests.fakes.engine import FakeEngine

LAB, PROD = Host("lab", "tcp://lab:2375", "laboratório"), Host("prod", context="prod")


def _hosts(**engines: FakeEngine) -> Hosts:
    hosts = [Host(name, f"tcp://{name}:2375", f"o {name}") for name in engines]
    return Hosts(hosts, lambda host: engines[host.name])


def test_an_engine_is_opened_when_first_asked_for_and_then_kept() -> None:
    opened: list[str] = []

    def open_(host: Host) -> Engine:
        opened.append(host.name)
        return FakeEngine()

    hosts = Hosts([LAB, PROD], open_)
    assert opened == []
    first = hosts.engine("lab")

    assert hosts.engine("lab") is first
    assert opened == ["lab"]


def test_many_threads_get_the_same_engine() -> None:
    hosts = Hosts([LAB], lambda host: FakeEngine())
    barrier = threading.Barrier(16)
    engines: list[Engine] = []

    def ask() -> None:
        barrier.wait()
        engines.append(hosts.engine("lab"))

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({id(engine) for engine in engines}) == 1


def test_opening_asks_the_engine_nothing() -> None:
    """Or a dead host would cost its time limit before anybody wants something of it."""
    hosts = Hosts([Host("lab", "tcp://192.0.2.1:2375"), Host("x", context="nope", docker_config="/nonexistent")])

    assert hosts.engine("lab") is not None
    assert hosts.engine("x") is not None
    hosts.close()


def test_only_permitted_hosts_are_visible_in_the_order_of_the_whitelist() -> None:
    hosts = _hosts(lab=FakeEngine(version="26"), prod=FakeEngine(), casa=FakeEngine(version="27"))

    visible = hosts.directory(["casa", "lab", "outro"]).visible()

    assert [(status.name, status.version, status.problem) for status in visible] == [
        ("lab", "26", None),
        ("casa", "27", None),
    ]
    assert (visible[0].url, visible[0].description) == ("tcp://lab:2375", "o lab")
    assert hosts.directory([]).visible() == ()


@pytest.mark.parametrize("error", [EngineUnreachable, EngineForbidden, EngineTimeout, HostMisconfigured])
def test_a_dead_host_is_its_own_line(error: type[EngineUnreachable]) -> None:
    hosts = _hosts(lab=FakeEngine(failure=error("x")), prod=FakeEngine(version="27"))

    lab, prod = hosts.directory(["lab", "prod"]).visible()

    assert lab.version is None
    assert lab.problem
    assert (prod.version, prod.problem) == ("27", None)


class _Meeting(FakeEngine):
    """Answers only when all have been asked."""

    barrier = threading.Barrier(20)

    def ping(self) -> str:
        self.barrier.wait(30)
        return super().ping()


def test_hosts_are_asked_all_at_once() -> None:
    hosts = _hosts(**{f"h{number}": _Meeting() for number in range(20)})

    visible = hosts.directory(hosts.names).visible()

    assert [status.problem for status in visible] == [None] * 20


@pytest.mark.engine
def test_a_real_host_beside_a_dead_one(docker_host: str) -> None:
    hosts = Hosts([Host("vivo", docker_host), Host("morto", "unix:///nonexistent/d.sock", timeout=1)])

    alive, dead = hosts.directory(hosts.names).visible()
    hosts.close()

    assert alive.version
    assert alive.problem is None
    assert (dead.version, dead.problem) == (None, "não responde")
