"""What our client adds to docker-py's, against a server whose answers we choose."""

import json
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from commands.contexts import Endpoint
from commands.engine import DockerEngine
from commands.errors import EngineFailed, EngineTimeout, NotFound
from commands.records import Container
from tests.commands.conftest import Serve

VERSION = {"ApiVersion": "1.45", "MinAPIVersion": "1.24", "Version": "27.0"}
WEB = Container("a" * 64, "web", "nginx", "running", "Up", datetime(2026, 1, 1, tzinfo=UTC))
Route = Callable[[str], str | None]


def _server(route: Route, seen: list[str], version: dict[str, str] | None = None) -> Callable[[socket.socket], None]:
    """Answers /version, and everything else by what `route` says of its path; None is no answer at all."""

    def answer(connection: socket.socket) -> None:
        while request := connection.recv(65536).decode():
            path = request.split(" ", 2)[1]
            seen.append(path)
            body = json.dumps(version or VERSION) if path == "/version" else route(path)
            if body is None:
                return
            head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            connection.sendall(f"{head}{len(body):x}\r\n{body}\r\n0\r\n\r\n".encode())

    return answer


@pytest.mark.parametrize(
    ("newest", "oldest", "spoken"),
    [
        ("1.52", "1.44", "1.45"),
        ("1.41", "1.12", "1.41"),
        ("1.9999", "1.47", "1.47"),
        ("1.40", "1.24", "1.40"),
    ],
)
def test_the_newest_version_that_both_sides_know_is_spoken(serve: Serve, newest: str, oldest: str, spoken: str) -> None:
    seen: list[str] = []
    version = VERSION | {"ApiVersion": newest, "MinAPIVersion": oldest}
    url = serve(_server(lambda path: "[]", seen, version))
    engine = DockerEngine(lambda: Endpoint(url), 5)
    engine.containers()
    engine.close()

    assert seen[0] == "/version"
    assert seen[1].startswith(f"/v{spoken}/containers/json")


def test_the_samples_of_many_containers_are_taken_at_once(serve: Serve) -> None:
    """The server answers only when all six have been asked for."""
    barrier = threading.Barrier(6)

    def route(path: str) -> str:
        barrier.wait(30)
        return "{}"

    url = serve(_server(route, []))
    engine = DockerEngine(lambda: Endpoint(url), 30)
    samples = engine.stats([WEB] * 6)
    engine.close()

    assert len(samples) == 6


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("manifest for x:y not found: manifest unknown: manifest unknown", NotFound),
        ("pull access denied for x, repository does not exist", NotFound),
        ("toomanyrequests: You have reached your pull rate limit", EngineFailed),
    ],
)
def test_a_pull_that_fails_midway_fails(serve: Serve, said: str, kind: type[EngineFailed]) -> None:
    url = serve(_server(lambda path: '{"status": "Pulling"}\r\n' + json.dumps({"error": said}), []))
    engine = DockerEngine(lambda: Endpoint(url), 5)
    with pytest.raises(kind) as caught:
        engine.pull("x:y")
    engine.close()

    assert caught.value.detail == said


def test_an_engine_that_falls_silent_after_its_greeting_is_a_timeout(serve: Serve) -> None:
    url = serve(_server(lambda path: None, []))
    engine = DockerEngine(lambda: Endpoint(url), 0.3)
    with pytest.raises(EngineTimeout):
        engine.containers()
    engine.close()


def test_podman_s_lists_are_read(serve: Serve) -> None:
    """Its compatible API leaves out what it does not have."""
    rows = [
        {"Id": "b" * 64, "Names": ["/x"], "Image": "docker.io/library/alpine:latest", "State": "running", "Created": 1}
    ]
    url = serve(_server(lambda path: json.dumps(rows), []))
    engine = DockerEngine(lambda: Endpoint(url), 5)
    container = engine.containers()[0]
    engine.close()

    assert (container.name, container.status, container.ports, dict(container.labels)) == ("x", "running", (), {})
