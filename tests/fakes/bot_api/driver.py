"""What tests do on Telegram: people who write and press, and looks at what the bot sent."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from types import TracebackType
from typing import Any, Self, TypeVar

from tests.fakes.bot_api.markup import units
from tests.fakes.bot_api.records import ANONYMOUS_ADMIN, Chat, Message, Press, User
from tests.fakes.bot_api.server import Server
from tests.fakes.bot_api.world import World

TOKEN = "123456789:AAstand-in_token_that_must_not_be_printed"
PATIENCE = 20.0  # seconds; only a failing test waits that long

_ENTITIES = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
)
_T = TypeVar("_T")


class BotApi:
    """A Telegram of one's own: `with BotApi() as api`, and `api.url` is what TELEGRAM_API_URL wants.

    People may write before the bot starts: their updates wait for it.
    """

    def __init__(self, token: str = TOKEN, username: str = "estivador_bot") -> None:
        self.token = token
        self.bot = User(int(token.split(":")[0]), "Estivador", username, is_bot=True)
        self.world = World(token, self.bot)
        self._server = Server(self.world)
        self._ids = count(1)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url

    # chats

    def private(self, user: User) -> Chat:
        """The chat of `user` with the bot; there only once the person wrote, so making it is writing first."""
        return self._chat(Chat(user.id, "private", user.name))

    def group(self, identifier: int, title: str = "Turma", kind: str = "group") -> Chat:
        return self._chat(Chat(identifier, kind, title))

    def forum(self, identifier: int, title: str = "Turma", topics: tuple[int, ...] = ()) -> Chat:
        return self._chat(Chat(identifier, "supergroup", title, topics=set(topics), is_forum=True))

    def channel(self, identifier: int, title: str = "Avisos") -> Chat:
        return self._chat(Chat(identifier, "channel", title))

    def _chat(self, chat: Chat) -> Chat:
        with self.world.changed:
            return self.world.chats.setdefault(chat.id, chat)

    # people

    def person_says(
        self,
        chat: Chat,
        user: User | None,
        text: str,
        *,
        date: datetime | None = None,
        reply_to: Message | None = None,
        thread: int | None = None,
        photo: bool = False,
        **more: Any,
    ) -> Message:
        """Someone writes in `chat` (None: the channel itself). `more` goes into the message as Telegram sends it."""
        with self.world.changed:
            extra: dict[str, Any] = {**more}
            if reply_to is not None:
                extra["reply_to_message"] = reply_to.as_json()
            if user == ANONYMOUS_ADMIN or user is None:
                extra["sender_chat"] = chat.as_json()
            message = self.world.add(
                chat,
                user,
                date or datetime.now(UTC),
                text,
                text,
                entities=extra.pop("entities", None) or entities(text),
                thread=thread,
                more=extra,
            )
            shown = message.as_json()
            if photo:
                shown = _as_photo(shown)
            self.world.update(**{"channel_post" if chat.type == "channel" else "message": shown})
            return message

    def person_edits(self, message: Message, text: str) -> None:
        with self.world.changed:
            message.text = message.raw = text
            message.entities = entities(text)
            self.world.update(edited_message={**message.as_json(), "edit_date": int(datetime.now(UTC).timestamp())})

    def sends_sticker(self, chat: Chat, user: User) -> Message:
        sticker = {
            "file_id": "s",
            "file_unique_id": "u",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
        return self.person_says(chat, user, "", sticker=sticker)

    def presses(
        self, user: User, message: Message, label: str, *, too_old: bool = False, inaccessible: bool = False
    ) -> Press:
        """`too_old`: so long ago that answering is refused; `inaccessible`: Telegram no longer shows the message."""
        with self.world.changed:
            press = Press(
                f"q{next(self._ids)}", user, message, message.button(label)["callback_data"], is_too_old=too_old
            )
            self.world.presses[press.id] = press
            shown = message.as_json()
            if inaccessible:
                shown = {"message_id": message.id, "chat": message.chat.as_json(), "date": 0}
                del self.world.messages[message.chat.id, message.id]
            self.world.update(
                callback_query={
                    "id": press.id,
                    "from": user.as_json(),
                    "message": shown,
                    "chat_instance": "1",
                    "data": press.data,
                }
            )
            return press

    # what happens to chats

    def bot_added(self, chat: Chat, user: User) -> None:
        self._membership(chat, user, "left", "member")

    def bot_removed(self, chat: Chat, user: User) -> None:
        """From now on, writing there is forbidden."""
        chat.refusal = (
            "bot was blocked by the user" if chat.type == "private" else f"bot was kicked from the {chat.type} chat"
        )
        self._membership(chat, user, "member", "kicked")

    def _membership(self, chat: Chat, user: User, before: str, after: str) -> None:
        def member(status: str) -> dict[str, Any]:
            return {"user": self.bot.as_json(), "status": status, **({"until_date": 0} if status == "kicked" else {})}

        with self.world.changed:
            changed = {"chat": chat.as_json(), "from": user.as_json(), "date": int(datetime.now(UTC).timestamp())}
            self.world.update(
                my_chat_member={**changed, "old_chat_member": member(before), "new_chat_member": member(after)}
            )

    def upgraded(self, chat: Chat, identifier: int, user: User, *, told: bool = True) -> Chat:
        """The group becomes the supergroup `identifier`; `told`: the bot gets the service message too."""
        new = self.group(identifier, chat.title, "supergroup")
        chat.migrated_to = identifier
        if told:
            self.person_says(chat, user, "", migrate_to_chat_id=identifier)
        return new

    def floods(self, chat: Chat, *seconds: int) -> None:
        """The next messages there are refused, each with a wait."""
        with self.world.changed:
            chat.flood += seconds

    def outages(self, times: int, method: str) -> None:
        """The next calls of `method` fail on the way."""
        with self.world.changed:
            self.world.outages[method.lower()] = times

    def another_bot_polls(self, times: int) -> None:
        """Another program with the same token takes the messages away, each time ending the poll of ours."""
        for _ in range(times):
            before = self.world.polls
            self.world.interrupt()
            self.wait_until(lambda seen=before: self.world.polls > seen + 1, "our bot to poll again")  # type: ignore[misc]

    # what the bot did

    def messages(self, chat: Chat) -> list[Message]:
        """Those of the bot in `chat`, oldest first."""
        with self.world.changed:
            return [
                m for (where, _), m in sorted(self.world.messages.items()) if where == chat.id and m.sender == self.bot
            ]

    def wait_messages(self, chat: Chat, number: int, seconds: float = PATIENCE) -> list[Message]:
        """The bot's messages in `chat` once there are `number` of them."""
        return self.wait_until(
            lambda: found if len(found := self.messages(chat)) >= number else None,
            f"{number} messages in {chat.id}",
            seconds,
        )

    def answer_to(self, message: Message, seconds: float = PATIENCE) -> Message:
        """The bot's first reply to `message`."""

        def look() -> Message | None:
            return next((m for m in self.messages(message.chat) if m.reply_to == message.id), None)

        return self.wait_until(look, f"a reply to {message.raw!r}", seconds)

    def wait_until(self, look: Callable[[], _T | None], what: str, seconds: float = PATIENCE) -> _T:
        """What `look` gives as soon as it is true. Not to be called on the bot's own event loop."""
        return self.world.wait_for(look, seconds, f"{what}; refused so far: {self.world.refused}")

    def wait_read(self, seconds: float = PATIENCE) -> None:
        """Until the bot has taken everything written so far and asked for more."""
        with self.world.changed:
            last = max((update["update_id"] for update in self.world.updates), default=0)
        self.wait_until(
            lambda: not self.world.updates or min(u["update_id"] for u in self.world.updates) > last,
            "the bot to read",
            seconds,
        )


def entities(text: str) -> list[dict[str, Any]]:
    """The commands and mentions that Telegram marks in what people write."""
    return [
        {"type": found.lastgroup, "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in _ENTITIES.finditer(text)
    ]


def _as_photo(shown: dict[str, Any]) -> dict[str, Any]:
    photo = [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]
    rest = {key: value for key, value in shown.items() if key not in ("text", "entities")}
    return {**rest, "photo": photo, "caption": shown.get("text", ""), "caption_entities": shown.get("entities", [])}
