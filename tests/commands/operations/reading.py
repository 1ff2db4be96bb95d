"""Answers and records, the way tests want them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, assert_never

from commands.catalogue import Catalogue
from commands.operation import Operation
from commands.records import Container, ContainerDetails, Image
from knowledge.answer import Answer, Block, Citation, Code, Correction, File, Heading, Items, Table, Text
from knowledge.inline import parse

CATALOGUE = Catalogue.load()
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def operation(name: str) -> Operation:
    found = CATALOGUE.get(name)
    assert found is not None
    return found


def said(name: str, value: Any) -> str:
    """What the operation `name` says of `value`."""
    return words(operation(name).present(value))


def words(answer: Answer) -> str:
    """All that a reader sees, without markup and without the files."""
    return "\n".join(_words(block) for block in answer.blocks)


def files(answer: Answer) -> dict[str, str]:
    return {block.name: block.content for block in answer.blocks if isinstance(block, File)}


def table(answer: Answer) -> Table:
    return next(block for block in answer.blocks if isinstance(block, Table))


def _words(block: Block) -> str:
    match block:
        case Text(text) | Heading(text) | Correction(text):
            return _seen(text)
        case Items(items):
            return "\n".join(f"- {_seen(item)}" for item in items)
        case Code(text, _):
            return text
        case Table(columns, rows):
            return "\n".join(" | ".join(row) for row in (columns, *rows))
        case Citation(lines):
            return "\n".join(text for _, text in lines)
        case File():
            return ""
        case _:
            assert_never(block)


def _seen(text: str) -> str:
    return "".join(piece.text for piece in parse(text))


def container(name: str = "web", **more: Any) -> Container:
    made = Container("c0ffee" + "0" * 58, name, "nginx:1.27", "running", "Up 3 hours", NOW)
    return replace(made, **more)


def image(*tags: str, number: int = 1, size: int = 187_000_000) -> Image:
    return Image(f"sha256:{number:064x}", tags, size, NOW)


def details(of: Container, **more: Any) -> ContainerDetails:
    made = ContainerDetails(
        container=of,
        exit_code=None,
        oom_killed=False,
        started=NOW,
        finished=None,
        health=None,
        restart_policy="no",
        restart_count=0,
        command=("nginx",),
        environment=(),
        mounts=(),
        addresses={},
        raw={},
    )
    return replace(made, **more)
