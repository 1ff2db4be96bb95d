"""`estivador ask`: shows what is understood of a text, and executes nothing."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot import wiring
from bot.settings import Settings, SettingsError
from knowledge.decision import Ask, Decision, Explain, Names, Run, Unknown, as_json
from knowledge.library import Library
from knowledge.why import Why

Write = Callable[[str], None]
SHAPE = '{"hosts": […], "containers": […], "images": […], "services": […]}'
_KEYS = ("hosts", "containers", "images", "services")


def ask(
    settings: Settings, text: tuple[str, ...], given: Any, as_objects: bool, write: Write, reasons: bool = False
) -> None:
    """One line out for each line in, in order and at once. Raises `SettingsError` for a wrong names file."""
    names = names_of(given) if given is not None else Names(hosts=tuple(settings.file.hosts))
    library, _, matcher = wiring.understanding(settings)
    for line in _lines(text):
        decision = matcher.match(line, names)
        write(json.dumps(as_json(line, decision), ensure_ascii=False) if as_objects else said(decision, library))
        if reasons and not as_objects and line.strip():
            for reason in reasoned(matcher.why(line, names)):
                write(f"  {reason}")
        sys.stdout.flush()


def _lines(text: tuple[str, ...]) -> Iterable[str]:
    if text == ("-",):
        while line := sys.stdin.readline():
            yield line.rstrip("\r\n")
    else:
        yield " ".join(text)


def names_of(given: Any) -> Names:
    """The names in a parsed names file. Raises `SettingsError`, listing all that is wrong with it."""
    if not isinstance(given, Mapping):
        raise SettingsError([f"o arquivo de nomes deve ser um objeto JSON como {SHAPE}"])
    mistakes = [f"não existe a lista {key!r}; use {', '.join(_KEYS)}" for key in given if key not in _KEYS]
    groups: dict[str, tuple[str, ...]] = {}
    for key in _KEYS:
        value = given.get(key, [])
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            groups[key] = tuple(value)
        else:
            mistakes.append(f"{key!r} deve ser uma lista de textos")
    if mistakes:
        raise SettingsError([f"arquivo de nomes: {mistake}" for mistake in mistakes])
    return Names(**groups)


_INTENTS = {"explain": "explicar", "run": "executar", "hold": "não é ordem", "outside": "não é de Docker"}


def reasoned(why: Why) -> tuple[str, ...]:
    """The reasons as lines for a person."""
    intents = ", ".join(
        f"{_INTENTS[name]} {share:.2f}" for name, share in sorted(why.intents.items(), key=lambda i: -i[1])
    )
    lines = [f"intenção: {intents}"]
    for what, name, reasons in (
        ("tópico", why.topic, why.topic_reasons),
        ("operação", why.operation, why.operation_reasons),
    ):
        words = ", ".join(f"“{word}” {share:.2f}" for word, share in reasons)
        lines.append(f"{what} mais provável: {name}{f', por {words}' if words else ''}")
    return (*lines, f"veto: {why.veto}") if why.veto else tuple(lines)


def said(decision: Decision, library: Library) -> str:
    """The decision as one line for a person."""
    match decision:
        case Explain(topic, score):
            return f"explica {topic} ({library[topic].title}) · {score:.2f}"
        case Run(operation, slots, score, confirm):
            values = ", ".join(f"{name}={value}" for name, value in slots.items())
            asks = ", pede confirmação" if confirm else ""
            return f"executa {operation}{f' com {values}' if values else ''}{asks} · {score:.2f}"
        case Ask(choices, _, chosen, missing):
            options = ", ".join(choice.id for choice in choices)
            return (
                f"pergunta {f'{missing} de {chosen}' if missing else 'qual destes'}{f': {options}' if options else ''}"
            )
        case Unknown(_, reason, nearest, detail):
            near = ", ".join(candidate.id for candidate in nearest)
            return f"não sabe ({reason}{f': {detail}' if detail else ''}){f'; perto: {near}' if near else ''}"
