"""A fake engine that knows more of its containers, and how to preview an operation on one."""

from dataclasses import replace
from typing import Any

from commands.records import Container, ContainerDetails, Network, Usage
from knowledge.answer import Answer
from tests.commands.operations.reading import operation
from tests.fakes.engine import FakeEngine


class DetailedEngine(FakeEngine):
    """`details` replaces fields of every container's details; `networks` come beside Docker's own."""

    def __init__(self, details: Any = None, networks: tuple[Network, ...] = (), cache: int = 0) -> None:
        super().__init__()
        self._details = details or {}
        self._more_networks = networks
        self._cache = cache

    def details(self, container: Container) -> ContainerDetails:
        return replace(super().details(container), **self._details)

    def networks(self) -> tuple[Network, ...]:
        return (*super().networks(), *self._more_networks)

    def disk_usage(self) -> tuple[Usage, ...]:
        return (*super().disk_usage()[:-1], Usage("build cache", 4, 0, 50_000_000, self._cache))


def preview(name: str, engine: FakeEngine, **arguments: Any) -> Answer:
    """What the operation `name` says before it does it."""
    said = operation(name).preview
    assert said is not None
    return said(engine, **arguments)
