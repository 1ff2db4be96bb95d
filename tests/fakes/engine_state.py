"""What a fake engine holds, and what can be asked of it without changing anything."""

import hashlib
import itertools
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from commands.errors import CommandError, Conflict, NotFound
from commands.records import (
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
    Service,
    Stats,
    Usage,
    Volume,
)

BORN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ALIVE = ("running", "paused")
STATUS = {
    "running": "Up 2 hours",
    "paused": "Up 2 hours (Paused)",
    "exited": "Exited (0) 1 hour ago",
    "created": "Created",
}


@dataclass
class FakeLooks:
    """`failure` is raised by every call while it is set; `delay` is how many seconds every call takes.

    `calls` names the methods called, in order. Images can be pulled when they are in `registry`.
    """

    failure: CommandError | None = None
    delay: float = 0.0
    version: str = "27.0.1"
    registry: tuple[str, ...] = ()
    found: tuple[FoundImage, ...] = ()
    swarm_services: list[Service] = field(default_factory=list)
    swarm_nodes: tuple[Node, ...] = ()
    is_manager: bool = False
    calls: list[str] = field(default_factory=list)
    logs_of: dict[str, str] = field(default_factory=dict)
    stats_of: dict[str, Stats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        self._containers: dict[str, Container] = {}
        self._images: dict[str, Image] = {}

    # for tests
    def add(
        self,
        name: str,
        image: str = "busybox",
        state: str = "running",
        labels: Mapping[str, str] | None = None,
        ports: tuple[str, ...] = (),
    ) -> Container:
        """A container as if it had been there before; its image is made when it lacks."""
        if self._image(image) is None:
            self.add_image(image)
        number = next(self._numbers)
        made = Container(
            digest(number), name, image, state, STATUS[state], BORN + timedelta(seconds=number), ports, labels or {}
        )
        self._containers[made.id] = made
        return made

    def add_image(self, *tags: str, size: int = 1_000_000) -> Image:
        number = next(self._numbers)
        made = Image("sha256:" + digest(number), tuple(map(tagged, tags)), size, BORN + timedelta(seconds=number))
        self._images[made.id] = made
        return made

    # looks
    def ping(self) -> str:
        self._called("ping")
        return self.version

    def containers(self, every: bool = False) -> tuple[Container, ...]:
        self._called("containers")
        newest = reversed(self._containers.values())
        return tuple(each for each in newest if every or each.state in ALIVE)

    def details(self, container: Container) -> ContainerDetails:
        self._called("details")
        now = self._present(container)
        is_over = now.state == "exited"
        return ContainerDetails(
            container=now,
            exit_code=0 if is_over else None,
            oom_killed=False,
            started=None if now.state == "created" else now.created,
            finished=now.created if is_over else None,
            health=None,
            restart_policy="no",
            restart_count=0,
            command=("sleep", "1000"),
            environment=("PATH=/bin",),
            mounts=(),
            addresses={"bridge": "172.17.0.2"} if now.is_running else {},
            raw={"Id": now.id, "Name": f"/{now.name}"},
        )

    def images(self) -> tuple[Image, ...]:
        self._called("images")
        return tuple(reversed(self._images.values()))

    def image(self, reference: str) -> Image:
        self._called("image")
        return self._known_image(reference)

    def search(self, term: str, limit: int = 10) -> tuple[FoundImage, ...]:
        self._called("search")
        return tuple(each for each in self.found if term in each.name)[:limit]

    def logs(self, container: Container, lines: int) -> LogText:
        self._called("logs")
        kept = self.logs_of.get(self._present(container).name, "").splitlines(keepends=True)
        return LogText(container, "".join(kept[-lines:] if lines else ()), lines)

    def stats(self, containers: Sequence[Container]) -> tuple[Stats, ...]:
        self._called("stats")
        if len(containers) == 1:
            self._present(containers[0])
        return tuple(self._sample(each) for each in containers if each.id in self._containers)

    def processes(self, container: Container) -> Processes:
        self._called("processes")
        if self._present(container).state not in ALIVE:
            raise Conflict(f"Container {container.id} is not running")
        return Processes(container, ("PID", "CMD"), (("1", "sleep 1000"),))

    def changes(self, container: Container) -> tuple[FileChange, ...]:
        self._called("changes")
        self._present(container)
        return ()

    def history(self, reference: str) -> tuple[Layer, ...]:
        self._called("history")
        image = self._known_image(reference)
        return (Layer(image.created, "", image.size, image.tags),)

    def info(self) -> EngineInfo:
        self._called("info")
        states = [each.state for each in self._containers.values()]
        running, paused = states.count("running"), states.count("paused")
        swarm = "active" if self.is_manager else "inactive"
        counts = (running, paused, len(states) - running - paused, len(self._images))
        machine = ("Debian GNU/Linux 12 (bookworm)", "6.1.0", "x86_64", "overlay2", "2", 4, 8 << 30)
        return EngineInfo(self.version, "1.45", *machine, *counts, swarm)

    def disk_usage(self) -> tuple[Usage, ...]:
        self._called("disk_usage")
        sizes = {each.id: each.size for each in self._images.values()}
        used = {self._known_image(each.image).id for each in self._containers.values()}
        free = sum(size for identity, size in sizes.items() if identity not in used)
        alive = sum(each.state in ALIVE for each in self._containers.values())
        return (
            Usage("images", len(sizes), len(used), sum(sizes.values()), free),
            Usage("containers", len(self._containers), alive, 0, 0),
            Usage("volumes", 0, 0, 0, 0),
            Usage("build cache", 0, 0, 0, 0),
        )

    def volumes(self) -> tuple[Volume, ...]:
        self._called("volumes")
        return ()

    def networks(self) -> tuple[Network, ...]:
        self._called("networks")
        return (
            Network(digest(1001), "bridge", "bridge", "local", ("172.17.0.0/16",)),
            Network(digest(1002), "host", "host", "local"),
            Network(digest(1003), "none", "null", "local"),
        )

    def services(self) -> tuple[Service, ...]:
        self._called("services")
        self._managed()
        return tuple(self.swarm_services)

    def nodes(self) -> tuple[Node, ...]:
        self._called("nodes")
        self._managed()
        return self.swarm_nodes

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if self.delay:
            time.sleep(self.delay)
        if self.failure is not None:
            raise self.failure

    def _present(self, container: Container) -> Container:
        if container.id not in self._containers:
            raise NotFound(f"No such container: {container.id}")
        return self._containers[container.id]

    def _sample(self, container: Container) -> Stats:
        if not self._containers[container.id].is_running:
            return Stats(container.name, 0.0, 0, 0, 0, 0, 0, 0, 0)
        return self.stats_of.get(container.name) or Stats(container.name, 0.5, 1 << 20, 8 << 30, 1000, 0, 0, 0, 1)

    def _image(self, reference: str) -> Image | None:
        by_tag = [each for each in self._images.values() if tagged(reference) in each.tags]
        short = reference.removeprefix("sha256:")
        by_id = [each for each in self._images.values() if each.id.removeprefix("sha256:").startswith(short)]
        return next(iter(by_tag or by_id), None)

    def _known_image(self, reference: str) -> Image:
        image = self._image(reference)
        if image is None:
            raise NotFound(f"No such image: {reference}")
        return image

    def _managed(self) -> None:
        if not self.is_manager:
            raise Conflict("This node is not a swarm manager.")


def tagged(reference: str) -> str:
    """With the tag that Docker means when none is said."""
    return reference if ":" in reference.rpartition("/")[2] or "@" in reference else f"{reference}:latest"


def digest(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()
