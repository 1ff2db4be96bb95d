"""The sign of life that the container's health check looks at."""

import os
import time
from pathlib import Path

import pytest

from bot import heartbeat
from tests.bot.conftest import Estivador


def test_it_beats_while_it_was_touched_lately(tmp_path: Path) -> None:
    file = heartbeat.path(tmp_path / "data")
    assert not heartbeat.is_beating(file)

    heartbeat.beat(file)
    assert heartbeat.is_beating(file)

    long_ago = time.time() - heartbeat.OLDEST - 1
    os.utime(file, (long_ago, long_ago))
    assert not heartbeat.is_beating(file)


@pytest.mark.process
def test_health_is_an_exit_status(estivador: Estivador, tmp_path: Path) -> None:
    assert estivador("health").returncode == 1

    heartbeat.beat(heartbeat.path(tmp_path / "data"))
    assert estivador("health").returncode == 0
