"""What commands needs from below and from above, as Protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from commands.records import (
    CommandResult,
    Container,
    ContainerDetails,
    EngineInfo,
    FileChange,
    FoundImage,
    Image,
    Layer,
    LogText,
    Network,
    Node,
    Processes,
    Pruned,
    RemovedImage,
    Service,
    Stats,
    Usage,
    Volume,
)


class Clock(Protocol):
    def now(self) -> datetime:
        """The current moment, aware (UTC)."""


class Engine(Protocol):
    """A Docker engine. Every method may raise an `EngineError`; all block, so they are called off the event loop."""

    def ping(self) -> str:
        """The engine's version."""

    # looks
    def containers(self, every: bool = False) -> tuple[Container, ...]:
        """Running containers, or all with `every`."""

    def details(self, container: Container) -> ContainerDetails: ...

    def images(self) -> tuple[Image, ...]: ...

    def image(self, reference: str) -> Image:
        """The image that `reference` (name, name:tag or id) names."""

    def search(self, term: str, limit: int = 10) -> tuple[FoundImage, ...]: ...

    def logs(self, container: Container, lines: int) -> LogText: ...

    def stats(self, containers: Sequence[Container]) -> tuple[Stats, ...]: ...

    def processes(self, container: Container) -> Processes: ...

    def changes(self, container: Container) -> tuple[FileChange, ...]: ...

    def history(self, reference: str) -> tuple[Layer, ...]: ...

    def info(self) -> EngineInfo: ...

    def disk_usage(self) -> tuple[Usage, ...]: ...

    def volumes(self) -> tuple[Volume, ...]: ...

    def networks(self) -> tuple[Network, ...]: ...

    def services(self) -> tuple[Service, ...]: ...

    def nodes(self) -> tuple[Node, ...]: ...

    # changes
    def pull(self, reference: str) -> Image: ...

    def run(self, image: str, name: str | None, ports: Mapping[str, str], command: Sequence[str]) -> Container:
        """Create and start in the background. `ports` maps "80/tcp" to "8080" (or "127.0.0.1:8080")."""

    def start(self, container: Container) -> Container: ...

    def stop(self, container: Container) -> Container: ...

    def restart(self, container: Container) -> Container: ...

    def pause(self, container: Container) -> Container: ...

    def unpause(self, container: Container) -> Container: ...

    def rename(self, container: Container, name: str) -> Container: ...

    def commit(self, container: Container, reference: str) -> Image: ...

    def tag(self, reference: str, name: str) -> Image: ...

    def scale(self, service: str, replicas: int) -> Service: ...

    # loses something
    def execute(self, container: Container, command: Sequence[str]) -> CommandResult:
        """Run argv inside, without a shell."""

    def kill(self, container: Container) -> Container: ...

    def remove(self, container: Container, force: bool = False) -> Container: ...

    def remove_image(self, reference: str) -> RemovedImage: ...

    def prune_containers(self) -> Pruned: ...

    def prune_images(self, every: bool = False) -> Pruned:
        """Dangling images, or with `every` all that no container uses."""

    def prune_networks(self) -> Pruned: ...

    def prune_build_cache(self) -> Pruned: ...


@dataclass(frozen=True)
class HostStatus:
    """`version` is the engine's, None when it does not answer; `problem` then says why, in words for people."""

    name: str
    description: str
    url: str
    version: str | None = None
    problem: str | None = None


class HostDirectory(Protocol):
    def visible(self) -> tuple[HostStatus, ...]:
        """The hosts that this person may see here, each asked whether it answers."""


@dataclass(frozen=True)
class Schedule:
    """A row of the schedule book. `number` counts from 1 in its chat; `when` is as typed; `cron` is what it means.

    `what` says in words for people what it does; `remark` is what they should know about it, or empty.
    """

    number: int
    operation: str
    host: str | None
    when: str
    cron: str
    owner: str
    next_run: datetime | None = None
    what: str = ""
    remark: str = ""


class ScheduleBook(Protocol):
    """The schedules of one chat, on behalf of one person."""

    def add(self, operation: str, host: str | None, when: str) -> Schedule: ...

    def all(self) -> tuple[Schedule, ...]: ...

    def remove(self, which: str) -> Schedule: ...
