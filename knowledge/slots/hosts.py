"""The host that a sentence names."""

from knowledge.slots.frame import COURTESY, LOCATIVES, PLACES, Frame
from knowledge.tags import is_address, looks_like_a_name, may_be_name

_NOUNS = frozenset("host hosts servidor servidores maquina server vps vm anfitriao no node".split())
_EXPLICIT = _NOUNS - {"no", "vm"}


def listed_hosts(frame: Frame) -> list[int]:
    """Positions of known hosts that stand where a host stands; takes them all."""
    positions = [n for n in frame.free() if frame.tagged.is_host(n)]
    placed = [n for n in positions if _is_placed(frame, n)]
    chosen = placed or [n for n in positions if not frame.tagged.is_named(n)]
    frame.used.update(chosen)
    return chosen


def _is_placed(frame: Frame, position: int) -> bool:
    before = frame.folded(position - 1)
    return (
        before in PLACES
        or before in _EXPLICIT
        or (before in {"e", "ou", ",", "/", "@"} and frame.tagged.is_host(position - 2))
    )


def unlisted_host(frame: Frame, is_complete: bool, names_things: bool) -> int | None:
    """The position of a word that can only mean a host we do not know.

    `is_complete`: no other value is missing. `names_things`: the operation takes a name that "do X" might mean.
    """
    for position in range(1, len(frame.words)):
        if not frame.is_free(position):
            continue
        raw, before = frame.words[position].raw, frame.folded(position - 1)
        if is_address(raw) and before in PLACES | _EXPLICIT:
            return position
        if (
            before in _EXPLICIT
            and may_be_name(raw)
            and frame.is_foreign(position)
            and not frame.tagged.is_named(position)
        ):
            return position
    return _placed_stranger(frame, names_things) if is_complete else None


def scheduled_elsewhere(frame: Frame) -> int | None:
    """As `unlisted_host`, before what is scheduled is read: "agenda stats no prod todo dia"."""
    return unlisted_host(frame, is_complete=True, names_things=True) if frame.tagged.has_hosts else None


def _placed_stranger(frame: Frame, names_things: bool) -> int | None:
    places = LOCATIVES if frame.tagged.has_hosts and names_things else PLACES
    for position in range(len(frame.words) - 1, 0, -1):
        if not frame.is_free(position) or frame.folded(position - 1) not in places:
            continue
        if _may_be_host(frame, position) and _ends_phrase(frame, position):
            return position
    return None


# Names that hosts usually have; a listed host needs none of them.
_USUAL_HOSTS = frozenset(
    """prod producao production homolog homologacao hml lab laboratorio staging stage stg dev desenv desenvolvimento vps raspberry
    rasp raspi casa teste testes qa uat sandbox nuvem cloud escritorio empresa nas backup dr principal secundario edge""".split()
)


def _may_be_host(frame: Frame, position: int) -> bool:
    """Only what can be nothing but a name, or what hosts are usually called."""
    if frame.tagged.is_named(position) or not may_be_name(frame.words[position].raw):
        return False
    return frame.is_foreign(position) or frame.folded(position) in _USUAL_HOSTS


def _ends_phrase(frame: Frame, position: int) -> bool:
    following = position + 1
    if following >= len(frame.words) or frame.is_mark(following) or looks_like_a_name(frame.words[position].raw):
        return True
    return frame.folded(following) in COURTESY | {"e", "que", "pra", "para", "as", "toda", "todo", "todos", "com"}
