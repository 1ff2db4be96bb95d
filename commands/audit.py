"""The trail: every action, refusal, failure and question, with who, where and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from commands.database import Database
from commands.database import audit as _table
from commands.outcome import Cancelled, Done, Failed, NeedsChoice, Outcome, Pending, Refused
from commands.request import Front, Person, Place
from commands.secrets_mask import mask

What = Literal["done", "pending", "choice", "refused", "failed", "cancelled"]

_LONGEST = 2000  # a pasted log is no part of the trail


@dataclass(frozen=True)
class Event:
    """One line of the trail. `why` is the `Why` of a refusal, the class of a failure, or empty."""

    moment: datetime
    person: Person
    place: Place
    outcome: What
    operation: str = ""
    text: str = ""
    slots: Mapping[str, Any] = field(default_factory=dict, hash=False)
    host: str | None = None
    why: str = ""
    detail: str = ""
    score: float | None = None
    duration: float | None = None


class Audit:
    """Keeps events, masked; nothing is ever changed or removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, event: Event) -> None:
        row = {
            "moment": event.moment,
            "person_id": event.person.id,
            "person_name": event.person.name,
            "front": event.place.front.value,
            "chat": event.place.chat,
            "text": mask(event.text)[:_LONGEST],
            "operation": event.operation,
            "slots": {name: _masked(name, value) for name, value in event.slots.items()},
            "host": event.host,
            "outcome": event.outcome,
            "why": event.why,
            "detail": mask(event.detail)[:_LONGEST],
            "score": event.score,
            "duration": event.duration,
        }
        with self._database.begin() as connection:
            connection.execute(_table.insert().values(**row))

    def latest(self, count: int = 20) -> tuple[Event, ...]:
        """The last `count` events, newest first."""
        query = _table.select().order_by(_table.c.id.desc()).limit(count)
        with self._database.begin() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(_event(row) for row in rows)


def of_outcome(outcome: Outcome, moment: datetime, person: Person, place: Place, duration: float) -> Event:
    """What the trail says of an outcome reached at `moment`."""
    what, host, why, detail = _facts(outcome)
    request = outcome.request
    operation = outcome.operation.name if outcome.operation else (request.operation if request else "")
    return Event(
        moment=moment,
        person=person,
        place=place,
        outcome=what,
        operation=operation,
        text=request.text if request else "",
        slots=request.slots if request else {},
        host=host,
        why=why,
        detail=detail,
        score=request.score if request else None,
        duration=duration,
    )


def _facts(outcome: Outcome) -> tuple[What, str | None, str, str]:
    match outcome:
        case Done(host=host, picked=picked):
            return "done", host, "", picked or ""
        case Pending(host=host, changed=changed):
            return "pending", host, "changed" if changed else "", ""
        case NeedsChoice(host=host, slot=slot, typed=typed):
            return "choice", host, slot, typed or ""
        case Refused(host=host, why=why, detail=detail):
            return "refused", host, why, detail
        case Failed(host=host, error=error):
            return "failed", host, type(error).__name__, error.detail
        case Cancelled():
            return "cancelled", None, "", ""


def _masked(name: str, value: Any) -> Any:
    """A slot's value; its name may be what gives it away."""
    return mask(f"{name}={value}").removeprefix(f"{name}=") if isinstance(value, str) else value


def _event(row: Mapping[Any, Any]) -> Event:
    return Event(
        moment=row["moment"],
        person=Person(row["person_id"], row["person_name"]),
        place=Place(Front(row["front"]), row["chat"]),
        outcome=row["outcome"],
        operation=row["operation"],
        text=row["text"],
        slots=row["slots"],
        host=row["host"],
        why=row["why"],
        detail=row["detail"],
        score=row["score"],
        duration=row["duration"],
    )
