"""The token stays out of every log, whoever writes it."""

import logging

_LOUD = ("httpx", "httpcore")  # they log addresses, and the token is in them


class Masked(logging.Formatter):
    """Another formatter's lines without `secret`, tracebacks included."""

    def __init__(self, inner: logging.Formatter | None, secret: str) -> None:
        super().__init__()
        self._inner = inner or logging.Formatter()
        self.secret = secret

    def format(self, record: logging.LogRecord) -> str:
        return self._inner.format(record).replace(self.secret, "***")


def keep_out_of_logs(secret: str) -> None:
    """Covers the handlers there are now: call it once logging is set up."""
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, Masked) and handler.formatter.secret == secret:
            continue
        handler.setFormatter(Masked(handler.formatter, secret))
