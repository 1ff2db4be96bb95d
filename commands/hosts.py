"""The whitelisted hosts, each with its engine."""

import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from commands.contexts import Endpoint, Tls, context_endpoint, current_context
from commands.engine import DockerEngine
from commands.errors import (
    CommandError,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    HostMisconfigured,
)
from commands.ports import Engine, HostStatus

DEFAULT_URL = "unix:///var/run/docker.sock"
DEFAULT_TIMEOUT = 10.0  # seconds: what a dead host costs

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}", re.I)
_SCHEMES = ("unix", "tcp", "http", "https", "ssh")


class HostError(ValueError):
    """A host's entry cannot be meant so; `mistakes` lists all that is wrong with it."""

    def __init__(self, name: str, mistakes: list[str]) -> None:
        super().__init__(f"host {name!r}: " + "; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Host:
    """Where an engine is: a `url` (unix://, tcp://, ssh://), or the docker `context` of that name.

    `exec_commands` are the commands that may be run inside its containers (see `commands.policy`): none, unless listed.
    `timeout` is how many seconds the engine may take to answer a call. `docker_config` is docker's own folder.
    """

    name: str
    url: str = ""
    description: str = ""
    tls: Tls | None = None
    context: str | None = None
    exec_commands: tuple[str, ...] = ()
    timeout: float = DEFAULT_TIMEOUT
    docker_config: str = "~/.docker"

    def __post_init__(self) -> None:
        mistakes = []
        if not _NAME.fullmatch(self.name):
            mistakes.append("a host's name has letters, digits, '.', '_' and '-' only")
        if bool(self.url) == bool(self.context):
            mistakes.append("give a url or a context, and one of them")
        if self.url and self.url.partition("://")[0] not in _SCHEMES:
            mistakes.append(f"{self.url!r} is none of {', '.join(scheme + '://' for scheme in _SCHEMES)}")
        if self.timeout <= 0:
            mistakes.append("the time limit must be more than zero seconds")
        if mistakes:
            raise HostError(self.name, mistakes)

    @property
    def address(self) -> str:
        """What people may read of where it is."""
        return self.url or f"context {self.context}"

    def endpoint(self) -> Endpoint:
        """Raises `HostMisconfigured` when the context cannot be read."""
        if self.context is None:
            return Endpoint(self.url, self.tls)
        return context_endpoint(Path(self.docker_config).expanduser(), self.context)


def open_engine(host: Host) -> Engine:
    """The engine of `host`; nothing is asked of it before its first method is called."""
    return DockerEngine(host.endpoint, host.timeout)


class Hosts:
    """The whitelist, in the order given. Safe from any thread; engines are opened when first used, and then kept."""

    def __init__(self, hosts: Iterable[Host], opener: Callable[[Host], Engine] = open_engine) -> None:
        self._hosts = {host.name: host for host in hosts}
        self._opener = opener
        self._engines: dict[str, Engine] = {}
        self._lock = Lock()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._hosts)

    def get(self, name: str) -> Host | None:
        return self._hosts.get(name)

    def engine(self, name: str) -> Engine:
        """The engine of a whitelisted host. Raises `KeyError` for any other name: ask `get` first."""
        host = self._hosts[name]
        with self._lock:
            if name not in self._engines:
                self._engines[name] = self._opener(host)
            return self._engines[name]

    def directory(self, permitted: Iterable[str]) -> "PermittedHosts":
        """The hosts that one person may see."""
        allowed = set(permitted)
        return PermittedHosts(self, tuple(name for name in self._hosts if name in allowed))

    def close(self) -> None:
        with self._lock:
            engines, self._engines = list(self._engines.values()), {}
        for engine in engines:
            if isinstance(engine, DockerEngine):
                engine.close()


@dataclass(frozen=True)
class PermittedHosts:
    """A `commands.ports.HostDirectory`."""

    hosts: Hosts
    names: tuple[str, ...]

    def visible(self) -> tuple[HostStatus, ...]:
        """Asks all of them at once: a dead one costs its own time limit, and is its own line."""
        if not self.names:
            return ()
        with ThreadPoolExecutor(max_workers=len(self.names), thread_name_prefix="hosts") as pool:
            return tuple(pool.map(self._status, self.names))

    def _status(self, name: str) -> HostStatus:
        host = self.hosts.get(name)
        assert host is not None, "names come from the whitelist"
        try:
            version, problem = self.hosts.engine(name).ping(), None
        except CommandError as error:
            version, problem = None, describe(error)
        return HostStatus(name, host.description, host.address, version, problem)


def describe(error: CommandError) -> str:
    """Why a host does not serve, in a few words for people."""
    match error:
        case EngineTimeout():
            return "não respondeu a tempo"
        case EngineForbidden():
            return "recusou o acesso"
        case EngineUnreachable():
            return "não responde"
        case HostMisconfigured():
            return "está mal configurado"
        case _:
            return "respondeu com erro"


def default_host(environment: Mapping[str, str], name: str = "local", description: str = "") -> Host:
    """The engine that the docker command would use with these environment variables; whether it answers is not asked.

    As there: DOCKER_HOST, then DOCKER_CONTEXT, then the context chosen with ``docker context use``, then the socket.
    """
    folder = environment.get("DOCKER_CONFIG") or str(Path(environment.get("HOME") or "~") / ".docker")
    url = environment.get("DOCKER_HOST")
    if url:
        return Host(name, url, description, tls=_tls_of(environment, folder, url), docker_config=folder)
    context = environment.get("DOCKER_CONTEXT")
    if not context:
        # A broken config.json is no reason to miss an engine that answers on its usual socket.
        with suppress(HostMisconfigured):
            context = current_context(Path(folder).expanduser())
    if context and context != "default":
        return Host(name, description=description, context=context, docker_config=folder)
    return Host(name, DEFAULT_URL, description, docker_config=folder)


def _tls_of(environment: Mapping[str, str], folder: str, url: str) -> Tls | None:
    verify = bool(environment.get("DOCKER_TLS_VERIFY"))
    given = environment.get("DOCKER_CERT_PATH")
    if not url.startswith("tcp://") or not (verify or given):
        return None
    certificates = Path(given or folder).expanduser()
    ca, cert, key = (str(certificates / f"{name}.pem") for name in ("ca", "cert", "key"))
    return Tls(ca, cert, key, verify=verify)
