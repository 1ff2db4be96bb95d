"""Reads `estivador.toml`; every mistake at once, each with its line or key."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.settings_file import FileSettings


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` are sentences for people, each with its line or key."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def read(path: Path, operations: frozenset[str]) -> FileSettings:
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except FileNotFoundError:
        raise SettingsError(
            [f"{path}: este arquivo não existe; confira o caminho dado em --config ou ESTIVADOR_CONFIG"]
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: não consigo ler o arquivo ({error})"]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            [f"{path}: isto não é TOML válido ({_toml_place(error)}); confira aspas, colchetes e o sinal de ="]
        ) from error
    mistakes: list[str] = []
    file = FileSettings()
    try:
        file = FileSettings.model_validate(content)
    except ValidationError as error:
        mistakes += [_sentence(path, text, dict(detail)) for detail in error.errors()]
    mistakes += _cross_mistakes(path, text, content, operations)
    if mistakes:
        raise SettingsError(mistakes)
    return file


def _toml_place(error: tomllib.TOMLDecodeError) -> str:
    words = str(error)
    place = words[words.rfind("(") + 1 : words.rfind(")")] if "(" in words else ""
    return (
        place.replace("at line", "linha").replace("column", "coluna").replace("at end of document", "no fim do arquivo")
        or words
    )


def _cross_mistakes(path: Path, text: str, content: Mapping[str, Any], operations: frozenset[str]) -> list[str]:
    """What no single key tells: rules about hosts and operations that do not exist."""
    hosts, rules = content.get("hosts", {}), content.get("access", [])
    if not isinstance(hosts, dict) or not isinstance(rules, list):
        return []
    mistakes = []
    for index, rule in enumerate(rules):
        for name in _listed(rule, "hosts"):
            if name != "*" and name not in hosts:
                mistakes.append((index, "hosts", f"não há nenhum [hosts.{name}] neste arquivo"))
        for name in _listed(rule, "operations"):
            if operations and name not in operations:
                mistakes.append((index, "operations", f"não conheço a operação {name!r}"))
    return [_at(path, text, ("access", index, key), said) for index, key, said in mistakes]


def _listed(rule: Any, key: str) -> list[Any]:
    values = rule.get(key) if isinstance(rule, dict) else None
    return values if isinstance(values, list) else []


_SAYS = {
    "missing": "falta esta chave",
    "extra_forbidden": "esta chave não existe aqui; confira a grafia",
    "literal_error": "use um destes valores: {expected}",
    "int_type": "deve ser um número inteiro, sem aspas",
    "string_type": "deve ser um texto entre aspas",
    "float_type": "deve ser um número",
    "tuple_type": "deve ser uma lista entre colchetes",
    "list_type": "deve ser uma lista entre colchetes",
    "dict_type": "deve ser uma seção como [hosts.lab]",
    "model_type": "deve ser uma seção com chaves e valores",
    "model_attributes_type": "deve ser uma seção com chaves e valores",
    "bool_type": "deve ser true ou false",
    "greater_than": "deve ser maior que {gt}",
    "less_than_equal": "deve ser no máximo {le}",
}


def _sentence(path: Path, text: str, detail: Mapping[str, Any]) -> str:
    context = detail.get("ctx") or {}
    if detail["type"] == "value_error":
        said = str(context.get("error", ""))
    else:
        said = _SAYS.get(str(detail["type"]), "este valor não serve").format(**context)
    location = tuple(part for part in detail["loc"] if part != "[key]")
    return _at(path, text, location, said.replace("' or '", "' ou '").replace(" or ", " ou "))


def _at(path: Path, text: str, location: tuple[str | int, ...], said: str) -> str:
    line = _line(text, location)
    return f"{path}:{line}: {_key(location)}: {said}" if line else f"{path}: {_key(location)}: {said}"


def _key(location: tuple[str | int, ...]) -> str:
    key = ""
    for part in location:
        key += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if key else str(part)
    return key or "arquivo"


def _line(text: str, location: tuple[str | int, ...]) -> int | None:
    """The line of the key, or of its section; TOML readers keep no positions, so this looks for the text."""
    lines = text.splitlines()
    first = _section_line(lines, location)
    if first is None:
        return None
    for number in range(first, len(lines)):
        if number > first and lines[number].lstrip().startswith("["):
            break
        if lines[number].split("=")[0].strip() == str(location[-1]):
            return number + 1
    return first + 1


def _section_line(lines: list[str], location: tuple[str | int, ...]) -> int | None:
    if len(location) > 1 and isinstance(location[1], int):
        starts = [n for n, line in enumerate(lines) if line.replace(" ", "").startswith(f"[[{location[0]}]]")]
        return starts[location[1]] if location[1] < len(starts) else None
    for size in (3, 2, 1):
        wanted = "[" + ".".join(map(str, location[:size])) + "]"
        for number, line in enumerate(lines):
            if line.replace('"', "").replace(" ", "").startswith(wanted):
                return number
    return None
