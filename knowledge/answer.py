"""An answer as data: blocks that any front can draw."""

from dataclasses import dataclass, replace
from enum import Enum


@dataclass(frozen=True)
class Text:
    """A paragraph with inline markup: ``**bold**``, `` `code` ``, ``[text](https://…)``. `escape` what is foreign."""

    text: str


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Code:
    """Text shown as it is, in a fixed-width face; `language` is a fence's info string ("console", "yaml", …)."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Items:
    """A list of points, one level deep, each with the inline markup of `Text`."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of plain text (no markup). Every row has as many cells as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row of the table needs {len(self.columns)} cells")


@dataclass(frozen=True)
class Citation:
    """Lines of the study notes, verbatim: (line number from 1, text) pairs in order."""

    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Correction:
    """Where the study note is wrong, dated or incomplete, and why. Inline markup as in `Text`."""

    text: str


@dataclass(frozen=True)
class File:
    """An attachment: what is too long or too raw to read in a message."""

    name: str
    content: str


class Style(Enum):
    """How a choice looks: what it does, not which colour it has."""

    PLAIN = "plain"
    SAFE = "safe"
    DANGER = "danger"


@dataclass(frozen=True)
class Choice:
    """Something to press. `action` says what pressing does (see `Say`, `Confirm`, `Cancel`)."""

    label: str
    action: "Action"
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Say:
    """Pressing it is the same as having written `text`."""

    text: str


@dataclass(frozen=True)
class Confirm:
    """Pressing it confirms the stored request behind `token`."""

    token: str


@dataclass(frozen=True)
class Cancel:
    """Pressing it drops the stored request behind `token`."""

    token: str


@dataclass(frozen=True)
class Copy:
    """Pressing it copies `text` (a docker command line) to the clipboard, where the front can."""

    text: str


Action = Say | Confirm | Cancel | Copy
Block = Text | Heading | Code | Items | Table | Citation | Correction | File


@dataclass(frozen=True)
class Answer:
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()

    def with_choices(self, *choices: Choice) -> "Answer":
        return replace(self, choices=(*self.choices, *choices))

    def __add__(self, other: "Answer") -> "Answer":
        return Answer(self.blocks + other.blocks, self.choices + other.choices)


_MARKS = str.maketrans({"\\": "\\\\", "*": "\\*", "`": "\\`", "[": "\\["})


def escape(foreign: object) -> str:
    """Foreign text (a name, an error of the engine) for use inside inline markup."""
    return str(foreign).translate(_MARKS)


def code(foreign: object) -> str:
    """Foreign text as inline code; back-ticks, which cannot stand there, become apostrophes."""
    return "`" + str(foreign).replace("`", "'") + "`"
