"""From an update to an answer sent."""

import logging
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from telegram import ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot import messages
from bot.question import Question
from bot.telegram_front import addressing, menu, words
from bot.telegram_front.ports import Conversation
from bot.telegram_front.sending import Sender
from bot.telegram_front.waiting import typing_while
from commands.request import Place
from knowledge.answer import Answer

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)
_START = ("/start", "/ajuda", "/help")

_log = logging.getLogger(__name__)

Work = Callable[[], Coroutine[Any, Any, Answer]]


@dataclass(frozen=True)
class Handlers:
    """What the application calls; each handles one kind of update."""

    conversation: Conversation
    sender: Sender

    async def said(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message, or a post in a channel."""
        message = update.effective_message
        if message is None:
            return
        if message.migrate_to_chat_id is not None:
            await self.sender.follow(addressing.place_in(message.chat), message.migrate_to_chat_id)
            return
        said = addressing.read(message, context.bot.bot, self.conversation)
        if said is not None:
            await self._answer(said, message)

    async def _answer(self, said: addressing.Said, message: Message) -> None:
        if not self.conversation.is_open(said.person, said.place):
            if said.place.private:
                await self.sender.send(said.place, words.not_here(said.place.chat), message.message_id)
            return
        if said.text is None:
            await self.sender.send(said.place, words.only_text(), message.message_id)
            return
        question = Question(said.text, said.person, said.place, message.date.astimezone(UTC))
        await self.reply(said.place, message.message_id, self.conversation.reply(question))
        if said.place.private and said.text.startswith(_START):
            # Until somebody writes first, Telegram knows no chat whose menu could be set.
            await menu.register_chat(self.sender.bot, self.conversation, said.person, said.place)

    async def reply(self, place: Place, reply_to: int, work: Coroutine[Any, Any, Answer]) -> None:
        answer = await typing_while(self.sender.bot, place, work)
        await self.sender.send(place, answer, reply_to)

    async def membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot was added to a chat or removed from it."""
        change = update.my_chat_member
        if change is None or not _is_joining(change):
            return
        place = addressing.place_in(change.chat)
        is_open = self.conversation.is_open(addressing.person_of(change.from_user), place)
        await self.sender.send(place, words.greeting(context.bot.username) if is_open else words.not_here(place.chat))

    async def failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The last resort: whatever was not foreseen is logged, and told without a traceback."""
        reference = secrets.token_hex(4)
        _log.error("unexpected failure %s", reference, exc_info=context.error)
        message = update.effective_message if isinstance(update, Update) else None
        if message is None or isinstance(context.error, Forbidden):
            return
        place = addressing.place_of(message) if isinstance(message, Message) else addressing.place_in(message.chat)
        try:
            await self.sender.send(place, messages.unexpected(reference), message.message_id)
        except TelegramError as error:
            _log.error("failure %s could not be told: %s", reference, error)


def _is_joining(change: ChatMemberUpdated) -> bool:
    was, now = change.old_chat_member.status, change.new_chat_member.status
    return change.chat.type in _GROUPS and was in _OUTSIDE and now not in _OUTSIDE
