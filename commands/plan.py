"""From a request to what exactly would be run, without running it."""

import inspect
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from commands.access import Rule, authorise, permitted_hosts
from commands.choices import choices_for
from commands.errors import CommandError
from commands.hosts import Hosts
from commands.operation import Kind, Operation, Parameter, Risk
from commands.outcome import NeedsChoice, Outcome, Refused, Why
from commands.policy import violation
from commands.ports import Engine, ScheduleBook
from commands.records import Container
from commands.request import Person, Place, Request
from commands.targets import Found, Speller, Unclear, exact, find


class Stopped(Exception):
    """There is nothing to run; `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


@dataclass(frozen=True)
class Plan:
    """A call, ready: `resource` and `arguments` are what `run` takes. `picked` says which target a look chose."""

    request: Request
    operation: Operation
    host: str | None
    resource: Any = field(repr=False)
    arguments: Mapping[str, Any] = field(hash=False)
    target: Container | None = None
    picked: str | None = None
    others: tuple[str, ...] = ()

    @property
    def command_line(self) -> tuple[str, ...]:
        return self.operation.docker(self.arguments)

    @property
    def target_id(self) -> str:
        return self.target.id if self.target else ""


class Planner:
    """Looks, and never changes anything. Raises `Stopped`, or a `CommandError` when looking fails."""

    def __init__(
        self,
        hosts: Hosts,
        rules: tuple[Rule, ...],
        books: Callable[[Person, Place], ScheduleBook] | None,
        speller: Speller | None,
    ) -> None:
        self._hosts = hosts
        self._rules = rules
        self._books = books
        self._speller = speller

    def choose_host(self, request: Request, operation: Operation, place: Place) -> str | None:
        """The host to do it on, where `request`'s person may do it; None for what needs none."""
        if not operation.needs_host:
            self._authorise(request, operation, None, place)
            return None
        typed = request.slots.get("host")
        if typed:
            host = self._spelled(str(typed))
            self._authorise(request, operation, host, place)
            return host
        permitted = permitted_hosts(self._rules, self._hosts.names, request.person, place, operation)
        if not permitted:
            raise Stopped(Refused(request, operation, self._why_nowhere(request, operation, place)))
        if len(permitted) > 1:
            permitted = self._with_target(request, operation, permitted)
        if len(permitted) > 1:
            raise Stopped(NeedsChoice(request, operation, "host", permitted))
        return permitted[0]

    def prepare(self, request: Request, operation: Operation, host: str | None, place: Place, target: str = "") -> Plan:
        """Authorised and checked. `target` is the id of the container that was spoken of before: it comes first."""
        self._authorise(request, operation, host, place)
        self._check_values(request, operation, host)
        resource = self._resource(request, operation, host, place)
        slots = {name: value for name, value in request.slots.items() if value not in (None, "")}
        found = self._target(request, operation, host, resource, slots, target)
        arguments = {
            parameter.name: found.container if found and parameter.kind is Kind.CONTAINER else slots.get(parameter.name)
            for parameter in operation.parameters
            if parameter.kind is not Kind.HOST or operation.takes_host
        }
        arguments = {name: _typed(operation, name, value) for name, value in arguments.items()}
        picked = None if found is None or found.is_certain else found.container.name
        return Plan(
            request,
            operation,
            host,
            resource,
            _without_defaulted(operation, arguments),
            found.container if found else None,
            picked,
            found.others if found else (),
        )

    def _authorise(self, request: Request, operation: Operation, host: str | None, place: Place) -> None:
        why = authorise(self._rules, self._hosts.names, operation, host, request.person, place)
        if why is not None:
            seen = permitted_hosts(self._rules, self._hosts.names, request.person, place, operation)
            raise Stopped(Refused(request, operation, why, host, choices=seen if why == "unknown_host" else ()))

    def _spelled(self, typed: str) -> str:
        """The whitelist's spelling ("Lab" is "lab"); what is not on it stays as typed."""
        alike = [name for name in self._hosts.names if name.casefold() == typed.strip().casefold()]
        return alike[0] if len(alike) == 1 else typed.strip()

    def _why_nowhere(self, request: Request, operation: Operation, place: Place) -> Why:
        reasons = [
            authorise(self._rules, self._hosts.names, operation, name, request.person, place)
            for name in permitted_hosts(self._rules, self._hosts.names, request.person, place) or self._hosts.names[:1]
        ]
        if reasons and reasons[0] is not None:
            return reasons[0]
        # No host at all: but a stranger is told that he is one.
        why = authorise(self._rules, (), operation, None, request.person, place)
        return why if why not in (None, "unknown_host") else "no_hosts"

    def _with_target(self, request: Request, operation: Operation, hosts: tuple[str, ...]) -> tuple[str, ...]:
        """For a look, the hosts that have the container named; all of them when that tells nothing."""
        text = request.slots.get("container")
        if operation.risk is not Risk.READ or not text:
            return hosts

        def has_it(host: str) -> bool:
            try:
                return len(exact(str(text), self._hosts.engine(host).containers(every=True))) == 1
            except CommandError:
                return (
                    False  # whichever host is meant, it is not this one now; asking for it by name tells what is wrong
                )

        with ThreadPoolExecutor(len(hosts), thread_name_prefix="where") as pool:
            answers = list(pool.map(has_it, hosts))
        having = tuple(host for host, has in zip(hosts, answers, strict=True) if has)
        return having or hosts

    def _check_values(self, request: Request, operation: Operation, host: str | None) -> None:
        entry = self._hosts.get(host) if host else None
        found = violation(operation, request.slots, entry.exec_commands if entry else ())
        if found is not None:
            raise Stopped(Refused(request, operation, found.why, host, found.detail, slot=found.slot))

    def _resource(self, request: Request, operation: Operation, host: str | None, place: Place) -> Any:
        match operation.resource:
            case "engine":
                assert host is not None, "authorised, so there is a host"
                return self._hosts.engine(host)
            case "hosts":
                return self._hosts.directory(
                    permitted_hosts(self._rules, self._hosts.names, request.person, place),
                )
            case _:
                if self._books is None:
                    raise LookupError("there is no schedule book here")
                return self._books(request.person, place)

    def _target(
        self,
        request: Request,
        operation: Operation,
        host: str | None,
        resource: Any,
        slots: dict[str, Any],
        target: str,
    ) -> Found | None:
        for parameter in operation.parameters:
            if parameter.required and parameter.name not in slots:
                return self._only_choice(request, operation, host, resource, parameter)
        named = next((p for p in operation.parameters if p.kind is Kind.CONTAINER and p.name in slots), None)
        if named is None:
            return None
        engine: Engine = resource
        containers = engine.containers(every=True)
        known = next((container for container in containers if target and container.id == target), None)
        if known is not None:
            return Found(known)
        text = str(slots[named.name])
        match find(text, containers, operation.risk, self._speller):
            case Found() as found:
                return found
            case Unclear(choices):
                raise Stopped(NeedsChoice(request, operation, named.name, choices, text, host))

    def _only_choice(
        self, request: Request, operation: Operation, host: str | None, resource: Any, parameter: Parameter
    ) -> Found:
        """The one container there is, for a look; else the question."""
        choices = choices_for(parameter, operation, resource) if operation.needs_host else ()
        others_missing = [p for p in operation.parameters if p.required and p.name not in request.slots]
        is_sure = operation.risk is Risk.READ and parameter.kind is Kind.CONTAINER and others_missing == [parameter]
        if is_sure and len(choices) == 1:
            found = exact(choices[0], resource.containers(every=True))
            if len(found) == 1:
                return Found(found[0], is_certain=False)
        raise Stopped(NeedsChoice(request, operation, parameter.name, choices, host=host))


def _typed(operation: Operation, name: str, value: Any) -> Any:
    kinds = {parameter.name: parameter.kind for parameter in operation.parameters}
    if value is not None and kinds[name] is Kind.INTEGER:
        return int(value)
    return value.strip() if isinstance(value, str) else value


def _without_defaulted(operation: Operation, arguments: dict[str, Any]) -> dict[str, Any]:
    """What was not said is left to `run`'s own default, where it has one."""
    declared = inspect.signature(operation.run).parameters
    empty = inspect.Parameter.empty
    return {name: value for name, value in arguments.items() if value is not None or declared[name].default is empty}
