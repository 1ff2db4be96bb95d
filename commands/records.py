"""What an engine knows, as values: no client object leaves `commands.engine`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Container:
    """`id` is the full hexadecimal id; `state` is Docker's ("running", "exited", "paused", "created", …)."""

    id: str
    name: str
    image: str
    state: str
    status: str
    created: datetime
    ports: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def short_id(self) -> str:
        return self.id[:12]

    @property
    def is_running(self) -> bool:
        return self.state == "running"


@dataclass(frozen=True)
class ContainerDetails:
    """The lines of `docker inspect` that people look for, and the whole as `raw`."""

    container: Container
    exit_code: int | None
    oom_killed: bool
    started: datetime | None
    finished: datetime | None
    health: str | None
    restart_policy: str
    restart_count: int
    command: tuple[str, ...]
    environment: tuple[str, ...]
    mounts: tuple[str, ...]
    addresses: Mapping[str, str] = field(hash=False)
    raw: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Image:
    """`size` in bytes. `tags` is empty for a dangling image."""

    id: str
    tags: tuple[str, ...]
    size: int
    created: datetime

    @property
    def short_id(self) -> str:
        return self.id.removeprefix("sha256:")[:12]


@dataclass(frozen=True)
class Stats:
    """One sample, as `docker stats --no-stream` shows it.

    `cpu` in percent of one core (200.0 is two cores busy), memory, network and block figures in bytes.
    """

    name: str
    cpu: float
    memory: int
    memory_limit: int
    network_in: int
    network_out: int
    block_in: int
    block_out: int
    pids: int


@dataclass(frozen=True)
class LogText:
    """The last lines of a container's log, oldest first, at most `requested` of them."""

    container: Container
    text: str
    requested: int


@dataclass(frozen=True)
class FoundImage:
    """A hit of the registry's search. `description` is the publisher's."""

    name: str
    description: str
    stars: int
    official: bool


@dataclass(frozen=True)
class Processes:
    """`docker top`: the engine's own column titles and rows."""

    container: Container
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FileChange:
    """`kind` is "A" (added), "C" (changed) or "D" (deleted), as in `docker diff`."""

    kind: str
    path: str


@dataclass(frozen=True)
class Layer:
    """A step of an image's history, newest first; `size` in bytes."""

    created: datetime
    created_by: str
    size: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class EngineInfo:
    """Counts of containers, bytes of memory; `api` is the version in use with this engine."""

    version: str
    api: str
    operating_system: str
    kernel: str
    architecture: str
    storage_driver: str
    cgroup_version: str
    cpus: int
    memory: int
    running: int
    paused: int
    stopped: int
    images: int
    swarm: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Usage:
    """A row of `docker system df`: `kind` is "images", "containers", "volumes" or "build cache"; sizes in bytes."""

    kind: str
    total: int
    active: int
    size: int
    reclaimable: int


@dataclass(frozen=True)
class Volume:
    name: str
    driver: str
    mountpoint: str
    in_use_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Network:
    id: str
    name: str
    driver: str
    scope: str
    subnets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Service:
    """A swarm service; `desired` is None for a global one."""

    id: str
    name: str
    image: str
    mode: str
    running: int
    desired: int | None
    ports: tuple[str, ...] = ()


@dataclass(frozen=True)
class Node:
    id: str
    name: str
    role: str
    state: str
    availability: str
    is_leader: bool
    version: str


@dataclass(frozen=True)
class CommandResult:
    """A command run inside a container: both streams together, and its exit code."""

    container: Container
    command: tuple[str, ...]
    output: str
    exit_code: int


@dataclass(frozen=True)
class Sweep:
    """What was done to each of several objects: names that went well, and (name, why) pairs that did not."""

    done: tuple[str, ...]
    failed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Pruned:
    """`removed` names what is gone, `reclaimed` in bytes."""

    removed: tuple[str, ...]
    reclaimed: int


@dataclass(frozen=True)
class RemovedImage:
    """`untagged` references and `deleted` layer ids, as `docker rmi` prints them."""

    reference: str
    untagged: tuple[str, ...]
    deleted: tuple[str, ...]
