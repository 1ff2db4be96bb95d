"""The menu of commands and the bot's description, in Portuguese."""

import logging
import re
from collections.abc import Awaitable, Iterable, Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.telegram_front import words
from bot.telegram_front.ports import Conversation
from commands.request import Person, Place

MOST_COMMANDS = 100
DESCRIPTION_LIMIT = 256
_LANGUAGES = (None, "pt")  # whoever has another language in Telegram still reads ours
_NAME = re.compile(r"[a-z0-9_]{1,32}")

_log = logging.getLogger(__name__)


async def register(bot: Bot, conversation: Conversation, people: Iterable[tuple[Person, Place]]) -> None:
    """The default menu, that of each chat in `people`, and the descriptions. What fails is logged, the rest goes on."""
    for language in _LANGUAGES:
        await _tried(
            "the default menu",
            bot.set_my_commands(commands(conversation.menu(None, None)), BotCommandScopeDefault(), language),
        )
        await _tried("the description", bot.set_my_description(words.DESCRIPTION, language))
        await _tried("the short description", bot.set_my_short_description(words.SHORT_DESCRIPTION, language))
    for person, place in people:
        await register_chat(bot, conversation, person, place)


async def register_chat(bot: Bot, conversation: Conversation, person: Person, place: Place) -> None:
    """The menu of one chat: what `person` may do there; where that is no more than anybody's, the default one."""
    if place.chat is None:
        return
    offered = conversation.menu(person, place)
    scope = BotCommandScopeChat(place.chat)
    is_usual = offered == conversation.menu(None, None)
    setting = bot.delete_my_commands(scope) if is_usual else bot.set_my_commands(commands(offered), scope)
    await _tried(f"the menu of chat {place.chat}", setting)


def commands(menu: Sequence[tuple[str, str]]) -> list[BotCommand]:
    """What Telegram takes of a menu."""
    valid = [(name, description) for name, description in menu if _NAME.fullmatch(name) and description.strip()]
    return [BotCommand(name, description.strip()[:DESCRIPTION_LIMIT]) for name, description in valid[:MOST_COMMANDS]]


async def _tried(what: str, setting: Awaitable[bool]) -> None:
    try:
        await setting
    except TelegramError as error:
        _log.warning("%s could not be set: %s", what, error)
