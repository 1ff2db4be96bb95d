"""An answer as what Telegram takes: messages and documents, within all its limits."""

import re
from dataclasses import dataclass, replace
from itertools import chain

from bot import messages
from bot.citing import cited
from bot.telegram_front import tables, words
from bot.telegram_front.buttons import Keyboard, keyboard
from bot.telegram_front.cutting import parts
from bot.telegram_front.spans import Span, Spans, Tag, clean, plain, render, wrapped
from knowledge import inline
from knowledge.answer import Answer, Block, Citation, Code, Correction, File, Heading, Items, Table, Text

CAPTION_LIMIT = 1024
MOST_PARTS = 3
_LANGUAGE = re.compile(r"[^A-Za-z0-9_+#-]")
_BAD_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


@dataclass(frozen=True)
class Message:
    """`html` is ready to send."""

    html: str
    keyboard: Keyboard = ()


@dataclass(frozen=True)
class Document:
    """`caption` is HTML too, perhaps empty."""

    name: str
    content: bytes
    caption: str = ""
    keyboard: Keyboard = ()


Part = Message | Document


def draw(answer: Answer) -> tuple[Part, ...]:
    """At least one part; the last one has the keyboard."""
    buttons, left_over = keyboard(answer.choices)
    blocks = (*answer.blocks, words.more_options(left_over)) if left_over else answer.blocks
    spans = _spans(tuple(block for block in blocks if not isinstance(block, File)))
    files = [_document(block.name, block.content) for block in blocks if isinstance(block, File)]
    drawn = _combined(spans, files) or [Message("…")]
    return (*drawn[:-1], replace(drawn[-1], keyboard=buttons))


def _combined(spans: Spans, files: list[Document]) -> list[Part]:
    if len(files) == 1:
        captions = parts(spans, CAPTION_LIMIT, most=1)
        if len(captions) <= 1:
            return [replace(files[0], caption=render(captions[0]) if captions else "")]
    texts = parts(spans, most=MOST_PARTS)
    if len(texts) <= MOST_PARTS:
        return [*(Message(render(text)) for text in texts), *files]
    whole = _document(words.ANSWER_FILE, plain(spans) + "\n")
    caption = render((Span(messages.too_long_answer(words.ANSWER_FILE)),))
    return [Message(render(texts[0])), *files, replace(whole, caption=caption)]


def _document(name: str, content: str) -> Document:
    stem, dot, extension = " ".join(_BAD_IN_NAMES.sub("_", clean(name)).split()).strip(". ").rpartition(".")
    safe = f"{stem[:50]}{dot}{extension[:12]}" if stem else extension[:50]
    return Document(safe or words.ANSWER_FILE, (content or words.empty_file()).encode("utf-8", "replace"))


def _spans(blocks: tuple[Block, ...]) -> Spans:
    found: list[Span] = []
    previous: Block | None = None
    for block in blocks:
        drawn = _block(block)
        if drawn and found:
            found.append(Span("\n" if isinstance(previous, Heading) else "\n\n"))
        found += drawn
        previous = block
    return tuple(found)


def _block(block: Block) -> Spans:
    match block:
        case Text(text):
            return _inline(text)
        case Heading(text):
            return (Span(clean(text), (Tag("b"),)),)
        case Code(text, language):
            return (Span(clean(text).rstrip("\n"), (Tag("pre", _LANGUAGE.sub("", language)),)),)
        case Items(items):
            lines = [(Span("\n• " if number else "• "), *_inline(item)) for number, item in enumerate(items)]
            return tuple(chain.from_iterable(lines))
        case Table():
            return tables.drawn(block)
        case Citation() | Correction():
            return _source(block)
        case File():
            return ()  # sent apart


def _source(block: Citation | Correction) -> Spans:
    if isinstance(block, Correction):
        return (Span(words.CORRECTION, (Tag("b"),)), Span(" "), *_inline(block.text))
    quoted = "\n".join(clean(text) for _, text in block.lines)
    return wrapped((Span(cited(block), (Tag("b"),)), Span("\n" + quoted)), Tag("quote"))


def _inline(text: str) -> Spans:
    return tuple(_piece(piece) for piece in inline.parse(clean(text)))


def _piece(piece: inline.Piece) -> Span:
    match piece:
        case inline.Plain(text):
            return Span(text)
        case inline.Bold(text):
            return Span(text, (Tag("b"),))
        case inline.Mono(text):
            return Span(text, (Tag("code"),))
        case inline.Link(text, url):
            return Span(text, (Tag("a", url),))
