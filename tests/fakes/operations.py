"""A few operations of each kind, to drive the machinery without the real catalogue."""

from collections.abc import Callable
from typing import Any

from commands.catalogue import Catalogue
from commands.operation import CONTAINER, HOST, IMAGE, Kind, Operation, Parameter, Risk
from commands.ports import Engine, HostDirectory, ScheduleBook
from commands.records import Container
from knowledge.answer import Answer, Text


def _present(value: Any) -> Answer:
    return Answer((Text(str(value)),))


def operation(name: str, run: Callable[..., Any], risk: Risk, *parameters: Parameter, **more: Any) -> Operation:
    return Operation(
        name=name,
        summary=f"Faz {name}",
        topic=f"comando/{name}",
        phrases=(f"{name} agora",),
        parameters=parameters,
        risk=risk,
        run=run,
        present=_present,
        **more,
    )


def _list(engine: Engine) -> tuple[str, ...]:
    return tuple(container.name for container in engine.containers())


def _log(engine: Engine, container: Container, lines: int = 5) -> tuple[str, int]:
    return engine.logs(container, lines).container.name, lines


def _stop(engine: Engine, container: Container) -> Container:
    return engine.stop(container)


def _remove(engine: Engine, container: Container) -> Container:
    return engine.remove(container)


def _preview(engine: Engine, container: Container) -> Answer:
    return Answer((Text(f"{container.name} {engine.details(container).container.state}"),))


def _execute(engine: Engine, container: Container, command: str) -> str:
    return engine.execute(container, command.split()).output


def _execute_preview(engine: Engine, container: Container, command: str) -> Answer:
    return Answer((Text(f"{command} em {container.name}"),))


def _pull(engine: Engine, image: str) -> str:
    return engine.pull(image).id


def _hosts(hosts: HostDirectory) -> tuple[str, ...]:
    return tuple(status.name for status in hosts.visible())


def _schedules(schedules: ScheduleBook) -> int:
    return len(schedules.all())


def _broken(engine: Engine) -> None:
    raise ZeroDivisionError(engine.ping())


LINES = Parameter("lines", Kind.INTEGER, "as linhas", required=False)
COMMAND = Parameter("command", Kind.TEXT, "o comando")

CATALOGUE = Catalogue(
    (
        operation("ps", _list, Risk.READ, HOST, command_line=lambda: ("docker", "ps"), aliases=("lista",)),
        operation("logs", _log, Risk.READ, CONTAINER, HOST, LINES),
        operation(
            "stop",
            _stop,
            Risk.CHANGE,
            CONTAINER,
            HOST,
            command_line=lambda container: ("docker", "stop", container.name),
            states=("running", "paused"),
        ),
        operation("rm", _remove, Risk.DESTROY, CONTAINER, HOST, preview=_preview),
        operation("exec", _execute, Risk.DESTROY, CONTAINER, COMMAND, HOST, preview=_execute_preview),
        operation("pull", _pull, Risk.CHANGE, IMAGE, HOST),
        operation("slow", _list, Risk.READ, HOST, timeout=0.2),
        operation("broken", _broken, Risk.READ, HOST),
        operation("hosts", _hosts, Risk.READ),
        operation("schedule_list", _schedules, Risk.READ),
    )
)
