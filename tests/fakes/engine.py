"""A Docker engine with behaviour and without a daemon: `tests/commands/test_engine.py` holds it to the real one's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from commands.errors import BadRequest, Conflict, NotFound
from commands.records import CommandResult, Container, Image, Pruned, RemovedImage, Service
from tests.fakes.engine_state import ALIVE, STATUS, FakeLooks, tagged


class FakeEngine(FakeLooks):
    """A `commands.ports.Engine`."""

    # changes
    def pull(self, reference: str) -> Image:
        self._called("pull")
        if tagged(reference) not in map(tagged, self.registry):
            raise NotFound(f"pull access denied for {reference}")
        return self._image(reference) or self.add_image(reference)

    def run(self, image: str, name: str | None, ports: Mapping[str, str], command: Sequence[str]) -> Container:
        self._called("run")
        if self._image(image) is None:
            self.pull(image)
        self._free_name(name or "")
        shown = tuple(f"{outside}->{inside}" for inside, outside in ports.items())
        taken = {port for each in self._containers.values() if each.is_running for port in each.ports}
        if taken & set(shown):
            raise Conflict("port is already allocated")
        return self.add(name or f"eager_{next(self._numbers)}", image, ports=shown)

    def start(self, container: Container) -> Container:
        return self._move("start", container, ("created", "exited"), "running")

    def stop(self, container: Container) -> Container:
        return self._move("stop", container, ALIVE, "exited")

    def restart(self, container: Container) -> Container:
        return self._move("restart", container, ("created", "exited", *ALIVE), "running")

    def pause(self, container: Container) -> Container:
        return self._move("pause", container, ("running",), "paused")

    def unpause(self, container: Container) -> Container:
        return self._move("unpause", container, ("paused",), "running")

    def kill(self, container: Container) -> Container:
        return self._move("kill", container, ALIVE, "exited")

    def rename(self, container: Container, name: str) -> Container:
        self._called("rename")
        now = self._present(container)
        self._free_name(name)
        return self._put(replace(now, name=name))

    def commit(self, container: Container, reference: str) -> Image:
        self._called("commit")
        self._present(container)
        self._take_tag(reference)
        return self.add_image(reference)

    def tag(self, reference: str, name: str) -> Image:
        self._called("tag")
        image = self._known_image(reference)
        self._take_tag(name)
        kept = self._images[image.id]
        self._images[image.id] = replace(kept, tags=(*kept.tags, tagged(name)))
        return self._images[image.id]

    def scale(self, service: str, replicas: int) -> Service:
        self._called("scale")
        self._managed()
        for place, each in enumerate(self.swarm_services):
            if service in (each.name, each.id):
                if each.desired is None:
                    raise BadRequest("scale can only be used with replicated services")
                self.swarm_services[place] = replace(each, desired=replicas)
                return self.swarm_services[place]
        raise NotFound(f"service {service} not found")

    # loses something
    def execute(self, container: Container, command: Sequence[str]) -> CommandResult:
        """Knows echo, true and false."""
        self._called("execute")
        if not self._present(container).is_running:
            raise Conflict(f"Container {container.id} is not running")
        program, *words = command
        outputs = {"echo": (" ".join(words) + "\n", 0), "true": ("", 0), "false": ("", 1)}
        output, code = outputs.get(program, (f'exec: "{program}": executable file not found in $PATH\n', 126))
        return CommandResult(container, tuple(command), output, code)

    def remove(self, container: Container, force: bool = False) -> Container:
        self._called("remove")
        now = self._present(container)
        if now.state in ALIVE and not force:
            raise Conflict(f"You cannot remove a running container {now.id}")
        del self._containers[now.id]
        return now

    def remove_image(self, reference: str) -> RemovedImage:
        self._called("remove_image")
        image = self._known_image(reference)
        is_id = tagged(reference) not in image.tags
        left = () if is_id else tuple(tag for tag in image.tags if tag != tagged(reference))
        if not left and any(self._image(each.image) == image for each in self._containers.values()):
            raise Conflict(f"conflict: unable to remove repository reference {reference!r}: in use")
        if left:
            self._images[image.id] = replace(image, tags=left)
            return RemovedImage(reference, (tagged(reference),), ())
        del self._images[image.id]
        return RemovedImage(reference, image.tags, (image.id,))

    def prune_containers(self) -> Pruned:
        self._called("prune_containers")
        stopped = [each for each in self._containers.values() if each.state not in ALIVE]
        for each in stopped:
            del self._containers[each.id]
        return Pruned(tuple(each.name for each in stopped), 0)

    def prune_images(self, every: bool = False) -> Pruned:
        self._called("prune_images")
        used = {self._known_image(each.image).id for each in self._containers.values()}
        gone = [each for each in self._images.values() if each.id not in used and (every or not each.tags)]
        for each in gone:
            del self._images[each.id]
        return Pruned(tuple(name for each in gone for name in (*each.tags, each.id)), sum(each.size for each in gone))

    def prune_networks(self) -> Pruned:
        self._called("prune_networks")
        return Pruned((), 0)

    def prune_build_cache(self) -> Pruned:
        self._called("prune_build_cache")
        return Pruned((), 0)

    def _put(self, container: Container) -> Container:
        self._containers[container.id] = container
        return container

    def _move(self, name: str, container: Container, allowed: tuple[str, ...], state: str) -> Container:
        self._called(name)
        now = self._present(container)
        if now.state not in allowed:
            raise Conflict(f"cannot {name} a container that is {now.state}")
        return self._put(replace(now, state=state, status=STATUS[state]))

    def _free_name(self, name: str) -> None:
        if any(each.name == name for each in self._containers.values()):
            raise Conflict(f'The container name "/{name}" is already in use')

    def _take_tag(self, reference: str) -> None:
        """A tag names one image: whoever had it loses it."""
        for each in list(self._images.values()):
            self._images[each.id] = replace(each, tags=tuple(tag for tag in each.tags if tag != tagged(reference)))
