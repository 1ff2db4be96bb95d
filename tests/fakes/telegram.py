"""A conversation that says what it is told to, and the real Telegram front running over it."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.question import Question
from bot.telegram_front.app import TelegramFront
from bot.telegram_front.outbox import Outbox
from commands.request import Person, Place
from knowledge.answer import Answer, Cancel, Confirm, Text
from tests.fakes.bot_api import BotApi

MENU = (("ajuda", "Mostra como pedir"), ("pergunta", "Responde uma pergunta"))


def echo(question: Question) -> Answer:
    """Who said what, so that a test sees what was understood."""
    return Answer((Text(f"{question.person.id}: {question.text}"),))


@dataclass
class ScriptedConversation:
    """A `bot.telegram_front.ports.Conversation`: `answers` by what is said, else an echo. Everything is noted."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    reply_with: Callable[[Question], Any] = echo
    waiting: set[str] = field(default_factory=set)
    owner: int = 1001
    closed_chats: set[int] = field(default_factory=set)
    menus: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    moves: list[tuple[int, int]] = field(default_factory=list)
    presses: list[tuple[Confirm | Cancel, Person, Place]] = field(default_factory=list)

    async def reply(self, question: Question) -> Answer:
        self.questions.append(question)
        if question.text in self.answers:
            return self.answers[question.text]
        answer = self.reply_with(question)
        return await answer if asyncio.iscoroutine(answer) else answer

    async def press(self, action: Confirm | Cancel, person: Person, place: Place) -> Answer:
        self.presses.append((action, person, place))
        if person.id != self.owner:
            return Answer((Text("Esta confirmação é de outra pessoa."),))
        self.waiting.discard(action.token)
        return Answer((Text("Removido." if isinstance(action, Confirm) else "Cancelado."),))

    async def moved(self, old: int, new: int) -> Answer | None:
        self.moves.append((old, new))
        return Answer((Text(f"{old} virou {new}"),))

    def menu(self, person: Person | None, place: Place | None) -> tuple[tuple[str, str], ...]:
        return MENU if place is None else (*MENU, *self.menus.get(place.chat or 0, ()))

    def is_open(self, person: Person, place: Place) -> bool:
        return place.chat not in self.closed_chats

    def is_command(self, name: str) -> bool:
        return name in {"ajuda", "pergunta", "start", "ps", "stop"}

    def is_waiting(self, token: str) -> bool:
        return token in self.waiting


@dataclass
class Choices:
    """A `ChoiceStore` in memory."""

    kept: dict[str, str] = field(default_factory=dict)

    def keep(self, text: str) -> str:
        token = f"k{len(self.kept)}"
        self.kept[token] = text
        return token

    def find(self, token: str) -> str | None:
        return self.kept.get(token)


@dataclass
class RunningFront:
    """The front in a thread of its own. `told` is what it said on standard error."""

    api: BotApi
    conversation: Any
    beat: Path
    given: dict[str, Any]
    told: list[str] = field(default_factory=list)
    status: int | None = None
    failure: BaseException | None = None
    _outbox: Outbox | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _stop: asyncio.Event | None = None
    _is_up: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start_only(self) -> None:
        """Without waiting until it receives messages."""
        self._thread = threading.Thread(target=self._run, name="front")
        self._thread.start()

    def start(self) -> None:
        self.start_only()
        assert self._is_up.wait(30), "the front did not start"

    def end(self) -> None:
        """Tells it to stop and waits for it."""
        assert self._thread is not None
        if self._thread.is_alive() and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self.wait()

    def wait(self) -> None:
        assert self._thread is not None
        self._thread.join(30)
        assert not self._thread.is_alive(), "the front did not stop"
        if self.failure is not None:
            raise self.failure

    def call(self, function: Callable[[], Any]) -> None:
        """On the front's own event loop."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(function)

    def send(self, place: Place, answer: Answer, seconds: float = 30.0) -> bool:
        """As a schedule would."""
        assert self._outbox is not None
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(self._outbox.send(place, answer), self._loop).result(seconds)

    def _run(self) -> None:
        try:
            self.status = asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - `wait` raises it where the test can see it
            self.failure = error
        finally:
            self._is_up.set()

    async def _serve(self) -> int:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        options = {"token": self.api.token, "choices": Choices(), **self.given}
        front = TelegramFront(
            api_url=self.api.url,
            conversation=self.conversation,
            heartbeat=self.beat,
            on_ready=self._ready,
            tell=self.told.append,
            **options,
        )
        return await front.serve(self._stop)

    def _ready(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._is_up.set()


@contextmanager
def running(api: BotApi, conversation: Any, beat: Path, **given: Any) -> Iterator[RunningFront]:
    """The front over `conversation`, polling `api`; `given` goes to `TelegramFront`. It has stopped at the end."""
    front = RunningFront(api, conversation, beat, given)
    front.start()
    try:
        yield front
    finally:
        front.end()
