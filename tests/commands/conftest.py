"""The two engines, fake and real, seen the same way."""

import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from commands.contexts import Endpoint
from commands.database import Database, sqlite_url
from commands.engine import DockerEngine
from commands.ports import Engine
from commands.records import Container
from tests.fakes.engine import FakeEngine
from tests.fakes.world import World

Answer = Callable[[socket.socket], None]
Serve = Callable[[Answer], str]


@dataclass(frozen=True)
class Bench:
    """`make` puts a container there without using the engine under test."""

    engine: Engine
    make: Callable[[str], Container]
    image: str = "busybox:latest"

    def names(self, every: bool = True) -> set[str]:
        return {container.name for container in self.engine.containers(every=every)}


@pytest.fixture
def name() -> str:
    """A container name that nobody has yet."""
    return f"t-{uuid4().hex[:10]}"


@pytest.fixture
def real(docker_host: str) -> Iterator[DockerEngine]:
    engine = DockerEngine(lambda: Endpoint(docker_host), 10)
    yield engine
    engine.close()


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.engine)])
def bench(request: pytest.FixtureRequest) -> Bench:
    if request.param == "fake":
        fake = FakeEngine()
        fake.add_image("busybox")
        return Bench(fake, lambda name: fake.add(name, "busybox"))
    engine: DockerEngine = request.getfixturevalue("real")
    make: Any = request.getfixturevalue("make_container")

    def make_one(name: str) -> Container:
        identity = make(name)
        return next(each for each in engine.containers(every=True) if each.id == identity)

    return Bench(engine, make_one)


@pytest.fixture
def own_bench(request: pytest.FixtureRequest, bench: Bench) -> Bench:
    """For what makes containers by itself, without our label: no lent engine is taken."""
    if isinstance(bench.engine, DockerEngine):
        request.getfixturevalue("private_engine")
    return bench


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short, since a socket's path may have 107 characters at most."""
    with tempfile.TemporaryDirectory(prefix="e") as name:
        yield Path(name)


@pytest.fixture
def serve(folder: Path) -> Iterator[Serve]:
    """A socket whose every connection is handled by a function; returns its address."""
    opened: list[socket.socket] = []

    def start(answer: Answer) -> str:
        listener = socket.socket(socket.AF_UNIX)
        path = folder / f"{len(opened)}.sock"
        listener.bind(str(path))
        listener.listen(16)
        opened.append(listener)
        threading.Thread(target=accept, args=(listener, answer), daemon=True).start()
        return f"unix://{path}"

    def accept(listener: socket.socket, answer: Answer) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            opened.append(connection)
            threading.Thread(target=handle, args=(answer, connection), daemon=True).start()

    def handle(answer: Answer, connection: socket.socket) -> None:
        with suppress(OSError):
            answer(connection)

    yield start
    for each in opened:
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(Database.open(sqlite_url(tmp_path / "e.db")))
    made.lab.add("web")
    made.lab.add("banco", state="exited")
    made.prod.add("api")
    yield made
    made.restart()
    made.database.close()
