"""What a message says to us, who says it and where; pure."""

import re
from dataclasses import dataclass
from typing import Protocol

from telegram import Chat, Message, MessageEntity, User
from telegram.constants import ChatType

from commands.request import Front, Person, Place

_PRIVATE = ChatType.PRIVATE


class Commands(Protocol):
    def is_command(self, name: str) -> bool: ...


@dataclass(frozen=True)
class Said:
    """Words meant for us. `text` is None for a message without any, which only counts in private."""

    text: str | None
    person: Person
    place: Place


def read(message: Message, bot: User, commands: Commands) -> Said | None:
    """None for what is not for us: others' talk in a group, other bots, service messages."""
    author = _author(message)
    if author is None or message.is_automatic_forward:
        return None
    place = place_of(message)
    text = message.text if message.text is not None else message.caption
    if place.private:
        return Said(text, author, place) if text or message.effective_attachment else None
    if not text:
        return None
    words = _addressed(message, text, bot, commands)
    return None if words is None else Said(words, author, place)


def place_of(message: Message) -> Place:
    # message_thread_id also numbers plain reply threads, and sending there is refused: only topics count.
    thread = message.message_thread_id if message.is_topic_message else None
    return place_in(message.chat, thread)


def place_in(chat: Chat, thread: int | None = None) -> Place:
    return Place(Front.TELEGRAM, chat.id, chat.type == _PRIVATE, thread, chat.title or "")


def person_of(user: User) -> Person:
    return Person(user.id, user.full_name)


def _author(message: Message) -> Person | None:
    """Nobody in particular for a channel or an anonymous administrator; None for a bot."""
    if message.sender_chat is not None:
        return Person(None, message.sender_chat.title or "")
    if message.from_user is None:
        return Person(None, message.chat.title or "")
    return None if message.from_user.is_bot else person_of(message.from_user)


def _addressed(message: Message, text: str, bot: User, commands: Commands) -> str | None:
    entities = message.parse_entities() if message.text is not None else message.parse_caption_entities()
    command = next(
        (said for entity, said in entities.items() if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0),
        None,
    )
    if command is not None:
        return _of_command(command, text, bot, commands, message)
    mentions = [said for entity, said in entities.items() if _is_mention(entity, said, bot)]
    if mentions:
        return _without(text, mentions)
    return text if _is_reply_to(message, bot) else None


def _of_command(command: str, text: str, bot: User, commands: Commands, message: Message) -> str | None:
    name, at, whose = command.removeprefix("/").partition("@")
    if at:
        ours = whose.casefold() == (bot.username or "").casefold()
        return f"/{name}{text[len(command) :]}" if ours else None
    ours = commands.is_command(name.lower()) or _is_reply_to(message, bot)
    return text if ours else None


def _is_mention(entity: MessageEntity, said: str, bot: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    return entity.type == MessageEntity.MENTION and said.casefold() == f"@{bot.username}".casefold()


def _without(text: str, mentions: list[str]) -> str:
    for mention in mentions:
        text = re.sub(rf"[ \t]*{re.escape(mention)}(?!\w)", "", text, count=1)
    return text.strip(" \t\n,:;")


def _is_reply_to(message: Message, bot: User) -> bool:
    """A topic's first message is what every message in it replies to: that one does not count."""
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None or replied.from_user is None:
        return False
    return replied.from_user.id == bot.id
