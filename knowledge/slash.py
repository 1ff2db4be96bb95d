"""A command with a slash: `/logs api 50`, `/prune system lab`, `/stop container=web host=lab`."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge import when
from knowledge.phrase import Signature
from knowledge.tags import Inventory, is_image_reference, is_ports
from knowledge.words import fold

_GROUPS = {
    ("prune", "container"): "prune_containers", ("prune", "containers"): "prune_containers", ("prune", "image"): "prune_images",
    ("prune", "images"): "prune_images", ("prune", "imagens"): "prune_images", ("prune", "system"): "prune_system",
    ("prune", "sistema"): "prune_system", ("prune", "tudo"): "prune_system", ("ps", "-a"): "ps_all", ("stop", "all"): "stop_all", ("stop", "todos"): "stop_all",
    ("start", "all"): "start_all", ("start", "todos"): "start_all", ("rmi", "all"): "rmi_all", ("rmi", "todas"): "rmi_all",
    ("schedule", "list"): "schedule_list", ("schedule", "remove"): "schedule_remove", ("schedule", "rm"): "schedule_remove",
}  # fmt: skip
_REST = frozenset({"command", "term", "which", "operation"})


@dataclass(frozen=True)
class Command:
    """`operation` None: no such command (`name` is what was typed). `left` are words that fitted no slot."""

    name: str
    operation: str | None = None
    slots: Mapping[str, str | int] | None = None
    left: tuple[str, ...] = ()


def parse(text: str, signatures: Mapping[str, Signature], inventory: Inventory) -> Command | None:
    """The command; None when the text does not start with one. A ``@BotName`` behind it is dropped."""
    found = re.match(r"\s*/([A-Za-z_][\w-]*)(?:@\w+)?(?:\s+|$)", text)
    if found is None:
        return None
    name = fold(found[1]).replace("-", "_")
    rest = text[found.end() :].strip()
    words = _split(rest)
    if words and (name, fold(words[0])) in _GROUPS:
        name = _GROUPS[name, fold(words[0])]
        rest = rest[len(words[0]) :].strip()
        words = words[1:]
    signature = next((s for s in signatures.values() if name == s.id or name in s.aliases), None)
    if signature is None:
        return Command(name)
    if signature.id == "schedule":
        return _schedule(signature, rest, inventory)
    slots, left = _assign(signature, words, inventory)
    return Command(name, signature.id, slots, tuple(left))


def _split(rest: str) -> list[str]:
    try:
        return shlex.split(rest)
    except ValueError:
        return rest.split()


def _assign(signature: Signature, words: Sequence[str], inventory: Inventory) -> tuple[dict[str, str | int], list[str]]:
    slots: dict[str, str | int] = {}
    left: list[str] = []
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name in signature.slots and value:
            slots[name] = int(value) if name == "lines" and value.isdigit() else value
        else:
            left.append(word)
    _take_host(signature, slots, left, inventory)
    _take_lines(signature, slots, left)
    for slot in signature.slots:
        if slot in slots or slot in ("host", "lines"):
            continue
        _take(slot, slots, left)
    return slots, _take_stranger(signature, slots, left, inventory)


def _take_host(signature: Signature, slots: dict[str, str | int], left: list[str], inventory: Inventory) -> None:
    if "host" not in signature.slots or "host" in slots:
        return
    hosts = {fold(name) for name in inventory.names.hosts}
    for position in range(len(left) - 1, -1, -1):
        bare = left[position].removeprefix("@")
        if fold(bare) in hosts:
            del left[position]
            slots["host"] = bare
            if position and fold(left[position - 1]) in {"no", "na", "em", "do", "da", "host"}:
                del left[position - 1]
            return


def _take_lines(signature: Signature, slots: dict[str, str | int], left: list[str]) -> None:
    if "lines" not in signature.slots or "lines" in slots:
        return
    for position, word in enumerate(left):
        if word.isdigit() and (position or len(left) == 1 or len(left) > 1):
            slots["lines"] = int(word)
            del left[position]
            for filler in ("-n", "--tail", "linhas"):
                if filler in left:
                    left.remove(filler)
            return


def _take(slot: str, slots: dict[str, str | int], left: list[str]) -> None:
    if not left:
        return
    if slot in _REST:
        slots[slot] = " ".join(left)
        left.clear()
    elif slot == "ports":
        found = [word for word in left if is_ports(word)]
        if found:
            slots[slot] = ",".join(found)
            left[:] = [word for word in left if word not in found and word != "-p"]
    elif slot == "name" and "--name" in left and left.index("--name") + 1 < len(left):
        position = left.index("--name")
        slots[slot] = left[position + 1]
        del left[position : position + 2]
    elif (
        slot == "name"
        and "image" in slots
        and "container" not in slots
        and not is_image_reference(left[0])
        and len(left) > 1
    ):
        return  # `/run image command…`: a name of a run has its own option
    elif slot == "service" and "=" in left[0]:
        slots["service"], _, slots["replicas"] = left.pop(0).partition("=")
    else:
        slots[slot] = left.pop(0)


def _take_stranger(
    signature: Signature, slots: dict[str, str | int], left: list[str], inventory: Inventory
) -> list[str]:
    """One word more than the slots need stands where a host stands."""
    if len(left) == 1 and "host" in signature.slots and "host" not in slots:
        slots["host"] = left[0].removeprefix("@")
        return []
    if not left and "host" in signature.slots and "host" not in slots:
        optional = [
            slot
            for slot in signature.slots
            if slot not in signature.required and slot not in ("host", "lines") and slot in slots
        ]
        for slot in optional:
            if (
                inventory.names.hosts
                and slot == "container"
                and str(slots[slot]) not in inventory.names.containers
                and not inventory.names.containers
            ):
                slots["host"] = slots.pop(slot)
    return left


def _schedule(signature: Signature, rest: str, inventory: Inventory) -> Command:
    named, left = _assign(
        Signature(signature.id, signature.topic, (), signature.slots, (), False, False),
        [w for w in _split(rest) if "=" in w],
        inventory,
    )
    if "when" in named:
        return Command("schedule", signature.id, named, tuple(left))
    slots: dict[str, str | int] = {}
    found = when.find(rest)
    if found is not None:
        slots["when"] = found.text
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    words = rest.split()
    _take_host(signature, slots, words, inventory)
    if words:
        slots["operation"] = " ".join(words)
    return Command("schedule", signature.id, slots)
