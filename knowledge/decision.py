"""What a sentence asks for: explain a topic, run an operation, ask one question, or admit not knowing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Slots = Mapping[str, str | int]


@dataclass(frozen=True)
class Names:
    """The names known at this moment; a slot value that is one of them is certain."""

    hosts: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A topic, an operation or (when a value is asked for) a name, with a score in 0..1."""

    id: str
    score: float


@dataclass(frozen=True)
class Explain:
    topic: str
    score: float
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Run:
    operation: str
    slots: Slots
    score: float
    confirm: bool
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Ask:
    """One question: between topics or operations (`missing` is None), or for the slot `missing` of operation `id`."""

    choices: tuple[Candidate, ...]
    score: float
    id: str | None = None
    missing: str | None = None
    slots: Slots = field(default_factory=dict)


Reason = Literal["unknown", "negated", "reported", "pretended", "unlisted_host", "bad_value", "empty"]


@dataclass(frozen=True)
class Unknown:
    """Nothing to explain or run; `nearest` only holds what is really near. `detail` is the value refused, if any."""

    score: float
    reason: Reason = "unknown"
    nearest: tuple[Candidate, ...] = ()
    detail: str = ""


Decision = Explain | Run | Ask | Unknown


def as_json(text: str, decision: Decision) -> dict[str, Any]:
    """The public form of a decision: see `estivador ask --json` in docs/compreensao.md. The keys are frozen."""
    match decision:
        case Explain(topic, score, alternatives):
            return _record(text, "explain", topic, {}, False, score, alternatives)
        case Run(operation, slots, score, confirm, alternatives):
            return _record(text, "run", operation, slots, confirm, score, alternatives)
        case Ask(choices, score, chosen, _, slots):
            return _record(text, "ask", chosen, slots, False, score, choices)
        case Unknown(score, _, nearest):
            return _record(text, "none", None, {}, False, score, nearest)


def _record(
    text: str,
    intent: str,
    chosen: str | None,
    slots: Slots,
    confirm: bool,
    score: float,
    alternatives: tuple[Candidate, ...],
) -> dict[str, Any]:
    return {
        "text": text,
        "intent": intent,
        "id": chosen,
        "slots": dict(slots),
        "confirm": confirm,
        "score": round(min(1.0, max(0.0, score)), 4),
        "alternatives": [{"id": c.id, "score": round(c.score, 4)} for c in alternatives[:3]],
    }
