"""Right and wrong answers to labelled sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Label = Mapping[str, Any]
Got = Mapping[str, Any]  # as `knowledge.decision.as_json` gives it


@dataclass
class Tally:
    """The answers to one file; a list is empty where no sentence of the file asks for its figure."""

    sentences: int = 0
    top1: list[bool] = field(default_factory=list)
    top3: list[bool] = field(default_factory=list)
    intent: list[bool] = field(default_factory=list)
    slots: list[bool] = field(default_factory=list)
    pairs: dict[str, bool] = field(default_factory=dict)
    false_runs: int = 0
    milliseconds: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def judge(self, label: Label, got: Got) -> None:
        self.sentences += 1
        self.false_runs += got["intent"] == "run" and label.get("intent") != "run"
        is_right = got["intent"] != "run" if label.get("must_not_run") else self._is_right(label, got)
        if not is_right:
            self.misses.append(_miss(label, got))

    def _is_right(self, label: Label, got: Got) -> bool:
        wanted, accept = label["intent"], label.get("accept", [])
        same_intent = got["intent"] == wanted
        chosen = same_intent and (wanted == "none" or got["id"] in accept)
        self.intent.append(same_intent)
        if wanted != "none":
            self.top1.append(chosen)
            self.top3.append(chosen or any(identifier in accept for identifier in _ranked(got)))
        if "pair" in label:
            self.pairs[label["pair"]] = self.pairs.get(label["pair"], True) and chosen
        if wanted != "run":
            return chosen
        self.slots.append(chosen and _same(label.get("slots") or {}, got["slots"]))
        return self.slots[-1]


def _ranked(got: Got) -> list[str]:
    """The first three ids, best first."""
    chosen = [got["id"]] if got["id"] else []
    return [*chosen, *(other["id"] for other in got["alternatives"])][:3]


def _same(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    return {name: str(value) for name, value in wanted.items()} == {name: str(value) for name, value in got.items()}


def _miss(label: Label, got: Got) -> str:
    wanted = f"{label.get('intent', 'não executar')} {'|'.join(label.get('accept', []))} {label.get('slots') or ''}"
    nearest = ", ".join(f"{other['id']} {other['score']:.2f}" for other in got["alternatives"])
    came = f"{got['intent']} {got['id'] or ''} {got['slots'] or ''} {got['score']:.2f} ({nearest})"
    return f"{label.get('id', '')} «{label['text']}»: queria {wanted.strip()}; veio {came}"
