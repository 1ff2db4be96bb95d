"""What only a real engine can show."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docker
import pytest

from commands.contexts import Endpoint
from commands.engine import DockerEngine
from commands.records import Container
from tests.conftest import MakeContainer

pytestmark = pytest.mark.engine


def _listed(engine: DockerEngine, identity: str) -> Container:
    return next(each for each in engine.containers(every=True) if each.id == identity)


@pytest.fixture
def run_to_end(docker_client: docker.APIClient, make_container: MakeContainer, real: DockerEngine) -> Any:
    """Runs a shell script in a container until it ends."""

    def run(script: str, **options: Any) -> Container:
        identity = make_container(command=["sh", "-c", script], **options)
        docker_client.wait(identity, timeout=30)
        return _listed(real, identity)

    return run


@pytest.mark.parametrize("tty", [False, True])
def test_logs_are_the_last_lines_with_both_streams(real: DockerEngine, run_to_end: Any, tty: bool) -> None:
    container = run_to_end("for i in 1 2 3; do echo out$i; sleep 0.1; echo err$i >&2; sleep 0.1; done", tty=tty)

    log = real.logs(container, 4)

    assert log.text.split() == ["out2", "err2", "out3", "err3"]
    assert log.requested == 4


@pytest.mark.parametrize("tty", [False, True])
def test_logs_have_no_escapes_and_survive_bytes_that_are_no_text(
    real: DockerEngine, run_to_end: Any, tty: bool
) -> None:
    container = run_to_end(r"printf '\033[31mvermelho\033[0m \033]0;t\007a\xff\xfeção 1%%\r100%%\n'", tty=tty)

    text = real.logs(container, 10).text

    assert text.strip() == "100%"
    assert "\x1b" not in text


def test_a_log_that_is_enormous_is_read_only_at_its_end(real: DockerEngine, run_to_end: Any) -> None:
    container = run_to_end("yes 0123456789abcdef | head -c 2500000; echo; echo fim")

    text = real.logs(container, 10_000_000).text

    assert text.endswith("fim\n")
    assert len(text) <= 1 << 20


def test_stats_equal_those_of_the_docker_command(
    real: DockerEngine, make_container: MakeContainer, docker_host: str
) -> None:
    """Memory and processes, to the precision that the command shows; the CPU moves between two samples."""
    if shutil.which("docker") is None:
        pytest.skip("the docker command is not installed")
    container = _listed(
        real, make_container(command=["sh", "-c", "dd if=/dev/zero of=/tmp/x bs=1M count=8; sleep 1000"])
    )
    real.stats((container,))  # the file has been written
    sample = real.stats((container,))[0]

    format_ = "{{.MemUsage}}|{{.PIDs}}"
    command = ["docker", "-H", docker_host, "stats", "--no-stream", "--format", format_, container.id]
    memory, pids = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().split("|")
    used, limit = (_bytes(part.strip()) for part in memory.split("/"))

    assert sample.memory == pytest.approx(used, rel=0.25)
    assert sample.memory < 8 << 20  # without the page cache of the file
    assert sample.memory_limit == pytest.approx(limit, rel=0.01)
    assert sample.pids == int(pids)


def test_a_busy_container_shows_its_core(real: DockerEngine, make_container: MakeContainer) -> None:
    container = _listed(real, make_container(command=["sh", "-c", "while :; do :; done"]))

    assert 20 < real.stats((container,))[0].cpu < 200


def test_a_change_in_the_file_system_is_told(real: DockerEngine, run_to_end: Any) -> None:
    container = run_to_end("touch /tmp/novo; rm /bin/false")

    changes = {(change.kind, change.path) for change in real.changes(container)}

    assert {("A", "/tmp/novo"), ("C", "/bin"), ("D", "/bin/false")} <= changes


def test_a_program_that_does_not_exist_cannot_be_run(private_engine: Any, name: str) -> None:
    engine = DockerEngine(lambda: Endpoint(private_engine.url), 10)
    try:
        with pytest.raises(Exception, match="not found") as caught:
            engine.run("busybox", name, {}, ["no-such-program"])

        assert type(caught.value).__name__ == "BadRequest"
        assert all(each.name != name for each in engine.containers(every=True))
    finally:
        engine.close()


def test_a_container_that_removes_itself_is_told_as_stopped(
    real: DockerEngine, docker_client: docker.APIClient, make_container: MakeContainer
) -> None:
    config = docker_client.create_host_config(auto_remove=True)
    container = _listed(real, make_container(host_config=config))

    assert real.stop(container).state in ("exited", "removing")


def test_a_volume_knows_who_uses_it(
    real: DockerEngine, docker_client: docker.APIClient, make_container: MakeContainer, name: str
) -> None:
    docker_client.create_volume(name, labels={"estivador.test": "1"})
    config = docker_client.create_host_config(binds=[f"{name}:/data"])
    identity = make_container(name=f"{name}-c", host_config=config)
    try:
        volume = next(each for each in real.volumes() if each.name == name)

        assert volume.in_use_by == (f"{name}-c",)
        assert f"{name}:/data" in real.details(_listed(real, identity)).mounts
    finally:
        docker_client.remove_container(identity, force=True)
        docker_client.remove_volume(name)


def test_published_ports_are_shown_once_for_all_addresses(
    real: DockerEngine, docker_client: docker.APIClient, make_container: MakeContainer
) -> None:
    config = docker_client.create_host_config(port_bindings={80: 18090, 53: ("127.0.0.1", 18091)})
    identity = make_container(ports=[80, 53, 99], host_config=config)

    assert _listed(real, identity).ports == ("127.0.0.1:18091->53/tcp", "18090->80/tcp", "99/tcp")


@pytest.fixture
def manager(private_engine: Any) -> Iterator[DockerEngine]:
    """The private engine as a swarm of one, with a service."""
    client = docker.APIClient(private_engine.url, version="auto")
    client.init_swarm(advertise_addr="127.0.0.1", listen_addr="127.0.0.1:23770")
    engine = DockerEngine(lambda: Endpoint(private_engine.url), 15)
    yield engine
    engine.close()
    client.leave_swarm(force=True)
    client.close()


def test_a_swarm_tells_its_nodes_and_scales_its_services(manager: DockerEngine, private_engine: Any, name: str) -> None:
    client = docker.APIClient(private_engine.url, version="auto")
    template = docker.types.TaskTemplate(docker.types.ContainerSpec("busybox:latest", ["sleep", "1000"]))
    client.create_service(template, name=name, mode=docker.types.ServiceMode("replicated", 0))
    client.create_service(template, name=f"{name}-g", mode="global")
    try:
        scaled = manager.scale(name, 2)
        services = {service.name: service for service in manager.services()}

        assert (scaled.name, scaled.desired, scaled.mode) == (name, 2, "replicated")
        assert services[name].desired == 2
        assert services[f"{name}-g"].desired is None
        assert [(node.role, node.is_leader, node.state) for node in manager.nodes()] == [("manager", True, "ready")]
        assert manager.info().swarm == "active"
    finally:
        for service in (name, f"{name}-g"):
            client.remove_service(service)
        client.close()


def _bytes(shown: str) -> float:
    match = re.fullmatch(r"([\d.]+)([KMG]?i?B)", shown)
    assert match is not None, shown
    return float(match[1]) * {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}[match[2]]


def test_the_private_engine_leaves_nothing_mounted_here(private_engine: Any) -> None:
    """Its mounts are in its own namespace, so its folder can be removed."""
    assert str(private_engine.folder) not in Path(f"/proc/{os.getpid()}/mounts").read_text()
