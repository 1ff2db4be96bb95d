"""What is lost with containers, said beforehand; nothing here changes by itself: equal state, equal words."""

from commands.container_state import state
from commands.errors import NotFound
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Block, File, Items, code, escape

_READ_AT_ONCE = 30


def line(container: Container) -> str:
    """Name, image and state of a container, as one item of a list."""
    return f"**{escape(container.name)}** ({code(container.image)}, {escape(state(container))})"


def itemized(lines: tuple[str, ...], names: tuple[str, ...], file_name: str) -> tuple[Block, ...]:
    """`lines` as items; of very many the first, and a file with all the `names`."""
    if len(lines) <= _READ_AT_ONCE:
        return (Items(lines),)
    more = f"e mais {len(lines) - _READ_AT_ONCE}, no arquivo"
    return (Items((*lines[:_READ_AT_ONCE], more)), File(file_name, "\n".join(names) + "\n"))


def goes_when_stopped(engine: Engine, container: Container) -> bool:
    """Whether it was created with --rm: it is removed as soon as it stops."""
    try:
        raw = engine.details(container).raw
    except NotFound:
        return False
    return bool((raw.get("HostConfig") or {}).get("AutoRemove"))


def project(container: Container) -> str | None:
    """The compose project it belongs to."""
    return container.labels.get("com.docker.compose.project")
