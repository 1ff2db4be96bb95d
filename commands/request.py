"""One wish to act: which operation, with which values, by whom, where and when."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from knowledge.decision import Slots


class Front(Enum):
    TELEGRAM = "telegram"
    TERMINAL = "terminal"
    SCHEDULE = "schedule"


@dataclass(frozen=True)
class Person:
    """`id` is a Telegram user id; None when nobody can be told (a channel post, an anonymous administrator).

    The person at the terminal has id 0: no Telegram user has it.
    """

    id: int | None
    name: str


TERMINAL_PERSON = Person(0, "terminal")


@dataclass(frozen=True)
class Place:
    """Where it was said. `thread` is Telegram's message_thread_id; `chat` is None at the terminal."""

    front: Front
    chat: int | None = None
    private: bool = True
    thread: int | None = None
    title: str = ""


@dataclass(frozen=True)
class Request:
    """`sent_at` (aware) is when the person wrote `text`; `score` is the matcher's, 1.0 for a button."""

    operation: str
    person: Person
    place: Place
    sent_at: datetime
    slots: Slots = field(default_factory=dict)
    text: str = ""
    score: float = 1.0
