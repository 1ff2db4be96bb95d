"""Published ports, from how people type them."""

import re

from commands.errors import Unfit

_ONE = re.compile(
    r"(?:(?P<address>\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):)?(?P<outside>\d{1,5}):(?P<inside>\d{1,5})(?:/(?P<protocol>tcp|udp|sctp))?",
    re.I,
)


def published(text: str | None) -> dict[str, str]:
    """ "8080:80,443:443/udp" as {"80/tcp": "8080", "443/udp": "443"}. Raises `Unfit` for anything else."""
    mapping: dict[str, str] = {}
    for typed in re.split(r"[,;\s]+", (text or "").strip()):
        if not typed:
            continue
        inside, outside = _pair(typed)
        if inside in mapping:
            raise Unfit(f"a porta {inside} do container aparece duas vezes em {text!r}")
        mapping[inside] = outside
    return mapping


def _pair(typed: str) -> tuple[str, str]:
    parsed = _ONE.fullmatch(typed)
    if parsed is None:
        raise Unfit(f"não entendi a porta {typed!r}: escreva porta-do-host:porta-do-container, como 8080:80")
    for number in (parsed["outside"], parsed["inside"]):
        if not 1 <= int(number) <= 65535:
            raise Unfit(f"a porta {number} não existe: vai de 1 a 65535")
    inside = f"{int(parsed['inside'])}/{(parsed['protocol'] or 'tcp').lower()}"
    outside = str(int(parsed["outside"]))
    return inside, f"{parsed['address']}:{outside}" if parsed["address"] else outside
