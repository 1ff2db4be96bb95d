"""How long a sentence takes to be understood, and how that grows with the number of topics.

Run as `python bench/understanding.py`. It prints; it asserts nothing.
"""

import statistics
import time
from collections.abc import Callable

import numpy as np

from commands.catalogue import Catalogue
from knowledge.corpus import Corpus
from knowledge.decision import Names
from knowledge.library import Library
from knowledge.matcher import Matcher
from knowledge.model import Model

NAMES = Names(hosts=("lab", "prod"), containers=("web", "api", "postgres"), images=("nginx:1.27",))


def milliseconds(call: Callable[[str], object], sentences: list[str]) -> list[float]:
    taken = []
    for sentence in sentences:
        before = time.perf_counter()
        call(sentence)
        taken.append((time.perf_counter() - before) * 1000)
    return taken


def widened(model: Model, classes: int) -> Model:
    """The same model with its classes repeated: as many topics as `classes`, with the features of today."""
    times = -(-classes // len(model.classes))
    names = tuple(f"{name}#{n}" for n in range(times) for name in model.classes)[:classes]
    return Model(
        names, model.index, model.idf, np.tile(model.weights, times)[:, :classes], np.tile(model.bias, times)[:classes]
    )


def main() -> None:
    before = time.perf_counter()
    library, signatures = Library.load(), Catalogue.load().signatures
    matcher = Matcher.build(library, signatures)
    print(f"load: {time.perf_counter() - before:.2f} s, {len(library)} notes, {len(signatures)} operations")
    corpus = Corpus.gather(library, signatures)
    sentences = [text for text, _ in corpus.questions][:: max(1, len(corpus.questions) // 1000)]
    taken = milliseconds(lambda text: matcher.match(text, NAMES), sentences)
    print(f"match: median {statistics.median(taken):.2f} ms, 95th {sorted(taken)[int(len(taken) * 0.95)]:.2f} ms")
    topics = matcher.topics
    for classes in (len(topics.classes), 1_000, 10_000):
        wide = widened(topics, classes)
        found = [matcher.features_of(sentence, NAMES) for sentence in sentences[:200]]
        taken = []
        for features in found:
            start = time.perf_counter()
            wide.best(features, 8)
            taken.append((time.perf_counter() - start) * 1000)
        print(f"topics {classes:>6}: {statistics.median(taken):.3f} ms a sentence for the topic model")


if __name__ == "__main__":
    main()
