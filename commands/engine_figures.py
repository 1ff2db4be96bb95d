"""The engine's figures, computed as the docker command computes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from commands.records import Stats, Usage

Json = Mapping[str, Any]

_ALIVE = ("running", "paused", "restarting")


def stats(name: str, raw: Json) -> Stats:
    """One sample, as `docker stats --no-stream` shows it; a stopped container shows zeros."""
    memory: Json = raw.get("memory_stats") or {}
    networks: Json = raw.get("networks") or {}
    block_in, block_out = _block(raw.get("blkio_stats") or {})
    return Stats(
        name=name,
        cpu=_cpu(raw.get("cpu_stats") or {}, raw.get("precpu_stats") or {}),
        memory=_memory(memory),
        memory_limit=memory.get("limit") or 0,
        network_in=sum(network.get("rx_bytes") or 0 for network in networks.values()),
        network_out=sum(network.get("tx_bytes") or 0 for network in networks.values()),
        block_in=block_in,
        block_out=block_out,
        pids=(raw.get("pids_stats") or {}).get("current") or 0,
    )


def _cpu(now: Json, before: Json) -> float:
    used = _usage(now) - _usage(before)
    passed = (now.get("system_cpu_usage") or 0) - (before.get("system_cpu_usage") or 0)
    cores = now.get("online_cpus") or len((now.get("cpu_usage") or {}).get("percpu_usage") or ())
    return used / passed * cores * 100.0 if used > 0 and passed > 0 else 0.0


def _usage(cpu: Json) -> int:
    return int((cpu.get("cpu_usage") or {}).get("total_usage") or 0)


def _memory(memory: Json) -> int:
    """Without the page cache that the kernel would give back: cgroup v1 calls it differently."""
    usage = int(memory.get("usage") or 0)
    counters: Json = memory.get("stats") or {}
    for counter in ("total_inactive_file", "inactive_file"):
        cached = counters.get(counter)
        if cached is not None and cached < usage:
            return usage - int(cached)
    return usage


def _block(block: Json) -> tuple[int, int]:
    totals = {"r": 0, "w": 0}
    for row in block.get("io_service_bytes_recursive") or ():
        first = str(row.get("op") or " ")[0].lower()  # "Read" with cgroup v1, "read" with v2
        if first in totals:
            totals[first] += int(row.get("value") or 0)
    return totals["r"], totals["w"]


def disk_usage(raw: Json) -> tuple[Usage, ...]:
    """The rows of `docker system df`."""
    return (
        _of_images(raw.get("Images") or (), raw.get("LayersSize") or 0),
        _of_containers(raw.get("Containers") or ()),
        _of_volumes(raw.get("Volumes") or ()),
        _of_cache(raw.get("BuildCache") or ()),
    )


def _of_images(images: Iterable[Json], layers: int) -> Usage:
    rows = list(images)
    active = [row for row in rows if row.get("Containers")]
    used = sum(
        row["Size"] - row["SharedSize"] for row in active if row.get("Size", -1) >= 0 <= row.get("SharedSize", -1)
    )
    return Usage("images", len(rows), len(active), layers, max(layers - used, 0))


def _of_containers(containers: Iterable[Json]) -> Usage:
    rows = list(containers)
    active = [row for row in rows if row.get("State") in _ALIVE]
    size, alive = (sum(row.get("SizeRw") or 0 for row in some) for some in (rows, active))
    return Usage("containers", len(rows), len(active), size, size - alive)


def _of_volumes(volumes: Iterable[Json]) -> Usage:
    sizes = [row.get("UsageData") or {} for row in volumes]
    active = [row for row in sizes if row.get("RefCount", 0) > 0]
    size, used = (sum(max(row.get("Size", 0), 0) for row in some) for some in (sizes, active))
    return Usage("volumes", len(sizes), len(active), size, size - used)


def _of_cache(records: Iterable[Json]) -> Usage:
    rows = list(records)
    active = [row for row in rows if row.get("InUse")]
    size, used = (sum(row.get("Size") or 0 for row in some if not row.get("Shared")) for some in (rows, active))
    return Usage("build cache", len(rows), len(active), size, size - used)
