"""A real engine behind TLS that asks for a client's certificate, as `dockerd --tlsverify` does."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from commands.contexts import Endpoint, Tls
from commands.engine import DockerEngine
from commands.errors import CommandError, EngineForbidden, EngineUnreachable, HostMisconfigured
from tests.certificates import Authority

pytestmark = pytest.mark.engine


@dataclass(frozen=True)
class Loopback:
    url: str
    authority: Authority

    def tls(self, name: str = "cliente", ca: str | None = None) -> Tls:
        cert, key = self.authority.issue(name)
        return Tls(ca or self.authority.ca, cert, key)


@pytest.fixture
def loopback(docker_host: str, tmp_path: Path) -> Iterator[Loopback]:
    """127.0.0.1 with TLS in front of the test's engine."""
    if not docker_host.startswith("unix://"):
        pytest.skip("the test's engine has no local socket")
    authority = Authority(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*authority.issue("servidor"))
    context.load_verify_locations(authority.ca)
    context.verify_mode = ssl.CERT_REQUIRED
    listener = socket.create_server(("127.0.0.1", 0))
    path = docker_host.removeprefix("unix://")
    threading.Thread(target=_accept, args=(listener, context, path), daemon=True).start()
    yield Loopback(f"tcp://127.0.0.1:{listener.getsockname()[1]}", authority)
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def _accept(listener: socket.socket, context: ssl.SSLContext, path: str) -> None:
    while True:
        try:
            plain, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(plain, context, path), daemon=True).start()


def _serve(plain: socket.socket, context: ssl.SSLContext, path: str) -> None:
    with closing(plain), suppress(OSError):
        plain.settimeout(10)
        client = context.wrap_socket(plain, server_side=True)
        with closing(client), closing(socket.socket(socket.AF_UNIX)) as engine:
            engine.connect(path)
            back = threading.Thread(target=_copy, args=(engine, client), daemon=True)
            back.start()
            _copy(client, engine)
            back.join(10)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def _ask(url: str, tls: Tls | None) -> str:
    engine = DockerEngine(lambda: Endpoint(url, tls), 5)
    try:
        return engine.ping()
    finally:
        engine.close()


def test_with_the_right_certificates_the_engine_answers(loopback: Loopback, real: DockerEngine) -> None:
    assert _ask(loopback.url, loopback.tls()) == real.ping()


def test_a_proxy_variable_of_ours_is_not_meant_for_the_engine(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)

    assert _ask(loopback.url, loopback.tls())


def test_an_engine_of_another_authority_is_not_trusted(loopback: Loopback, tmp_path: Path) -> None:
    other = Authority(tmp_path, "outra")

    with pytest.raises(HostMisconfigured):
        _ask(loopback.url, loopback.tls(ca=other.ca))


@pytest.mark.parametrize("certificate", ["none", "foreign"])
def test_without_a_certificate_that_the_engine_trusts_it_is_no_use(
    loopback: Loopback, tmp_path: Path, certificate: str
) -> None:
    tls = Tls(loopback.authority.ca)
    if certificate == "foreign":
        cert, key = Authority(tmp_path, "outra").issue("intruso")
        tls = Tls(loopback.authority.ca, cert, key)

    # Whether the alert or the closed connection arrives first is chance.
    with pytest.raises((HostMisconfigured, EngineForbidden, EngineUnreachable)):
        _ask(loopback.url, tls)


def test_plain_words_to_a_tls_port_fail(loopback: Loopback) -> None:
    with pytest.raises(CommandError):
        _ask(loopback.url, None)
