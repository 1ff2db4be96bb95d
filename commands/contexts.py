"""Docker's own configuration folder: which engine the docker command would talk to."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commands.errors import HostMisconfigured


@dataclass(frozen=True)
class Tls:
    """Paths of PEM files. Without `verify` the engine's certificate is not checked (a context's "SkipTLSVerify")."""

    ca: str | None = None
    cert: str | None = None
    key: str | None = None
    verify: bool = True


@dataclass(frozen=True)
class Endpoint:
    url: str
    tls: Tls | None = None


def context_endpoint(folder: Path, name: str) -> Endpoint:
    """The engine that the docker context `name` names, in the configuration folder `folder` (``~/.docker``)."""
    # The docker command files contexts under the hash of their name.
    hashed = hashlib.sha256(name.encode()).hexdigest()
    described = _read(folder / "contexts" / "meta" / hashed / "meta.json")
    if described is None:
        raise HostMisconfigured(f"there is no docker context {name!r} in {folder}")
    endpoint = described.get("Endpoints", {}).get("docker", {})
    url = endpoint.get("Host")
    if not isinstance(url, str) or not url:
        raise HostMisconfigured(f"docker context {name!r} names no engine")
    return Endpoint(url, _context_tls(folder / "contexts" / "tls" / hashed / "docker", endpoint))


def current_context(folder: Path) -> str | None:
    """The context chosen with ``docker context use``; None for the default one."""
    name = (_read(folder / "config.json") or {}).get("currentContext")
    return name if isinstance(name, str) and name not in ("", "default") else None


def _context_tls(folder: Path, endpoint: Mapping[str, Any]) -> Tls | None:
    files = {name: folder / f"{name}.pem" for name in ("ca", "cert", "key")}
    paths = {name: str(path) for name, path in files.items() if path.is_file()}
    skipped = bool(endpoint.get("SkipTLSVerify"))
    return Tls(paths.get("ca"), paths.get("cert"), paths.get("key"), verify=not skipped) if paths or skipped else None


def _read(path: Path) -> dict[str, Any] | None:
    """The JSON object in a file; None where there is no such file."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise HostMisconfigured(f"{path}: {error}") from error
    if not isinstance(value, dict):
        raise HostMisconfigured(f"{path} holds no JSON object")
    return value
