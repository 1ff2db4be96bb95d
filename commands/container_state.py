"""A container's state in Portuguese."""

import re

from commands.records import Container

_STATES = {
    "running": "em execução",
    "exited": "parado",
    "paused": "pausado",
    "created": "criado, nunca iniciado",
    "restarting": "reiniciando",
    "removing": "sendo removido",
    "dead": "morto",
    "stopped": "parado",
    "configured": "criado, nunca iniciado",
}
_HEALTH = {"healthy": "saudável", "unhealthy": "com problema de saúde", "starting": "verificando a saúde"}
_UNITS = {
    "second": ("segundo", "segundos"),
    "minute": ("minuto", "minutos"),
    "hour": ("hora", "horas"),
    "day": ("dia", "dias"),
    "week": ("semana", "semanas"),
    "month": ("mês", "meses"),
    "year": ("ano", "anos"),
}
_STATUS = re.compile(
    r"(?:(?P<up>Up)|(?P<was>Exited|Restarting) \((?P<code>-?\d+)\)) (?P<age>.+?)(?: ago)?(?: \((?P<note>[^)]*)\))?"
)
# https://github.com/docker/go-units/blob/master/duration.go
_AGE = re.compile(r"(?P<less>Less than a|About an?|an?|\d+) (?P<unit>second|minute|hour|day|week|month|year)s?")


def state(container: Container) -> str:
    """Only what it is in, which does not change by itself as an age does."""
    return _STATES.get(container.state, container.state)


def health(word: str) -> str:
    return _HEALTH.get(word, word)


def since(container: Container) -> str:
    """The state, with what the engine says of its age, exit code and health, as in "no ar há 3 horas, saudável"."""
    parsed = _STATUS.fullmatch(container.status)
    age = _age(parsed["age"]) if parsed else None
    if parsed is None or age is None:
        return state(container)
    if parsed["up"]:
        return _up(container, age, parsed["note"])
    word = "parado" if parsed["was"] == "Exited" else "reiniciando"
    return f"{word} {age} (código {parsed['code']})"


def _up(container: Container, age: str, note: str | None) -> str:
    if container.state == "paused":
        return f"pausado; no ar {age}"
    word = _HEALTH.get((note or "").removeprefix("health: "))
    return f"no ar {age}, {word}" if word else f"no ar {age}"


def _age(text: str) -> str | None:
    parsed = _AGE.fullmatch(text)
    if parsed is None:
        return None
    one, many = _UNITS[parsed["unit"]]
    article = "uma" if one in ("hora", "semana") else "um"
    if parsed["less"].isdigit():
        count = int(parsed["less"])
        return f"há {count} {one if count == 1 else many}"
    if parsed["less"].startswith("Less"):
        return f"há menos de {article} {one}"
    return f"há cerca de {article} {one}" if parsed["less"].startswith("About") else f"há {article} {one}"
