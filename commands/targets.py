"""Which container a text means: a look may pick the likeliest, a change takes what is certain or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from commands.operation import Risk
from commands.records import Container

SERVICE_LABEL = "com.docker.compose.service"
NEAR = 0.6  # worth showing as a choice
PICKED = 0.75  # near enough for a look to go there by itself
MOST = 8  # choices worth showing

_ID_PREFIX = re.compile(r"[0-9a-f]{2,64}")


class Speller(Protocol):
    def best(self, text: str, names: Sequence[str]) -> Sequence[tuple[str, float]]:
        """The names, each with its likeness to `text` in 0..1, likest first."""


class PlainSpeller:
    """Likeness by the standard library.

    Rapidfuzz would be faster, but its one door is the matcher, and a host has tens of containers, not thousands.
    A name that contains the whole text ("postgres" in "loja_postgres_1") counts as very like it.
    """

    def best(self, text: str, names: Sequence[str]) -> Sequence[tuple[str, float]]:
        scored = [(name, self._likeness(text.casefold(), name.casefold())) for name in names]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))

    def _likeness(self, text: str, name: str) -> float:
        ratio = SequenceMatcher(None, text, name, autojunk=False).ratio()
        return max(ratio, 0.9) if len(text) >= 3 and text in name else ratio


@dataclass(frozen=True)
class Found:
    """`is_certain`: its own name or id was said. Else it was picked, and `others` also fitted."""

    container: Container
    is_certain: bool = True
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unclear:
    """None fits, or more than one: `choices` are the names that come near, likest first."""

    choices: tuple[str, ...] = ()


def find(text: str, containers: Sequence[Container], risk: Risk, speller: Speller | None = None) -> Found | Unclear:
    """`containers` are all of the host's, the stopped ones too."""
    said = text.strip().removeprefix("/")
    certain = exact(said, containers)
    if len(certain) == 1:
        return Found(certain[0])
    likely = _likely(said, containers, speller or PlainSpeller()) if not certain else [(each, 1.0) for each in certain]
    choices = tuple(container.name for container, _ in likely)[:MOST]
    # Of several that an id prefix fits none is likelier, so not even a look picks one.
    if risk is Risk.READ and not certain and likely and likely[0][1] >= PICKED:
        return Found(likely[0][0], False, choices[1:])
    return Unclear(choices)


def exact(said: str, containers: Sequence[Container]) -> list[Container]:
    """Those of this name; else of this name but for upper case (phones write "Web"); else whose id begins so."""
    folded = said.casefold()
    by_name = [container for container in containers if container.name == said]
    by_fold = [container for container in containers if container.name.casefold() == folded]
    if by_name or by_fold:
        return by_name or by_fold
    if not _ID_PREFIX.fullmatch(folded):
        return []
    return [container for container in containers if container.id.startswith(folded)]


def _likely(said: str, containers: Sequence[Container], speller: Speller) -> list[tuple[Container, float]]:
    """With their likeness, likest first; of equals, running ones first. A compose service's name counts as a name."""
    by_name = {container.name: container for container in containers}
    scores = {name: score for name, score in speller.best(said, tuple(by_name)) if score >= NEAR and name in by_name}
    for name, container in by_name.items():
        if container.labels.get(SERVICE_LABEL, "").casefold() == said.casefold() != "":
            scores[name] = 1.0
    ranked = sorted(scores, key=lambda name: (-scores[name], not by_name[name].is_running, name))
    return [(by_name[name], scores[name]) for name in ranked]
