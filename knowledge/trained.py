"""The three models of the matcher: which intent, which topic, which operation."""

import hashlib
import io
import logging
import os
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from knowledge.corpus import EXPLAIN, HOLD, OUTSIDE, RUN, Corpus, filled
from knowledge.decision import Names
from knowledge.features import familiar_stems, features, terms
from knowledge.library import Library
from knowledge.model import Model, packed, train, unpacked
from knowledge.phrase import Signature
from knowledge.sentence import read, usual
from knowledge.tags import Inventory

FILE = Path(__file__).parent / "trained.npz"
# The modules whose change makes the models different.
_READERS = (
    "words.py",
    "spellings.txt",
    "sentence.py",
    "tags.py",
    "features.py",
    "when.py",
    "model.py",
    "corpus.py",
    "trained.py",
)

_log = logging.getLogger(__name__)
_HOSTS = Names(
    hosts=("lab", "prod", "homolog", "casa"), containers=("web", "api", "postgres", "worker-1", "bot_telegram")
)
# What a topic is about stands in its words: pairs and pieces are many, and would drown them.
_TOPIC_KINDS = {"p": 0.5, "b": 0.7, "k": 0.5}
_INTENT_WEIGHTS = {HOLD: 1.0, OUTSIDE: 3.0}


@dataclass(frozen=True)
class Trained:
    """`vocabulary` counts every folded word of the sentences learnt from: what is not in it may be a name or a slip."""

    intents: Model
    topics: Model
    operations: Model
    vocabulary: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, library: Library, signatures: Sequence[Signature], cache: Path | None = None) -> "Trained":
        """The models of these notes and operations: shipped, else kept in `cache`, else learnt now (in seconds)."""
        corpus = Corpus.gather(library, signatures)
        digest = _digest(corpus)
        kept = cache / f"modelo-{digest[:16]}.npz" if cache else None
        for file in (FILE, kept):
            found = _read(file, digest) if file else None
            if found is not None:
                return found
        learnt = cls.learn(corpus)
        if kept is not None:
            _keep(kept, learnt.pack(digest))
        return learnt

    @classmethod
    def learn(cls, corpus: Corpus) -> "Trained":
        inventory = Inventory(_HOSTS)
        vocabulary = _words(corpus)
        familiar = familiar_stems(vocabulary)

        def seen(sentence: str) -> Counter[str]:
            return features(terms(inventory.tag(read(sentence))), sentence, familiar)

        questions = [(seen(text), topic) for text, topic in corpus.questions]
        orders = [(seen(filled(text, turn)), operation) for turn, (text, operation) in enumerate(corpus.orders)]
        intents = [
            *((found, EXPLAIN) for found, _ in questions),
            *((found, RUN) for found, _ in orders),
            *((seen(text), HOLD) for text in corpus.not_orders),
            *((seen(text), OUTSIDE) for text in corpus.outside),
        ]
        return cls(
            intents=train(intents, _INTENT_WEIGHTS),
            topics=train(questions, kinds=_TOPIC_KINDS, cost=2.0),
            operations=train(orders),
            vocabulary=vocabulary,
        )

    def pack(self, digest: str) -> bytes:
        """A file that `Trained.of` finds again by `digest`; the same models always give the same bytes."""
        arrays = {
            **packed(self.intents, "intents"),
            **packed(self.topics, "topics"),
            **packed(self.operations, "operations"),
            "vocabulary": np.frombuffer("\n".join(sorted(self.vocabulary)).encode(), dtype=np.uint8),
            "counts": np.array([self.vocabulary[word] for word in sorted(self.vocabulary)], dtype=np.int32),
            "digest": np.array(digest),
        }
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, array in arrays.items():
                content = io.BytesIO()
                np.lib.format.write_array(content, np.asarray(array), allow_pickle=False)
                archive.writestr(
                    zipfile.ZipInfo(f"{name}.npy", (2020, 1, 1, 0, 0, 0)), content.getvalue(), zipfile.ZIP_DEFLATED
                )
        return target.getvalue()


def _read(file: Path, digest: str) -> Trained | None:
    """None when the file is missing, broken, or of other notes: then the models are learnt again."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            if str(arrays["digest"]) != digest:
                return None
            words = arrays["vocabulary"].tobytes().decode().split("\n")
            vocabulary = dict(zip(words, map(int, arrays["counts"]), strict=True))
            held = {name: arrays[name] for name in arrays.files}
        return Trained(unpacked(held, "intents"), unpacked(held, "topics"), unpacked(held, "operations"), vocabulary)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None


def _keep(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.tmp")
        draft.write_bytes(content)
        draft.replace(file)
    except OSError as error:
        _log.info("the models are not kept: %s", error)  # they are learnt again at the next start


def digest_of(library: Library, signatures: Sequence[Signature]) -> str:
    """What the models depend on: every sentence, and how sentences are read."""
    return _digest(Corpus.gather(library, signatures))


def is_current(library: Library, signatures: Sequence[Signature]) -> bool:
    """Whether the shipped models are those of these notes and operations."""
    return _read(FILE, digest_of(library, signatures)) is not None


def _digest(corpus: Corpus) -> str:
    held = hashlib.sha256(repr(corpus).encode())
    for name in _READERS:
        held.update((Path(__file__).parent / name).read_bytes().replace(b"\r\n", b"\n"))
    return held.hexdigest()


def _words(corpus: Corpus) -> Mapping[str, int]:
    texts = (
        *(text for text, _ in corpus.questions),
        *(text.replace("{", " ").replace("}", " ") for text, _ in corpus.orders),
        *corpus.not_orders,
    )
    counts = Counter(word.folded for text in texts for word in read(text).words if not word.is_mark)
    seen = {word: count for word, count in counts.items() if count > 1}
    for word, count in tuple(seen.items()):
        for part in usual(word):
            seen[part] = seen.get(part, 0) + count
    return seen
