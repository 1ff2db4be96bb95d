"""What the models say of a sentence, and what its place, its repetition and its parts add to that."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge import guards, literal, when
from knowledge.corpus import EXPLAIN, HOLD, OUTSIDE, RUN
from knowledge.decision import Candidate
from knowledge.docker_options import VERBS
from knowledge.features import Term, familiar_stems, features, terms
from knowledge.phrase import Signature
from knowledge.sentence import read
from knowledge.spelling import Speller, nearest
from knowledge.tags import Inventory, Tagged
from knowledge.trained import Trained
from knowledge.words import stem

RUNS = 0.45  # the least probability of the intent to run
_STORY = 6  # units from which a sentence is read in parts too
_SURE_PART = 0.85
_SURE_LOOK = 0.5
_LIKELY = 0.04
_NAMED = 0.3  # how much an order gains when it names something of ours
_KEPT = 8
_TOPIC_TRUST, _DOUBT, _ANCHOR_TRUST = 5.3, 5.4, 2.0
_TOTALITY = frozenset(
    """todos todas todo toda tudo geral all inteiro inteira inteiros inteiras qualquer nenhum nenhuma cada zera zerar
    zere ambos resto completo completa everything every""".split()
)
_ANCHORS = frozenset(map(stem, ("docker", "dockerfile", "compose", "dockerd", "containerd", "dockerhub")))


@dataclass(frozen=True)
class Scores:
    """Probabilities by intent, topic and operation; candidates best first."""

    intents: Mapping[str, float]
    topics: tuple[Candidate, ...]
    operations: tuple[Candidate, ...]
    units: tuple[Term, ...] = field(repr=False, default=())
    features: Mapping[str, int] = field(repr=False, default_factory=dict)
    is_gibberish: bool = False

    @property
    def runs(self) -> float:
        return self.intents[RUN]

    @property
    def explains(self) -> float:
        return self.intents[EXPLAIN]

    @property
    def outside(self) -> float:
        return self.intents.get(OUTSIDE, 0.0)

    @property
    def holds(self) -> bool:
        """Likeliest of all: it talks of an action, and orders none."""
        return self.intents.get(HOLD, 0.0) > 0.5

    @property
    def is_foreign(self) -> bool:
        """Not about Docker: the less sure the topic, the less doubt is enough (a logistic fit, docs/compreensao.md)."""
        if self.is_gibberish:
            return True
        doubt = math.log((self.outside + 1e-3) / (self.explains + 1e-3))
        anchored = _ANCHOR_TRUST if any(unit.form in _ANCHORS for unit in self.units) else 0.0
        return doubt > _TOPIC_TRUST * self.topics[0].score - _DOUBT + anchored


class Scorer:
    """Scores sentences with the trained models; pure."""

    def __init__(self, trained: Trained, signatures: Mapping[str, Signature]) -> None:
        self.trained = trained
        self._signatures = signatures
        self.speller = Speller(trained.vocabulary)
        self._familiar = familiar_stems(trained.vocabulary)

    def score(self, text: str, inventory: Inventory) -> tuple[Tagged, Scores]:
        """The tagged sentence and its scores, everything considered."""
        tagged = self._with_near_names(inventory.tag(read(text)), inventory)
        scores = self._with_parts(self.plain(tagged), text, inventory)
        scores = self._with_imperative(scores, tagged)
        scores = self._with_request(self._with_place(scores, tagged), tagged)
        scores = self._with_substitution(self._with_repetition(scores, text), tagged)
        return tagged, _without_totality(scores)

    def _with_near_names(self, tagged: Tagged, inventory: Inventory) -> Tagged:
        """A word that is no word, one slip away from a name of ours, stands for that name."""
        known = list(tagged.known)
        for position, word in enumerate(tagged.words):
            if known[position] or word.folded in self.trained.vocabulary or not word.folded.isalpha():
                continue
            near = nearest(word.folded, inventory.folded_names)
            if near is not None:
                known[position] = inventory.tags_of(near)
        return replace(tagged, known=tuple(known))

    def plain(self, tagged: Tagged) -> Scores:
        """The models' own words."""
        units = terms(tagged, self.speller.respell)
        counts = features(units, tagged.sentence.text, self._familiar)
        trained = self.trained
        intents = dict(zip(trained.intents.classes, trained.intents.scores(counts), strict=True))
        return Scores(
            intents,
            _candidates(trained.topics.best(counts, _KEPT)),
            _candidates(trained.operations.best(counts, _KEPT)),
            tuple(units),
            counts,
            not any(unit.form in self._familiar or unit.form[0] in "<-$" for unit in units),
        )

    def focus(self, operation: str, scores: Scores) -> int:
        """The position of the word that speaks most for the operation; 0 when none does."""
        for feature, _ in self.trained.operations.reasons(scores.features, operation, 12):
            kind, _, form = feature.partition(":")
            if kind not in ("w", "s") or form.startswith("<"):
                continue
            position = next((unit.position for unit in scores.units if form in (unit.form, unit.surface)), None)
            if position is not None:
                return position
        return 0

    def _with_parts(self, whole: Scores, text: str, inventory: Inventory) -> Scores:
        """In a story one part orders: its scores count beside those of the whole."""
        if len(whole.units) < _STORY or text.rstrip().endswith("?"):
            return whole
        orders = [part for part in guards.parts(text) if guards.is_order(part)]
        scored = [self.plain(inventory.tag(read(part))) for part in orders if part != text]
        if not scored:
            return whole
        order = max(scored, key=lambda part: part.runs * part.operations[0].score)
        if order.runs < _SURE_PART:
            return whole
        return replace(whole, intents=order.intents, operations=_mixed(whole.operations, order.operations))

    def _with_place(self, scores: Scores, tagged: Tagged) -> Scores:
        """A question about one of our hosts, on a topic that a look answers, is answered with the look."""
        look = self._signatures[scores.operations[0].id]
        placed = any(tagged.is_host(n) and not tagged.is_named(n) for n in range(len(tagged.words)))
        about = scores.topics[0].id == look.topic or scores.operations[0].score > _SURE_LOOK
        if look.reads and placed and about and scores.runs < RUNS and scores.outside < 0.3:
            return replace(scores, intents={**scores.intents, RUN: RUNS})
        return scores

    def _with_imperative(self, scores: Scores, tagged: Tagged) -> Scores:
        """A part that begins with an imperative, and nothing against it that a rule can name: an order.

        The model's doubt whether to hold is then half in its favour; a whole doubt would refuse "para o postgres e não
        mexe nos dados".
        """
        held = scores.intents.get(HOLD, 0.0)
        orders = scores.runs + held / 2 + (_NAMED if any(tagged.known) else 0.0)
        text = tagged.sentence.text
        if scores.runs >= RUNS or orders < RUNS or text.rstrip().endswith("?"):
            return scores
        if not any(guards.is_order(part) for part in guards.parts(text)):
            return scores
        return replace(scores, intents={**scores.intents, RUN: orders})

    def _with_request(self, scores: Scores, tagged: Tagged) -> Scores:
        """Asked politely, and about one of our own by name: an order, unless a topic is much likelier."""
        if scores.runs >= RUNS or not any(tagged.known):
            return scores
        text = tagged.sentence.text
        if (scores.runs > _LIKELY and guards.requests(text)) or guards.asks_us(text):
            return replace(scores, intents={**scores.intents, RUN: RUNS})
        return scores

    def _with_substitution(self, scores: Scores, tagged: Tagged) -> Scores:
        """`$(docker ps -q)` behind a verb of docker means all of them, whatever words stand around."""
        inner = next((word.raw for word in tagged.words if word.raw.startswith("$(")), None)
        if inner is None or scores.runs < RUNS:
            return scores
        verbs = [word.folded for word in tagged.words if word.folded in VERBS]
        line = literal.parse(["docker", verbs[0], inner]) if verbs else None
        if line is None or line.operation is None or line.operation not in self._signatures:
            return scores
        return replace(scores, operations=(Candidate(line.operation, 1.0), *scores.operations))

    def _with_repetition(self, scores: Scores, text: str) -> Scores:
        """An order that says when it repeats is a schedule, whatever is to be done then."""
        best = scores.operations[0]
        if (
            scores.runs < RUNS
            or best.id in ("schedule", "schedule_list")
            or (best.id == "schedule_remove" and not guards.schedules(text))
            or "schedule" not in self._signatures
        ):
            return scores
        found = when.find(text)
        if not when.repeats(found) and not (found is not None and guards.schedules(text)):
            return scores
        rest = tuple(candidate for candidate in scores.operations if candidate.id != "schedule")
        return replace(scores, operations=(Candidate("schedule", best.score), *rest))


