"""Finding the operations, with every mistake at once."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from commands.catalogue import Catalogue, CatalogueError
from tests.fakes.operations import CATALOGUE

_MODULE = """
from commands.operation import Operation, Risk
from knowledge.answer import Answer

OPERATION = Operation(
    name="{name}", summary="Faz algo", topic="comando/{name}", phrases=("{phrase}",), parameters=(), risk=Risk.READ,
    run=lambda engine: None, present=lambda value: Answer(()), aliases={aliases},
)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ModuleType]]:
    """Makes an importable package of the given modules."""
    monkeypatch.syspath_prepend(tmp_path)
    made: list[str] = []

    def make(**sources: str) -> ModuleType:
        name = f"operations_{tmp_path.name.replace('-', '_')}"
        made.append(name)
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").touch()
        for module, source in sources.items():
            (folder / f"{module}.py").write_text(source)
        return __import__(name)

    yield make
    for name in [name for name in sys.modules if name.partition(".")[0] in made]:
        del sys.modules[name]


def _source(name: str, phrase: str = "", aliases: tuple[str, ...] = ()) -> str:
    return _MODULE.format(name=name, phrase=phrase or f"{name} agora", aliases=aliases)


def test_every_module_s_operation_is_found_in_a_stable_order(package: Callable[..., ModuleType]) -> None:
    catalogue = Catalogue.load(package(stop=_source("stop"), ps=_source("ps", aliases=("lista",))))

    assert [operation.name for operation in catalogue] == ["ps", "stop"]
    assert catalogue.get("lista") is catalogue.get("ps") is not None
    assert catalogue.get("nada") is None
    assert ("stop" in catalogue, len(catalogue)) == (True, 2)


def test_all_mistakes_are_told_at_once(package: Callable[..., ModuleType]) -> None:
    with pytest.raises(CatalogueError) as caught:
        Catalogue.load(
            package(
                empty="",
                misnamed=_source("other"),
                twice=_source("twice") + "SECOND = Operation(**{**OPERATION.__dict__, 'name': 'second'})\n",
                wrong=_source("wrong", phrase="faz {isso}").replace("Faz algo", "x"),
                one=_source("one", "mesma frase", aliases=("two",)),
                two=_source("two", "mesma frase"),
            )
        )

    told = "\n".join(caught.value.mistakes)
    for word in ("empty", "misnamed", "twice", "summary", "undeclared", "'two'", "'mesma frase'"):
        assert word in told


def test_the_real_catalogue_loads() -> None:
    catalogue = Catalogue.load()

    assert len(catalogue.signatures) == len(catalogue)
    assert all(catalogue.get(operation.name) is operation for operation in catalogue)


def test_a_catalogue_is_frozen() -> None:
    with pytest.raises(AttributeError):
        CATALOGUE.operations = ()  # type: ignore[misc]
