"""What can be done to an engine."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import docker.errors
from docker.types import ServiceMode
from docker.utils import parse_repository_tag

from commands import engine_readings as readings
from commands.engine_client import Client, exposed, port_bindings
from commands.engine_connection import EngineConnection
from commands.engine_errors import kind_of_sentence
from commands.errors import BadRequest, NotFound
from commands.records import CommandResult, Container, Image, Pruned, RemovedImage, Service
from commands.secrets_mask import mask
from commands.terminal_text import plain

EXEC_SECONDS = 30.0


class EngineChanges(EngineConnection):
    """The acting half of `commands.ports.Engine`."""

    def pull(self, reference: str) -> Image:
        with self._client() as client:
            return _pull(client, reference)

    def run(self, image: str, name: str | None, ports: Mapping[str, str], command: Sequence[str]) -> Container:
        """As `docker run -d`, pulling an image that lacks; but a container that cannot start is not left behind."""
        with self._client() as client:
            try:
                identity = _create(client, image, name, ports, command)
            except docker.errors.ImageNotFound:
                _pull(client, image)
                identity = _create(client, image, name, ports, command)
            try:
                client.start(identity)
            except docker.errors.APIError:
                client.remove_container(identity, force=True)
                raise
            created = _find(client, identity)
        if created is None:
            raise NotFound(f"container {identity[:12]} ended and was removed at once")
        return created

    def start(self, container: Container) -> Container:
        with self._client() as client:
            client.start(container.id)
            return _again(client, container, "running")

    def stop(self, container: Container) -> Container:
        with self._client() as client:
            client.stop(container.id)
            return _again(client, container, "exited")

    def restart(self, container: Container) -> Container:
        with self._client() as client:
            client.restart(container.id)
            return _again(client, container, "running")

    def pause(self, container: Container) -> Container:
        with self._client() as client:
            client.pause(container.id)
            return _again(client, container, "paused")

    def unpause(self, container: Container) -> Container:
        with self._client() as client:
            client.unpause(container.id)
            return _again(client, container, "running")

    def rename(self, container: Container, name: str) -> Container:
        with self._client() as client:
            client.rename(container.id, name)
            return _again(client, replace(container, name=name), container.state)

    def commit(self, container: Container, reference: str) -> Image:
        with self._client() as client:
            repository, tag = parse_repository_tag(reference)
            answer = client.commit(container.id, repository=repository, tag=tag)
            return readings.image(client.inspect_image(answer["Id"]))

    def tag(self, reference: str, name: str) -> Image:
        with self._client() as client:
            repository, tag = parse_repository_tag(name)
            client.tag(reference, repository, tag=tag)
            return readings.image(client.inspect_image(reference))

    def scale(self, service: str, replicas: int) -> Service:
        with self._client() as client:
            current = client.inspect_service(service)
            if "Replicated" not in current["Spec"]["Mode"]:
                raise BadRequest("scale can only be used with replicated services")
            mode = ServiceMode("replicated", replicas)
            client.update_service(current["ID"], current["Version"]["Index"], mode=mode, fetch_current_spec=True)
            tasks = client.tasks(filters={"service": current["ID"], "desired-state": "running"})
            running = sum(task["Status"]["State"] == "running" for task in tasks)
            return readings.service(client.inspect_service(current["ID"]), running)

    def execute(self, container: Container, command: Sequence[str]) -> CommandResult:
        with self._client() as client:
            created = client.exec_create(container.id, list(command))["Id"]
            output = plain(client.exec_output(created, EXEC_SECONDS))
            return CommandResult(container, tuple(command), output, _exit_code(client, created))

    def kill(self, container: Container) -> Container:
        with self._client() as client:
            client.kill(container.id)
            return _again(client, container, "exited")

    def remove(self, container: Container, force: bool = False) -> Container:
        """The container as it was."""
        with self._client() as client:
            client.remove_container(container.id, force=force)
            return container

    def remove_image(self, reference: str) -> RemovedImage:
        with self._client() as client:
            rows = client.remove_image(reference)
        untagged = tuple(row["Untagged"] for row in rows if "Untagged" in row)
        deleted = tuple(row["Deleted"] for row in rows if "Deleted" in row)
        return RemovedImage(reference, untagged, deleted)

    def prune_containers(self) -> Pruned:
        with self._client() as client:
            names = {row["Id"]: readings.container(row).name for row in client.containers(all=True)}
            answer = client.prune_containers()
            removed = tuple(names.get(identity, identity[:12]) for identity in answer["ContainersDeleted"] or ())
            return Pruned(removed, answer.get("SpaceReclaimed") or 0)

    def prune_images(self, every: bool = False) -> Pruned:
        with self._client() as client:
            answer = client.prune_images(filters={"dangling": not every})
            rows = answer["ImagesDeleted"] or ()
            removed = tuple(row.get("Untagged") or row["Deleted"] for row in rows)
            return Pruned(removed, answer.get("SpaceReclaimed") or 0)

    def prune_networks(self) -> Pruned:
        with self._client() as client:
            return Pruned(tuple(client.prune_networks()["NetworksDeleted"] or ()), 0)

    def prune_build_cache(self) -> Pruned:
        with self._client() as client:
            answer = client.prune_builds()
            return Pruned(tuple(answer.get("CachesDeleted") or ()), answer.get("SpaceReclaimed") or 0)


def _find(client: Client, identity: str) -> Container | None:
    rows = client.containers(all=True, filters={"id": identity})
    return next((readings.container(row) for row in rows if row["Id"] == identity), None)


def _again(client: Client, container: Container, expected: str) -> Container:
    """The container as it is now; one that removes itself when it ends is told as `expected`."""
    return _find(client, container.id) or replace(container, state=expected, status=expected)


def _pull(client: Client, reference: str) -> Image:
    for event in client.pull(reference, stream=True, decode=True):
        # A pull that fails midway has already answered 200: the failure is a line like the others.
        if "error" in event:
            raise kind_of_sentence(event["error"])(mask(event["error"]))
    return readings.image(client.inspect_image(reference))


def _create(client: Client, image: str, name: str | None, ports: Mapping[str, str], command: Sequence[str]) -> str:
    created = client.create_container(
        image,
        command=list(command) or None,
        name=name,
        ports=exposed(ports),
        host_config=client.create_host_config(port_bindings=port_bindings(ports)),
    )
    return str(created["Id"])


def _exit_code(client: Client, identity: str) -> int:
    # The output ends a moment before the engine has noted how the command ended.
    for _ in range(40):
        code = client.exec_inspect(identity)["ExitCode"]
        if code is not None:
            return int(code)
        time.sleep(0.05)
    raise TimeoutError("the command is still running")
