"""The conversation through a pipe: one line in, one line out."""

import asyncio
from collections.abc import Iterable
from typing import TextIO

from bot.conversation import Conversation
from bot.terminal_front.dialogue import Dialogue, says_goodbye
from bot.terminal_front.draw import one_line
from commands.ports import Clock


async def pipe(
    conversation: Conversation, clock: Clock, notices: Iterable[str], source: TextIO, target: TextIO, aside: TextIO
) -> None:
    """Plain text to `target`, each answer at once, until a line "sair" or the end of `source`; `notices` go `aside`."""
    for notice in notices:
        aside.write(notice + "\n")
    dialogue = Dialogue(conversation, clock)
    while line := await asyncio.to_thread(source.readline):
        if says_goodbye(line):
            break
        turn = await dialogue.reply(line.strip())
        target.write(one_line(turn.answer) + "\n")
        target.flush()
