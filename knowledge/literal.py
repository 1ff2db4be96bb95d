"""A docker command line as typed: which operation it is, with which values."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.docker_options import ALL, BOOLEAN, OPERATIONS, OPTIONAL, POSITIONS, READS, SPELLED_VERBS, VALUED

_SUBSTITUTION = re.compile(r"^(?:\$\((?P<a>.*)\)|`(?P<b>.*)`)$")
_META = re.compile(r"[;&|<>`\n\\]|\$[({]|\$\w")


@dataclass(frozen=True)
class Literal:
    """`operation` None: a docker line that is none of our operations; `problem` says which part is why.

    `rest` holds the words behind the command that are not docker's ("no", "lab"): the caller reads a host there.
    """

    operation: str | None
    slots: dict[str, str | int] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    problem: str = ""
    verb: str = ""


def split(text: str) -> list[str] | None:
    """argv of a line that starts with docker (after a prompt or sudo), a ``$(…)`` as one word; None when it is none."""
    line = re.sub(r"^\s*[$#>]*\s*(?:sudo\s+)?", "", text.strip())
    if not re.match(r"docker\s", line):
        return None
    pieces = re.split(r"(\$\([^)]*\)|`[^`]*`)", line)
    words: list[str] = []
    for piece in pieces:
        if _SUBSTITUTION.match(piece):
            words.append(piece)
            continue
        try:
            words.extend(shlex.split(piece))
        except ValueError:
            return None
    return words


def parse(argv: Sequence[str]) -> Literal | None:
    """What the docker line asks for; None when its verb is not docker's (then it is a sentence that says "docker")."""
    verb, rest = _verb(list(argv[1:]))
    if verb is None:
        return None
    if verb == "exec":
        return _exec(rest)
    if verb == "run":
        return _run(rest)
    if verb == "service scale":
        return _scale(rest)
    options, positional, unknown = _options(verb, rest)
    if unknown and verb not in READS:
        return Literal(None, problem=unknown[0], verb=verb)
    return _with_positions(verb, options, positional)


def _verb(rest: list[str]) -> tuple[str | None, list[str]]:
    two = " ".join(rest[:2])
    if two in SPELLED_VERBS or two in OPERATIONS:
        return SPELLED_VERBS.get(two, two), rest[2:]
    if rest and rest[0] in OPERATIONS:
        return rest[0], rest[1:]
    return None, rest


