"""Receives updates until told to stop, and says in one line what keeps it from doing so."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application
from telegram.request import HTTPXRequest, RequestData

from bot.telegram_front import words

ALLOWED_UPDATES = ("message", "channel_post", "callback_query", "my_chat_member")
TIMEOUT = 30  # seconds that Telegram holds an empty answer back
_CALM_ROUNDS = 3
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)

_log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]


class Troubles:
    """Says each trouble once, and when it is over."""

    def __init__(self, tell: Callable[[str], None], address: str) -> None:
        self._tell = tell
        self._address = address
        self._told: str | None = None
        self._good_rounds = 0
        self.is_hopeless = asyncio.Event()

    def found(self, error: TelegramError) -> None:
        self._say(self._words(error))
        if isinstance(error, InvalidToken):
            self.is_hopeless.set()

    def over(self) -> None:
        """A round went well. Two pollers take turns, so one good round does not mean that the other is gone."""
        self._good_rounds += 1
        enough = _CALM_ROUNDS if self._told == words.CONFLICT else 1
        if self._told is not None and self._good_rounds >= enough and not self.is_hopeless.is_set():
            self._tell(words.BACK)
            self._told = None

    def _say(self, line: str) -> None:
        self._good_rounds = 0
        if line != self._told:
            self._tell(line)
            self._told = line

    def _words(self, error: TelegramError) -> str:
        match error:
            case InvalidToken():
                return words.BAD_TOKEN
            case Conflict():
                return words.CONFLICT
            case NetworkError():
                return words.no_network(self._address)
            case _:
                return words.telegram_refused(type(error).__name__)


class PollingRequest(HTTPXRequest):
    """Tells of every round of getUpdates that brought an answer, and of a token that is no longer good.

    The application's own loop ends on such a token without a word to anybody.
    """

    def __init__(self, troubles: Troubles, on_round: Callable[[], None]) -> None:
        super().__init__(connection_pool_size=2, read_timeout=10.0, connect_timeout=10.0, pool_timeout=10.0)
        self._troubles = troubles
        self._on_round = on_round

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        if code == 200:
            await asyncio.to_thread(self._on_round)
            self._troubles.over()
        elif code in (401, 404):
            self._troubles.found(InvalidToken())
        return code, payload


async def poll(
    application: App,
    troubles: Troubles,
    stop: asyncio.Event,
    on_ready: Callable[[], None],
    beside: Callable[[], Coroutine[Any, Any, None]],
) -> bool:
    """Until `stop`; orders that were begun are finished. False when the token is no good.

    `beside` is done while messages are already being received, and given up at the end.
    """
    if not await _initialized(application, troubles, stop):
        await application.bot.shutdown()  # the application's own does nothing before it is initialised
        return not troubles.is_hopeless.is_set()
    assert application.updater is not None
    work: asyncio.Task[None] | None = None
    try:
        await application.start()
        await application.updater.start_polling(
            timeout=TIMEOUT, bootstrap_retries=-1, allowed_updates=ALLOWED_UPDATES, error_callback=troubles.found
        )
        on_ready()
        work = asyncio.create_task(beside())
        await _first(stop, troubles.is_hopeless)
    finally:
        if work is not None:
            await _given_up(work)
        await _ended(application)
    return not troubles.is_hopeless.is_set()


async def _given_up(work: asyncio.Task[None]) -> None:
    work.cancel()
    (outcome,) = await asyncio.gather(work, return_exceptions=True)
    if isinstance(outcome, Exception):
        _log.error("what was to be done at the start failed", exc_info=outcome)


async def _initialized(application: App, troubles: Troubles, stop: asyncio.Event) -> bool:
    """Waits for a network; a machine that starts may have none yet."""
    attempt = 0
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken as error:
            troubles.found(error)
            return False
        except TelegramError as error:
            troubles.found(error)
        else:
            troubles.over()
            return True
        await _within(stop, _PAUSES[min(attempt, len(_PAUSES) - 1)])
        attempt += 1
    return False


async def _ended(application: App) -> None:
    if application.updater is not None and application.updater.running:
        with contextlib.suppress(InvalidToken):  # what ended the loop; it has been told
            await application.updater.stop()
    if application.running:
        await application.stop()
    await application.shutdown()


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def _within(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
