"""Texts of buttons that are too long for Telegram, kept in the database."""

import base64
import hashlib
from datetime import timedelta
from threading import Lock

from commands.database import Database
from commands.database import choices as _table
from commands.ports import Clock

LASTS = timedelta(days=90)
_TOKEN = 22  # characters of base64: 132 bits, so nobody guesses one and no two texts share one


class KeptChoices:
    """A `bot.telegram_front.ports.ChoiceStore`. The same text always has the same token: repetition adds nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._turn = Lock()  # two threads keeping the same text would both insert it

    def keep(self, text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
        token = base64.urlsafe_b64encode(digest).decode()[:_TOKEN]
        now = self._clock.now()
        with self._turn, self._database.begin() as connection:
            connection.execute(_table.delete().where(_table.c.created < now - LASTS))
            connection.execute(_table.delete().where(_table.c.token == token))
            connection.execute(_table.insert().values(token=token, text=text, created=now))
        return token

    def find(self, token: str) -> str | None:
        with self._database.begin() as connection:
            row = connection.execute(_table.select().where(_table.c.token == token)).first()
        return str(row.text) if row else None