def _without_totality(scores: Scores) -> Scores:
    """What acts on all of them needs a word that says all; without it, an unknown name would turn one into all."""
    said = any(unit.surface in _TOTALITY or unit.form.startswith("<all") for unit in scores.units)
    if said or not _acts_on_all(scores.operations[0].id):
        return scores
    rest = tuple(candidate for candidate in scores.operations if not _acts_on_all(candidate.id))
    best = Candidate(rest[0].id, max(rest[0].score, scores.operations[0].score)) if rest else scores.operations[0]
    return replace(scores, operations=(best, *rest[1:]))


def _acts_on_all(operation: str) -> bool:
    return operation.endswith("_all") and operation != "ps_all"


def _mixed(whole: tuple[Candidate, ...], part: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Half the whole, half its decisive part."""
    totals = {candidate.id: candidate.score / 2 for candidate in whole}
    for candidate in part:
        totals[candidate.id] = totals.get(candidate.id, 0.0) + candidate.score / 2
    ranked = sorted(totals.items(), key=lambda pair: -pair[1])
    return tuple(Candidate(name, score) for name, score in ranked[:_KEPT])


def _candidates(ranked: Sequence[tuple[str, float]]) -> tuple[Candidate, ...]:
    return tuple(Candidate(name, score) for name, score in ranked)
