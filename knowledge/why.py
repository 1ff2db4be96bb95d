"""Why a sentence was understood so: what the models weighed, and the rules that spoke."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge import guards
from knowledge.model import Model
from knowledge.scoring import Scorer
from knowledge.tags import Inventory

_SHOWN = {"w": "{}", "s": "{}", "b": "{}", "c": "docker {}", "^1": "começa com {}"}
_MOST = 5

Reasons = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Why:
    """Probabilities of the intents; the likeliest topic and operation with what spoke for them; a veto, if any."""

    intents: Mapping[str, float]
    topic: str
    topic_reasons: Reasons
    operation: str
    operation_reasons: Reasons
    veto: str | None


def why(scorer: Scorer, text: str, inventory: Inventory) -> Why:
    """The reasons of a sentence; a command or a docker line needs none, it is read by its grammar."""
    _, scores = scorer.score(text, inventory)
    topic, operation = scores.topics[0].id, scores.operations[0].id
    return Why(
        scores.intents,
        topic,
        _reasons(scorer.trained.topics, scores.features, topic),
        operation,
        _reasons(scorer.trained.operations, scores.features, operation),
        guards.hold(text) or guards.metacharacter(text),
    )


def _reasons(model: Model, features: Mapping[str, int], name: str) -> Reasons:
    """The readable features that speak most for `name`: pieces of words and shapes say nothing to people."""
    found: dict[str, float] = {}
    for feature, share in model.reasons(features, name, 60):
        kind, _, form = feature.partition(":")
        if kind in _SHOWN and len(found) < _MOST:
            found.setdefault(_SHOWN[kind].format(form.replace("_", " ")), share)
    return tuple(found.items())
