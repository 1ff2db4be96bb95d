"""The small Markdown of the notes, turned into blocks."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.answer import Block, Code, Heading, Items, Text

_PARSER = MarkdownIt("commonmark", {"html": False})


class MarkdownError(ValueError):
    """A form that the notes do not use; `line` counts from 1 in the body."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line
        self.what = what


def blocks(body: str) -> tuple[Block, ...]:
    """Paragraphs, ``##`` headings, fences and one-level bullet lists, in order; else a `MarkdownError`."""
    found: list[Block] = []
    items: list[str] = []
    tokens = _PARSER.parse(body)
    depth = 0
    for position, token in enumerate(tokens):
        depth = _checked_depth(token, depth)
        if token.type == "inline":
            _place(tokens[position - 1], token, depth, found, items)
        elif token.type == "fence":
            found.append(Code(token.content.rstrip("\n"), token.info.strip()))
        elif token.type == "bullet_list_close":
            found.append(Items(tuple(items)))
            items.clear()
    return tuple(found)


def _place(opening: Token, token: Token, depth: int, found: list[Block], items: list[str]) -> None:
    content = " ".join(token.content.split())
    if opening.type == "heading_open":
        found.append(Heading(content))
    elif depth:
        items.append(content)
    else:
        found.append(Text(content))


_KNOWN = {
    "paragraph_open",
    "paragraph_close",
    "heading_open",
    "heading_close",
    "inline",
    "fence",
    "bullet_list_open",
    "bullet_list_close",
    "list_item_open",
    "list_item_close",
}


def _checked_depth(token: Token, depth: int) -> int:
    line = (token.map or [0])[0] + 1
    if token.type not in _KNOWN:
        raise MarkdownError(line, f"{token.type.removesuffix('_open')} não é uma forma das notas")
    if token.type == "bullet_list_open":
        depth += 1
        if depth > 1:
            raise MarkdownError(line, "uma lista dentro de outra lista")
    elif token.type == "bullet_list_close":
        depth -= 1
    return depth
