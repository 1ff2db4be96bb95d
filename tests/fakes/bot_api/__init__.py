"""A stand-in for api.telegram.org that refuses what Telegram refuses, and people to write to the bot through it."""

from tests.fakes.bot_api.driver import BotApi
from tests.fakes.bot_api.records import ANONYMOUS_ADMIN, Chat, Message, Press, User

__all__ = ["ANONYMOUS_ADMIN", "BotApi", "Chat", "Message", "Press", "User"]
