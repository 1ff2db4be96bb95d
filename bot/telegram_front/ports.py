"""What the front needs from the rest of the bot."""

from typing import Protocol

from bot.question import Question
from commands.request import Person, Place
from knowledge.answer import Answer, Cancel, Confirm


class Conversation(Protocol):
    """Where questions go and answers come from; `bot.conversation.Conversation` is one."""

    async def reply(self, question: Question) -> Answer: ...

    async def press(self, action: Confirm | Cancel, person: Person, place: Place) -> Answer: ...

    async def moved(self, old: int, new: int) -> Answer | None:
        """A group became a supergroup: what to tell it, if anything."""

    def menu(self, person: Person | None, place: Place | None) -> tuple[tuple[str, str], ...]:
        """(command, description) pairs; for nobody in particular, what anybody may do."""

    def is_open(self, person: Person, place: Place) -> bool:
        """Whether this chat is answered at all."""

    def is_command(self, name: str) -> bool:
        """Whether the command `name` (no slash, lower case) is one of ours: in a group other bots have theirs."""

    def is_waiting(self, token: str) -> bool:
        """Whether the confirmation `token` can still be used. Blocks: it reads the database."""


class ChoiceStore(Protocol):
    """Texts too long for a button. Blocks: call it off the event loop."""

    def keep(self, text: str) -> str:
        """A token of at most 40 characters that gives `text` back, also after a restart."""

    def find(self, token: str) -> str | None: ...
