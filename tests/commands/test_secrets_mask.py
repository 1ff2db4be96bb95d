"""What looks like a secret is not shown; what does not, stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.secrets_mask import MASK, mask

# Joined here, so that no scanner of repositories takes them for real ones.
TELEGRAM = "123456789" + ":AA" + "HdqTcvCH1vGWJxfSeofSAs0K5PALDsaw9"
AWS = "AKIA" + "IOSFODNN7EXAMPLE"
GITHUB = "ghp" + "_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
JWT = "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0" + ".dBjftJeZ4CVP"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("POSTGRES_PASSWORD=hunter2", "hunter2"),
        ("MYSQL_ROOT_PASSWORD: hunter2", "hunter2"),
        ("-e DB_PASS" + "WORD='com espaço'", "com espaço"),
        ('docker run -e API_KEY="abc def" nginx', "abc def"),
        ("senha=segredo123", "segredo123"),
        ("minha senha: segredo123", "segredo123"),
        ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI", "wJalrXUtnFEMI"),
        ("SECRET_KEY_BASE=abc", "abc"),
        ("docker login --password hunter2 -u ana", "hunter2"),
        ("docker login --password=hunter2", "hunter2"),
        ("--api-token abc123", "abc123"),
        ("postgres://ana:hunter2@db:5432/x", "hunter2"),
        ("redis://:hunter2@cache", "hunter2"),
        ("https://ana:hunter2@registry.example/v2/", "hunter2"),
        ("Authorization: Bearer abcDEF123456", "abcDEF123456"),
        ("authorization: Basic YW5hOmh1bnRlcjI=", "YW5hOmh1bnRlcjI="),
        ('{"password": "hunter2", "user": "ana"}', "hunter2"),
        ("{'identityToken': 'hunter2'}", "hunter2"),
        (f"o token é {TELEGRAM} viu", TELEGRAM),
        (f"https://api.telegram.org/bot{TELEGRAM}/getMe", TELEGRAM.partition(":")[2]),
        (f"chave {AWS}", AWS),
        (f"git clone com {GITHUB}", GITHUB),
        (f"x={JWT}", JWT),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn cortado", "b3Blbn"),
        (
            "docker swarm join --token " + "SWMTKN-1-" + "3pu6hszjas19xyp7ghgosyx9k8atbfcr8p2is99znpy26u2lkl",
            "3pu6hszjas",
        ),
    ],
)
def test_a_secret_is_masked_and_the_rest_stays(text: str, secret: str) -> None:
    masked = mask(text)

    assert secret not in masked
    assert MASK in masked
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "docker run -d --name web -p 8080:80 nginx:1.27",
        "mostra os logs do web no lab",
        "o que é a variável PATH=/usr/bin?",
        "https://docs.docker.com/engine/",
        "ssh://ana@lab:22",
        "tcp://10.0.0.1:2376",
        "sha256:399017b2c5f2058d1ea25a8c7360ae1887b107ac72ec509cfa8475284ed7044d",
        "como troco a senha do postgres?",
        "docker basic commands",
        "12:30:45 AA",
        "KEYBOARD=br MONKEY=banana",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask(text) == text


def test_only_the_value_goes() -> None:
    assert mask("-e DB_PASSWORD=x -e DB_HOST=db") == "-e DB_PASSWORD=*** -e DB_HOST=db"
    assert mask("postgres://ana:x@db/loja") == "postgres://ana:***@db/loja"


@given(st.text())
def test_masking_never_fails_and_twice_is_as_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)
