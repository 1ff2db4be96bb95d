"""A whole Estivador over a real engine, and ways to run it as a process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import wiring
from bot.settings import Settings
from tests.bot.talk import Talk

Estivador = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The variables of a fresh person: no configuration, no token, no docker, a data folder of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV") if name in os.environ}
    home = tmp_path / "home"
    home.mkdir()
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error",
        "ESTIVADOR_DATA": str(tmp_path / "data"),
        "DOCKER_HOST": f"unix://{tmp_path}/nobody.sock",
    }


@pytest.fixture
def estivador(environment: dict[str, str], tmp_path: Path) -> Estivador:
    """Runs the command line to its end in an empty folder."""

    def run(*arguments: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
            cwd=tmp_path,
            env={**environment, **more},
        )

    return run


@pytest.fixture(scope="session")
def knows(tmp_path_factory: pytest.TempPathFactory) -> wiring.Understanding:
    """The real notes, catalogue and matcher, read once for all tests."""
    return wiring.understanding(Settings.load({"ESTIVADOR_DATA": str(tmp_path_factory.mktemp("knows"))}))


@pytest.fixture
def talk(tmp_path: Path, knows: wiring.Understanding) -> Iterator[Talk]:
    """On lab run web and api, and banco is stopped; on prod runs api."""
    made = Talk(tmp_path, knows)
    made.lab.add("web")
    made.lab.add("api")
    made.lab.add("banco", state="exited")
    made.engines["prod"].add("api")
    yield made
    made.restart()
