"""What all tests share: a Docker engine of their own, and containers on it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from uuid import uuid4

import docker
import docker.errors
import pytest

from tests.private_engine import IMAGE, LABEL, NoEngine, PrivateEngine, import_busybox

MakeContainer = Callable[..., str]


@pytest.fixture(scope="session")
def started_engine() -> Iterator[PrivateEngine | NoEngine]:
    """A dockerd of our own with the image busybox:latest, or why there is none."""
    # Not pytest's folder: a socket's path may have 107 characters at most.
    engine = PrivateEngine(Path(tempfile.mkdtemp(prefix="estv-")))
    try:
        engine.start()
        import_busybox(engine.url)
    except NoEngine as error:
        engine.remove()
        yield error
        return
    yield engine
    engine.remove()


@pytest.fixture(scope="session")
def private_engine(started_engine: PrivateEngine | NoEngine) -> PrivateEngine:
    """A dockerd of our own; skipped where none can be started, a failure in CI."""
    if isinstance(started_engine, NoEngine):
        _lacking(str(started_engine))
    return started_engine


@pytest.fixture(scope="session")
def docker_host(started_engine: PrivateEngine | NoEngine) -> Iterator[str]:
    """The address of a Docker engine: a private one, else the one that ESTIVADOR_TEST_DOCKER_HOST lends us.

    On a lent one every object has the label `estivador.test=1`, and nothing without it may be touched: a test that
    prunes, or lets the engine make containers by itself, takes `private_engine` instead.
    """
    if isinstance(started_engine, PrivateEngine):
        yield started_engine.url
        return
    lent = os.environ.get("ESTIVADOR_TEST_DOCKER_HOST")
    if not lent:
        _lacking(str(started_engine))
    client = docker.APIClient(lent, version="auto")
    had_image = any(IMAGE in (row["RepoTags"] or ()) for row in client.images())
    if not had_image:
        import_busybox(lent, label=True)
    yield lent
    for row in client.containers(all=True, filters={"label": f"{LABEL}=1"}):
        client.remove_container(row["Id"], force=True, v=True)
    if not had_image:
        client.remove_image(IMAGE)
    client.close()


@pytest.fixture(scope="session")
def docker_client(docker_host: str) -> Iterator[docker.APIClient]:
    """Another client than ours, to make things with and to see what came of them."""
    client = docker.APIClient(docker_host, version="auto", timeout=30)
    yield client
    client.close()


@pytest.fixture
def make_container(docker_client: docker.APIClient) -> Iterator[MakeContainer]:
    """Makes a labelled container and returns its id; all of them are removed after the test."""
    made: list[str] = []

    def make(name: str | None = None, command: Any = ("sleep", "1000"), start: bool = True, **options: Any) -> str:
        labels = {LABEL: "1", **options.pop("labels", {})}
        name = name or f"t-{uuid4().hex[:8]}"
        created = docker_client.create_container(
            IMAGE, command=list(command), name=name, labels=labels, stop_signal="SIGKILL", **options
        )
        made.append(created["Id"])
        if start:
            docker_client.start(created["Id"])
        return str(created["Id"])

    yield make
    for identity in made:
        try:
            docker_client.remove_container(identity, force=True, v=True)
        except docker.errors.APIError as error:
            if error.status_code not in (404, 409):  # gone, or just going
                raise


def _lacking(why: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"in CI the tests need a Docker engine: {why}")
    pytest.skip(f"no Docker engine: {why}")
