"""What looks like a secret, made unreadable."""

import re

MASK = "***"

# A word that is the name of a credential: DB_PASSWORD, api-key, AWS_SECRET_ACCESS_KEY, GITHUB_TOKEN, senha.
_CREDENTIAL = (
    r"[\w.-]*?(?:passw(?:or)?d|passwd|pwd|passphrase|senha|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
    r"|credential|credenciais|auth[_-]?key|encryption[_-]?key|signing[_-]?key|dsn)[\w.-]*"
)
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"',;&)\]}]+)"""

_KEPT_BEFORE: tuple[re.Pattern[str], ...] = (
    # scheme://user:password@host
    re.compile(r"(?P<kept>\b[a-z][a-z0-9+.-]*://[^\s/:@]*:)[^\s/@]+(?=@)", re.I),
    # Authorization: Bearer …, Basic …
    re.compile(r"(?P<kept>\b(?:[Bb]earer|[Bb]asic)\s+)(?=[a-z+/._~-]*[0-9A-Z=])[A-Za-z0-9+/=._~-]{8,}"),
    # --password x, --token=x, -p is too common to mean a password
    re.compile(rf"(?P<kept>--{_CREDENTIAL}(?:\s+|=))(?!-){_VALUE}", re.I),
    # "password": "x"
    re.compile(rf"""(?P<kept>["']{_CREDENTIAL}["']\s*:\s*){_VALUE}""", re.I),
    # KEY=x, key: x
    re.compile(rf"(?P<kept>\b{_CREDENTIAL}\s*(?:=|:(?!//))\s*){_VALUE}", re.I),
)

_WHOLE = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"
    r"|(?<!\d)\d{6,12}:AA[\w-]{30,}"  # Telegram
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"  # AWS
    r"|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{22,}"  # GitHub
    r"|\bglpat-[\w-]{20,}"  # GitLab
    r"|\bdckr_[a-z]+_[\w-]{20,}"  # Docker Hub
    r"|\bxox[abprs]-[\w-]{10,}"  # Slack
    r"|\bsk[-_](?:live_|test_|proj-|ant-)?[\w-]{20,}"  # Stripe and the like
    r"|\bSWMTKN-1-[\w-]{20,}"  # joining a swarm
    r"|\bAIza[\w-]{35}"  # Google
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*",  # JSON Web Token
    re.S,
)


def mask(text: str) -> str:
    """`text` with what looks like a credential replaced; the name that gave it away stays. Twice is as once."""
    masked = _WHOLE.sub(MASK, text)
    for pattern in _KEPT_BEFORE:
        masked = pattern.sub(lambda match: match["kept"] + MASK, masked)
    return masked
