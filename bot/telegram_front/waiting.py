"""Shows that an answer is on its way, when it takes a while."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from commands.request import Place

FIRST = 1.0  # seconds: most answers are there sooner
AGAIN = 4.5  # Telegram shows it for five

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


async def typing_while(bot: Bot, place: Place, work: Coroutine[Any, Any, _T]) -> _T:
    """What `work` gives. In groups once only: they have few messages a minute, and this counts as one."""
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=FIRST)
        while not done:
            await _show(bot, place)
            done, _ = await asyncio.wait({task}, timeout=AGAIN if place.private else None)
    except asyncio.CancelledError:
        task.cancel()
        raise
    return task.result()


async def _show(bot: Bot, place: Place) -> None:
    if place.chat is None:
        return
    try:
        await bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)
    except TelegramError as error:
        _log.info("typing is not shown: %s", error)
