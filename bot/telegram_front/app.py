"""The bot on Telegram: long polling until a signal ends it."""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from telegram import LinkPreviewOptions
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    Defaults,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import heartbeat
from bot.telegram_front import menu, words
from bot.telegram_front.flood import FloodLimiter, accept_retry_after
from bot.telegram_front.handlers import Handlers
from bot.telegram_front.outbox import Outbox
from bot.telegram_front.polling import App, PollingRequest, Troubles, poll
from bot.telegram_front.ports import ChoiceStore, Conversation
from bot.telegram_front.presses import Presses
from bot.telegram_front.queues import PersonalQueues
from bot.telegram_front.secrecy import keep_out_of_logs
from bot.telegram_front.sending import Sender
from commands.request import Person, Place

_log = logging.getLogger(__name__)

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


@dataclass(frozen=True)
class TelegramFront:
    """What the front is given. `people`: whose menus are set at start; `on_ready` is called with where reports go."""

    token: str = field(repr=False)
    api_url: str
    conversation: Conversation
    choices: ChoiceStore
    heartbeat: Path
    people: Iterable[tuple[Person, Place]] = ()
    on_ready: Callable[[Outbox], None] = lambda outbox: None
    now: Callable[[], datetime] = _now
    tell: Callable[[str], None] = _tell

    async def serve(self, stop: asyncio.Event | None = None) -> int:
        """The exit status: 0 when it was told to stop (by a signal, or `stop`), 1 when the token is no good."""
        accept_retry_after()
        keep_out_of_logs(self.token)
        stop = stop or _stopped_by_signals()
        troubles = Troubles(self.tell, self.api_url)
        application = self._built(troubles)
        sender = Sender(application.bot, self.choices, self.conversation.moved)
        _add_handlers(application, Handlers(self.conversation, sender), self.now)

        def ready() -> None:
            self.tell(words.ready(application.bot.username))
            self.on_ready(Outbox(sender))

        async def register() -> None:
            await menu.register(application.bot, self.conversation, self.people)

        is_good = await poll(application, troubles, stop, ready, register)
        return 0 if is_good else 1

    def _built(self, troubles: Troubles) -> App:
        return (
            ApplicationBuilder()
            .token(self.token)
            .base_url(f"{self.api_url}/bot")
            .base_file_url(f"{self.api_url}/file/bot")
            .request(
                HTTPXRequest(
                    connection_pool_size=64,
                    read_timeout=20.0,
                    write_timeout=20.0,
                    connect_timeout=10.0,
                    pool_timeout=20.0,
                )
            )
            .get_updates_request(PollingRequest(troubles, self._beat))
            .rate_limiter(FloodLimiter())
            .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
            .concurrent_updates(PersonalQueues())
            .job_queue(None)  # schedules are `bot.scheduler`'s
            .build()
        )

    def _beat(self) -> None:
        try:
            heartbeat.beat(self.heartbeat)
        except OSError as error:  # the health check will tell; messages go on
            _log.warning("the heartbeat cannot be written: %s", error)


def _add_handlers(application: App, handlers: Handlers, now: Callable[[], datetime]) -> None:
    # Edits are not asked for, and would not be taken: an order must not run again because its spelling was mended.
    spoken = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    application.add_handler(MessageHandler(spoken, handlers.said))
    application.add_handler(CallbackQueryHandler(Presses(handlers, now).pressed))
    application.add_handler(ChatMemberHandler(handlers.membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(handlers.failed)


def _stopped_by_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in _SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
