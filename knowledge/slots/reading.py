"""All the values of one operation, read from one sentence."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from knowledge import when
from knowledge.decision import Slots
from knowledge.phrase import Signature
from knowledge.slots import hosts, numbers, phrases, things
from knowledge.slots.frame import Frame
from knowledge.tags import Tagged, is_image_reference


@dataclass(frozen=True)
class Reading:
    """`several` lists the values when a sentence names more than one where only one fits; `unlisted` is a host unknown."""

    slots: Slots
    missing: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    several_of: str = ""
    unlisted: str | None = None


@dataclass
class _Values:
    slots: dict[str, str | int] = field(default_factory=dict)
    several: tuple[str, ...] = ()
    several_of: str = ""

    def put(self, name: str, value: str | int | None) -> None:
        if value is not None:
            self.slots[name] = value


def extract(
    signature: Signature,
    tagged: Tagged,
    vocabulary: Collection[str],
    focus: int,
    respell: Callable[[str], str] = lambda word: word,
) -> Reading:
    """Pure: reads, and decides nothing. `vocabulary` holds the folded words that are no names."""
    frame = Frame(tagged, vocabulary, focus, respell)
    values = _Values()
    wanted = signature.slots
    if "when" in wanted:
        _read_when(frame, values)
    if "host" in wanted and signature.id != "schedule_remove":
        _read_hosts(frame, values)
    elsewhere = hosts.scheduled_elsewhere(frame) if signature.id == "schedule" and "host" not in values.slots else None
    if elsewhere is not None:
        return Reading(values.slots, unlisted=frame.words[elsewhere].raw)
    if "ports" in wanted:
        values.put("ports", numbers.ports(frame))
    if "lines" in wanted:
        values.put("lines", numbers.lines(frame))
    _READERS.get(signature.id, _read_plain)(signature, frame, values)
    missing = tuple(name for name in signature.required if name not in values.slots)
    unlisted = _unlisted(signature, frame, values, missing) if "host" in wanted and "host" not in values.slots else None
    return Reading(values.slots, missing, values.several, values.several_of, unlisted)


def _unlisted(signature: Signature, frame: Frame, values: _Values, missing: tuple[str, ...]) -> str | None:
    stranger = hosts.unlisted_host(frame, not missing, bool(_THINGS & set(signature.slots)))
    if stranger is None:
        return None
    if not frame.tagged.has_hosts:
        values.slots["host"] = frame.words[stranger].raw
        return None
    return frame.words[stranger].raw


def _read_when(frame: Frame, values: _Values) -> None:
    found = when.find(frame.tagged.sentence.text)
    if found is not None:
        frame.take_characters(found.start, found.end)
        values.put("when", found.text)


def _read_hosts(frame: Frame, values: _Values) -> None:
    positions = hosts.listed_hosts(frame)
    names = tuple(dict.fromkeys(frame.words[n].raw for n in positions))
    if len(names) > 1:
        values.several, values.several_of = names, "host"
    elif names:
        values.put("host", names[0])


def _read_plain(signature: Signature, frame: Frame, values: _Values) -> None:
    for slot in signature.slots:
        if slot == "container":
            _one(frame, values, slot, things.containers(frame))
        elif slot == "image":
            _one(frame, values, slot, things.images(frame))


def _one(frame: Frame, values: _Values, slot: str, positions: list[int]) -> int | None:
    """Takes the best position; several different known names joined by "ou" or "e" are more than one value."""
    if not positions:
        return None
    best = positions[0]
    names = [frame.words[n].raw for n in positions if frame.tagged.known[n]]
    joined = [n for n in positions if n != best and frame.tagged.known[n] and _are_joined(frame, *sorted((best, n)))]
    if joined and len(set(names)) > 1:
        values.several, values.several_of = tuple(dict.fromkeys(names)), slot
    values.put(slot, frame.take(best))
    return best


def _are_joined(frame: Frame, first: int, second: int) -> bool:
    between = {frame.folded(n) for n in range(first + 1, second)}
    return bool(between & {"ou", "e", ",", "nem"}) and between <= {
        "ou",
        "e",
        ",",
        "o",
        "a",
        "do",
        "da",
        "no",
        "na",
        "container",
        "tambem",
    }


def _read_search(_: Signature, frame: Frame, values: _Values) -> None:
    values.put("term", phrases.term(frame))
    if "term" not in values.slots:
        _one(frame, values, "term", things.images(frame))


def _read_run(_: Signature, frame: Frame, values: _Values) -> None:
    name = things.called(frame)
    if name is not None:
        values.put("name", frame.take(name))
    inside = phrases.command_before_container(frame)
    if inside is not None:
        values.put("command", inside)
    image = _one(frame, values, "image", things.images(frame))
    if values.several_of != "host":
        values.several, values.several_of = (), ""
    if inside is None:
        values.put("command", phrases.command(frame, image, phrases.RUNNING))


def _read_exec(_: Signature, frame: Frame, values: _Values) -> None:
    inside = [n for n in things.containers(frame) if _stands_inside(frame, n)]
    chosen = inside or things.containers(frame)
    target = chosen[-1] if inside else (chosen[0] if chosen else None)
    if target is not None:
        values.put("container", frame.words[target].raw)
    values.put("command", phrases.command(frame, target))


def _stands_inside(frame: Frame, position: int) -> bool:
    before = [frame.folded(position - step) for step in (1, 2, 3)]
    return before[0] in {"no", "na", "em", "do", "da", "dentro"} or (
        "container" in before[:2] and before[-1] in {"no", "do", "dentro"}
    )


def _read_rename(_: Signature, frame: Frame, values: _Values) -> None:
    positions = things.containers(frame)
    first = (
        min(positions[:2], default=None)
        if len(positions) > 1 and not frame.tagged.known[positions[0]]
        else next(iter(positions), None)
    )
    if first is not None:
        values.put("container", frame.take(first))
    _put_new_name(frame, values, "name")


def _put_new_name(frame: Frame, values: _Values, slot: str) -> None:
    position = things.called(frame)
    position = position if position is not None else things.new_name(frame)
    if position is not None:
        values.put(slot, frame.take(position))


def _read_commit(_: Signature, frame: Frame, values: _Values) -> None:
    references = [n for n in frame.free() if is_image_reference(frame.words[n].raw)]
    if references:
        values.put("image", frame.take(references[-1]))
        _one(frame, values, "container", things.containers(frame))
        return
    positions = things.containers(frame)
    if positions:
        values.put("container", frame.take(positions[0]))
    _put_new_name(frame, values, "image")


def _read_tag(_: Signature, frame: Frame, values: _Values) -> None:
    positions = sorted(set(things.images(frame)[:4]))
    if len(positions) >= 2:
        first, second = positions[0], positions[1]
        if _points_back(frame, first, second):
            first, second = second, first
        values.put("image", frame.take(first))
        values.put("name", frame.take(second))
        return
    if positions:
        values.put("image", frame.take(positions[0]))
    _put_new_name(frame, values, "name")


def _points_back(frame: Frame, first: int, second: int) -> bool:
    """ "cria a tag X apontando pra Y": the image comes second."""
    before = {frame.folded(n) for n in range(max(0, first - 3), first)}
    between = {frame.folded(n) for n in range(first + 1, second)}
    named = bool(before & {"tag", "nome", "apelido", "alias", "etiqueta"}) and not before & {"da", "do", "pra", "para"}
    return bool(between & {"apontando", "aponte", "aponta", "apontar", "partir"}) or (
        named and bool(between & {"da", "do", "na", "em", "pra", "para", "a"})
    )


def _read_scale(_: Signature, frame: Frame, values: _Values) -> None:
    values.put("replicas", numbers.replicas(frame))
    _one(frame, values, "service", things.services(frame))


def _read_schedule(_: Signature, frame: Frame, values: _Values) -> None:
    values.put("operation", phrases.scheduled(frame))


def _read_which(_: Signature, frame: Frame, values: _Values) -> None:
    values.put("which", phrases.which(frame))


_THINGS = {"container", "image", "service", "term", "operation"}
_READERS = {
    "search": _read_search,
    "run": _read_run,
    "exec": _read_exec,
    "rename": _read_rename,
    "commit": _read_commit,
    "tag": _read_tag,
    "scale": _read_scale,
    "schedule": _read_schedule,
    "schedule_remove": _read_which,
}
