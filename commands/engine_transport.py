"""How bytes reach an engine where docker-py's own ways fall short."""

import socket
from typing import Any

from docker.constants import DEFAULT_NUM_POOLS_SSH
from docker.transport import SSHHTTPAdapter, UnixHTTPAdapter
from docker.transport.unixconn import UnixHTTPConnection, UnixHTTPConnectionPool


class SshAdapter(SSHHTTPAdapter):
    """Over ssh, but it gives up connecting in time."""

    def __init__(self, base_url: str, timeout: float) -> None:
        self._limit = timeout
        self.ssh_params: dict[str, Any]
        super().__init__(base_url, timeout, pool_connections=DEFAULT_NUM_POOLS_SSH)  # type: ignore[arg-type]

    def _connect(self) -> None:
        if self.ssh_client:
            limits = dict.fromkeys(("timeout", "banner_timeout", "auth_timeout", "channel_timeout"), self._limit)
            try:
                self.ssh_client.connect(**self.ssh_params, **limits)
            except BaseException:
                self.ssh_client.close()
                raise


class UnixAdapter(UnixHTTPAdapter):
    """Over a local socket, but a socket that nobody listens at is closed and not left to be collected."""

    def get_connection(self, url: Any, proxies: Any = None) -> Any:
        with self.pools.lock:
            pool = self.pools.get(url)
            if pool is None:
                pool = self.pools[url] = _UnixPool(url, self.socket_path, self.timeout, maxsize=self.max_pool_size)
        return pool


class _UnixPool(UnixHTTPConnectionPool):
    def _new_conn(self) -> Any:
        return _UnixConnection(self.base_url, self.socket_path, self.timeout)  # type: ignore[arg-type]


class _UnixConnection(UnixHTTPConnection):
    def connect(self) -> None:
        opened = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            opened.settimeout(self.timeout)
            opened.connect(self.unix_socket)
        except BaseException:
            opened.close()
            raise
        self.sock = opened
