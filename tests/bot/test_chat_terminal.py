"""`estivador chat` at a terminal: a pseudo-terminal, typed into as a person would."""

import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import MakeContainer

pytestmark = pytest.mark.process

PROMPT = "você ›"
LIMIT = 60.0  # seconds until a terminal that says nothing is given up
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>()][0AB]?)")


class Screen:
    """A process with a terminal of its own. `seen` is all it has written, without colours and cursor movements."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment, start_new_session=True
        )
        os.close(slave)
        self._read = ""

    @property
    def seen(self) -> str:
        return _ESCAPES.sub("", self._read).replace("\r", "")

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for(self, text: str, after: str = "") -> str:
        """What has been written, once `text` stands in it (behind the first `after`)."""
        ends = time.monotonic() + LIMIT
        while text not in self.seen.partition(after)[2] if after else text not in self.seen:
            is_over = self.process.poll() is not None or time.monotonic() >= ends
            assert not is_over, f"{text!r} did not come; there is:\n{self.seen[-3000:]}"
            self._receive(0.2)
        return self.seen

    def end(self) -> int:
        ends = time.monotonic() + LIMIT
        while self.process.poll() is None and time.monotonic() < ends:
            self._receive(0.1)
        return self.process.wait(5)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def _receive(self, seconds: float) -> None:
        if select.select([self._master], [], [], seconds)[0]:
            try:
                self._read += os.read(self._master, 65536).decode(errors="replace")
            except OSError:  # Linux's way of saying that the other side has closed
                time.sleep(0.05)


OpenScreen = Callable[..., Screen]


@pytest.fixture
def open_screen(environment: dict[str, str], tmp_path: Path) -> Iterator[OpenScreen]:
    """A chat whose prompt is there."""
    terminal = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "100", "LINES": "50"}
    opened: list[Screen] = []

    def start(**more: str) -> Screen:
        screen = Screen([sys.executable, "-m", "bot", "chat"], tmp_path, {**environment, **terminal, **more})
        opened.append(screen)
        screen.wait_for(PROMPT)
        return screen

    yield start
    for screen in opened:
        screen.close()


@pytest.fixture
def screen(open_screen: OpenScreen) -> Screen:
    return open_screen()


def test_it_explains_with_numbered_choices_that_can_be_pressed(screen: Screen) -> None:
    screen.type("o que é cgroups?\r")
    said = screen.wait_for("[1] ")

    assert "Nota do grupo, linha 17" in said
    assert "Correção" in said
    first = re.search(r"\[1\] (.+)", said)
    assert first is not None
    screen.wait_for(PROMPT, after=first[0])
    screen.type("1\r")

    assert screen.wait_for(first[1].strip(), after=first[0])


def test_without_docker_that_is_said_first(screen: Screen) -> None:
    assert "Nenhum Docker respondeu aqui" in screen.seen


def test_ctrl_c_clears_the_line_and_ctrl_d_leaves(screen: Screen) -> None:
    screen.type("meia frase\x03")
    screen.type("/id\r")
    said = screen.wait_for(PROMPT, after="id, só no Telegram")
    screen.type("\x04")

    assert "Traceback" not in said
    assert screen.end() == 0
    assert "Até mais!" in screen.seen


def test_sair_leaves_and_what_was_asked_is_remembered(screen: Screen, tmp_path: Path) -> None:
    screen.type("/id\r")
    screen.wait_for(PROMPT, after="id, só no Telegram")
    screen.type("sair\r")

    assert screen.end() == 0
    history = tmp_path / "data" / "historico"
    assert "/id" in history.read_text()
    assert history.stat().st_mode & 0o077 == 0


def test_the_tab_key_completes_commands(screen: Screen) -> None:
    screen.type("/perg\t")

    assert screen.wait_for("/pergunta")


@pytest.mark.engine
def test_an_operation_is_confirmed_by_number(
    open_screen: OpenScreen, docker_host: str, make_container: MakeContainer
) -> None:
    make_container("terminal-alvo", start=False)
    screen = open_screen(DOCKER_HOST=docker_host)
    screen.type("/rm terminal-alvo\r")
    screen.wait_for(PROMPT, after="[2] Cancelar")
    screen.type("1\r")

    assert "Container terminal-alvo removido." in screen.wait_for("removido.")


def test_ctrl_c_stops_the_waiting_and_not_the_conversation(open_screen: OpenScreen, tmp_path: Path) -> None:
    """The host takes connections and never answers."""
    with tempfile.TemporaryDirectory(prefix="e") as folder, socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"{folder}/s")
        silent.listen()
        (tmp_path / "estivador.toml").write_text(f'[hosts.lab]\nurl = "unix://{folder}/s"\ntimeout = 6\n')
        screen = open_screen()
        screen.type("/ps host=lab\r")
        screen.wait_for("um instante")
        screen.process.send_signal(signal.SIGINT)
        screen.wait_for(PROMPT, after="Parei de esperar")
        screen.type("/id\r")

        assert "Traceback" not in screen.wait_for(PROMPT, after="id, só no Telegram")
        screen.type("sair\r")
        assert screen.end() == 0
