"""Every operation there is, found by walking `commands.operations`."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import Self

from commands import operations as _operations
from commands.operation import DeclarationError, Operation
from knowledge.phrase import Signature


class CatalogueError(Exception):
    """The declarations do not fit together; `mistakes` lists all that is wrong with all of them."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Catalogue:
    """Operations in the order of their names. Raises `CatalogueError` when a name, alias or phrase stands twice."""

    operations: tuple[Operation, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "operations", tuple(sorted(self.operations, key=lambda operation: operation.name)))
        mistakes = [
            *_twice("the name", ((name, o.name) for o in self.operations for name in (o.name, *o.aliases))),
            *_twice("the phrase", ((phrase, o.name) for o in self.operations for phrase in o.phrases)),
        ]
        if mistakes:
            raise CatalogueError(mistakes)
        by_name = {name: o for o in self.operations for name in (o.name, *o.aliases)}
        object.__setattr__(self, "_by_name", MappingProxyType(by_name))

    @classmethod
    def load(cls, package: ModuleType = _operations) -> Self:
        """The catalogue of a package whose modules each hold one `OPERATION`, named as its file."""
        found: list[Operation] = []
        mistakes: list[str] = []
        for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
            try:
                found.append(_operation_of(importlib.import_module(f"{package.__name__}.{module.name}"), module.name))
            except (DeclarationError, CatalogueError) as error:
                mistakes += [f"{module.name}: {mistake}" for mistake in error.mistakes]
        try:
            catalogue = cls(tuple(found))
        except CatalogueError as error:
            mistakes += error.mistakes
        if mistakes:
            raise CatalogueError(mistakes)
        return catalogue

    def get(self, name: str) -> Operation | None:
        """The operation of this name or alias."""
        by_name: MappingProxyType[str, Operation] = self.__dict__["_by_name"]
        return by_name.get(name)

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations)

    def __len__(self) -> int:
        return len(self.operations)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    @property
    def signatures(self) -> tuple[Signature, ...]:
        return tuple(operation.signature for operation in self.operations)


def _operation_of(module: ModuleType, name: str) -> Operation:
    declared = [value for value in vars(module).values() if isinstance(value, Operation)]
    operation = getattr(module, "OPERATION", None)
    if not isinstance(operation, Operation):
        raise CatalogueError(["holds no OPERATION"])
    if len(declared) > 1:
        raise CatalogueError(["holds more than one operation"])
    if operation.name != name:
        raise CatalogueError([f"its operation is called {operation.name!r}, not as the file"])
    return operation


def _twice(what: str, owned: Iterable[tuple[str, str]]) -> Iterator[str]:
    first: dict[str, str] = {}
    for value, owner in owned:
        if value in first:
            yield f"{what} {value!r} stands in {first[value]} and in {owner}"
        first.setdefault(value, owner)
