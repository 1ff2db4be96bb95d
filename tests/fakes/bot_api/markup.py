"""Telegram's reading of HTML: the plain text and its entities, or the refusal in Telegram's words."""

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.fakes.bot_api.errors import cannot_parse

_TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_ENTITY = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|lt|gt|amp|quot);?")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


def units(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    at: int


class _Reader:
    """One text; offsets in its refusals are of bytes, as Telegram's."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._plain: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> str:
        while self._at < len(self._text):
            character = self._text[self._at]
            found = _ENTITY.match(self._text, self._at) if character == "&" else None
            if found:
                self._add(html.unescape(found[0] if found[0].endswith(";") else found[0] + ";"))
                self._at = found.end()
            elif character != "<":
                self._add(character)
                self._at += 1
            elif self._text.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return "".join(self._plain)

    def _add(self, text: str) -> None:
        self._plain.append(text)
        self._length += units(text)

    def _bytes(self, at: int) -> int:
        return len(self._text[:at].encode())

    def _start_tag(self) -> None:
        begin = self._at
        found = re.compile(r"<([^\s>]*)").match(self._text, begin)
        assert found
        tag, self._at = found[1].lower(), found.end()
        if self._at >= len(self._text):
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TYPES:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "tg-spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self._open.append(_Open(tag, argument, self._length, begin))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        wanted = {
            "a": "href",
            "code": "class",
            "span": "class",
            "tg-emoji": "emoji-id",
            "blockquote": "expandable",
        }.get(tag)
        while True:
            self._blanks(begin)
            if self._text[self._at] == ">":
                self._at += 1
                return argument
            found = re.compile(r"[^\s=>/\"']*").match(self._text, self._at)
            assert found
            name, self._at = found[0].lower(), found.end()
            if not name:
                raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
            value = self._value(begin)
            if name == wanted:
                argument = value or name

    def _blanks(self, begin: int) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        if self._at >= len(self._text):
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")

    def _value(self, begin: int) -> str:
        self._blanks(begin)
        if self._text[self._at] != "=":
            return ""
        self._at += 1
        self._blanks(begin)
        quote = self._text[self._at]
        if quote not in "\"'":
            found = _NAME_TOKEN.match(self._text, self._at)
            assert found
            self._at = found.end()
            if self._at < len(self._text) and not (self._text[self._at].isspace() or self._text[self._at] == ">"):
                raise cannot_parse(f"Unexpected end of name token at byte offset {self._bytes(found.start())}")
            return found[0].lower()
        end = self._text.find(quote, self._at + 1)
        if end < 0:
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        value, self._at = self._text[self._at + 1 : end], end + 1
        return html.unescape(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise cannot_parse(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        found = re.compile(r"</([^\s>]*)\s*").match(self._text, begin)
        assert found
        self._at = found.end()
        if not self._text.startswith(">", self._at):
            raise cannot_parse(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1
        opened = self._open.pop()
        if found[1] and found[1].lower() != opened.tag:
            said = f'expected "</{opened.tag}>", found "</{found[1].lower()}>"'
            raise cannot_parse(f"Unmatched end tag at byte offset {self._bytes(begin)}, {said}")
        if self._length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: dict[str, Any] = {
            "type": _TYPES[opened.tag],
            "offset": opened.offset,
            "length": self._length - opened.offset,
        }
        if opened.tag == "a":
            entity["url"] = opened.argument
        if opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        if (
            opened.tag == "code"
            and opened.argument.startswith("language-")
            and self._open
            and self._open[-1].tag == "pre"
        ):
            entity = {**entity, "type": "pre", "language": opened.argument.removeprefix("language-")}
        same = (entity["offset"], entity["length"])
        if opened.tag == "pre" and any(
            e["type"] == "pre" and (e["offset"], e["length"]) == same for e in self.entities
        ):
            return  # <pre><code class="language-…"> is one entity
        self.entities.append(entity)


def parse(text: str, mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and entities, outer ones first. Raises `ApiError`."""
    if not mode:
        return text, []
    if mode.upper() != "HTML":
        raise cannot_parse("only HTML is spoken here")
    reader = _Reader(text)
    plain = reader.read()
    return plain, sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))
