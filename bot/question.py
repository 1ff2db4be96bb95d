"""One thing a person wrote."""

from dataclasses import dataclass
from datetime import datetime

from commands.request import Person, Place


@dataclass(frozen=True)
class Question:
    """`sent_at` (aware) is when it was written, which may be long before it is read."""

    text: str
    person: Person
    place: Place
    sent_at: datetime
