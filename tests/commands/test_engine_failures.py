"""A dead, hanging, forbidden or broken engine, each as the right error and in its time."""

import os
import socket
import tempfile
import threading
from pathlib import Path
from time import monotonic

import pytest

from commands.contexts import Endpoint, Tls
from commands.engine import DockerEngine
from commands.errors import (
    CommandError,
    EngineFailed,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    HostMisconfigured,
)
from tests.commands.conftest import Answer, Serve
from tests.private_engine import NoEngine, PrivateEngine


def _http(status: str, body: str, kind: str = "application/json") -> Answer:
    def answer(connection: socket.socket) -> None:
        connection.recv(4096)
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        connection.sendall((head + body).encode())
        connection.close()

    return answer


def _failure(url: str, timeout: float = 2.0, tls: Tls | None = None) -> CommandError:
    engine = DockerEngine(lambda: Endpoint(url, tls), timeout)
    try:
        with pytest.raises(CommandError) as caught:
            engine.containers()
    finally:
        engine.close()
    return caught.value


def test_a_socket_that_is_not_there_is_unreachable(folder: Path) -> None:
    assert isinstance(_failure(f"unix://{folder}/none.sock"), EngineUnreachable)


def test_a_socket_that_nobody_listens_at_is_unreachable(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(folder / "left.sock"))

        assert isinstance(_failure(f"unix://{folder}/left.sock"), EngineUnreachable)


def test_a_port_that_nobody_listens_at_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))

        assert isinstance(_failure(f"tcp://127.0.0.1:{taken.getsockname()[1]}"), EngineUnreachable)


def test_a_name_that_does_not_resolve_is_unreachable() -> None:
    assert isinstance(_failure("tcp://no-such-machine.invalid:2375"), EngineUnreachable)


def test_a_socket_that_never_answers_is_a_timeout_at_about_its_limit(serve: Serve) -> None:
    url = serve(lambda connection: None)
    started = monotonic()
    error = _failure(url, timeout=0.5)

    assert isinstance(error, EngineTimeout)
    assert monotonic() - started < 5


def test_several_callers_of_a_hanging_engine_wait_their_own_limit_and_not_each_other_s(
    serve: Serve,
) -> None:
    url = serve(lambda connection: None)
    engine = DockerEngine(lambda: Endpoint(url), 0.5)
    errors: list[CommandError] = []

    def ask() -> None:
        with pytest.raises(CommandError) as caught:
            engine.ping()
        errors.append(caught.value)

    threads = [threading.Thread(target=ask) for _ in range(12)]
    started = monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [type(error) for error in errors] == [EngineTimeout] * 12
    assert monotonic() - started < 5  # one after the other would be 6 s
    engine.close()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (lambda connection: connection.close(), EngineUnreachable),
        (_http("200 OK", "<html>"), EngineFailed),
        (_http("200 OK", "{}"), EngineFailed),
        (_http("403 Forbidden", "<html>no</html>", "text/html"), EngineForbidden),
        (_http("404 Not Found", "404 page not found", "text/plain"), EngineFailed),
        (
            _http("400 Bad Request", "Client sent an HTTP request to an HTTPS server.\n", "text/plain"),
            HostMisconfigured,
        ),
        (_http("502 Bad Gateway", ""), EngineFailed),
    ],
)
def test_who_is_no_engine_fails_as_what_it_is(serve: Serve, answer: Answer, kind: type[CommandError]) -> None:
    assert type(_failure(serve(answer))) is kind


@pytest.mark.parametrize("url", ["tcp://", "tcp://h:notaport", "npipe://x", "ssh://a:b@h"])
def test_an_address_that_is_none_is_a_mistake_of_configuration_or_fails(url: str) -> None:
    assert isinstance(_failure(url), HostMisconfigured | EngineFailed | EngineUnreachable)


def test_certificates_that_are_not_there_are_a_mistake_of_configuration(folder: Path) -> None:
    missing = str(folder / "x.pem")

    assert isinstance(_failure("tcp://127.0.0.1:1", tls=Tls(missing, missing, missing)), HostMisconfigured)
    assert isinstance(_failure("tcp://127.0.0.1:1", tls=Tls(ca=missing)), HostMisconfigured)


def test_an_ssh_server_that_nobody_knows_is_a_mistake_of_configuration_or_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))

        assert isinstance(_failure(f"ssh://ana@127.0.0.1:{taken.getsockname()[1]}"), EngineUnreachable)


def test_an_ssh_server_that_never_greets_costs_about_the_limit() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        started = monotonic()

        error = _failure(f"ssh://ana@127.0.0.1:{silent.getsockname()[1]}", timeout=0.5)

    assert isinstance(error, EngineTimeout | EngineUnreachable)
    assert monotonic() - started < 8


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not")
def test_a_socket_that_we_may_not_open_is_forbidden(folder: Path, serve: Serve) -> None:
    url = serve(lambda connection: None)
    Path(url.removeprefix("unix://")).chmod(0o600)
    folder.chmod(0o755)
    os.seteuid(65534)
    try:
        error = _failure(url)
    finally:
        os.seteuid(0)

    assert isinstance(error, EngineForbidden)


@pytest.mark.engine
def test_an_engine_that_dies_and_comes_back_is_used_again(docker_host: str) -> None:
    """`docker_host` is only taken to learn that engines can be started here."""
    engine_folder = Path(tempfile.mkdtemp(prefix="estv2-"))
    private = PrivateEngine(engine_folder)
    try:
        private.start()
    except NoEngine as error:
        private.remove()
        pytest.skip(str(error))
    engine = DockerEngine(lambda: Endpoint(private.url), 5)
    try:
        alive = engine.ping()
        private.stop()
        with pytest.raises(EngineUnreachable):
            engine.containers()
        private.start()

        assert engine.ping() == alive
    finally:
        engine.close()
        private.remove()
