"""The decision on what is written as a command: with a slash, or as a docker line."""

import re
from collections.abc import Collection, Mapping, Sequence

from knowledge import guards, literal, slash
from knowledge.decision import Ask, Candidate, Decision, Explain, Names, Run, Unknown
from knowledge.docker_options import VERBS
from knowledge.phrase import Signature
from knowledge.tags import Inventory, may_be_name

MOST_CHOICES = 8
_LEADS = frozenset("no na em do da de dos das nos nas la lá aqui ai aí host servidor a partir pro pra".split())
_COURTESY = frozenset("pfv pf pfvr por favor please plz ai aí agora ja já la lá".split())
_TALK = frozenset(
    """o a os as que qual quais como por porque pq nao não eu meu minha um uma isso é e mas serve significa demora funciona faz
    pra para dá da aparece erro nada quando depois quero tem ta tá está são ou se cada parte sem com diz""".split()
)


_ORDERED = re.compile(
    r"^\W*(?:execut[ae]|rod[ae]|faz|faça|manda|mande|d[áa])\s+(?:(?:aí|ai|um|o|esse|este|:)\s+)*(?=docker\s)", re.I
)


class Commanded:
    """Reads commands; None where the text only looks like one and must be read as a sentence."""

    def __init__(self, signatures: Mapping[str, Signature], topics: Collection[str]) -> None:
        self._signatures = signatures
        self._topics = topics

    def of_slash(self, text: str, inventory: Inventory) -> Decision | str | None:
        """The decision; the words behind the slash when no such command exists; None without a slash."""
        command = slash.parse(text, self._signatures, inventory)
        if command is None:
            return None
        if command.operation is None:
            return text.strip().lstrip("/").replace("_", " ")
        if command.left:
            return Unknown(1.0, "bad_value", detail=" ".join(command.left))
        return self.checked(command.operation, dict(command.slots or {}), inventory)

    def of_line(self, text: str, inventory: Inventory) -> Decision | None:
        text = _ORDERED.sub("", text)
        argv = literal.split(text)
        parsed = literal.parse(argv) if argv else None
        if argv is None or parsed is None or text.rstrip().endswith("?"):
            return None
        extra = list(parsed.extra)
        host = _trailing_host(extra, inventory)
        if _is_talk(argv[2 : len(argv) - (2 if host else 0)]):
            return None
        refused = guards.metacharacter(text) or (parsed.problem if _is_dangerous(parsed) else None)
        if refused is not None:
            return Unknown(1.0, "bad_value", detail=refused)
        if parsed.operation is None or parsed.problem:
            return None
        slots = {**parsed.slots, **({"host": host} if host else {})}
        if extra and parsed.operation in ("run", "exec"):
            slots["command"] = _as_typed(text, extra)
            extra = []
        return (
            self._of_extra(parsed.operation, slots, extra, inventory)
            if extra
            else self._whole(parsed.operation, slots, inventory)
        )

    def _whole(self, operation: str, slots: dict[str, str | int], inventory: Inventory) -> Decision | None:
        """A whole docker line is an order; one without its target ("docker rmi") is somebody's question."""
        signature = self._signatures[operation]
        if any(str(value).lower() in _LEADS for value in slots.values()):
            return None
        if any(name not in slots for name in signature.required):
            return Explain(signature.topic, 1.0) if signature.topic in self._topics else None
        if any(str(slots.get(name)) in VERBS for name in ("container", "image")):
            return None
        return self.checked(operation, slots, inventory)

    def _of_extra(
        self, operation: str, slots: dict[str, str | int], extra: list[str], inventory: Inventory
    ) -> Decision | None:
        """Words left behind a docker line: more targets than one, or a sentence that begins like a command."""
        first = str(slots.get("container", ""))
        if not first or first.lower() in _LEADS or not {first, *extra} & set(inventory.names.containers):
            return None
        if not all(may_be_name(word) for word in extra):
            return None
        choices = tuple(Candidate(name, 1.0) for name in (first, *extra))
        rest = {name: value for name, value in slots.items() if name != "container"}
        return Ask(choices[:MOST_CHOICES], 1.0, operation, "container", rest)

    def checked(
        self, operation: str, slots: Mapping[str, str | int], inventory: Inventory, score: float = 1.0
    ) -> Decision:
        """The order, unless a value is missing or its host is not listed."""
        signature = self._signatures[operation]
        missing = [name for name in signature.required if name not in slots]
        if missing:
            return Ask(known_values(missing[0], inventory.names), score, operation, missing[0], slots)
        host = str(slots.get("host", ""))
        listed = {name.lower() for name in inventory.names.hosts}
        if host and listed and host.lower() not in listed:
            return Unknown(score, "unlisted_host", detail=host)
        return Run(operation, slots, score, signature.confirm)


def known_values(slot: str, names: Names) -> tuple[Candidate, ...]:
    """What might fill the slot, of the names that are known."""
    groups: Mapping[str, Sequence[str]] = {
        "container": names.containers,
        "image": names.images,
        "service": names.services,
        "host": names.hosts,
    }
    return tuple(Candidate(name, 1.0) for name in groups.get(slot, ())[:MOST_CHOICES])


def _is_dangerous(parsed: literal.Literal) -> bool:
    return parsed.operation is None or parsed.problem.startswith(("-", "$", "`"))


def _trailing_host(extra: list[str], inventory: Inventory) -> str | None:
    """Takes "no lab", "a partir do lab", "lá no homolog por favor" off the end of a docker line."""
    while extra and extra[-1].lower().strip(",.!") in _COURTESY:
        extra.pop()
    if not extra:
        return None
    last = extra[-1].strip(",.!")
    led = (len(extra) > 1 and extra[-2].lower() in _LEADS) or (len(extra) == 2 and extra[0].lower() in _LEADS)
    listed = last.lower() in {name.lower() for name in inventory.names.hosts}
    if not led and not listed:
        return None
    extra.pop()
    while extra and extra[-1].lower() in _LEADS:
        extra.pop()
    return last


def _as_typed(text: str, extra: Sequence[str]) -> str:
    """The stretch of `text` that `extra` was cut from, with its quotes."""
    start = text.find(extra[0])
    for word in extra[1:]:
        start = start if start >= 0 else text.find(word)
    starts = [n for n in range(len(text)) if text.startswith(extra[0], n) and (n == 0 or text[n - 1] in " \t'\"")]
    for start in reversed(starts):
        end = start
        for word in extra:
            found = text.find(word, end)
            if found < 0:
                break
            end = found + len(word)
        else:
            while end < len(text) and text[end] in "'\"":
                end += 1
            return text[start:end]
    return " ".join(extra)


def _is_talk(words: Sequence[str]) -> bool:
    """A sentence that begins like a docker line: "docker stop demora uns 10 segundos"."""
    plain = [word.lower().strip(",.?!") for word in words]
    return sum(word in _TALK for word in plain) >= 2 or any(
        word.startswith(("explic", "signific")) or word in {"->", "=>", "→"} for word in plain
    )
