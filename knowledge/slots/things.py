"""Names of containers, images and services in a sentence."""

from collections.abc import Collection

from knowledge.slots.frame import ARTICLES, COURTESY, FUNCTION, PLACES, Frame
from knowledge.tags import Tag, is_image_reference, looks_like_a_name, may_be_image, may_be_name

_CALLED = frozenset("chamado chamada nome de id com o cujo e".split())
_CONTAINER = frozenset(
    "container containers contentor conteiner conteineres contentores cont cointainer contaner".split()
)
_IMAGE = frozenset("imagem image img imgem iamgem imagen".split())
_SERVICE = frozenset("servico service svc servicos servicos".split())
_NEW_NAME = frozenset("para pra p pro como por chame chama chamar chamado chamada chamando nome".split())


def containers(frame: Frame) -> list[int]:
    """Positions that may be the container meant, best first; only the known ones where any is known."""
    known = [n for n in frame.free() if Tag.CONTAINER in frame.tagged.known[n] and not _is_only_reference(frame, n)]
    if known:
        return sorted(known, key=frame.distance)
    noun = frame.after(_CONTAINER, lambda n: _may_name_container(frame, n), _CALLED)
    if noun is not None:
        return [noun]
    usual = [n for n in frame.free() if frame.tagged.is_named(n) or _is_id(frame, n)]
    shaped = [n for n in frame.free() if looks_like_a_name(frame.words[n].raw) and may_be_name(frame.words[n].raw)]
    strangers = [n for n in frame.free() if frame.is_foreign(n) and frame.folded(n - 1) in ARTICLES | PLACES]
    for group in (usual, shaped, strangers):
        if group:
            return sorted(group, key=frame.distance)
    return _beside_focus(frame)


def _is_only_reference(frame: Frame, position: int) -> bool:
    return is_image_reference(frame.words[position].raw)


def _is_id(frame: Frame, position: int) -> bool:
    raw = frame.words[position].raw.lower()
    return (
        len(raw) >= 4
        and all(c in "0123456789abcdef" for c in raw)
        and any(c.isdigit() for c in raw)
        and not raw.isdigit()
    )


def _may_name_container(frame: Frame, position: int) -> bool:
    return frame.is_foreign(position) or _is_id(frame, position)


def _beside_focus(frame: Frame) -> list[int]:
    position = frame.focus + 1
    while frame.folded(position) in ARTICLES | COURTESY and position < len(frame.words):
        position += 1
    return [position] if frame.is_free(position) and frame.is_foreign(position) else []


def images(frame: Frame) -> list[int]:
    """Positions that may be an image, best first: references with a tag or path, then known ones, then by place."""
    references = [n for n in frame.free() if is_image_reference(frame.words[n].raw)]
    known = [n for n in frame.free() if Tag.IMAGE in frame.tagged.known[n] and n not in references]
    if references:
        return references + known
    noun = frame.after(_IMAGE, lambda n: may_be_image(frame.words[n].raw) and frame.is_foreign(n), _CALLED)
    if noun is not None:
        return [noun, *(n for n in known if n != noun)]
    if known:
        return sorted(known, key=frame.distance)
    usual = [n for n in frame.free() if frame.tagged.is_named(n)]
    if usual:
        return sorted(usual, key=frame.distance)
    strangers = [
        n for n in frame.free() if frame.is_foreign(n) and frame.folded(n - 1) in ARTICLES | PLACES | {"1"} | _IMAGE
    ]
    return sorted(strangers, key=frame.distance) or _beside_focus(frame)


def services(frame: Frame) -> list[int]:
    known = [n for n in frame.free() if Tag.SERVICE in frame.tagged.known[n]]
    noun = frame.after(_SERVICE, frame.is_foreign, _CALLED)
    if noun is not None:
        return [noun]
    if known:
        return sorted(known, key=frame.distance)
    return containers(frame)


_NAMING = frozenset("nome chamado chamada chama chame chamar --name apelido name".split())
_BEFORE_NAME = frozenset("de ela ele o a um como pra para por = : e novo vai ser dele dela fica seja".split())


def called(frame: Frame) -> int | None:
    """The word behind "chamado", "com o nome", "de nome", "apelido": a name being given."""
    for position in range(len(frame.words) - 1, -1, -1):
        if frame.folded(position) not in _NAMING:
            continue
        following = _over(frame, position + 1, _BEFORE_NAME)
        if frame.is_free(following) and _is_given_name(frame, following):
            return following
    return None


def _is_given_name(frame: Frame, position: int) -> bool:
    raw = frame.words[position].raw
    return may_be_image(raw.lower()) and frame.folded(position) not in COURTESY | FUNCTION and not raw.isdigit()


def new_name(frame: Frame) -> int | None:
    """The name something is to have: the last acceptable word behind "para", "como", "chamar de"; else the last free name."""
    candidates = []
    for position in frame.free():
        if frame.folded(position - 1) in _NEW_NAME | {
            "de",
            "se",
            "em",
            "->",
            "ser",
            "tag",
            "imagem",
            "img",
            "a",
            "o",
        } and _may_be_new(frame, position):
            strength = 2 if frame.folded(position - 1) in _NEW_NAME else 1
            candidates.append((strength, position))
    if candidates:
        return max(candidates)[1]
    rest = [n for n in frame.free() if _may_be_new(frame, n) and frame.is_foreign(n)]
    return rest[-1] if rest else None


_NOUNS = frozenset(
    "imagem img image container contentor tag nome outro outra nova novo apelido backup copia servico".split()
)


def _may_be_new(frame: Frame, position: int) -> bool:
    raw = frame.words[position].raw
    if frame.folded(position) in _NOUNS:
        return False
    if not may_be_image(raw.lower()) or frame.folded(position) in COURTESY | ARTICLES | PLACES:
        return False
    return (
        frame.is_foreign(position)
        or is_image_reference(raw)
        or looks_like_a_name(raw)
        or frame.folded(position - 1) in {"para", "pra", "p", "como", "de"}
    )


def _over(frame: Frame, position: int, skip: Collection[str]) -> int:
    while position < len(frame.words) and frame.folded(position) in skip:
        position += 1
    return position
