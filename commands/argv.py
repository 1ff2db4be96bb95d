"""A command as typed, cut into words without a shell."""

import re
import shlex

from commands.errors import Unfit

_QUOTED = re.compile(r"""'[^']*'|"(?:\\.|[^"\\])*"|\\.""", re.S)
# An ampersand inside a word (of an address) is left alone: no shell is there to take it for more.
_FOR_A_SHELL = re.compile(r"\|\|?|&&|&(?!\S)|[;\n]|\d?>>?(?:&\d)?|<<?|\$\(|\$\{?\w+\}?|`")


def argv(text: str | None) -> tuple[str, ...]:
    """The words of `text`, quotes respected. Raises `Unfit` where only a shell could understand it."""
    typed = (text or "").strip()
    try:
        words = tuple(shlex.split(typed))
    except ValueError as error:
        raise Unfit(f"o comando {typed!r} tem aspas que não fecham") from error
    shells = _FOR_A_SHELL.search(_QUOTED.sub("", typed))
    if shells:
        sign = shells[0].strip() or "a quebra de linha"
        raise Unfit(f"o comando roda sem shell, então {sign} não funciona: mande um comando de cada vez, por extenso")
    return words
