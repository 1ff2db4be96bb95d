"""The engine's JSON, read into records. Pure: a missing key raises, and the engine's door says so."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from commands.records import (
    Container,
    ContainerDetails,
    EngineInfo,
    FileChange,
    FoundImage,
    Image,
    Layer,
    Network,
    Node,
    Service,
    Volume,
)

Json = Mapping[str, Any]

_CHANGES = {0: "C", 1: "A", 2: "D"}
_ANYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - read, not bound
_FRACTION = re.compile(r"\.(\d{1,6})\d*")
_UNTAGGED = "<none>:<none>"


def moment(text: str | None) -> datetime | None:
    """The engine's RFC 3339 moment; None for its "never" (year 1) and for nothing at all."""
    if not text or text.startswith("0001-01-01"):
        return None
    parsed = datetime.fromisoformat(_FRACTION.sub(r".\1", text))
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _of_seconds(seconds: float) -> datetime:
    return datetime.fromtimestamp(max(seconds, 0), UTC)


def _created(raw: Json) -> datetime:
    """Podman's lists have text where Docker's have seconds."""
    value = raw.get("Created") or 0
    return (moment(value) or _of_seconds(0)) if isinstance(value, str) else _of_seconds(value)


def container(raw: Json) -> Container:
    """A row of the container list."""
    return Container(
        id=raw["Id"],
        name=_own_name(raw["Names"], raw["Id"]),
        image=raw["Image"],
        state=raw["State"],
        status=raw.get("Status") or raw["State"],
        created=_created(raw),
        ports=ports(raw.get("Ports") or ()),
        labels=raw.get("Labels") or {},
    )


def _own_name(names: Iterable[str] | None, identity: str) -> str:
    # Links of other containers show as "/other/alias": its own name has one slash.
    own = [name.lstrip("/") for name in names or () if "/" not in name.lstrip("/")]
    return own[0] if own else identity[:12]


def ports(rows: Iterable[Json]) -> tuple[str, ...]:
    """Published on every address: "8080->80/tcp"; on one: "127.0.0.1:8080->80/tcp"; only exposed: "80/tcp"."""
    shown = []
    for row in sorted(rows, key=lambda row: (row["PrivatePort"], row.get("PublicPort") or 0)):
        inside = f"{row['PrivatePort']}/{row.get('Type') or 'tcp'}"
        address = row.get("IP") or ""
        where = "" if address in _ANYWHERE else f"{address}:"
        shown.append(f"{where}{row['PublicPort']}->{inside}" if row.get("PublicPort") else inside)
    return tuple(dict.fromkeys(shown))


def details(listed: Container, raw: Json) -> ContainerDetails:
    """What `docker inspect` says of `listed`."""
    state, config, host = raw["State"], raw["Config"], raw.get("HostConfig") or {}
    networks: Json = (raw.get("NetworkSettings") or {}).get("Networks") or {}
    addresses = {
        name: network.get("IPAddress") or network.get("GlobalIPv6Address") for name, network in networks.items()
    }
    finished = moment(state.get("FinishedAt"))
    is_over = finished is not None and not state.get("Running")
    return ContainerDetails(
        container=listed,
        exit_code=state.get("ExitCode") if is_over else None,
        oom_killed=bool(state.get("OOMKilled")),
        started=moment(state.get("StartedAt")),
        finished=finished,
        health=(state.get("Health") or {}).get("Status") or None,
        restart_policy=(host.get("RestartPolicy") or {}).get("Name") or "no",
        restart_count=raw.get("RestartCount") or 0,
        command=(*_argv(config.get("Entrypoint")), *_argv(config.get("Cmd"))),
        environment=tuple(config.get("Env") or ()),
        mounts=tuple(_mount(mount) for mount in raw.get("Mounts") or ()),
        addresses={name: address for name, address in addresses.items() if address},
        raw=raw,
    )


