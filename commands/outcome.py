"""What came of a request: done, waiting for a word, refused, or failed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from commands.errors import CommandError
from commands.operation import Operation
from commands.request import Request
from knowledge.answer import Answer


@dataclass(frozen=True)
class Done:
    """`value` is what the operation's `run` returned; `picked` says which target a READ chose and what else matched."""

    request: Request
    operation: Operation
    host: str | None
    value: Any
    command_line: tuple[str, ...] = ()
    picked: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pending:
    """Stored, not done: it runs when its owner confirms `token` before `expires`. `changed`: what is there is no longer
    what the person was shown, and so they are asked again."""

    request: Request
    operation: Operation
    host: str | None
    token: str
    expires: datetime
    preview: Answer
    command_line: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True)
class NeedsChoice:
    """A required value is missing, or a change has more than one candidate: `choices` are possible values of `slot`.

    `typed` is the text that fitted none or several of them; None when nothing was given.
    """

    request: Request
    operation: Operation
    slot: str
    choices: tuple[str, ...]
    typed: str | None = None
    host: str | None = None


Why = Literal[
    "not_listed",  # nobody gave this person anything here
    "host_not_allowed",  # not this host
    "risk_too_high",  # this operation is above what the person may do on this host
    "operation_not_allowed",  # the rule names operations, and not this one
    "unknown_host",  # no such host is whitelisted
    "no_hosts",  # no host is configured at all
    "channel",  # a channel post has no author: nobody to authorise
    "too_old",  # the order is older than the limit
    "not_yours",  # the confirmation belongs to someone else, or to another chat
    "expired",  # the confirmation's time is over
    "used",  # the confirmation was already used or cancelled
    "unknown_token",  # no such confirmation
    "check_failed",  # the check itself failed: in doubt, no
    "bad_value",  # a value that cannot be what it is said to be: `slot` says which, `detail` holds it
    "policy",  # the host's own policy forbids it: `detail` is the line of the configuration that would permit it
]


@dataclass(frozen=True)
class Refused:
    request: Request | None
    operation: Operation | None
    why: Why
    host: str | None = None
    detail: str = ""
    choices: tuple[str, ...] = ()
    slot: str = ""


@dataclass(frozen=True)
class Failed:
    request: Request
    operation: Operation
    host: str | None
    error: CommandError
    target: str = ""


@dataclass(frozen=True)
class Cancelled:
    request: Request
    operation: Operation


Outcome = Done | Pending | NeedsChoice | Refused | Failed | Cancelled


@dataclass(frozen=True)
class Confirmation:
    """A stored request, as the confirmation store keeps it. `target` is the id of the container it is about, if any."""

    token: str
    request: Request
    host: str | None
    preview: str
    expires: datetime
    state: Literal["open", "used", "cancelled"] = field(default="open")
    target: str = ""
