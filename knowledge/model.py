"""A linear model over the features of sentences: small, deterministic, and able to say why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

_SHARPNESS = 4.0  # margins to probabilities

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Model:
    """`weights[row, class]`; `idf[row]` is the feature's inverse document frequency; both for the rows of `index`.

    A sentence is the vector of (1 + ln count) · idf, scaled to length 1 (sublinear tf-idf: Manning, Raghavan & Schütze,
    Introduction to Information Retrieval, 6.4.1).
    """

    classes: tuple[str, ...]
    index: Mapping[str, int] = field(repr=False)
    idf: Floats = field(repr=False)
    weights: Floats = field(repr=False)
    bias: Floats = field(repr=False)

    def scores(self, features: Mapping[str, int]) -> list[float]:
        """The probability of each class, in the order of `classes`. Features never seen do not count."""
        rows, values = self.vector(features)
        return [float(score) for score in softmax(_SHARPNESS * (values @ self.weights[rows] + self.bias))]

    def best(self, features: Mapping[str, int], most: int) -> list[tuple[str, float]]:
        """The `most` likeliest classes with their probabilities, likeliest first."""
        scores = np.array(self.scores(features))
        few = np.argpartition(-scores, min(most, len(scores) - 1))[:most]
        ranked = sorted(few, key=lambda row: (-scores[row], int(row)))
        return [(self.classes[int(row)], float(scores[row])) for row in ranked]

    def vector(self, features: Mapping[str, int]) -> tuple[Ints, Floats]:
        return vector(features, self.index, self.idf)

    def reasons(self, features: Mapping[str, int], name: str, most: int = 8) -> list[tuple[str, float]]:
        """The features that speak most for the class `name`, strongest first, with their share of its logit."""
        column = self.classes.index(name)
        names = [feature for feature in features if feature in self.index]
        rows, values = self.vector({feature: features[feature] for feature in names})
        shares = values * self.weights[rows, column]
        order = np.argsort(-shares)[:most]
        by_row = {self.index[feature]: feature for feature in names}
        return [(by_row[int(rows[n])], float(shares[n])) for n in order if shares[n] > 0]


def vector(features: Mapping[str, int], index: Mapping[str, int], idf: Floats) -> tuple[Ints, Floats]:
    """(rows, values) of a sentence, of length 1 unless nothing in it is known."""
    known = [(row, count) for feature, count in features.items() if (row := index.get(feature)) is not None]
    rows = np.array([row for row, _ in known], dtype=np.int32)
    values = (
        (1 + np.log(np.array([count for _, count in known], dtype=np.float32))) * idf[rows]
        if known
        else np.zeros(0, np.float32)
    )
    length = float(np.linalg.norm(values))
    return rows, (values / length if length else values).astype(np.float32)


def softmax(logits: Floats) -> Floats:
    raised: Floats = np.exp(logits - logits.max())
    shares: Floats = (raised / raised.sum()).astype(np.float32)
    return shares


def train(
    examples: Sequence[tuple[Mapping[str, int], str]],
    weights: Mapping[str, float] | None = None,
    kinds: Mapping[str, float] | None = None,
    cost: float = 0.5,
    passes: int = 8,
) -> Model:
    """A linear support vector machine for each class against the rest, all at once, by dual coordinate descent.

    Hsieh, Chang, Lin, Keerthi & Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008,
    algorithm 1 with the L2 loss. `weights` says how much an example of a class counts, `kinds` how much a kind of
    feature does (1.0 unless given). Features of a single example are left out. The same examples always give
    the same model.
    """
    documents = Counter(feature for features, _ in examples for feature in features)
    index = {feature: row for row, feature in enumerate(f for f, count in documents.items() if count > 1)}
    seen = np.array([documents[feature] for feature in index], dtype=np.float32)
    shares = np.array([(kinds or {}).get(feature.partition(":")[0], 1.0) for feature in index], dtype=np.float32)
    idf = ((np.log((1 + len(examples)) / (1 + seen)) + 1) * shares).astype(np.float32)
    classes = tuple(sorted({name for _, name in examples}))
    vectors = [vector(features, index, idf) for features, _ in examples]
    signs = np.full((len(examples), len(classes)), -1, np.float32)
    for row, (_, name) in enumerate(examples):
        signs[row, classes.index(name)] = 1
    slack = [0.5 / (cost * (weights or {}).get(name, 1.0)) for _, name in examples]
    matrix = np.zeros((len(index), len(classes)), np.float32)
    bias = np.zeros(len(classes), np.float32)
    duals = np.zeros_like(signs)
    picker = np.random.default_rng(20)
    for _ in range(passes):
        for example in picker.permutation(len(examples)):
            rows, values = vectors[example]
            sign, held, dual = signs[example], matrix[rows], duals[example]
            gradient = sign * (values @ held + bias) - 1 + slack[example] * dual
            moved = np.maximum(dual - gradient / (float(values @ values) + 1 + slack[example]), 0)
            change = (moved - dual) * sign
            duals[example] = moved
            matrix[rows] = held + values[:, None] * change
            bias += change
    return Model(classes, index, idf, matrix, bias)


def packed(model: Model, name: str) -> dict[str, npt.NDArray[np.generic]]:
    """Arrays for `numpy.savez`: weights in eighths of a byte's range, a scale for each class."""
    scales = np.maximum(np.abs(model.weights).max(axis=0), 1e-9) / 127
    return {
        f"{name}.classes": np.array(model.classes),
        f"{name}.features": np.frombuffer("\n".join(model.index).encode(), dtype=np.uint8),
        f"{name}.idf": model.idf.astype(np.float32),
        f"{name}.scales": scales.astype(np.float32),
        f"{name}.bias": model.bias.astype(np.float32),
        f"{name}.weights": np.round(model.weights / scales).astype(np.int8),
    }


def unpacked(arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Model:
    """The model of `packed` arrays. Raises `KeyError` or `ValueError` when these are none."""
    classes = tuple(str(one) for one in arrays[f"{name}.classes"])
    features = arrays[f"{name}.features"].tobytes().decode().split("\n")
    weights = arrays[f"{name}.weights"].astype(np.float32) * arrays[f"{name}.scales"].astype(np.float32)
    index = {feature: row for row, feature in enumerate(features)}
    idf, bias = (arrays[f"{name}.{part}"].astype(np.float32) for part in ("idf", "bias"))
    return Model(classes, index, idf, weights, bias)
