"""Text with its formatting beside it, so that it can be cut anywhere and still be valid HTML."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

# Telegram drops or refuses these: control characters, and halves of surrogate pairs, which are not UTF-8 at all.
_UNSENDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028-\u202e]|[\ud800-\udfff]")


@dataclass(frozen=True)
class Tag:
    """A formatting. `name` is "b", "code", "a", "pre" or "quote"; `value` a link's address or a fence's language."""

    name: str
    value: str = ""

    def opening(self) -> str:
        match self.name, self.value:
            case "a", address:
                return f'<a href="{html.escape(address)}">'
            case "quote", _:
                return "<blockquote expandable>"
            case "pre", language if language:
                return f'<pre><code class="language-{html.escape(language)}">'
            case name, _:
                return f"<{name}>"

    def closing(self) -> str:
        match self.name, self.value:
            case "quote", _:
                return "</blockquote>"
            case "pre", language if language:
                return "</code></pre>"
            case name, _:
                return f"</{name}>"


@dataclass(frozen=True)
class Span:
    """A run of text with the same formatting, outermost first. Neighbouring spans may share their outer tags."""

    text: str
    tags: tuple[Tag, ...] = ()


Spans = tuple[Span, ...]


def clean(text: str) -> str:
    """What can be sent of foreign text: line ends as one character, nothing that Telegram cannot take."""
    return _UNSENDABLE.sub(
        lambda bad: "\ufffd" if bad[0] >= "\ud800" else "", text.replace("\r\n", "\n").replace("\r", "\n")
    )


def units(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def plain(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def length(spans: Iterable[Span]) -> int:
    return units(plain(spans))


def wrapped(spans: Iterable[Span], tag: Tag) -> Spans:
    return tuple(replace(span, tags=(tag, *span.tags)) for span in spans)


def render(spans: Sequence[Span]) -> str:
    """HTML that Telegram takes, whatever the text."""
    return "".join(_rendered(list(spans), 0))


def _rendered(spans: list[Span], depth: int) -> Iterator[str]:
    for tag, run in groupby(spans, lambda span: span.tags[depth] if len(span.tags) > depth else None):
        inside = list(run)
        if tag is None:
            yield from (html.escape(span.text, quote=False) for span in inside)
        else:
            yield tag.opening()
            yield from _rendered(inside, depth + 1)
            yield tag.closing()


def entities(spans: Sequence[Span], depth: int = 0) -> int:
    """How many entities Telegram counts in it."""
    total = 0
    for tag, run in groupby(spans, lambda span: span.tags[depth] if len(span.tags) > depth else None):
        if tag is not None:
            total += 1 + entities(list(run), depth + 1)
    return total