def _argv(value: str | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _mount(raw: Json) -> str:
    source = raw.get("Name") or raw.get("Source") or raw.get("Type")
    return f"{source}:{raw['Destination']}" + ("" if raw.get("RW") else ":ro")


def image(raw: Json) -> Image:
    """A row of the image list, or what inspecting an image says."""
    tags = tuple(tag for tag in raw.get("RepoTags") or () if tag != _UNTAGGED)
    return Image(id=raw["Id"], tags=tags, size=raw["Size"], created=_created(raw))


def found_image(raw: Json) -> FoundImage:
    return FoundImage(
        raw["name"], raw.get("description") or "", raw.get("star_count") or 0, bool(raw.get("is_official"))
    )


def change(raw: Json) -> FileChange:
    return FileChange(_CHANGES[raw["Kind"]], raw["Path"])


def layer(raw: Json) -> Layer:
    tags = tuple(tag for tag in raw.get("Tags") or () if tag != _UNTAGGED)
    return Layer(_created(raw), raw.get("CreatedBy") or "", raw.get("Size") or 0, tags)


def engine_info(raw: Json, api: str) -> EngineInfo:
    return EngineInfo(
        version=raw["ServerVersion"],
        api=api,
        operating_system=raw.get("OperatingSystem") or raw.get("OSType") or "",
        kernel=raw.get("KernelVersion") or "",
        architecture=raw.get("Architecture") or "",
        storage_driver=raw.get("Driver") or "",
        cgroup_version=raw.get("CgroupVersion") or "1",  # older engines know no other
        cpus=raw.get("NCPU") or 0,
        memory=raw.get("MemTotal") or 0,
        running=raw["ContainersRunning"],
        paused=raw["ContainersPaused"],
        stopped=raw["ContainersStopped"],
        images=raw["Images"],
        swarm=(raw.get("Swarm") or {}).get("LocalNodeState") or "inactive",
        warnings=tuple(raw.get("Warnings") or ()),
    )


def volume(raw: Json, users: Mapping[str, list[str]]) -> Volume:
    """`users` has the names of the containers that mount each volume."""
    return Volume(raw["Name"], raw["Driver"], raw["Mountpoint"], tuple(sorted(users.get(raw["Name"], ()))))


def volume_users(rows: Iterable[Json]) -> dict[str, list[str]]:
    """From the container list: which containers mount which volume."""
    users: dict[str, list[str]] = {}
    for row in rows:
        for mount in row.get("Mounts") or ():
            if isinstance(mount, Mapping) and mount.get("Name"):
                users.setdefault(mount["Name"], []).append(_own_name(row["Names"], row["Id"]))
    return users


def network(raw: Json) -> Network:
    pools = (raw.get("IPAM") or {}).get("Config") or ()
    subnets = tuple(pool["Subnet"] for pool in pools if pool.get("Subnet"))
    return Network(raw["Id"], raw["Name"], raw["Driver"], raw.get("Scope") or "local", subnets)


def service(raw: Json, running: int) -> Service:
    spec = raw["Spec"]
    mode = next(iter(spec["Mode"])).lower()
    image_name = spec["TaskTemplate"].get("ContainerSpec", {}).get("Image", "")
    published = (raw.get("Endpoint") or {}).get("Ports") or ()
    return Service(
        id=raw["ID"],
        name=spec["Name"],
        image=image_name.partition("@")[0],
        mode=mode,
        running=running,
        desired=spec["Mode"]["Replicated"].get("Replicas", 0) if mode == "replicated" else None,
        ports=tuple(
            f"{port['PublishedPort']}->{port['TargetPort']}/{port['Protocol']}"
            for port in published
            if port.get("PublishedPort")
        ),
    )


def node(raw: Json) -> Node:
    description = raw.get("Description") or {}
    return Node(
        id=raw["ID"],
        name=description.get("Hostname") or raw["ID"],
        role=raw["Spec"]["Role"],
        state=raw["Status"]["State"],
        availability=raw["Spec"]["Availability"],
        is_leader=bool((raw.get("ManagerStatus") or {}).get("Leader")),
        version=(description.get("Engine") or {}).get("EngineVersion") or "",
    )
