"""`estivador telegram` as a process, and what it leaves in its data folder."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.bot_api import BotApi

ROOT = Path(__file__).parents[2]
PATIENCE = 90  # seconds; only a failing test waits that long, and a start that has to learn the notes anew


@dataclass
class TelegramProcess:
    """Runs in `folder`, where its `estivador.toml` is; its data stay from one start to the next."""

    api: BotApi
    folder: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Until it is asking Telegram for messages."""
        polls = self.api.world.polls
        with self.errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "telegram"],
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                cwd=self.folder,
                env=self._environment(),
            )
        self.api.wait_until(lambda: self.api.world.polls > polls or self._has_ended(), "a poll", PATIENCE)
        assert not self._has_ended(), self.said

    def stop(self) -> int:
        """The exit status after a SIGTERM, which is what `docker stop` and systemd send."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        finally:
            self.end()

    def end(self) -> None:
        """However it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def errors(self) -> Path:
        return self.folder / "stderr"

    @property
    def said(self) -> str:
        """All that it wrote to its standard output and error, in all its starts."""
        return self.errors.read_text(encoding="utf-8")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        """What a statement gives on its database, while it runs."""
        connection = sqlite3.connect(self.data / "estivador.sqlite3", timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            with connection:
                return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def _has_ended(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    def _environment(self) -> Mapping[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "ESTIVADOR_DATA": str(self.data),
            "TELEGRAM_BOT_TOKEN": self.api.token,
            "TELEGRAM_API_URL": self.api.url,
        }
