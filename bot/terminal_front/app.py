"""The conversation in a terminal."""

import asyncio
import logging
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, FuzzyCompleter, WordCompleter
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console

from bot import messages
from bot.conversation import Conversation
from bot.terminal_front.dialogue import PLACE, Dialogue, Turn, says_goodbye
from bot.terminal_front.draw import drawn
from commands.ports import Clock
from commands.request import TERMINAL_PERSON, Place
from knowledge.answer import Answer

_WELCOME = "[bold cyan]Estivador[/] · pergunte sobre Docker ou peça algo. [dim]/ajuda mostra como; sair encerra.[/]"

_log = logging.getLogger(__name__)


class TerminalOutbox:
    """A `bot.reports.Outbox` that prints."""

    def __init__(self, write: Callable[[Answer], None]) -> None:
        self._write = write

    async def send(self, place: Place, answer: Answer) -> bool:
        self._write(answer)
        return True


class Terminal:
    """A person at a terminal: prompt with history and completion, until "sair" or Ctrl-D."""

    def __init__(self, conversation: Conversation, clock: Clock, history: Path) -> None:
        self._console = Console(highlight=False)
        self._dialogue = Dialogue(conversation, clock)
        self._session: PromptSession[str] = PromptSession(
            history=_history(history), completer=_completer(conversation), complete_while_typing=False
        )
        self.outbox = TerminalOutbox(lambda answer: self._show(self._dialogue.overhear(answer)))

    async def converse(self, notices: Iterable[str]) -> None:
        self._console.print(_WELCOME)
        for notice in notices:
            self._console.print(notice, style="dim", markup=False)
        self._console.print()
        outside = signal.signal(signal.SIGINT, signal.SIG_IGN)  # but while typing, and while waiting for an answer
        try:
            while (line := await self._line()) is not None:
                if line.strip():
                    await self._answer(line)
        finally:
            signal.signal(signal.SIGINT, outside)
        self._console.print("Até mais!")

    async def _line(self) -> str | None:
        """What was typed; None when the person leaves. Ctrl-C only clears what was being typed."""
        try:
            with patch_stdout(raw=True):
                line = await self._session.prompt_async("você › ")
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None
        return None if says_goodbye(line) else line

    async def _answer(self, line: str) -> None:
        """Ctrl-C stops the waiting, not the conversation."""
        answering = asyncio.ensure_future(self._dialogue.reply(line))
        with self._console.status("um instante…", spinner="dots"), _interrupting(answering):
            await asyncio.wait([answering])
        turn = Turn(messages.interrupted()) if answering.cancelled() else answering.result()
        self._console.print()
        self._show(turn)

    def _show(self, turn: Turn) -> None:
        self._console.print(drawn(turn.answer, turn.first))
        self._console.print()


@contextmanager
def _interrupting(task: "asyncio.Future[Turn]") -> Iterator[None]:
    """Inside, Ctrl-C cancels `task`."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, task.cancel)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # removing leaves Python's own handler, which would end us


def _history(path: Path) -> History:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        _log.warning("no history is kept: %s", error)
        return InMemoryHistory()
    return FileHistory(str(path))


def _completer(conversation: Conversation) -> Completer:
    commands = {f"/{name}": summary for name, summary in conversation.menu(TERMINAL_PERSON, PLACE)}
    return FuzzyCompleter(
        WordCompleter([*commands, "sair"], meta_dict={**commands, "sair": "Encerra a conversa"}, sentence=True)
    )
