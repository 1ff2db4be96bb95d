"""Ways to score topics, side by side: the same sentences learnt, the same sentences asked.

Run as `python bench/scorers.py [FOLDER]` (default tests/sentences). Each FOLDER/*.jsonl whose sentences ask for a topic
is scored: right topic first, and among the first three. It prints; it asserts nothing.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from commands.catalogue import Catalogue
from knowledge.corpus import Corpus
from knowledge.decision import Names
from knowledge.library import Library
from knowledge.matcher import Matcher
from knowledge.model import Model, vector
from knowledge.words import fold

Rank = Callable[[str, Mapping[str, int]], Sequence[str]]


class Vectors:
    """The tf-idf vectors of the learnt sentences, as rows of (feature, sentence) pairs."""

    def __init__(self, model: Model, learnt: Sequence[tuple[Mapping[str, int], str]]) -> None:
        self.model = model
        self.labels = [label for _, label in learnt]
        self.postings: dict[int, list[tuple[int, float]]] = {}
        for number, (features, _) in enumerate(learnt):
            rows, values = vector(features, model.index, model.idf)
            for row, value in zip(rows, values, strict=True):
                self.postings.setdefault(int(row), []).append((number, float(value)))

    def nearest(self, features: Mapping[str, int]) -> list[str]:
        """Each topic by the mean likeness of its three likest sentences."""
        scores = np.zeros(len(self.labels))
        rows, values = vector(features, self.model.index, self.model.idf)
        for row, value in zip(rows, values, strict=True):
            for number, other in self.postings.get(int(row), ()):
                scores[number] += value * other
        best: dict[str, list[float]] = {}
        for number in np.argsort(-scores)[:200]:
            best.setdefault(self.labels[number], []).append(scores[number])
        return sorted(best, key=lambda label: -sum(best[label][:3]) / 3)

    def bayes(self) -> Callable[[Mapping[str, int]], list[str]]:
        """Complement naive Bayes (Rennie, Shih, Teevan & Karger, ICML 2003), smoothing 0.3."""
        classes = list(self.model.classes)
        column = {label: n for n, label in enumerate(classes)}
        counts = np.full((len(self.model.index), len(classes)), 0.0)
        for row, posted in self.postings.items():
            for number, value in posted:
                counts[row, column[self.labels[number]]] += value
        others = counts.sum(axis=1, keepdims=True) - counts + 0.3
        weights = -np.log(others / others.sum(axis=0))

        def rank(features: Mapping[str, int]) -> list[str]:
            rows, values = vector(features, self.model.index, self.model.idf)
            return [classes[n] for n in np.argsort(-(values @ weights[rows]))]

        return rank


def main(folder: Path) -> None:
    library, signatures = Library.load(), Catalogue.load().signatures
    matcher = Matcher.build(library, signatures)
    names = Names(hosts=("lab", "prod"), containers=("web", "api", "postgres"))
    corpus = Corpus.gather(library, signatures)
    learnt = [(matcher.features_of(text, names), topic) for text, topic in corpus.questions]
    vectors = Vectors(matcher.topics, learnt)
    bayes = vectors.bayes()
    texts = [fold(text) for text, _ in corpus.questions]
    labels = [topic for _, topic in corpus.questions]

    def fuzzy(text: str, _: Mapping[str, int]) -> list[str]:
        hits = process.extract(fold(text), texts, scorer=fuzz.token_set_ratio, limit=30)
        return list(dict.fromkeys(labels[number] for _, _, number in hits))

    rankers: dict[str, Rank] = {
        "rapidfuzz token_set_ratio": fuzzy,
        "nearest neighbours": lambda _, features: vectors.nearest(features),
        "complement naive Bayes": lambda _, features: bayes(features),
        "linear SVM": lambda _, features: [name for name, _ in matcher.topics.best(features, 3)],
    }
    for file in sorted(folder.glob("*.jsonl")):
        asked = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        asked = [one for one in asked if one.get("intent") == "explain" and one["accept"]]
        for name, rank in rankers.items() if asked else ():
            ranked = [(rank(one["text"], matcher.features_of(one["text"], names)), one["accept"]) for one in asked]
            first = sum(found[0] in accept for found, accept in ranked if found)
            three = sum(bool(set(found[:3]) & set(accept)) for found, accept in ranked)
            share = f"{100 * first / len(asked):5.1f}% {100 * three / len(asked):5.1f}%"
            print(f"{file.stem:<12} {len(asked):>4} {name:<28} {share}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "tests/sentences"))
