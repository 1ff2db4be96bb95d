"""Choices as buttons, and what a pressed button says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.telegram_front.spans import clean, units
from knowledge.answer import Action, Cancel, Choice, Confirm, Copy, Say, Style

DATA_LIMIT = 64  # bytes
COPY_LIMIT = 256
MOST_CHOICES = 10  # more do not fit a phone's screen beside the answer
LABEL = 40
_ROW = 34  # characters of labels that stand side by side without being cut
_SIDE_BY_SIDE = 3
_STYLES = {Style.PLAIN: None, Style.SAFE: "success", Style.DANGER: "danger"}


@dataclass(frozen=True)
class Button:
    """`style` is Telegram's name of it, None for the usual one."""

    label: str
    action: Action
    style: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Kept:
    """A `Say` whose text is kept under `token`, because it is too long for a button."""

    token: str


def keyboard(choices: Sequence[Choice]) -> tuple[Keyboard, tuple[str, ...]]:
    """The rows of buttons, and the labels of choices for which there is no room."""
    words = [choice for choice in choices if isinstance(choice.action, Say)]
    left_over = words[MOST_CHOICES:]
    shown = [choice for choice in choices if choice not in left_over and _is_pressable(choice.action)]
    return _rows([_button(choice) for choice in shown]), tuple(choice.label for choice in left_over)


def _is_pressable(action: Action) -> bool:
    return not isinstance(action, Copy) or 0 < units(clean(action.text)) <= COPY_LIMIT


def _button(choice: Choice) -> Button:
    action = Copy(clean(choice.action.text)) if isinstance(choice.action, Copy) else choice.action
    return Button(_short(choice.label), action, _STYLES[choice.style])


def _short(label: str) -> str:
    """Titles lose their end; names keep both ends, because long ones of containers differ in their last letters."""
    line = " ".join(clean(label).split())
    if 0 < len(line) <= LABEL:
        return line
    if " " in line:
        return line[: LABEL - 1].rstrip(" ,.:;(") + "…"
    return f"{line[: LABEL // 2]}…{line[len(line) - LABEL // 2 + 1 :]}" if line else "…"


def _rows(buttons: Sequence[Button]) -> Keyboard:
    rows: list[list[Button]] = []
    for button in buttons:
        row = rows[-1] if rows else []
        together = sum(len(each.label) for each in row) + len(button.label)
        if row and len(row) < _SIDE_BY_SIDE and together <= _ROW and not isinstance(button.action, Copy):
            row.append(button)
        else:
            rows.append([button])
    return tuple(map(tuple, rows))


def encode(action: Confirm | Cancel | Say, keep: Callable[[str], str]) -> str:
    """Callback data; `keep` gives a token for what is too long."""
    match action:
        case Confirm(token):
            return f"c:{token}"
        case Cancel(token):
            return f"x:{token}"
        case Say(text):
            data = f"s:{clean(text)}"
            return data if len(data.encode()) <= DATA_LIMIT else f"t:{keep(clean(text))}"


def decode(data: str) -> Confirm | Cancel | Say | Kept | None:
    """None for what no button of ours says."""
    kind, colon, rest = data.partition(":")
    if not colon or not rest:
        return None
    kinds: dict[str, Callable[[str], Confirm | Cancel | Say | Kept]] = {"c": Confirm, "x": Cancel, "s": Say, "t": Kept}
    return kinds[kind](rest) if kind in kinds else None
