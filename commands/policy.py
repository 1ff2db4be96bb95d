"""What a host permits whoever asks, and which values can be what they are said to be."""

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from commands.operation import Kind, Operation, Parameter

SHELLS = frozenset({"sh", "ash", "bash", "dash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh", "pwsh"})
ANY = "*"

# https://github.com/moby/moby/blob/master/daemon/names/names.go
_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]{1,254}")

# https://github.com/distribution/reference/blob/main/regexp.go
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
_PART = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_REFERENCE = re.compile(
    rf"(?:{_LABEL}(?:\.{_LABEL})*(?::\d+)?/)?{_PART}(?:/{_PART})*"
    r"(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?",
    re.ASCII,
)
_PORT = re.compile(
    r"(?:(?P<address>\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):)?(?:(?P<outside>\d+):)?(?P<inside>\d+)(?:/(?:tcp|udp|sctp))?"
)


@dataclass(frozen=True)
class Violation:
    """`detail` is the value that is no good, or the line of the host's entry that would permit what was asked."""

    why: Literal["bad_value", "policy"]
    slot: str
    detail: str


def violation(operation: Operation, slots: Mapping[str, Any], exec_commands: Sequence[str]) -> Violation | None:
    """What stands against running `operation` with these values on a host that lists `exec_commands`, if anything."""
    return next(_violations(operation, slots, exec_commands), None)


def permits_exec(command: Sequence[str], exec_commands: Sequence[str]) -> bool:
    """Listed word by word, or by a pattern whose last word ends in "*". A shell only where a pattern names it."""
    named = [pattern for pattern in exec_commands if pattern.strip() != ANY]
    if any(_fits(command, shlex.split(pattern)) for pattern in named):
        return True
    has_shell = any(word.rpartition("/")[2] in SHELLS for word in command)
    return ANY in {pattern.strip() for pattern in exec_commands} and not has_shell


def _violations(operation: Operation, slots: Mapping[str, Any], exec_commands: Sequence[str]) -> Iterator[Violation]:
    for parameter in operation.parameters:
        value = slots.get(parameter.name)
        if value not in (None, "") and not _is_good(operation, parameter, value):
            yield Violation("bad_value", parameter.name, str(value))
    command = slots.get("command")
    if operation.name == "exec" and command and not permits_exec(_words(str(command)) or [], exec_commands):
        yield Violation("policy", "command", f"exec = {json.dumps([*exec_commands, command], ensure_ascii=False)}")


def _is_good(operation: Operation, parameter: Parameter, value: Any) -> bool:
    text = str(value).strip()
    match parameter.kind:
        case Kind.INTEGER:
            return text.isascii() and text.isdigit() and len(text) <= 9
        case Kind.IMAGE:
            return is_reference(text)
    match parameter.name:
        case "name":
            return is_reference(text) if operation.name == "tag" else is_name(text)
        case "ports":
            return all(is_port(port) for port in re.split(r"[\s,]+", text.strip(", ")))
        case "command":
            return bool(_words(text))
    return True


def is_name(text: str) -> bool:
    """Whether Docker takes it as a container's name."""
    return _NAME.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Whether it can name an image."""
    return len(text) <= 400 and _REFERENCE.fullmatch(text) is not None


def is_port(text: str) -> bool:
    """Whether it is a port to publish: "8080:80", "127.0.0.1:8080:80", "80/udp"."""
    match = _PORT.fullmatch(text)
    if match is None or (match["address"] and not match["outside"]):
        return False
    return all(1 <= int(port) <= 65535 for port in (match["outside"], match["inside"]) if port)


def _words(text: str) -> list[str] | None:
    """As a shell would split it, though none does; None when a quote does not close."""
    try:
        return shlex.split(text)
    except ValueError:
        return None


def _fits(command: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern or not pattern[-1].endswith("*"):
        return list(command) == list(pattern)
    *leading, last = pattern
    if last == ANY:
        return list(command[: len(leading)]) == leading
    # "cat /var/log/*" is about one more word, and that one stays below.
    return len(command) == len(pattern) and list(command[:-1]) == leading and _is_below(command[-1], last[:-1])


def _is_below(word: str, start: str) -> bool:
    return word.startswith(start) and ".." not in word[len(start) :].split("/")
