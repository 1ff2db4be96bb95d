"""Learns the models again and writes the file that is shipped; ``--check`` says whether that is needed."""

import sys
from collections.abc import Sequence

from knowledge.corpus import Corpus
from knowledge.library import Library
from knowledge.phrase import Signature
from knowledge.trained import FILE, Trained, digest_of, is_current


def run(signatures: Sequence[Signature], check: bool) -> int:
    """The exit status: with `check`, 1 when the shipped models are not those of the notes and phrases."""
    library = Library.load()
    if is_current(library, signatures):
        return 0
    if check:
        print("knowledge/trained.npz is not up to date: run `make model`", file=sys.stderr)  # noqa: T201
        return 1
    learnt = Trained.learn(Corpus.gather(library, signatures))
    FILE.write_bytes(learnt.pack(digest_of(library, signatures)))
    return 0
