"""A file that is touched while messages are being received, and the check that it is."""

import time
from pathlib import Path

OLDEST = 120.0  # seconds without a successful round of getUpdates


def path(data: Path) -> Path:
    return data / "heartbeat"


def beat(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def is_beating(file: Path, oldest: float = OLDEST) -> bool:
    return file.is_file() and time.time() - file.stat().st_mtime < oldest
