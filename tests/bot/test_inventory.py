"""Which names a question may mean, and what a host that does not answer costs."""

import asyncio
import time

import pytest

from bot.inventory import NamesBook
from commands.access import Rule
from commands.errors import EngineUnreachable
from commands.hosts import Host, Hosts
from commands.operation import Risk
from commands.records import Service
from tests.bot.talk import ANA, GROUP, RUI, STRANGER
from tests.fakes.clock import FakeClock
from tests.fakes.engine import FakeEngine

RULES = (Rule(user=1001, hosts=("*",), allow=Risk.READ), Rule(user=1002, hosts=("lab",), allow=Risk.READ))
HANGS = 1.5  # seconds: much more than the patience given here
PATIENCE = 0.2


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def engines() -> dict[str, FakeEngine]:
    made = {"lab": FakeEngine(), "prod": FakeEngine()}
    made["lab"].add("web", "nginx")
    made["prod"].add("api", "python")
    return made


@pytest.fixture
def book(engines: dict[str, FakeEngine], clock: FakeClock) -> NamesBook:
    hosts = Hosts([Host(name, f"tcp://{name}:1") for name in engines], lambda host: engines[host.name])
    return NamesBook(hosts, RULES, clock, PATIENCE)


async def test_a_person_s_words_mean_what_is_on_the_hosts_they_may_see(book: NamesBook) -> None:
    everything = await book.names_for(ANA, GROUP)
    some = await book.names_for(RUI, GROUP)
    nothing = await book.names_for(STRANGER, GROUP)

    assert (everything.hosts, everything.containers) == (("lab", "prod"), ("web", "api"))
    assert everything.images == ("nginx:latest", "python:latest")
    assert (some.hosts, some.containers) == (("lab",), ("web",))
    assert (nothing.hosts, nothing.containers) == ((), ())


async def test_names_are_looked_up_again_after_a_while_or_a_change(
    book: NamesBook, engines: dict[str, FakeEngine], clock: FakeClock
) -> None:
    await book.names_for(RUI, GROUP)
    engines["lab"].add("novo")
    assert "novo" not in (await book.names_for(RUI, GROUP)).containers

    book.forget()
    assert "novo" in (await book.names_for(RUI, GROUP)).containers

    engines["lab"].add("outro")
    clock.move(20)
    assert "outro" in (await book.names_for(RUI, GROUP)).containers


async def test_a_hanging_host_costs_the_patience_once_and_the_others_nothing(
    book: NamesBook, engines: dict[str, FakeEngine]
) -> None:
    """The first question waits its patience; those after it do not wait at all while the host still hangs."""
    engines["prod"].delay = HANGS
    began = time.monotonic()

    first = await book.names_for(ANA, GROUP)
    for _ in range(20):
        await book.names_for(ANA, GROUP)

    assert first.containers == ("web",)
    assert first.hosts == ("lab", "prod")
    assert time.monotonic() - began < HANGS
    await asyncio.sleep(0)


async def test_a_dead_host_is_left_alone_for_a_while(
    book: NamesBook, engines: dict[str, FakeEngine], clock: FakeClock
) -> None:
    engines["prod"].failure = EngineUnreachable("refused")

    assert (await book.names_for(ANA, GROUP)).containers == ("web",)
    book.forget()
    clock.move(30)
    await book.names_for(ANA, GROUP)
    assert engines["prod"].calls == ["containers"]

    engines["prod"].failure = None
    clock.move(40)
    assert (await book.names_for(ANA, GROUP)).containers == ("web", "api")


async def test_what_a_host_said_last_is_kept_while_it_hangs(
    book: NamesBook, engines: dict[str, FakeEngine], clock: FakeClock
) -> None:
    await book.names_for(ANA, GROUP)
    engines["prod"].delay = HANGS
    clock.move(20)

    assert (await book.names_for(ANA, GROUP)).containers == ("web", "api")


async def test_a_swarm_s_services_have_names_too(book: NamesBook, engines: dict[str, FakeEngine]) -> None:
    engines["lab"].is_manager = True
    engines["lab"].swarm_services.append(Service("s1", "fila", "redis", "replicated", 1, 1, ()))

    assert (await book.names_for(RUI, GROUP)).services == ("fila",)
