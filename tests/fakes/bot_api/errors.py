"""How Telegram says no."""

from typing import Any


class ApiError(Exception):
    """`description` and `code` are Telegram's; `parameters` may hold retry_after or migrate_to_chat_id."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(words: str, **parameters: Any) -> ApiError:
    return ApiError(400, f"Bad Request: {words}", **parameters)


def cannot_parse(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")
