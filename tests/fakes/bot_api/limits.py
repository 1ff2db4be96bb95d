"""What Telegram refuses of texts, keyboards and commands."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.fakes.bot_api.errors import bad_request
from tests.fakes.bot_api.markup import parse, units

TEXT, CAPTION, ENTITIES, DATA, COPY = 4096, 1024, 100, 64, 256
_STYLES = (None, "primary", "success", "danger")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
# What is no text although it is there; a superset of Telegram's own list.
_HOLLOW = re.compile(
    r"[\s\x00-\x20\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3000\u3164\ufeff\uffa0\ufffc]*"
)

Text = tuple[str, list[dict[str, Any]]]


def text(raw: str, mode: str | None) -> Text:
    """The text of a message as people see it. Raises `ApiError`."""
    plain, entities = _parsed(raw, mode)
    if not raw:
        raise bad_request("message text is empty")
    if _HOLLOW.fullmatch(plain):
        raise bad_request("text must be non-empty")
    if units(plain) > TEXT:
        raise bad_request("message is too long")
    return plain, entities


def caption(raw: str, mode: str | None) -> Text:
    plain, entities = _parsed(raw, mode)
    if units(plain) > CAPTION:
        raise bad_request("message caption is too long")
    return plain, entities


def _parsed(raw: str, mode: str | None) -> Text:
    plain, entities = parse(raw, mode)
    if len(entities) > ENTITIES:
        raise bad_request("too many entities")  # Telegram drops the rest; here nobody must rely on it
    return plain, entities


def keyboard(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard. Raises `ApiError`."""
    if not isinstance(markup, Mapping) or not isinstance(markup.get("inline_keyboard"), Sequence):
        raise bad_request("object expected as reply markup")
    rows = [[_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _button(button: Mapping[str, Any]) -> dict[str, Any]:
    if not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if button.get("style") not in _STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if "callback_data" in button:
        if not 1 <= len(button["callback_data"].encode()) <= DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "copy_text" in button:
        if not 1 <= units(button["copy_text"].get("text", "")) <= COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif "url" not in button:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return dict(button)


def commands(listed: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Raises `ApiError`."""
    if len(listed) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in listed:
        if not _COMMAND.fullmatch(command.get("command", "")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "").strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [(command["command"], command["description"]) for command in listed]
