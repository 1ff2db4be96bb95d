"""Answers drawn for a terminal: with rich where there is one, as plain lines where there is none."""

import re
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table as RichTable
from rich.text import Text as RichText

from bot.citing import cited
from bot.terminal_front.choices import to_press
from knowledge.answer import (
    Answer,
    Block,
    Citation,
    Code,
    Correction,
    File,
    Heading,
    Items,
    Style,
    Table,
    Text,
)
from knowledge.inline import Bold, Link, Mono, Piece, Plain, parse

_STYLES = {Style.PLAIN: "bold", Style.SAFE: "bold green", Style.DANGER: "bold red"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LEXERS = {"console": "console", "dockerfile": "docker", "yaml": "yaml", "json": "json"}


def drawn(answer: Answer, first: int = 1) -> Group:
    """`first` is the number of the answer's first choice."""
    parts: list[RenderableType] = []
    for block in answer.blocks:
        parts += [_block(block), RichText("")]
    for number, choice in enumerate(to_press(answer), first):
        label = RichText.assemble(" [", (str(number), _STYLES[choice.style]), "] ", clean(choice.label))
        parts.append(label)
    return Group(*(parts if to_press(answer) else parts[:-1]))


def _block(block: Block) -> RenderableType:  # noqa: C901 - one closed match, one line or two a case
    match block:
        case Text(text):
            return _inline(text)
        case Heading(text):
            return RichText(clean(text), style="bold cyan")
        case Code(text, language):
            return Padding(
                Syntax(clean(text), _LEXERS.get(language, "text"), background_color="default", word_wrap=True), (0, 2)
            )
        case Items(items):
            return _grid(("  •", _inline(item)) for item in items)
        case Table():
            return _table(block)
        case Citation(lines):
            return Panel(
                _grid((str(number), RichText(clean(text))) for number, text in lines),
                title=cited(block),
                title_align="left",
                border_style="dim",
            )
        case Correction(text):
            return Panel(_inline(text), title="Correção", title_align="left", border_style="yellow")
        case File(name, content):
            return Group(RichText(f"{clean(name)}:", style="bold"), RichText(clean(content)))


def _table(block: Table) -> RichTable:
    table = RichTable(box=None, pad_edge=False, header_style="bold")
    for column in block.columns:
        table.add_column(column, overflow="fold")
    for row in block.rows:
        table.add_row(*(RichText(clean(cell)) for cell in row))
    return table


def _grid(rows: Iterable[tuple[str, RichText]]) -> RichTable:
    """Marks before texts that wrap beside them."""
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for mark, text in rows:
        grid.add_row(mark, text)
    return grid


def _inline(text: str) -> RichText:
    drawn_text = RichText()
    for piece in parse(text):
        drawn_text.append(clean(_words(piece)), style=_piece_style(piece))
    return drawn_text


def _words(piece: Piece) -> str:
    match piece:
        case Plain(text) | Bold(text) | Mono(text):
            return text
        case Link(text, url):
            return text if text == url.removeprefix("https://") else f"{text} ({url})"


def _piece_style(piece: Piece) -> str:
    match piece:
        case Bold():
            return "bold"
        case Mono():
            return "green"
        case Link(_, url):
            return f"link {url}"
        case Plain():
            return ""


def clean(text: str) -> str:
    """Without what would steer the terminal: names and error messages are foreign text."""
    return _CONTROL.sub("", text)


def one_line(answer: Answer) -> str:
    """The whole answer on one line of plain text, for who reads it through a pipe."""
    return " ".join(" ".join(clean(part).split()) for part in _plain_parts(answer) if part.strip())


def _plain_parts(answer: Answer) -> Iterator[str]:
    for block in answer.blocks:
        yield plain(block)
    labels = [f"[{number}] {choice.label}" for number, choice in enumerate(to_press(answer), 1)]
    if labels:
        yield "Opções: " + " ".join(labels)


def plain(block: Block) -> str:  # noqa: C901 - as above
    """One block as plain text."""
    match block:
        case Text(text):
            return plain_inline(text)
        case Heading(text):
            return text if re.search(r"[.:?!]$", text) else f"{text}:"
        case Code(text, _):
            return " ; ".join(line for line in text.splitlines() if line.strip())
        case Items(items):
            return " ".join(f"• {plain_inline(item)}" for item in items)
        case Table(columns, rows):
            return (
                "; ".join(", ".join(f"{c}: {v}" for c, v in zip(columns, row, strict=True) if v) for row in rows) + "."
            )
        case Citation(lines):
            return f"({cited(block)}: " + " / ".join(f"“{text.strip()}”" for _, text in lines) + ")"
        case Correction(text):
            return f"Correção: {plain_inline(text)}"
        case File(name, content):
            return f"{name}: {content}"


def plain_inline(text: str) -> str:
    return "".join(_words(piece) for piece in parse(text))
