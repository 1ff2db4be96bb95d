"""Long text in parts that Telegram takes, cut where a reader would."""

import re
import unicodedata

from bot.telegram_front.spans import Span, Spans, entities, length, plain, units

TEXT_LIMIT = 4096  # UTF-16 units after entities
ENTITY_LIMIT = 90  # Telegram's is 100, and it makes some of its own (commands, links)
# What Telegram takes for nothing although it is no blank: a message of these alone is refused.
_HOLLOW = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"\s"))


def parts(spans: Spans, limit: int = TEXT_LIMIT, most: int | None = None) -> tuple[Spans, ...]:
    """Each within the limits and with something to see; together they hold every visible character, in order.

    With `most`, the rest is left out after one part more than these: a whole log need not be cut to know it is long.
    """
    found: list[Spans] = []
    rest = trimmed(spans)
    while rest and (most is None or len(found) <= most):
        size = _fitting(rest, limit)
        if size < len(plain(rest)):
            size = _sensible(plain(rest), size)
        head, rest = _cut(rest, size)
        head, rest = trimmed(head), trimmed(rest)
        if head:
            found.append(head)
    return tuple(found)


def trimmed(spans: Spans) -> Spans:
    """Without blank lines at the start and blanks at the end; () when there is nothing to see."""
    text = plain(spans)
    if not any(map(_is_visible, text)):
        return ()
    start = text[: len(text) - len(text.lstrip())].rfind("\n") + 1
    _, rest = _cut(spans, start)
    kept, _ = _cut(rest, len(text.rstrip()) - start)
    return kept


def _is_visible(character: str) -> bool:
    return not (
        character.isspace() or character in _HOLLOW or unicodedata.category(character) in ("Cf", "Cc", "Mn", "Me")
    )


def _fitting(spans: Spans, limit: int) -> int:
    """How many characters from the start are within the limits; at least one."""
    taken: list[Span] = []
    for span in spans:
        if length(taken) + units(span.text) > limit:
            return max(1, len(plain(taken)) + _prefix(span.text, limit - length(taken)))
        if entities([*taken, span]) > ENTITY_LIMIT:
            return max(1, len(plain(taken)))
        taken.append(span)
    return len(plain(spans))


def _prefix(text: str, limit: int) -> int:
    used = 0
    for count, character in enumerate(text):
        used += units(character)
        if used > limit:
            return count
    return len(text)


def _sensible(text: str, most: int) -> int:
    """The last paragraph, line or word that ends in the second half of what fits; else `most`."""
    for mark in _BREAKS:
        ends = [found.start() for found in mark.finditer(text, most // 2, most + 1) if found.start() <= most]
        if ends and ends[-1] > 0:
            return ends[-1]
    return most


def _cut(spans: Spans, position: int) -> tuple[Spans, Spans]:
    """Before and from the character `position`."""
    before: list[Span] = []
    for index, span in enumerate(spans):
        if position < len(span.text):
            left = Span(span.text[:position], span.tags)
            right = Span(span.text[position:], span.tags)
            return (*before, *([left] if position else [])), (right, *spans[index + 1 :])
        before.append(span)
        position -= len(span.text)
    return tuple(before), ()
