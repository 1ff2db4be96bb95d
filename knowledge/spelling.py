"""Typos: a word that nobody knows is read as the known word it is nearest to. The one place that knows rapidfuzz."""

from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_USUAL = 8  # times from which a word is taken as it stands
_OFTENER = 25  # how much oftener the word must be that a rare one is taken for


class Speller:
    """Knows the words of `counts` (folded, with how often each was seen); others are respelled as the nearest one."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._known = counts
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _SHORTEST and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)
        self._memory: dict[str, str] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def respell(self, word: str) -> str:
        """The nearest known word within one slip (two in words of 7 letters or more), else `word` itself.

        A slip is a letter too many, missing, wrong, or swapped with its neighbour (optimal string alignment).
        """
        if self._known.get(word, 0) >= _USUAL or len(word) < _SHORTEST or not word.isalpha():
            return word
        if word not in self._memory:
            if len(self._memory) > 20_000:
                self._memory.clear()
            self._memory[word] = self._nearest(word)
        return self._memory[word]

    def _nearest(self, word: str) -> str:
        slips = 2 if len(word) >= 7 else 1
        found: list[tuple[str, int | float, int]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            choices = self._by_length.get(length, [])
            near = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=8)
            found += [(str(other), distance, place) for other, distance, place in near]
        if not found:
            return word
        rare = self._known.get(word, 0)  # seen, but so seldom that it may be somebody's slip
        found = [hit for hit in found if self._known[hit[0]] > _OFTENER * rare] if rare else found
        if not found:
            return word
        best, distance, _ = min(found, key=lambda hit: (hit[1], hit[0][0] != word[0], -self._known[hit[0]]))
        return best if best[0] == word[0] or distance == 1 else word


def nearest(word: str, names: Sequence[str]) -> str | None:
    """The one name within a slip of `word` (3 letters or more); None when none is, or several are."""
    if len(word) < 3:
        return None
    found = process.extract(word, names, scorer=OSA.distance, score_cutoff=1, limit=2)
    return str(found[0][0]) if len(found) == 1 else None
