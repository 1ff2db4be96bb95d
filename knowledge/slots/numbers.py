"""Numbers with a meaning: lines of a log, ports, replicas."""

from knowledge.slots.frame import Frame
from knowledge.tags import is_ports

_LINES = frozenset("linha linhas ultimas ultimos ultima ultimo tail -n --tail log logs registos lines line".split())
_LAST = frozenset("ultimas ultimos ults ult tail -n --tail".split())
_COUNTS = frozenset("um uma dois duas tres quatro cinco seis sete oito nove dez doze quinze vinte zero".split())
_REPLICAS = frozenset("replica replicas instancia instancias copia copias replicass".split())


def lines(frame: Frame) -> int | None:
    for position in frame.free():
        word = frame.folded(position)
        if not word.isdigit() or not 0 < int(word) <= 100_000:
            continue
        around = {frame.folded(position + 1), frame.folded(position - 1), frame.folded(position - 2)}
        if around & _LINES or frame.folded(position + 2) in {"linhas", "log", "logs"}:
            frame.used.add(position)
            return int(word)
    return None


def ports(frame: Frame) -> str | None:
    """All the published ports, as typed and joined with commas; None where there are none."""
    found = []
    for position in frame.free():
        raw = frame.words[position].raw
        bare = raw.removeprefix("--publish=").removeprefix("-p").removeprefix("=")
        if is_ports(bare):
            frame.used.add(position)
            found.append(bare)
    return ",".join(found) or None


def replicas(frame: Frame) -> str | None:
    """A count beside "réplicas", or behind "para", "em", "=": as typed."""
    counted = [n for n in frame.free() if frame.folded(n).isdigit() or frame.folded(n) in _COUNTS]
    beside = [n for n in counted if frame.folded(n + 1) in _REPLICAS or frame.folded(n + 2) in _REPLICAS]
    behind = [
        n
        for n in counted
        if frame.folded(n - 1) in {"para", "pra", "p", "em", "=", "com", "a", "ate", "replicas", "por", "pras"}
    ]
    digits = [n for n in counted if frame.folded(n).isdigit()]
    chosen = next((group[-1] for group in (beside, behind, digits) if group), None)
    return frame.take(chosen) if chosen is not None else None
