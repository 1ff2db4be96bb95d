"""The parameters of a request: a query, a form, JSON, or parts with files."""

import json
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


def parameters(query: str, kind: str, body: bytes) -> dict[str, Any]:
    """Texts as they came (`decoded` reads what stands for more), files as `Upload`."""
    found: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    if kind.startswith("application/json"):
        found.update(json.loads(body or b"{}"))
    elif kind.startswith("multipart/form-data"):
        found.update(_parts(kind, body))
    else:
        found.update(parse_qsl(body.decode(), keep_blank_values=True))
    return found


def _parts(kind: str, body: bytes) -> dict[str, Any]:
    whole = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    found: dict[str, Any] = {}
    for part in whole.get_payload():
        assert isinstance(part, Message)
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        filename = part.get_filename()
        found[name] = content.decode() if filename is None else Upload(filename, content)
    return found


def decoded(value: Any) -> Any:
    """What a form holds as JSON: numbers, objects, lists."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
