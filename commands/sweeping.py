"""The same done to each of several objects: one that fails does not keep the others."""

from collections.abc import Callable, Iterable

from commands.errors import (
    BadRequest,
    Conflict,
    EngineError,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    NotFound,
)
from commands.records import Sweep
from commands.wording import counted
from knowledge.answer import Block, Items, Text, escape

_WHY: tuple[tuple[type[EngineError], str], ...] = (
    (NotFound, "já não existe"),
    (Conflict, "o estado atual não permite"),
    (BadRequest, "o engine não aceitou"),
    (EngineForbidden, "o engine não deixou"),
    (EngineTimeout, "não respondeu a tempo"),
    (EngineUnreachable, "o host parou de responder"),
)


def sweep(acts: Iterable[tuple[str, Callable[[], object]]], left: Iterable[tuple[str, str]] = ()) -> Sweep:
    """Runs each of the named `acts`; `left` are (name, why) pairs that were not even tried."""
    done: list[str] = []
    failed = list(left)
    for name, act in acts:
        try:
            act()
        except EngineError as error:
            failed.append((name, why(error)))
        else:
            done.append(name)
    return Sweep(tuple(done), tuple(failed))


def why(error: EngineError) -> str:
    """The reason in few words, with the engine's own where it gave any."""
    reason = next((words for kind, words in _WHY if isinstance(error, kind)), "o engine falhou")
    return f"{reason} ({error.detail})" if error.detail else reason


def failures(swept: Sweep, one: str, many: str) -> tuple[Block, ...]:
    """Each failure on its own line, under how many there are; nothing where all went well."""
    if not swept.failed:
        return ()
    lines = tuple(f"**{escape(name)}**: {escape(reason)}" for name, reason in swept.failed)
    return (Text(f"{counted(len(lines), one, many)}:"), Items(lines))
