"""What can be asked of an engine without changing anything."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import docker.errors

from commands import engine_figures as figures
from commands import engine_readings as readings
from commands.engine_client import Client
from commands.engine_connection import EngineConnection
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
from commands.terminal_text import plain

# Each sample takes the engine a second or two, so they are taken at once; an sshd lets ten sessions in.
_SAMPLES_AT_ONCE = 32
_SAMPLES_AT_ONCE_OVER_SSH = 8


class EngineLooks(EngineConnection):
    """The reading half of `commands.ports.Engine`."""

    def ping(self) -> str:
        with self._client() as client:
            return str(client.version()["Version"])

    def containers(self, every: bool = False) -> tuple[Container, ...]:
        with self._client() as client:
            return tuple(readings.container(row) for row in client.containers(all=every))

    def details(self, container: Container) -> ContainerDetails:
        with self._client() as client:
            return readings.details(container, client.inspect_container(container.id))

    def images(self) -> tuple[Image, ...]:
        with self._client() as client:
            return tuple(readings.image(row) for row in client.images())

    def image(self, reference: str) -> Image:
        with self._client() as client:
            return readings.image(client.inspect_image(reference))

    def search(self, term: str, limit: int = 10) -> tuple[FoundImage, ...]:
        with self._client() as client:
            return tuple(readings.found_image(row) for row in client.search(term, limit=limit))

    def logs(self, container: Container, lines: int) -> LogText:
        with self._client() as client:
            is_tty = bool(client.inspect_container(container.id)["Config"]["Tty"])
            text = plain(client.log_tail(container.id, lines, is_tty))
        return LogText(container, text, lines)

    def stats(self, containers: Sequence[Container]) -> tuple[Stats, ...]:
        """One sample each, all at once. Of several, one that went away meanwhile is left out."""
        if not containers:
            return ()
        with self._client() as client:
            at_once = min(len(containers), _SAMPLES_AT_ONCE_OVER_SSH if client.is_ssh else _SAMPLES_AT_ONCE)
            with ThreadPoolExecutor(at_once, thread_name_prefix="stats") as pool:
                samples = pool.map(lambda each: _sample(client, each, len(containers) > 1), containers)
                return tuple(sample for sample in samples if sample is not None)

    def processes(self, container: Container) -> Processes:
        with self._client() as client:
            answer = client.top(container.id)
            rows = tuple(tuple(str(cell) for cell in row) for row in answer["Processes"] or ())
            return Processes(container, tuple(answer["Titles"]), rows)

    def changes(self, container: Container) -> tuple[FileChange, ...]:
        with self._client() as client:
            return tuple(readings.change(row) for row in client.diff(container.id) or ())

    def history(self, reference: str) -> tuple[Layer, ...]:
        with self._client() as client:
            return tuple(readings.layer(row) for row in client.history(reference))

    def info(self) -> EngineInfo:
        with self._client() as client:
            return readings.engine_info(client.info(), client.api_version)

    def disk_usage(self) -> tuple[Usage, ...]:
        with self._client() as client:
            return figures.disk_usage(client.df())

    def volumes(self) -> tuple[Volume, ...]:
        with self._client() as client:
            users = readings.volume_users(client.containers(all=True))
            return tuple(readings.volume(row, users) for row in client.volumes()["Volumes"] or ())

    def networks(self) -> tuple[Network, ...]:
        with self._client() as client:
            return tuple(readings.network(row) for row in client.networks())

    def services(self) -> tuple[Service, ...]:
        with self._client() as client:
            tasks = client.tasks(filters={"desired-state": "running"})
            running = Counter(task["ServiceID"] for task in tasks if task["Status"]["State"] == "running")
            return tuple(readings.service(row, running[row["ID"]]) for row in client.services())

    def nodes(self) -> tuple[Node, ...]:
        with self._client() as client:
            return tuple(readings.node(row) for row in client.nodes())


def _sample(client: Client, container: Container, may_be_gone: bool) -> Stats | None:
    try:
        return figures.stats(container.name, client.stats(container.id, stream=False))
    except docker.errors.NotFound:
        if not may_be_gone:
            raise
        return None
