"""From a sentence to a decision: one pure call."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from knowledge import guards
from knowledge.commanded import Commanded, known_values
from knowledge.corpus import HOLD
from knowledge.decision import Ask, Candidate, Decision, Explain, Names, Run, Slots, Unknown
from knowledge.library import Library
from knowledge.model import Model
from knowledge.phrase import Signature
from knowledge.scoring import RUNS, Scorer, Scores
from knowledge.sentence import read
from knowledge.slots import extract
from knowledge.tags import Inventory, Tagged, is_image_reference, looks_like_a_name
from knowledge.trained import Trained
from knowledge.why import Why, why

MOST_CHARACTERS = 4096
NOBODY = Names()
_SURE = 0.16  # the least probability of a topic that is told without asking
_CLOSE = 0.9  # a runner-up this near, by ratio, is asked about when the best is not sure
_NEAR = 0.12  # the least probability of a topic worth naming beside "não sei"
_SURE_ORDER = {True: 0.08, False: 0.12}  # the least of a look or of what is confirmed anyway, and of a change
_SURE_SWEEP = 0.2  # the least of what destroys many things at once
_STRANGE = 0.12  # from this doubt on, an order must name something that can be ours
_OPTIONS = frozenset(
    "-d -i -t -it -ti -dit -itd -p -f -a -q -aq -n --name --tail --force --all --detach --rm --publish".split()
)


class Matcher:
    """Built once, then pure: the same text and names always give the same decision."""

    def __init__(self, library: Library, signatures: Sequence[Signature], trained: Trained) -> None:
        self._library = library
        self._signatures = {signature.id: signature for signature in signatures}
        self._vocabulary = trained.vocabulary
        self._scorer = Scorer(trained, self._signatures)
        self._commanded = Commanded(self._signatures, library.notes.keys())

    @classmethod
    def build(cls, library: Library, signatures: Sequence[Signature], cache: Path | None = None) -> "Matcher":
        """`cache`: a folder where models of the group's own notes are kept between starts."""
        return cls(library, signatures, Trained.of(library, signatures, cache))

    def match(self, text: str, names: Names = NOBODY) -> Decision:
        """What `text` asks for. Raises nothing, whatever the text."""
        stripped = text.strip()[:MOST_CHARACTERS]
        if not stripped:
            return Unknown(0.0, "empty")
        if stripped in self._library:
            return Explain(stripped, 1.0)
        inventory = Inventory(names)
        commanded = self._commanded.of_slash(stripped, inventory)
        if isinstance(commanded, str):  # no such command: perhaps a topic of that name
            found = self._of_sentence(commanded, inventory)
            return found if isinstance(found, Explain) else Unknown(0.0)
        if commanded is None:
            commanded = self._commanded.of_line(stripped, inventory)
        return commanded if commanded is not None else self._of_sentence(stripped, inventory)

    def why(self, text: str, names: Names = NOBODY) -> Why:
        """What spoke for the decision on a sentence."""
        return why(self._scorer, text.strip()[:MOST_CHARACTERS], Inventory(names))

    @property
    def topics(self) -> Model:
        """The model of the topics."""
        return self._scorer.trained.topics

    def features_of(self, text: str, names: Names = NOBODY) -> Mapping[str, int]:
        """What the models see of a sentence."""
        return self._scorer.plain(Inventory(names).tag(read(text))).features

    def order(self, text: str, names: Names = NOBODY) -> Decision:
        """As `match`, for a text that is already known to say something to be done ("consumo dos containers")."""
        direct = self.match(text, names)
        if isinstance(direct, Run):
            return direct
        tagged, scores = self._scorer.score(text.strip(), Inventory(names))
        best = scores.operations[0]
        return self._run(best.id, tagged, scores, best.score) if self._is_sure(best) else Unknown(best.score)

    def _of_sentence(self, text: str, inventory: Inventory) -> Decision:
        tagged, scores = self._scorer.score(text, inventory)
        if scores.runs < RUNS:
            held = guards.hold(text) if scores.holds and not text.endswith("?") else None
            return Unknown(scores.intents[HOLD], held) if held else self._explain(scores)
        if not self._is_sure(scores.operations[0]):
            held = guards.hold(text)
            return Unknown(scores.runs, held) if held else Ask(scores.operations[:3], scores.runs)
        return self._held(text, scores) or self._run_safely(tagged, scores, inventory)

    def _is_sure(self, best: Candidate) -> bool:
        signature = self._signatures[best.id]
        if signature.confirm and not signature.required:
            return best.score >= _SURE_SWEEP
        return best.score >= _SURE_ORDER[signature.reads or signature.confirm]

    def _held(self, text: str, scores: Scores) -> Decision | None:
        """What a sentence that is no order now is instead; None when it is one."""
        held = guards.hold(text, self._signatures[scores.operations[0].id].reads)
        if held is None:
            return None
        if held == "reported" and text.rstrip().endswith("?") and scores.topics[0].score >= _SURE:
            return self._explain(scores)
        return Unknown(scores.intents.get(HOLD, 0.0), held)

    def _run_safely(self, tagged: Tagged, scores: Scores, inventory: Inventory) -> Decision:
        operation, score = scores.operations[0].id, scores.runs
        chained = guards.metacharacter(tagged.sentence.text)
        if chained is not None:
            return Unknown(score, "bad_value", detail=chained)
        decision = self._run(operation, tagged, scores, score, inventory.names)
        if isinstance(decision, Run) and scores.outside > _STRANGE and not _names_ours(tagged):
            return Unknown(scores.outside)
        if isinstance(decision, Run) and not _says_what(tagged, decision.slots):
            return self._explain(scores)
        stray = _stray_option(tagged, decision.slots) if isinstance(decision, Run) else None
        if stray is not None and not self._signatures[operation].reads:
            return Unknown(score, "bad_value", detail=stray)
        return decision

    def _run(self, operation: str, tagged: Tagged, scores: Scores, score: float, names: Names = NOBODY) -> Decision:
        signature = self._signatures[operation]
        focus = self._scorer.focus(operation, scores)
        reading = extract(signature, tagged, self._vocabulary, focus, self._scorer.speller.respell)
        if reading.unlisted is not None:
            return Unknown(score, "unlisted_host", detail=reading.unlisted)
        if reading.several:
            rest = {name: value for name, value in reading.slots.items() if name != reading.several_of}
            choices = tuple(Candidate(name, score) for name in reading.several)
            return Ask(choices, score, operation, reading.several_of, rest)
        if reading.missing:
            if scores.explains > 0.15 and scores.topics[0].score >= _SURE:
                return self._explain(scores)
            missing = reading.missing[0]
            return Ask(known_values(missing, names), score, operation, missing, reading.slots)
        alternatives = tuple(c for c in scores.operations if c.id != operation)[:3]
        return Run(operation, reading.slots, score, signature.confirm, alternatives)

    def _explain(self, scores: Scores) -> Decision:
        best, second = scores.topics[:2]
        if scores.is_foreign:
            near = tuple(c for c in scores.topics[:3] if c.score >= _NEAR and scores.outside < 0.8)
            return Unknown(scores.outside, nearest=near)
        if best.score < _SURE and second.score > _CLOSE * best.score:
            return Ask(scores.topics[:3], best.score)
        return Explain(best.id, best.score, scores.topics[1:4])


_NO_VERB = frozenset("o a os as um uma no na nos nas do da dos das em e de ai la aqui".split())


def _says_what(tagged: Tagged, slots: Slots) -> bool:
    """Some word is neither a value nor an article: a name alone ("o banco") orders nothing."""
    values = " ".join(map(str, slots.values())).split()
    return any(word.raw not in values and word.folded not in _NO_VERB for word in tagged.words if not word.is_mark)


def _names_ours(tagged: Tagged) -> bool:
    """Some word is a name we know, or that software has, or has a form that only names have."""
    return any(
        tagged.is_known(n) or tagged.is_named(n) or is_image_reference(word.raw) or looks_like_a_name(word.raw)
        for n, word in enumerate(tagged.words)
    )


def _stray_option(tagged: Tagged, slots: Slots) -> str | None:
    """An option in a sentence that no slot carries and that is not harmless: it would be dropped in silence."""
    command = str(slots.get("command", ""))
    for word in tagged.words:
        raw = word.raw
        if not raw.startswith("-") or raw in command or raw.split("=")[0] in _OPTIONS:
            continue
        if not raw.startswith("-p") and not raw.lstrip("-").isdigit() and len(raw) > 1:
            return raw
    return None
