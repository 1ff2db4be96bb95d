"""Chats, people and messages as the stand-in keeps them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fakes.bot_api.forms import Upload


@dataclass(frozen=True)
class User:
    id: int
    name: str
    username: str | None = None
    is_bot: bool = False

    def as_json(self) -> dict[str, Any]:
        shown = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name, "language_code": "pt-br"}
        return {**shown, **({"username": self.username} if self.username else {})}


ANONYMOUS_ADMIN = User(1087968824, "Group", "GroupAnonymousBot", is_bot=True)


@dataclass
class Chat:
    """`refusal` is why the bot may not write here (Telegram's words), None when it may."""

    id: int
    type: str
    title: str = ""
    username: str | None = None
    topics: set[int] = field(default_factory=set)
    is_forum: bool = False
    refusal: str | None = None
    migrated_to: int | None = None
    flood: list[int] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        if self.type == "private":
            return {"id": self.id, "type": "private", "first_name": self.title}
        return {"id": self.id, "type": self.type, "title": self.title, **({"is_forum": True} if self.is_forum else {})}


@dataclass
class Message:
    """`raw` is as sent, `text` as people read it (a document's is its caption); `edits` counts changes."""

    id: int
    chat: Chat
    sender: User | None
    date: datetime
    raw: str
    text: str
    entities: list[dict[str, Any]] = field(default_factory=list)
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    document: Upload | None = None
    reply_to: int | None = None
    thread: int | None = None
    edits: int = 0
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for row in self.keyboard for button in row]

    def button(self, label: str) -> dict[str, Any]:
        """The button with this label. Raises `KeyError`, which names those there are."""
        for row in self.keyboard:
            for button in row:
                if button["text"] == label:
                    return button
        raise KeyError(f"no button {label!r} among {self.buttons}")

    def as_json(self) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "message_id": self.id,
            "date": int(self.date.astimezone(UTC).timestamp()),
            "chat": self.chat.as_json(),
        }
        if self.sender is not None:
            shown["from"] = self.sender.as_json()
        if self.thread is not None:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.document is not None:
            shown["document"] = {
                "file_id": f"file-{self.id}",
                "file_unique_id": f"unique-{self.id}",
                "file_name": self.document.name,
            }
            if self.text:
                shown |= {"caption": self.text, "caption_entities": self.entities}
        elif self.text:
            shown |= {"text": self.text, "entities": self.entities}
        if self.keyboard:
            shown["reply_markup"] = {"inline_keyboard": self.keyboard}
        return {**shown, **self.more}


@dataclass
class Press:
    """A pressed button. `answer` is the short text that the bot gave, None while it gave none."""

    id: str
    user: User
    message: Message
    data: str
    is_answered: bool = False
    is_too_old: bool = False
    answer: str | None = None
