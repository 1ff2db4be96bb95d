"""`estivador config check`, as a process."""

from pathlib import Path

import pytest

from tests.bot.conftest import Estivador

pytestmark = pytest.mark.process

RULES = """
[[access]]
user = 1001
hosts = ["*"]
allow = "destroy"
[[access]]
chat = -1002000
hosts = ["lab"]
allow = "read"
operations = ["ps", "stats"]
"""


@pytest.mark.engine
def test_a_good_configuration_says_what_it_means(estivador: Estivador, tmp_path: Path, docker_host: str) -> None:
    (tmp_path / "estivador.toml").write_text(f'[hosts.lab]\nurl = "{docker_host}"\n{RULES}')

    done = estivador("config", "check", TELEGRAM_BOT_TOKEN="123:abc")

    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[0] == "estivador.toml: a configuração está certa."
    assert said[1].startswith(f"✓ lab ({docker_host}): responde, Docker ")
    assert said[2:] == [
        "• o usuário 1001 pode olhar, mudar e, com confirmação, destruir em lab.",
        "• todos na conversa -1002000 podem só olhar em lab, só com ps e stats.",
    ]


def test_a_dead_host_is_its_own_line_and_an_exit_status(estivador: Estivador, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(
        '[hosts.lab]\nurl = "unix:///nobody.sock"\n[hosts.prod]\nurl = "tcp://127.0.0.1:1"\n'
    )

    done = estivador("config", "check", "--config", "c.toml")

    assert done.returncode == 1
    assert "✗ lab (unix:///nobody.sock): não responde." in done.stdout
    assert "✗ prod (tcp://127.0.0.1:1): não responde." in done.stdout
    assert "prod usa tcp:// sem certificado" in done.stdout
    assert "nenhuma regra [[access]]" in done.stdout
    assert "TELEGRAM_BOT_TOKEN não está definido" in done.stdout


def test_a_bad_configuration_is_told_whole_with_its_lines(estivador: Estivador, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(
        '[hosts."meu host"]\nurl = "http://x"\n[[access]]\nuser = 1\nhosts = ["lab"]\nallow = "tudo"\n'
        'operations = ["voar"]\n'
    )

    done = estivador("config", "check", ESTIVADOR_CONFIG="c.toml")

    assert done.returncode == 1
    assert done.stdout == ""
    told = done.stderr.splitlines()
    assert all(line.startswith("c.toml:") for line in told)
    assert "c.toml:6: access[1].allow: use um destes valores: 'read', 'change' ou 'destroy'" in told
    assert "c.toml:5: access[1].hosts: não há nenhum [hosts.lab] neste arquivo" in told
    assert "c.toml:7: access[1].operations: não conheço a operação 'voar'" in told
    assert any("hosts.meu host" in line and "o nome de um host" in line for line in told)


def test_a_file_that_is_not_there_is_told(estivador: Estivador) -> None:
    done = estivador("config", "check", "--config", "nada.toml")

    assert done.returncode == 1
    assert done.stderr.startswith("nada.toml: este arquivo não existe")


def test_without_a_configuration_that_is_said(estivador: Estivador) -> None:
    done = estivador("config", "check")

    assert done.returncode == 0
    assert done.stdout.startswith("Nenhum estivador.toml aqui")
