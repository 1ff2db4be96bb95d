"""Every operation, run on an engine and presented."""

from typing import Any

import pytest

from commands.errors import EngineUnreachable
from commands.operation import Kind, Operation, Risk
from commands.ports import Engine
from commands.records import Container, FoundImage, Node, Service
from knowledge.answer import Answer
from tests.commands.operations.reading import CATALOGUE, words
from tests.fakes.engine import FakeEngine

_ON_ENGINES = [operation for operation in CATALOGUE if operation.resource == "engine"]
_VALUES = {
    "image": "busybox",
    "term": "nginx",
    "name": "novo",
    "command": "echo oi",
    "service": "api",
    "replicas": "3",
    "ports": "8080:80",
    "lines": 3,
}
_IMAGES = {"pull": "nginx", "rmi": "solta:1"}
_STATES = {"start": "exited", "unpause": "paused"}
_HOSTILE = "a*b**c_`d`[e](http://x)<b>&"

_ON_CONTAINERS = [each for each in _ON_ENGINES if any(p.kind is Kind.CONTAINER for p in each.parameters)]

engine_operations = pytest.mark.parametrize("operation", _ON_ENGINES, ids=lambda operation: operation.name)


def _engine() -> FakeEngine:
    engine = FakeEngine(registry=("nginx",), found=(FoundImage("nginx", "servidor", 9, True),), is_manager=True)
    engine.swarm_services.append(Service("s1", "api", "nginx", "replicated", 1, 1))
    engine.swarm_nodes = (Node("n1", "lab1", "manager", "ready", "active", True, "27.0"),)
    engine.add_image("solta:1")
    engine.logs_of["web"] = "pronto\n"
    engine.add("parado", "busybox", "exited")
    return engine


def _arguments(engine: FakeEngine, operation: Operation, name: str = "web") -> dict[str, Any]:
    target = engine.add(name, "busybox", _STATES.get(operation.name, "running"), ports=("8080->80/tcp",))
    wanted = [parameter for parameter in operation.parameters if parameter.kind is not Kind.HOST and parameter.required]
    values = _VALUES | {"image": _IMAGES.get(operation.name, "busybox")}
    return {p.name: target if p.kind is Kind.CONTAINER else values[p.name] for p in wanted}


@engine_operations
def test_what_it_returns_can_be_presented(operation: Operation) -> None:
    engine = _engine()

    answer = operation.present(operation.run(engine, **_arguments(engine, operation)))

    assert isinstance(answer, Answer)
    assert words(answer).strip()
    assert words(answer).split("\n")[0].endswith((".", ":"))


@engine_operations
def test_it_is_presented_with_all_its_values_too(operation: Operation) -> None:
    engine = _engine()
    arguments = _arguments(engine, operation)
    optional = [p for p in operation.parameters if p.kind is not Kind.HOST and not p.required and p.name in _VALUES]
    arguments |= {parameter.name: _VALUES[parameter.name] for parameter in optional}
    if "ports" in arguments:
        arguments["ports"] = "9090:90"

    assert words(operation.present(operation.run(engine, **arguments)))
    assert operation.docker(arguments)[:1] in ((), ("docker",))


@pytest.mark.parametrize("operation", _ON_CONTAINERS, ids=lambda operation: operation.name)
def test_a_hostile_name_is_shown_as_it_is(operation: Operation) -> None:
    """Back-ticks cannot stand in inline code, where they become apostrophes."""
    engine = _engine()
    arguments = _arguments(engine, operation, _HOSTILE)
    previewed = operation.preview(engine, **arguments) if operation.preview else Answer(())

    shown = words(previewed + operation.present(operation.run(engine, **arguments)))

    assert _HOSTILE in shown or operation.name in ("rename", "commit")


@engine_operations
def test_an_engine_that_does_not_answer_is_not_hidden(operation: Operation) -> None:
    """The error is the caller's to tell, but where several things are tried each has its own line."""
    engine = _engine()
    arguments = _arguments(engine, operation)
    engine.failure = EngineUnreachable("refused")

    if operation.name == "port":  # it has been told all with the container
        assert operation.run(engine, **arguments)
        return
    if operation.name == "prune_system":
        assert "o host parou de responder" in words(operation.present(operation.run(engine)))
        return
    with pytest.raises(EngineUnreachable):
        operation.run(engine, **arguments)


@pytest.mark.engine
@pytest.mark.parametrize(
    "operation",
    [each for each in _ON_ENGINES if each.risk is Risk.READ and each.name not in ("search", "services", "nodes")],
    ids=lambda operation: operation.name,
)
def test_every_look_can_be_taken_at_a_real_engine(operation: Operation, real: Engine, make_container: Any) -> None:
    """But those that need a registry or a swarm."""
    target = _listed(real, make_container())
    wanted = [p for p in operation.parameters if p.kind in (Kind.CONTAINER, Kind.IMAGE)]
    arguments = {p.name: target if p.kind is Kind.CONTAINER else "busybox" for p in wanted}

    answer = operation.present(operation.run(real, **arguments))

    assert words(answer).strip()


@pytest.mark.engine
@pytest.mark.parametrize(
    "operation", [each for each in CATALOGUE if each.preview], ids=lambda operation: operation.name
)
def test_a_real_engine_is_previewed_twice_in_equal_words(
    operation: Operation, real: Engine, make_container: Any
) -> None:
    target = _listed(real, make_container())
    values: dict[str, Any] = {"container": target, "image": "busybox", "command": "echo oi"}
    arguments = {p.name: values[p.name] for p in operation.parameters if p.kind is not Kind.HOST}
    assert operation.preview is not None

    assert operation.preview(real, **arguments) == operation.preview(real, **arguments)


def _listed(engine: Engine, identity: str) -> Container:
    return next(each for each in engine.containers(every=True) if each.id == identity)


@pytest.mark.parametrize(
    "operation", [each for each in CATALOGUE if each.risk is Risk.DESTROY], ids=lambda operation: operation.name
)
class TestPreviews:
    """What destroys says first what will be lost."""

    def test_looking_changes_nothing(self, operation: Operation) -> None:
        engine = _engine()
        arguments = _arguments(engine, operation)
        before = (engine.containers(every=True), engine.images())
        engine.calls.clear()

        assert operation.preview is not None
        operation.preview(engine, **arguments)

        assert (engine.containers(every=True), engine.images()) == before
        assert set(engine.calls) <= {"containers", "images", "image", "details", "networks", "disk_usage"}

    def test_equal_state_is_told_in_equal_words(self, operation: Operation) -> None:
        engine = _engine()
        arguments = _arguments(engine, operation)

        assert operation.preview is not None
        assert operation.preview(engine, **arguments) == operation.preview(engine, **arguments)

    def test_the_age_of_a_container_is_not_told(self, operation: Operation) -> None:
        """It grows by itself, and would look like a change of what is there."""
        engine = _engine()

        assert operation.preview is not None
        shown = words(operation.preview(engine, **_arguments(engine, operation)))

        assert "há 2 horas" not in shown
        assert "ago" not in shown
