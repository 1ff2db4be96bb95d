"""A sentence template: `(para|pare) [o] {container} [no {host}]` stands for all the sentences it can make."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\{(?P<slot>[a-z]+)\}|(?P<mark>[()\[\]|])|(?P<text>[^{}()\[\]|]+)|(?P<bad>.)", re.S)


class PhraseError(ValueError):
    """The template cannot be read."""


@dataclass(frozen=True)
class Signature:
    """What the matcher knows of an operation: its words, its slots and whether doing it is asked before."""

    id: str
    topic: str
    phrases: tuple[str, ...]
    slots: tuple[str, ...]
    required: tuple[str, ...]
    confirm: bool
    reads: bool
    aliases: tuple[str, ...] = ()


class _Choice:
    def __init__(self, options: list["_Sequence"]) -> None:
        self.options = options


_Part = str | _Choice
_Sequence = list[_Part]


class Phrase:
    """A parsed template. Raises `PhraseError` when brackets do not close or a slot has no name.

    Grammar: ``(a|b)`` one of, ``[a]`` or ``[a|b]`` optional, ``{slot}`` a value, which stays so in the sentences.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.slots: set[str] = set(re.findall(r"\{([a-z]+)\}", text))
        self._tokens = list(_TOKEN.finditer(text))
        self._position = 0
        self._root = self._alternatives("")[0] if text.strip() else self._fail("is empty")
        if self._position != len(self._tokens):
            self._fail("closes a bracket that was not opened")

    def _fail(self, why: str) -> _Sequence:
        raise PhraseError(f"phrase {self.text!r} {why}")

    def _alternatives(self, closing: str) -> list[_Sequence]:
        options: list[_Sequence] = [[]]
        while self._position < len(self._tokens):
            token = self._tokens[self._position]
            self._position += 1
            if token["bad"]:
                self._fail(f"has a stray {token['bad']!r}")
            mark = token["mark"]
            if mark == closing and closing:
                return options
            if mark == "|" and closing:
                options.append([])
            elif mark in ("(", "["):
                inner = self._alternatives(")" if mark == "(" else "]")
                options[-1].append(_Choice(inner if mark == "(" else [[], *inner]))
            elif mark:
                self._fail(f"has a stray {mark!r}")
            else:
                options[-1].append(token[0])
        if closing:
            self._fail(f"lacks its {closing!r}")
        return options

    def sentences(self, limit: int) -> Iterator[str]:
        """At most `limit` different sentences; all of them where there are no more, else a repeatable sample."""
        if self._count(self._root) <= limit:
            yield from dict.fromkeys(_tidy(sentence) for sentence in self._all(self._root))
            return
        picker = random.Random(self.text)  # noqa: S311 - a repeatable sample, no secret
        yield from dict.fromkeys(_tidy(self._sample(self._root, picker)) for _ in range(limit))

    def _count(self, sequence: _Sequence) -> int:
        total = 1
        for part in sequence:
            if isinstance(part, _Choice):
                total *= sum(self._count(option) for option in part.options)
        return total

    def _all(self, sequence: _Sequence) -> Iterator[str]:
        if not sequence:
            yield ""
            return
        first, rest = sequence[0], sequence[1:]
        heads = [first] if isinstance(first, str) else [s for option in first.options for s in self._all(option)]
        for tail in self._all(rest):
            yield from (head + tail for head in heads)

    def _sample(self, sequence: _Sequence, picker: random.Random) -> str:
        return "".join(
            part if isinstance(part, str) else self._sample(picker.choice(part.options), picker) for part in sequence
        )


def _tidy(sentence: str) -> str:
    return " ".join(sentence.split())
