"""The connection to one engine, over a socket, TCP, TLS or ssh."""

import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import docker
import docker.errors
import docker.utils
from docker.constants import DEFAULT_DOCKER_API_VERSION
from docker.tls import TLSConfig

from commands.contexts import Endpoint
from commands.engine_transport import SshAdapter, UnixAdapter
from commands.errors import HostMisconfigured

LONGEST_SILENCE = 120  # seconds without a byte, while the engine pulls an image
LOG_BYTES = 1 << 20
_PIECE = 1 << 16
_HEADER = struct.Struct(">BxxxL")


class Client(docker.APIClient):
    """Docker's low-level client, with what it lacks: negotiation, time limits that hold, bounded reading."""

    def __init__(self, endpoint: Endpoint, timeout: float) -> None:
        """Asks the engine for its version, so it raises what no answer raises."""
        self.limit = timeout
        self.is_ssh = endpoint.url.startswith("ssh://")
        self._url_given = endpoint.url
        base_url, tls = _base_url(endpoint), _tls(endpoint)
        try:
            # use_ssh_client only keeps docker-py from connecting at once, without a time limit: see below.
            super().__init__(
                base_url=base_url,
                version="auto",
                timeout=timeout,  # type: ignore[arg-type]
                tls=tls or False,
                use_ssh_client=self.is_ssh,
                max_pool_size=32,
            )
        except BaseException:
            self.close()
            raise

    def _retrieve_server_version(self) -> str:
        # Whatever a proxy variable of our process says, it is not meant for the engine.
        self.trust_env = False
        self._replace_transport()
        answer = self.version(api_version=False)
        return _negotiated(str(answer["ApiVersion"]), str(answer.get("MinAPIVersion") or "1.24"))

    def _replace_transport(self) -> None:
        if self.is_ssh:
            self.mount("http+docker://ssh", SshAdapter(self._url_given, self.limit))
        elif self._url_given.startswith("unix://"):
            replaced: Any = self.get_adapter("http+docker://localhost")
            self.mount("http+docker://", UnixAdapter("http+unix://" + replaced.socket_path, self.limit))  # type: ignore[arg-type]

    def _set_request_timeout(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        kwargs.setdefault("timeout", self.limit)
        if kwargs["timeout"] is None:  # docker-py's "for ever", for pulls
            kwargs["timeout"] = LONGEST_SILENCE
        return kwargs

    def _raise_for_status(self, response: Any) -> None:
        if response.status_code == 304:  # no error for requests, but what was asked did not happen
            raise docker.errors.APIError("not modified", response=response, explanation="it is so already")
        super()._raise_for_status(response)  # type: ignore[misc]

    def log_tail(self, container: str, lines: int, is_tty: bool) -> bytes:
        """The last `lines` lines, and of them at most the last `LOG_BYTES` bytes: a line may be of any length."""
        url = self._url("/containers/{0}/logs", container)  # type: ignore[attr-defined]
        params = {"stdout": 1, "stderr": 1, "follow": 0, "tail": max(lines, 0)}
        tail = bytearray()
        for piece in self._pieces(self._get(url, params=params, stream=True), is_tty):  # type: ignore[attr-defined]
            tail += piece
            if len(tail) > 2 * LOG_BYTES:
                del tail[:-LOG_BYTES]
        return bytes(tail[-LOG_BYTES:])

    def exec_output(self, exec_id: str, seconds: float) -> bytes:
        """Starts a created exec and reads what it prints. Raises `TimeoutError` when it lasts longer than `seconds`."""
        # Without docker-py's "Upgrade" headers the engine just answers, so that reading keeps to our time limit.
        url = self._url("/exec/{0}/start", exec_id)  # type: ignore[attr-defined]
        data = {"Tty": False, "Detach": False}
        response = self._post_json(url, data=data, stream=True, timeout=seconds)  # type: ignore[attr-defined]
        ends = time.monotonic() + seconds
        output = bytearray()
        for piece in self._pieces(response, is_tty=False):
            if time.monotonic() > ends:
                raise TimeoutError("the command is still running")
            output += piece[: LOG_BYTES - len(output)]  # what comes later is read, so that it can end, but not kept
        return bytes(output)

    def _pieces(self, response: Any, is_tty: bool) -> Iterator[bytes]:
        with response:
            self._raise_for_status(response)
            yield from _whole(response.raw) if is_tty else _frames(response.raw)


def _whole(raw: Any) -> Iterator[bytes]:
    while piece := raw.read1(_PIECE):
        yield piece


def _frames(raw: Any) -> Iterator[bytes]:
    """https://docs.docker.com/reference/api/engine/version/v1.45/#tag/Container/operation/ContainerAttach"""
    while len(header := _exactly(raw, _HEADER.size)) == _HEADER.size:
        _, left = _HEADER.unpack(header)
        while left:
            piece = raw.read(min(left, _PIECE))
            if not piece:
                return
            left -= len(piece)
            yield piece


def _exactly(raw: Any, count: int) -> bytes:
    data = b""
    while len(data) < count and (piece := raw.read(count - len(data))):
        data += piece
    return data


def _negotiated(newest: str, oldest: str) -> str:
    """The newest API version that both sides know, as the docker command does."""
    ours = DEFAULT_DOCKER_API_VERSION
    return max(min(newest, ours, key=_as_numbers), oldest, key=_as_numbers)


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _base_url(endpoint: Endpoint) -> str:
    url = endpoint.url
    if not url.startswith("tcp://"):
        return url
    try:
        port = urlsplit(url).port
    except ValueError as error:
        raise HostMisconfigured(f"{url}: {error}") from error
    return url if port else f"{url.rstrip('/')}:{2376 if endpoint.tls else 2375}"


def _tls(endpoint: Endpoint) -> TLSConfig | None:
    tls = endpoint.tls
    if tls is None or endpoint.url.startswith(("unix://", "ssh://")):
        return None
    pair = (tls.cert, tls.key) if tls.cert or tls.key else None
    return TLSConfig(client_cert=pair, ca_cert=tls.ca, verify=tls.verify)  # type: ignore[arg-type]


def port_bindings(ports: Mapping[str, str]) -> dict[int | str, Any]:
    """{"80/tcp": "127.0.0.1:8080"} as docker-py wants it."""
    bindings: dict[int | str, Any] = {}
    for inside, outside in ports.items():
        address, _, port = outside.rpartition(":")
        bindings[inside] = (address.strip("[]"), port) if address else port
    return bindings


def exposed(ports: Sequence[str] | Mapping[str, str]) -> list[tuple[str, str]]:
    pairs = (port.partition("/") for port in ports)
    return [(number, protocol or "tcp") for number, _, protocol in pairs]
