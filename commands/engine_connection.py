"""The one connection to an engine: opened when first needed, opened again after it was lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from commands.contexts import Endpoint
from commands.engine_client import Client
from commands.engine_errors import translated
from commands.errors import EngineUnreachable


class EngineConnection:
    """`timeout` is how many seconds the engine may stay silent in a call. Safe from any thread."""

    def __init__(self, endpoint: Callable[[], Endpoint], timeout: float) -> None:
        self._endpoint = endpoint
        self._timeout = timeout
        self._opened: Client | None = None
        self._lock = Lock()

    @contextmanager
    def _client(self) -> Iterator[Client]:
        """The client; inside, nothing leaves but a `CommandError`."""
        try:
            with translated():
                yield self._open()
        except EngineUnreachable:
            # An engine that comes back may be another version, and an ssh session does not come back by itself.
            self.close()
            raise

    def _open(self) -> Client:
        # Opened outside the lock: with a hanging engine each caller waits its own time limit, not everybody's.
        client = self._opened or Client(self._endpoint(), self._timeout)
        with self._lock:
            kept = self._opened = self._opened or client
        if kept is not client:
            client.close()
        return kept

    def close(self) -> None:
        with self._lock:
            client, self._opened = self._opened, None
        if client is not None:
            client.close()
