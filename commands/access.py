"""Who may do what where: in doubt, no."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commands.operation import Operation, Risk
from commands.outcome import Why
from commands.request import Front, Person, Place

# Accounts that Telegram itself speaks through: an anonymous administrator, a channel in its group, the service account.
# https://core.telegram.org/bots/api#message (`from`: "may contain a fake sender user in non-channel chats")
NOBODY = frozenset({1087968824, 136817688, 777000})
EVERY_HOST = "*"


class RuleError(ValueError):
    """A rule that says nothing, or two things at once; `mistakes` lists all of them."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Rule:
    """`user` or everybody in `chat` may do, on `hosts` ("*" is all), what risks at most `allow`.

    Where `operations` is not empty, nothing but these. User 0 is the person at the terminal.
    """

    user: int | None = None
    chat: int | None = None
    hosts: tuple[str, ...] = ()
    allow: Risk = Risk.READ
    operations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        mistakes = []
        if (self.user is None) == (self.chat is None):
            mistakes.append("a rule is for a user or for a chat, and for one of them")
        if not self.hosts:
            mistakes.append("a rule without hosts permits nothing")
        if mistakes:
            raise RuleError(mistakes)

    def is_for(self, person: Person, place: Place) -> bool:
        if self.user is not None:
            # Nobody on Telegram has the terminal's id, so who claims it there is somebody else.
            return self.user == person.id and (self.user != 0 or place.front is not Front.TELEGRAM)
        return self.chat == place.chat

    def covers(self, host: str) -> bool:
        return host in self.hosts or EVERY_HOST in self.hosts

    def permits(self, operation: Operation) -> bool:
        return not self.operations or operation.name in self.operations


def authorise(
    rules: Sequence[Rule], hosts: Iterable[str], operation: Operation, host: str | None, person: Person, place: Place
) -> Why | None:
    """None when `person` may do this here, else why not. `hosts` are the whitelisted ones.

    `host` is None for what needs none. A stranger learns nothing about which hosts exist.
    """
    if person.id is None or person.id in NOBODY:
        return "channel"
    applying = [rule for rule in rules if rule.is_for(person, place)]
    if not applying:
        return "not_listed"
    if operation.needs_host:
        if host is None or host not in set(hosts):
            return "unknown_host"
        applying = [rule for rule in applying if rule.covers(host)]
        if not applying:
            return "host_not_allowed"
    naming = [rule for rule in applying if rule.permits(operation)]
    if not naming:
        return "operation_not_allowed"
    if operation.resource == "schedules":
        # A schedule does nothing but ask for an operation at its time, which is authorised then, and when it is made.
        return None
    return None if any(operation.risk <= rule.allow for rule in naming) else "risk_too_high"


def permitted_hosts(
    rules: Sequence[Rule],
    hosts: Iterable[str],
    person: Person,
    place: Place,
    operation: Operation | None = None,
) -> tuple[str, ...]:
    """The hosts, in their order, on which `person` may do `operation` here; without one, anything at all."""
    names = tuple(hosts)
    if operation is not None and operation.needs_host:
        return tuple(name for name in names if authorise(rules, names, operation, name, person, place) is None)
    if person.id is None or person.id in NOBODY:
        return ()
    applying = [rule for rule in rules if rule.is_for(person, place)]
    return tuple(name for name in names if any(rule.covers(name) for rule in applying))


def permitted_operations(
    rules: Sequence[Rule], hosts: Iterable[str], operations: Iterable[Operation], person: Person, place: Place
) -> tuple[Operation, ...]:
    """What `person` may do here on at least one host, in the order given."""
    names = tuple(hosts)
    return tuple(operation for operation in operations if _is_permitted(rules, names, operation, person, place))


def _is_permitted(
    rules: Sequence[Rule], hosts: tuple[str, ...], operation: Operation, person: Person, place: Place
) -> bool:
    if operation.needs_host:
        return bool(permitted_hosts(rules, hosts, person, place, operation))
    return authorise(rules, hosts, operation, None, person, place) is None
