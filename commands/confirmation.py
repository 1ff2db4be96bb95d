"""Requests that wait for their owner's word: used once, for a short while."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from commands.database import Database
from commands.database import confirmations as _table
from commands.outcome import Confirmation, Why
from commands.request import Front, Person, Place, Request

LASTS = timedelta(minutes=2)
SCHEDULED_LASTS = timedelta(hours=1)  # nobody sits waiting for what a schedule asks
KEPT = timedelta(days=1)  # so that a late press learns that its time is over, not that it never was


class Confirmations:
    """Stored requests. A token belongs to the person and the chat that asked."""

    def __init__(self, database: Database, lasts: timedelta = LASTS) -> None:
        self._database = database
        self._lasts = lasts

    def create(self, request: Request, host: str | None, preview: str, now: datetime, target: str = "") -> Confirmation:
        """Stores `request`; `target` is the id of the container it is about, so that no namesake is hit."""
        token = secrets.token_urlsafe(16)  # 22 characters: fits in Telegram's 64 bytes with a prefix
        lasts = SCHEDULED_LASTS if request.place.front is Front.SCHEDULE else self._lasts
        stored = Confirmation(token, request, host, preview, now + lasts, target=target)
        with self._database.begin() as connection:
            connection.execute(_table.delete().where(_table.c.expires < now - KEPT))
            connection.execute(_table.insert().values(**_row(stored, now)))
        return stored

    def take(self, token: str, person: Person, place: Place, now: datetime) -> Confirmation | Why:
        """The stored request, which from now on is used; or why it is not given."""
        return self._close(token, person, place, now, "used")

    def drop(self, token: str, person: Person, place: Place, now: datetime) -> Confirmation | Why:
        """The stored request, which from now on is cancelled; or why it is not given."""
        return self._close(token, person, place, now, "cancelled")

    def look(self, token: str) -> Confirmation | None:
        """The stored request as it stands, without using it."""
        with self._database.begin() as connection:
            row = connection.execute(_table.select().where(_table.c.token == token)).mappings().first()
        return _confirmation(row) if row else None

    def _close(self, token: str, person: Person, place: Place, now: datetime, state: str) -> Confirmation | Why:
        stored = self.look(token)
        if stored is None:
            return "unknown_token"
        if not _is_of(stored.request, person, place):
            return "not_yours"
        # One statement decides who was first, whichever thread or process asks.
        closing = _table.update().where(_table.c.token == token, _table.c.state == "open", _table.c.expires > now)
        with self._database.begin() as connection:
            was_open = connection.execute(closing.values(state=state)).rowcount == 1
        if was_open:
            return stored
        return "used" if stored.state != "open" or stored.expires > now else "expired"


def _is_of(request: Request, person: Person, place: Place) -> bool:
    # Not the front: what a schedule asks in a chat is answered in that chat.
    return person.id is not None and (request.person.id, request.place.chat) == (person.id, place.chat)


def _row(stored: Confirmation, now: datetime) -> dict[str, Any]:
    request, person, place = stored.request, stored.request.person, stored.request.place
    return {
        "token": stored.token,
        "state": stored.state,
        "created": now,
        "expires": stored.expires,
        "operation": request.operation,
        "slots": dict(request.slots),
        "text": request.text,
        "score": request.score,
        "sent_at": request.sent_at,
        "person_id": person.id,
        "person_name": person.name,
        "front": place.front.value,
        "chat": place.chat,
        "private": place.private,
        "thread": place.thread,
        "title": place.title,
        "host": stored.host,
        "target": stored.target,
        "preview": stored.preview,
    }


def _confirmation(row: Mapping[Any, Any]) -> Confirmation:
    place = Place(Front(row["front"]), row["chat"], row["private"], row["thread"], row["title"])
    request = Request(
        operation=row["operation"],
        person=Person(row["person_id"], row["person_name"]),
        place=place,
        sent_at=row["sent_at"],
        slots=row["slots"],
        text=row["text"],
        score=row["score"],
    )
    return Confirmation(row["token"], request, row["host"], row["preview"], row["expires"], row["state"], row["target"])
