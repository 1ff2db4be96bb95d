"""The settings: every mistake at once, each with its line or key, and no secret printed."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

GOOD = """
[hosts.lab]
url = "unix:///var/run/docker.sock"
description = "laboratório"
[hosts.prod]
url = "tcp://prod:2376"
[hosts.prod.tls]
ca = "ca.pem"
cert = "cert.pem"
key = "key.pem"
[hosts.casa]
context = "casa"
[[access]]
user = 1001
hosts = ["lab"]
allow = "destroy"
operations = ["logs", "ps"]
[[access]]
chat = -1002000
hosts = ["*"]
allow = "read"
[explain]
chats = [-1002000]
"""
BAD = """
[hosts.lab]
url = "http://x"
descripton = "a"
[hosts.b]
[[access]]
user = "1"
hosts = ["lab", "prd"]
allow = "root"
[[access]]
hosts = []
allow = "read"
operations = ["foo"]
[reports]
timezone = "America/Lua"
"""


def load(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "estivador.toml"
    file.write_text(text)
    return Settings.load({"ESTIVADOR_DATA": str(tmp_path)}, str(file), frozenset({"ps", "logs"}))


def test_good_settings_are_read(tmp_path: Path) -> None:
    settings = load(tmp_path, GOOD)

    assert list(settings.file.hosts) == ["lab", "prod", "casa"]
    assert [rule.allow for rule in settings.file.access] == ["destroy", "read"]
    assert settings.file.explain.chats == (-1002000,)
    assert settings.file.reports.timezone.key == "America/Sao_Paulo"


def test_all_mistakes_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, BAD)

    told = "\n".join(caught.value.mistakes)
    places = [
        "3: hosts.lab.url",
        "4: hosts.lab.descripton",
        "5: hosts.b",
        "7: access[1].user",
        "9: access[1].allow",
        "10: access[2]",
        "15: reports.timezone",
    ]
    assert [place for place in places if place not in told] == []
    assert "não há nenhum [hosts.prd]" in told
    assert "não conheço a operação 'foo'" in told
    assert "Input should" not in told


def test_what_is_no_toml_tells_its_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="linha 2, coluna 7"):
        load(tmp_path, "[hosts.lab]\nurl = unix\n")


def test_a_named_file_must_be_there_and_the_usual_one_need_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert Settings.load({}).path is None
    with pytest.raises(SettingsError, match="não existe"):
        Settings.load({"ESTIVADOR_CONFIG": "outro.toml"})


def test_secrets_do_not_print() -> None:
    settings = Settings.load({"TELEGRAM_BOT_TOKEN": "123:abc", "ESTIVADOR_DATABASE_URL": "postgresql://u:senha@h/d"})

    assert "123:abc" not in repr(settings)
    assert "senha" not in repr(settings)
    assert settings.token is not None
    assert settings.token.value == "123:abc"