def _options(
    verb: str, rest: Sequence[str], stop_at_first: bool = False
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """(options with their values, positional words, options that we do not know)."""
    boolean = set(BOOLEAN.get(verb, "").split())
    valued = set(VALUED.get(verb, "").split())
    found: list[tuple[str, str]] = []
    positional: list[str] = []
    unknown: list[str] = []
    words = list(rest)
    while words:
        word = words.pop(0)
        if not word.startswith("-") or word == "-" or (stop_at_first and positional):
            positional.append(word)
            if stop_at_first:
                positional.extend(words)
                break
            continue
        name, equals, value = word.lstrip("-").partition("=")
        if word.startswith("--") or len(name) == 1:
            _take_option(name, equals, value, boolean, valued, words, found, unknown, word)
        else:
            _take_cluster(word[1:], boolean, valued, words, found, unknown, word)
    return found, positional, unknown


def _take_option(
    name: str, equals: str, value: str, boolean: set[str], valued: set[str], words: list[str],
    found: list[tuple[str, str]], unknown: list[str], word: str,
) -> None:  # fmt: skip
    if name in boolean:
        found.append((name, value or "true"))
    elif name in valued and (equals or words):
        found.append((name, value if equals else words.pop(0)))
    else:
        unknown.append(word)


def _take_cluster(
    letters: str, boolean: set[str], valued: set[str], words: list[str],
    found: list[tuple[str, str]], unknown: list[str], word: str,
) -> None:  # fmt: skip
    """``-itd``, ``-p8080:80``, ``-itp 8080:80``: a letter that takes a value takes the rest of the word."""
    for position, letter in enumerate(letters):
        if letter in boolean:
            found.append((letter, "true"))
        elif letter in valued:
            value = letters[position + 1 :].removeprefix("=")
            if not value and not words:
                unknown.append(word)
                return
            found.append((letter, value or words.pop(0)))
            return
        else:
            unknown.append(word)
            return


def _with_positions(verb: str, options: list[tuple[str, str]], positional: list[str]) -> Literal:
    operation = OPERATIONS[verb]
    values = dict(options)
    slots: dict[str, str | int] = {}
    if verb == "ps" and {"a", "all"} & values.keys():
        operation = "ps_all"
    elif verb == "logs":
        slots.update(_tail(values))
    elif verb == "inspect" and "IPAddress" in values.get("f", values.get("format", "")):
        operation = "ip"
    wanted = POSITIONS.get(verb, ())
    if positional and _SUBSTITUTION.match(positional[0]):
        return _of_all(verb, positional)
    for name in wanted:
        if positional and not _META.search(positional[0]):
            slots[name] = positional.pop(0)
        elif verb not in OPTIONAL or positional:
            return Literal(operation, slots, tuple(positional), problem=positional[0] if positional else "", verb=verb)
    return Literal(operation, slots, tuple(positional), verb=verb)


def _tail(values: Mapping[str, str]) -> dict[str, str | int]:
    tail = values.get("n", values.get("tail", ""))
    return {"lines": int(tail)} if tail.isdigit() else {}


def _of_all(verb: str, positional: list[str]) -> Literal:
    matched = _SUBSTITUTION.match(positional[0])
    assert matched is not None
    inner = (matched["a"] or matched["b"] or "").strip()
    argv = inner.split()
    what, rest = _verb(argv[1:]) if argv[:1] == ["docker"] else (None, [])
    if what is None:
        return Literal(None, problem=positional[0], verb=verb)
    exited = any("exited" in word for word in rest)
    filtered = any(word.startswith(("-f", "--filter")) or "filter" in word for word in rest)
    key = (verb, "exited" if exited else what)
    operation = ALL.get(key) if exited or not filtered else None
    if operation is None:
        return Literal(None, problem=positional[0], verb=verb)
    return Literal(operation, {}, tuple(positional[1:]), verb=verb)


def _run(rest: list[str]) -> Literal:
    options, positional, unknown = _options("run", rest, stop_at_first=True)
    if unknown:
        return Literal(None, problem=unknown[0], verb="run")
    slots: dict[str, str | int] = {}
    names = [value for name, value in options if name == "name"]
    ports = [value for name, value in options if name in ("p", "publish")]
    if names:
        slots["name"] = names[-1]
    if ports:
        slots["ports"] = ",".join(ports)
    if not positional or _META.search(positional[0]):
        return Literal("run", slots, problem=positional[0] if positional else "", verb="run")
    slots["image"] = positional[0]
    return Literal("run", slots, tuple(positional[1:]), verb="run")


def _exec(rest: list[str]) -> Literal:
    _, positional, unknown = _options("exec", rest, stop_at_first=True)
    if unknown:
        return Literal(None, problem=unknown[0], verb="exec")
    if not positional or _META.search(positional[0]):
        return Literal("exec", {}, problem=positional[0] if positional else "", verb="exec")
    return Literal("exec", {"container": positional[0]}, tuple(positional[1:]), verb="exec")


def _scale(rest: list[str]) -> Literal:
    _, positional, unknown = _options("service scale", rest)
    pairs = [word for word in positional if re.fullmatch(r"[\w.-]+=\d+", word)]
    if unknown or len(pairs) != 1 or positional[0] != pairs[0]:
        return Literal(None, problem=(unknown or positional or [""])[0], verb="service scale")
    service, replicas = pairs[0].split("=")
    return Literal("scale", {"service": service, "replicas": replicas}, tuple(positional[1:]), verb="service scale")
