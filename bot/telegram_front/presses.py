"""From a pressed button to an answer sent."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import assert_never

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.question import Question
from bot.telegram_front import addressing, buttons, words
from bot.telegram_front.handlers import Handlers
from commands.request import Person, Place
from knowledge.answer import Answer, Cancel, Confirm, Say

LONG_AGO = datetime.fromtimestamp(0, UTC)
_TOO_OLD = "Query is too old"
_NOTHING_TO_REMOVE = ("Message is not modified", "Message to edit not found", "Message can't be edited")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Presses:
    """`now` is the clock: pressing is saying something at this moment."""

    handlers: Handlers
    now: Callable[[], datetime]

    async def pressed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        is_fresh = await _acknowledged(query)
        action = buttons.decode(query.data or "")
        if query.message is None or action is None:
            return
        person, place = addressing.person_of(query.from_user), _place(query.message)
        if not self.handlers.conversation.is_open(person, place):
            return
        match action:
            case Confirm() | Cancel():
                await self._decided(action, person, place, query.message)
            case Say(text):
                await self._say(text, person, place, query.message, is_fresh)
            case buttons.Kept(token):
                text_kept = await asyncio.to_thread(self.handlers.sender.choices.find, token)
                if text_kept is None:
                    await self.handlers.sender.send(place, words.lost_choice(), query.message.message_id)
                else:
                    await self._say(text_kept, person, place, query.message, is_fresh)
            case _:
                assert_never(action)

    async def _decided(
        self, action: Confirm | Cancel, person: Person, place: Place, message: MaybeInaccessibleMessage
    ) -> None:
        """The buttons stay only while their owner may still need them: somebody else's press takes nothing away."""
        conversation = self.handlers.conversation

        async def decide() -> Answer:
            answer = await conversation.press(action, person, place)
            if not await asyncio.to_thread(conversation.is_waiting, action.token):
                await self._without_buttons(message)
            return answer

        await self.handlers.reply(place, message.message_id, decide())

    async def _without_buttons(self, message: MaybeInaccessibleMessage) -> None:
        try:
            await self.handlers.sender.bot.edit_message_reply_markup(message.chat.id, message.message_id)
        except BadRequest as error:
            if not error.message.startswith(_NOTHING_TO_REMOVE):
                raise
            _log.info("no buttons to remove: %s", error)

    async def _say(
        self, text: str, person: Person, place: Place, message: MaybeInaccessibleMessage, is_fresh: bool
    ) -> None:
        """As if `person` had written `text` now; at an unknown time when Telegram says that the press is old."""
        question = Question(text, person, place, self.now() if is_fresh else LONG_AGO)

        async def reply() -> Answer:
            answer = await self.handlers.conversation.reply(question)
            if place.private:
                return answer
            lead = words.asked_by(person.name, _label(message, text))
            return Answer((lead, *answer.blocks), answer.choices)

        await self.handlers.reply(place, message.message_id, reply())


async def _acknowledged(query: CallbackQuery) -> bool:
    """Stops the button's little clock. False when the press is from long ago, as after an outage."""
    try:
        await query.answer(words.a_moment())
    except BadRequest as error:
        if not error.message.startswith(_TOO_OLD):
            raise
        return False
    return True


def _place(message: MaybeInaccessibleMessage) -> Place:
    return addressing.place_of(message) if isinstance(message, Message) else addressing.place_in(message.chat)


def _label(message: MaybeInaccessibleMessage, text: str) -> str:
    """What the pressed button showed, where it can still be seen."""
    markup = message.reply_markup if isinstance(message, Message) else None
    if markup is not None:
        for button in (button for row in markup.inline_keyboard for button in row):
            if isinstance(button.callback_data, str) and buttons.decode(button.callback_data) == Say(text):
                return button.text
    return text
