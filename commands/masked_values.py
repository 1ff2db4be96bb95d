"""Secrets in values with a structure: settings (KEY=value) and JSON, which stays JSON."""

import re
from collections.abc import Mapping
from typing import Any

from commands.secrets_mask import MASK, mask

_SETTING = re.compile(r"(?P<key>[\w.-]+)=(?P<value>.+)", re.S)


def masked_setting(text: str) -> str:
    """Of "KEY=value" the whole value, with its spaces, where the key is one of a credential."""
    setting = _SETTING.fullmatch(text)
    if setting and _is_credential(setting["key"]):
        return f"{setting['key']}={MASK}"
    return mask(text)


def masked(value: Any) -> Any:
    """The same structure, with every text in it masked."""
    if isinstance(value, str):
        return masked_setting(value)
    if isinstance(value, Mapping):
        return {key: _masked_of(str(key), inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [masked(inner) for inner in value]
    return value


def _masked_of(key: str, value: Any) -> Any:
    return MASK if isinstance(value, str) and value and _is_credential(key) else masked(value)


def _is_credential(key: str) -> bool:
    return mask(f"{key}=x") != f"{key}=x"
