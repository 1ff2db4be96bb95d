"""The names that exist on the hosts at this moment, remembered for a short while."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from commands.access import Rule, permitted_hosts
from commands.errors import CommandError
from commands.hosts import Hosts
from commands.ports import Clock, Engine
from commands.request import Person, Place
from knowledge.decision import Names

LASTS = 15.0  # seconds that names are trusted
DEAD_LASTS = 60.0  # seconds that a host which did not answer is left alone
PATIENCE = 2.0  # seconds that a question waits for names

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Known:
    until: float
    containers: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    is_dead: bool = False


class NamesBook:
    """Which names a person's words may mean.

    A host that does not answer in time costs `patience` once: until it has answered or failed, it is left out, or known
    by what it last said.
    """

    def __init__(self, hosts: Hosts, rules: Sequence[Rule], clock: Clock, patience: float = PATIENCE) -> None:
        self._hosts = hosts
        self._rules = rules
        self._clock = clock
        self._patience = patience
        self._known: dict[str, _Known] = {}
        self._asked: dict[str, asyncio.Task[None]] = {}
        self._slow: set[str] = set()

    async def names_for(self, person: Person, place: Place) -> Names:
        """The names on the hosts that this person may see here."""
        hosts = permitted_hosts(self._rules, self._hosts.names, person, place)
        now = self._clock.now().timestamp()
        stale = [name for name in hosts if name not in self._known or self._known[name].until < now]
        asked = {name: self._ask(name) for name in stale}
        waited = [task for name, task in asked.items() if name not in self._slow]
        if waited:
            await asyncio.wait(waited, timeout=self._patience)
        self._slow.update(name for name, task in asked.items() if not task.done())
        return self.last_known(person, place)

    def last_known(self, person: Person, place: Place) -> Names:
        """What `names_for` last knew, without looking. Callable from any thread."""
        hosts = permitted_hosts(self._rules, self._hosts.names, person, place)
        known = [found for name in hosts if (found := self._known.get(name)) is not None]
        return Names(
            hosts=hosts,
            containers=tuple(dict.fromkeys(name for host in known for name in host.containers)),
            images=tuple(dict.fromkeys(name for host in known for name in host.images)),
            services=tuple(dict.fromkeys(name for host in known for name in host.services)),
        )

    def forget(self) -> None:
        """After something changed: the next question looks again. Whoever did not answer stays left alone."""
        self._known = {name: known for name, known in self._known.items() if known.is_dead}

    def _ask(self, host: str) -> asyncio.Task[None]:
        if host not in self._asked:
            task = asyncio.create_task(self._look(host))
            self._asked[host] = task
            task.add_done_callback(lambda done: self._over(host, done))
        return self._asked[host]

    def _over(self, host: str, task: asyncio.Task[None]) -> None:
        self._asked.pop(host, None)
        self._slow.discard(host)
        if not task.cancelled() and task.exception() is not None:
            _log.error("looking for the names of host %s failed", host, exc_info=task.exception())

    async def _look(self, host: str) -> None:
        try:
            found = await asyncio.to_thread(self._read, host)
        except CommandError as error:
            _log.info("no names from host %s: %s", host, type(error).__name__)
            found = _Known(self._clock.now().timestamp() + DEAD_LASTS, is_dead=True)
        self._known[host] = found

    def _read(self, host: str) -> _Known:
        engine = self._hosts.engine(host)
        containers = tuple(container.name for container in engine.containers(every=True))
        images = tuple(tag for image in engine.images() for tag in image.tags)
        services = _services(engine)
        return _Known(self._clock.now().timestamp() + LASTS, containers, images, services)


def _services(engine: Engine) -> tuple[str, ...]:
    try:
        return tuple(service.name for service in engine.services())
    except CommandError:
        return ()  # most hosts manage no swarm, and then there are none
