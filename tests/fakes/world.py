"""A whole set-up of fake engines, with its database and its clock, around the real `Execution`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from commands.access import Rule
from commands.audit import Audit
from commands.confirmation import Confirmations
from commands.database import Database
from commands.execution import Execution
from commands.hosts import Host, Hosts
from commands.operation import Risk
from commands.outcome import Outcome, Pending, Refused
from commands.request import Front, Person, Place, Request
from tests.fakes.clock import FakeClock
from tests.fakes.engine import FakeEngine
from tests.fakes.operations import CATALOGUE

ANA, RUI, STRANGER = Person(1001, "Ana"), Person(1002, "Rui"), Person(666, "Zé")
GROUP = Place(Front.TELEGRAM, -2000, private=False, title="Turma")
ALL = Rule(user=1001, hosts=("*",), allow=Risk.DESTROY)


@dataclass
class World:
    """A whole set-up; `rules` and `exec_commands` count when `execution` is first used."""

    database: Database
    clock: FakeClock = field(default_factory=FakeClock)
    lab: FakeEngine = field(default_factory=FakeEngine)
    prod: FakeEngine = field(default_factory=FakeEngine)
    rules: tuple[Rule, ...] = (ALL, Rule(user=1002, hosts=("lab",)))
    only: tuple[str, ...] = ("lab", "prod")
    exec_commands: tuple[str, ...] = ("echo *",)
    books: Callable[..., Any] | None = None
    _execution: Execution | None = None

    @property
    def audit(self) -> Audit:
        return Audit(self.database)

    @property
    def execution(self) -> Execution:
        if self._execution is None:
            engines = {"lab": self.lab, "prod": self.prod}
            hosts = [Host(name, f"tcp://{name}:1", exec_commands=self.exec_commands) for name in self.only]
            self._execution = Execution(
                catalogue=CATALOGUE,
                hosts=Hosts(hosts, lambda host: engines[host.name]),
                rules=self.rules,
                confirmations=Confirmations(self.database),
                audit=self.audit,
                clock=self.clock,
                books=self.books,
            )
        return self._execution

    def restart(self) -> None:
        if self._execution is not None:
            self._execution.close()
        self._execution = None

    async def do(self, operation: str, person: Person = ANA, place: Place = GROUP, **slots: str | int) -> Outcome:
        return await self.execution.execute(self.request(operation, person, place, **slots))

    def request(self, operation: str, person: Person = ANA, place: Place = GROUP, **slots: str | int) -> Request:
        return Request(operation, person, place, self.clock.now(), slots, f"faz {operation}", 0.9)


def refused(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.why


async def pending_of(world: World, operation: str = "rm", **slots: str | int) -> Pending:
    outcome = await world.do(operation, ANA, GROUP, **({"container": "banco", "host": "lab"} | slots))
    assert isinstance(outcome, Pending), outcome
    return outcome
