"""The HTTP server in front of the methods."""

import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.bot_api.errors import ApiError
from tests.fakes.bot_api.forms import parameters
from tests.fakes.bot_api.methods import METHODS
from tests.fakes.bot_api.world import World

_PATH = re.compile(r"/bot([^/]+)/(?:test/)?(\w+)")


class Server(ThreadingHTTPServer):
    """Listens on a free port of this machine."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, world: World) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.world = world
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), name="bot-api", daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self.world.changed:
            self.world.is_stopping = True
            self.world.changed.notify_all()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A bot that goes away in the middle of a request is nothing strange."""
        if not isinstance(sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        try:
            self._answer(200, {"ok": True, "result": self._called()})
        except ApiError as error:
            refusal: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                refusal["parameters"] = error.parameters
            self._answer(error.code, refusal)

    do_GET = do_POST

    def _called(self) -> Any:
        world = self.server.world
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = _PATH.fullmatch(address.path)
        if found is None or ":" not in found[1]:
            raise ApiError(404, "Not Found")
        if found[1] != world.token:
            raise ApiError(401, "Unauthorized")
        name = found[2].lower()
        if name not in METHODS:
            raise ApiError(404, "Not Found")
        given = parameters(address.query, self.headers.get("Content-Type", ""), body)
        with world.changed:
            world.calls.append(name)
            if world.outages.get(name, 0) > 0:
                world.outages[name] -= 1
                raise ApiError(502, "Bad Gateway")
        return self._noted(name, given)

    def _noted(self, name: str, given: dict[str, Any]) -> Any:
        world = self.server.world
        try:
            return METHODS[name](world, given)
        except ApiError as error:
            with world.changed:
                world.refused.append(f"{name}: {error.description}")
                world.changed.notify_all()
            raise

    def _answer(self, code: int, content: dict[str, Any]) -> None:
        payload = json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Quiet: `World.calls` and `World.refused` tell more."""
