"""The words people type, brought to one form: accents, abbreviations, European Portuguese, English-mixed verbs."""

import unicodedata
from functools import lru_cache
from pathlib import Path

import snowballstemmer

_FILE = Path(__file__).parent / "spellings.txt"


def _read_spellings() -> dict[str, str]:
    lines = (line.partition("=") for line in _FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {written.strip(): usual.strip() for written, equals, usual in lines if equals}


_SPELLINGS = _read_spellings()
_stemmer = snowballstemmer.stemmer("portuguese")


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    decomposed = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
    return decomposed[0] if len(decomposed) == 1 else character


def fold(text: str) -> str:
    """Lower case, without accents, and as long as `text`: an offset in one is an offset in the other."""
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered if lowered.isascii() else "".join(_base(c) for c in lowered)


def spelled(folded: str) -> str:
    """The usual form of a folded word; several words, or none, where it stands for these."""
    return _SPELLINGS.get(folded, folded)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded Portuguese word (Snowball, https://snowballstem.org/algorithms/portuguese/stemmer.html)."""
    if len(word) > 4 and word.endswith(("cao", "coes")):
        word = word[: -3 if word.endswith("cao") else -4] + "r"
    return str(_stemmer.stemWord(word))
