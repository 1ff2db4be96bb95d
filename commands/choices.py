"""What a missing value could be, on a host."""

from commands.operation import Kind, Operation, Parameter
from commands.ports import Engine


def choices_for(parameter: Parameter, operation: Operation, engine: Engine) -> tuple[str, ...]:
    """Names to choose from; none for what only the person knows."""
    match parameter.kind:
        case Kind.CONTAINER:
            return _containers(operation, engine)
        case Kind.IMAGE if not _makes_image(operation):
            return tuple(sorted(tag for image in engine.images() for tag in image.tags))
        case Kind.SERVICE:
            return tuple(sorted(service.name for service in engine.services()))
        case _:
            return ()


def _makes_image(operation: Operation) -> bool:
    """Of a container: then its name is a new one, and those that exist would be overwritten."""
    return any(parameter.kind is Kind.CONTAINER for parameter in operation.parameters)


def _containers(operation: Operation, engine: Engine) -> tuple[str, ...]:
    """Those in a state that the operation is for; all of them where none is, running ones first."""
    containers = sorted(engine.containers(every=True), key=lambda each: (not each.is_running, each.name))
    fitting = [each for each in containers if not operation.states or each.state in operation.states]
    return tuple(each.name for each in fitting or containers)
