"""A sentence cut into words that remember where they stood."""

import re
from dataclasses import dataclass, field

from knowledge.words import fold, spelled

_PIECE = re.compile(
    r"""\$\([^)]*\)                 # $(docker ps -q)
      | \#\s*(?=docker\b)           # the notes' prompt
      | "[^"\n]*" | “[^”\n]*”       # something quoted
      | [^\s,;!?"“”()\[\]{}…]+
      | [,;!?()…\n]""",
    re.X,
)
_EDGES = "'`´‘’.:*_~<>"


@dataclass(frozen=True)
class Word:
    """`raw` as typed, without the punctuation around it; `folded` without accents; `start`..`end` in the text."""

    raw: str
    folded: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_mark(self) -> bool:
        return self.raw in {",", ";", "!", "?", "(", ")", "…", "\n", "."}


@dataclass(frozen=True)
class Sentence:
    text: str
    words: tuple[Word, ...] = field(default=())

    def slice(self, first: int, last: int) -> str:
        """The text as typed from word `first` to word `last`, both included."""
        return self.text[self.words[first].start : self.words[last].end]


def read(text: str) -> Sentence:
    """Cut `text`; a final dot or colon leaves the word, dots inside (`10.0.0.5`, `nginx:1.27`) stay."""
    words: list[Word] = []
    for piece in _PIECE.finditer(text):
        raw, start = piece[0], piece.start()
        if raw[0] in '"“' and len(raw) > 1:
            words.extend(_quoted(raw, start))
            continue
        words.extend(_word(raw, start))
    return Sentence(text, tuple(words))


def _quoted(raw: str, start: int) -> list[Word]:
    within = read(raw[1:-1]).words
    return [Word(w.raw, w.folded, w.start + start + 1, w.end + start + 1, quoted=True) for w in within]


def _word(raw: str, start: int) -> list[Word]:
    if len(raw) == 1 or raw.startswith("$("):
        return [Word(raw, fold(raw), start, start + len(raw))]
    left = len(raw) - len(raw.lstrip(_EDGES))
    core = raw[left:].rstrip(_EDGES)
    if not core:
        return []
    word = Word(core, fold(core), start + left, start + left + len(core))
    ends_sentence = raw.rstrip("'`*_~>").endswith(".") and core != raw
    return [word, Word(".", ".", word.end, word.end + 1)] if ends_sentence else [word]


def usual(folded: str) -> tuple[str, ...]:
    """The usual words for one folded word ("pq" -> "por", "que")."""
    return tuple(spelled(folded).split())
