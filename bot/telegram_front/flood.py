"""Keeps to Telegram's limits, and waits when it says so."""

import warnings
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter
from telegram.warnings import PTBDeprecationWarning

RETRIES = 3
LONGEST = 30.0  # seconds: while it waits nobody gets an answer, so a longer wait is for whoever caused it


class FloodTooLong(TelegramError):
    """Telegram wants more patience than everybody else should have to share."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"flood control asks for {seconds:.0f} s")
        self.seconds = seconds


def wait_of(error: RetryAfter | FloodTooLong) -> float:
    """In seconds."""
    # The public attribute is about to change its type, and says so at each look.
    return error.seconds if isinstance(error, FloodTooLong) else error._retry_after.total_seconds()


def accept_retry_after() -> None:
    """`RetryAfter` warns when it is merely made; where warnings are errors it could not be."""
    warnings.filterwarnings("ignore", r".*`retry_after`", PTBDeprecationWarning)


class FloodLimiter(AIORateLimiter):
    """Short waits are everybody's, as in the base class; a long one is raised as `FloodTooLong`."""

    def __init__(self) -> None:
        super().__init__(max_retries=RETRIES)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        async def bounded(*positional: Any, **named: Any) -> Any:
            try:
                return await callback(*positional, **named)
            except RetryAfter as error:
                if wait_of(error) > LONGEST:
                    raise FloodTooLong(wait_of(error)) from error
                raise

        return await super().process_request(bounded, args, kwargs, endpoint, data, rate_limit_args)
