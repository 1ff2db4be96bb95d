"""The inline markup of an answer's text: ``**bold**``, `` `code` ``, ``[text](https://…)``, backslash escapes."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Plain:
    text: str


@dataclass(frozen=True)
class Bold:
    text: str


@dataclass(frozen=True)
class Mono:
    text: str


@dataclass(frozen=True)
class Link:
    text: str
    url: str


Piece = Plain | Bold | Mono | Link

_MARK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>(?:\\.|[^*\\]|\*(?!\*))+)\*\*"
    r"|\[(?P<label>(?:\\.|[^\]\\])+)\]\((?P<url>https?://[^\s()]+)\)"
    r"|\\(?P<escaped>[\\*`\[])"
)
_ESCAPED = re.compile(r"\\([\\*`\[])")


def parse(text: str) -> tuple[Piece, ...]:
    """The pieces in order. Marks that do not close stay as they are: nothing is lost, nothing raises."""
    pieces: list[Piece] = []
    position = 0
    for mark in _MARK.finditer(text):
        _add(pieces, text[position : mark.start()])
        position = mark.end()
        if mark["code"] is not None:
            pieces.append(Mono(mark["code"]))
        elif mark["bold"] is not None:
            pieces.extend(_inside_bold(mark["bold"]))
        elif mark["url"] is not None:
            pieces.append(Link(_unescape(mark["label"]), mark["url"]))
        else:
            _add(pieces, mark["escaped"])
    _add(pieces, text[position:])
    return tuple(pieces)


def _inside_bold(text: str) -> list[Piece]:
    """Code inside bold stays code."""
    return [
        Mono(part[1:-1]) if part.startswith("`") else Bold(_unescape(part))
        for part in re.split(r"((?<!\\)`[^`]+`)", text)
        if part
    ]


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _add(pieces: list[Piece], text: str) -> None:
    if not text:
        return
    if pieces and isinstance(pieces[-1], Plain):
        pieces[-1] = Plain(pieces[-1].text + text)
    else:
        pieces.append(Plain(text))
