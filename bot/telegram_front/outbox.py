"""Where scheduled reports go."""

import asyncio
import logging

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.telegram_front.flood import FloodTooLong, wait_of
from bot.telegram_front.sending import Sender
from commands.request import Place
from knowledge.answer import Answer

LONGEST = 600.0  # seconds that a report may wait for Telegram; a later one comes anyway
_GONE = ("Chat not found", "User is deactivated", "Peer_id_invalid", "Chat_write_forbidden")

_log = logging.getLogger(__name__)


class Outbox:
    """A `bot.reports.Outbox`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def send(self, place: Place, answer: Answer) -> bool:
        """False when this chat cannot be written to any more: the bot was blocked or removed, or the chat is gone."""
        try:
            await self._patiently(place, answer)
        except Forbidden as error:
            _log.warning("chat %s refuses the bot: %s", place.chat, error)
            return False
        except BadRequest as error:
            _log.warning("chat %s could not be written to: %s", place.chat, error)
            return not error.message.startswith(_GONE)
        except TelegramError as error:
            _log.warning("an answer for chat %s was lost: %s", place.chat, error)
        return True

    async def _patiently(self, place: Place, answer: Answer) -> None:
        try:
            await self._sender.send(place, answer)
        except (FloodTooLong, RetryAfter) as error:
            if wait_of(error) > LONGEST:
                raise
            await asyncio.sleep(wait_of(error))
            await self._sender.send(place, answer)
