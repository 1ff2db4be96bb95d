"""A table on a phone: aligned columns where they fit, else a card for each row."""

import re
import unicodedata
from collections.abc import Sequence

from bot.telegram_front.spans import Span, Spans, Tag, clean
from knowledge.answer import Table

WIDTH = 40  # characters of a fixed-width line that a phone shows without breaking it
_GAP = "  "
_FIGURE = re.compile(r"[-+]?[\d.,]+\s?(%|[kKMGT]?i?B|m?s|min|h)?")


def drawn(table: Table) -> Spans:
    columns = tuple(_one_line(column) for column in table.columns)
    rows = tuple(tuple(_one_line(cell) for cell in row) for row in table.rows)
    if not columns:
        return ()
    widths = [max(map(_width, column)) for column in zip(columns, *rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= WIDTH:
        return (Span("\n".join(_lines(columns, rows, widths)), (Tag("pre"),)),)
    return _cards(columns, rows)


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _width(text: str) -> int:
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _lines(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    right = [bool(rows) and all(_FIGURE.fullmatch(row[at]) for row in rows) for at in range(len(columns))]
    return [
        _GAP.join(
            _padded(cell, width, is_right) for cell, width, is_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in (columns, *rows)
    ]


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _cards(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Spans:
    spans: list[Span] = []
    for first, *others in rows:
        if spans:
            spans.append(Span("\n\n"))
        spans.append(Span(first or "—", (Tag("b"),)))
        spans += [Span(f"\n{label}: {cell}") for label, cell in zip(columns[1:], others, strict=True) if cell]
    return tuple(spans) or (Span(" · ".join(columns)),)
