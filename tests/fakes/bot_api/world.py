"""All that Telegram knows of one bot."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from tests.fakes.bot_api.errors import ApiError, bad_request
from tests.fakes.bot_api.records import Chat, Message, Press, User

_T = TypeVar("_T")

_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class World:
    """`changed` guards everything here, and wakes whoever waits for a change."""

    token: str
    bot: User
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[tuple[int, int], Message] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    updates: list[dict[str, Any]] = field(default_factory=list)
    commands: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)
    actions: list[tuple[int, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    outages: dict[str, int] = field(default_factory=dict)
    polls: int = 0
    allowed: list[str] | None = None
    is_stopping: bool = False
    changed: threading.Condition = field(default_factory=threading.Condition)
    _update_ids: Any = field(default_factory=lambda: count(1))
    _message_ids: Any = field(default_factory=lambda: count(1))

    # for the bot

    def chat(self, identifier: Any) -> Chat:
        """The chat that the bot may write to now. Raises `ApiError`."""
        chat = self.chats.get(identifier)
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.refusal is not None:
            raise ApiError(403, f"Forbidden: {chat.refusal}")
        if chat.flood:
            seconds = chat.flood.pop(0)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        return chat

    def poll(self, offset: int, limit: int, timeout: float, allowed: list[str] | None) -> list[dict[str, Any]]:
        """The updates from `offset`, which forgets those before it; a second poll ends this one."""
        with self.changed:
            self.polls += 1
            mine = self.polls
            self.allowed = allowed or self.allowed
            self.changed.notify_all()
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            end = time.monotonic() + timeout
            while not (ready := self._deliverable()) and (left := end - time.monotonic()) > 0 and not self.is_stopping:
                self.changed.wait(left)
                if self.polls != mine:
                    raise ApiError(409, _CONFLICT)
            return ready[:limit]

    def interrupt(self) -> None:
        """A poll of somebody else, which waits for nothing."""
        with self.changed:
            self.polls += 1
            self.changed.notify_all()

    def _deliverable(self) -> list[dict[str, Any]]:
        """What the bot did not ask for is dropped, as Telegram does."""
        kinds = self.allowed
        self.updates = [update for update in self.updates if not kinds or any(kind in update for kind in kinds)]
        return self.updates

    # for both

    def add(self, chat: Chat, sender: User | None, date: Any, raw: str, text: str, **more: Any) -> Message:
        message = Message(next(self._message_ids), chat, sender, date, raw, text, **more)
        self.messages[chat.id, message.id] = message
        self.changed.notify_all()
        return message

    def update(self, **content: Any) -> int:
        """Something for the bot to read."""
        identifier: int = next(self._update_ids)
        self.updates.append({"update_id": identifier, **content})
        self.changed.notify_all()
        return identifier

    def wait_for(self, look: Callable[[], _T | None], seconds: float, what: str) -> _T:
        """What `look` gives as soon as it gives something. Raises `AssertionError` after `seconds`."""
        end = time.monotonic() + seconds
        with self.changed:
            while not (found := look()):
                left = end - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"waited {seconds} s in vain for {what}")
                self.changed.wait(min(left, 0.5))
            return found
