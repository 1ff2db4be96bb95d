"""Sends an answer: every part in order, to the same chat and topic."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, TimedOut

from bot.telegram_front import buttons
from bot.telegram_front.draw import Document, Message, Part, draw
from bot.telegram_front.ports import ChoiceStore
from commands.request import Place
from knowledge.answer import Answer, Copy

_PAUSES = (1.0, 3.0)  # seconds before trying again what never left this machine
_TOPIC_GONE = ("Message thread not found", "Topic_closed", "Topic_deleted")

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Moved = Callable[[int, int], Awaitable[Answer | None]]


@dataclass(frozen=True)
class Sender:
    """Raises `telegram.error.TelegramError` for what cannot be sent.

    `moved` is told (old, new) of a migration, and gives what the group should know of it.
    """

    bot: Bot
    choices: ChoiceStore
    moved: Moved

    async def send(self, place: Place, answer: Answer, reply_to: int | None = None) -> Place:
        """Where it went: after a migration, or where the topic is gone, not quite `place`."""
        for part in await asyncio.to_thread(draw, answer):
            place = await self._send_there(place, part, await asyncio.to_thread(self._markup, part.keyboard), reply_to)
        return place

    async def follow(self, place: Place, new: int) -> Place:
        """The group of `place` is now the supergroup `new`: where to write from now on."""
        assert place.chat is not None
        told = await self.moved(place.chat, new)
        place = replace(place, chat=new, thread=None)
        if told is not None:
            await self.send(place, told)
        return place

    async def _send_there(
        self, place: Place, part: Part, markup: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> Place:
        try:
            await _again(lambda: self._send_part(place, part, markup, reply_to))
        except ChatMigrated as error:
            assert place.chat is not None
            place = await self.follow(place, error.new_chat_id)
            await self._send_part(place, part, markup, None)
        except BadRequest as error:
            if place.thread is None or not error.message.startswith(_TOPIC_GONE):
                raise
            place = replace(place, thread=None)
            await self._send_part(place, part, markup, reply_to)
        return place

    async def _send_part(
        self, place: Place, part: Part, markup: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> None:
        assert place.chat is not None, "an answer for Telegram needs a chat"
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
        if isinstance(part, Message):
            await self.bot.send_message(
                place.chat,
                part.html,
                parse_mode=ParseMode.HTML,
                message_thread_id=place.thread,
                reply_markup=markup,
                reply_parameters=reply,
            )
            return
        await self._send_document(place.chat, place.thread, part, markup, reply)

    async def _send_document(
        self,
        chat: int,
        thread: int | None,
        part: Document,
        markup: InlineKeyboardMarkup | None,
        reply: ReplyParameters | None,
    ) -> None:
        await self.bot.send_document(
            chat,
            InputFile(part.content, filename=part.name),
            caption=part.caption or None,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread,
            reply_markup=markup,
            reply_parameters=reply,
        )

    def _markup(self, keyboard: buttons.Keyboard) -> InlineKeyboardMarkup | None:
        rows: Sequence[Sequence[InlineKeyboardButton]] = [[self._button(button) for button in row] for row in keyboard]
        return InlineKeyboardMarkup(rows) if rows else None

    def _button(self, button: buttons.Button) -> InlineKeyboardButton:
        if isinstance(button.action, Copy):
            return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.action.text), style=button.style)
        data = buttons.encode(button.action, self.choices.keep)
        return InlineKeyboardButton(button.label, callback_data=data, style=button.style)


async def _again(send: Callable[[], Awaitable[_T]]) -> _T:
    """Tries again after a failed connection; not after a time-out, which may have arrived."""
    for pause in _PAUSES:
        try:
            return await send()
        except (BadRequest, TimedOut):
            raise
        except NetworkError as error:
            _log.warning("not sent, trying again in %s s: %s", pause, error)
            await asyncio.sleep(pause)
    return await send()
