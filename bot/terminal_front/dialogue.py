"""One person's conversation, line by line; knows no terminal."""

import logging
import secrets
from dataclasses import dataclass

from bot import messages
from bot.conversation import Conversation
from bot.question import Question
from bot.terminal_front.choices import to_press
from commands.ports import Clock
from commands.request import TERMINAL_PERSON, Front, Place
from knowledge.answer import Answer, Cancel, Choice, Confirm, Copy, Say

PLACE = Place(Front.TERMINAL)
_GOODBYE = frozenset({"sair", "/sair", "exit", "/exit", "quit", "/quit", "tchau"})
_YES = frozenset({"sim", "s", "confirmar", "confirmo", "confirma"})
_NO = frozenset({"não", "nao", "n", "cancelar", "cancela", "cancelo"})

_log = logging.getLogger(__name__)


def says_goodbye(line: str) -> bool:
    return line.strip().lower() in _GOODBYE


@dataclass(frozen=True)
class Turn:
    """An answer, and the number of its first choice."""

    answer: Answer
    first: int = 1


class Dialogue:
    """Remembers the choices shown, so that "1" or "sim" presses one."""

    def __init__(self, conversation: Conversation, clock: Clock) -> None:
        self._conversation = conversation
        self._clock = clock
        self._choices: tuple[Choice, ...] = ()

    async def reply(self, line: str) -> Turn:
        """The answer to one line. What nobody foresaw is logged, and told without a traceback."""
        try:
            answer = await self._reply(line)
        except Exception:  # noqa: BLE001 - the front's last resort
            reference = secrets.token_hex(4)
            _log.exception("unexpected failure %s", reference)
            answer = messages.unexpected(reference)
        self._choices = to_press(answer)
        return Turn(answer)

    def overhear(self, answer: Answer) -> Turn:
        """Something that nobody asked for just now: its choices come after those already shown, whose numbers stay."""
        first = len(self._choices) + 1
        self._choices += to_press(answer)
        return Turn(answer, first)

    async def _reply(self, line: str) -> Answer:
        said = line.strip().lower()
        chosen = self._pressed(said)
        if chosen is None and (said in _YES | _NO or (said.isdecimal() and len(said) < 3)):
            return messages.nothing_to_press(len(self._choices))
        action = chosen.action if chosen else Say(line)
        match action:
            case Confirm() | Cancel():
                return await self._conversation.press(action, TERMINAL_PERSON, PLACE)
            case Say(text) | Copy(text):
                return await self._conversation.reply(Question(text, TERMINAL_PERSON, PLACE, self._clock.now()))

    def _pressed(self, line: str) -> Choice | None:
        """By number; "sim" and "não" only while a single question waits for them."""
        if line.isascii() and line.isdigit() and 1 <= int(line) <= len(self._choices):
            return self._choices[int(line) - 1]
        kind = Confirm if line in _YES else Cancel if line in _NO else None
        fitting = [choice for choice in self._choices if kind is not None and isinstance(choice.action, kind)]
        return fitting[0] if len(fitting) == 1 else None
