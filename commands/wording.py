"""Figures and lists as Portuguese writes them."""

from collections.abc import Sequence
from datetime import UTC, datetime


def decimal(value: float) -> str:
    """At most one place, with a comma: "12,3", "12"; none from 100 on."""
    text = f"{value:.0f}" if value >= 99.95 else f"{value:.1f}"
    return text.removesuffix(".0").replace(".", ",")


def size(count: int) -> str:
    """Bytes on disk or wire, as docker counts these: "12,3 MB", in thousands."""
    return _scaled(count, 1000, ("B", "kB", "MB", "GB", "TB", "PB"))


def memory(count: int) -> str:
    """Bytes of memory, as docker counts these: "12,3 MiB", in 1024s."""
    return _scaled(count, 1024, ("B", "KiB", "MiB", "GiB", "TiB", "PiB"))


def _scaled(count: int, step: int, units: Sequence[str]) -> str:
    value, index = float(count), 0
    while round(value, 1) >= step and index < len(units) - 1:
        value /= step
        index += 1
    return f"{decimal(value)} {units[index]}"


def percent(value: float) -> str:
    return f"{decimal(value)}%"


def counted(count: int, one: str, many: str) -> str:
    """The count with its noun: "1 container", "3 containers"."""
    return f"{count} {one if count == 1 else many}"


def listing(words: Sequence[str]) -> str:
    """ "a", "a e b", "a, b e c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} e {words[-1]}"


def moment(when: datetime) -> str:
    """Day and hour, with the zone's name where it is UTC: the engine's own."""
    zone = " UTC" if when.tzinfo is UTC else ""
    return f"{when:%d/%m/%Y %H:%M}{zone}"
