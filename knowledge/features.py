"""What a sentence looks like to the scorer: stems, pairs of stems, pieces of words, and its shape."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from knowledge import when
from knowledge.sentence import Word, usual
from knowledge.tags import Tag, Tagged, is_image_reference, is_numbered_name, is_ports
from knowledge.words import stem

_PIECE = 4
_SHORTEST_CUT = 5
_DOCKER = stem("docker")

_FAMILIAR = 4  # times that a stem was met before it counts as a word of the trade

Respell = Callable[[str], str]


def familiar_stems(vocabulary: Mapping[str, int]) -> frozenset[str]:
    """The stems of the words of `vocabulary` (folded word -> how often) that were met often enough."""
    counts: Counter[str] = Counter()
    for word, count in vocabulary.items():
        counts[stem(word)] += count
    return frozenset(found for found, count in counts.items() if count >= _FAMILIAR)


@dataclass(frozen=True)
class Term:
    """One unit of a sentence: `form` is a stem, a flag or a place-holder, `surface` the usual spelling, `written` what was
    typed before slips were mended; `position` is its word's."""

    form: str
    surface: str
    position: int
    written: str = ""


def terms(tagged: Tagged, respell: Respell = lambda word: word) -> list[Term]:
    """The units of a sentence in order. `respell` maps a folded word that nobody knows to one that it may mean."""
    found: list[Term] = []
    moment = _moment(tagged)
    for position, word in enumerate(tagged.words):
        if moment and word.start >= moment.start and word.end <= moment.end:
            if word.start == moment.start:
                said = "<when>" if when.repeats(moment) else "<at>"
                found.append(Term(said, said, position))
            continue
        if word.is_mark:
            continue
        holder = _place_holder(tagged, position, word)
        if holder:
            found.append(Term(holder, holder, position))
            continue
        for spelled in usual(word.folded):
            if spelled.isdigit():
                found.append(Term("<n>", "<n>", position))
                continue
            known = spelled if spelled.startswith(("-", "<", "$")) else respell(spelled)
            found.extend(Term(stem(part), part, position, spelled) for part in usual(known))
    return found


_MAY_SAY_WHEN = re.compile(
    r"\d\s?h|\d:\d|\bhoras?\b|\bdi[aá]|\bdiari|\bcada\b|\bsemana|\bm[eê]s|\bmens|manh|noite|\btardes?\b|madrugada|domingo|segunda|ter[cç]a|quarta|quinta|sexta|s[aá]bado|\*|meio|[uú]te[il]|minuto|amanh|\bhoje",
    re.I,
)


def _moment(tagged: Tagged) -> when.When | None:
    """When something repeats, if the sentence says so; a cheap look first, for most say nothing of the kind."""
    text = tagged.sentence.text
    return when.find(text) if _MAY_SAY_WHEN.search(text) else None


def _place_holder(tagged: Tagged, position: int, word: Word) -> str | None:
    if word.raw.startswith("$("):
        return "<all:images>" if "images" in word.raw or "image" in word.raw else "<all:ps>"
    if tagged.is_host(position) and not tagged.is_named(position):
        return "<host>"
    if (Tag.IMAGE in tagged.known[position] and Tag.CONTAINER not in tagged.known[position]) or is_image_reference(
        word.raw
    ):
        return "<image>"
    if tagged.is_named(position) or is_numbered_name(word.raw):
        return "<name>"
    if is_ports(word.raw.removeprefix("-p")):
        return "<ports>"
    return None


def features(units: list[Term], text: str, familiar: Container[str] | None = None) -> Counter[str]:
    """Counts by kind: ``w:`` stems, ``b:`` neighbours, ``s:`` spellings, ``p:`` pieces of words, ``^``/``?`` the shape.

    With the stems that are `familiar` also ``u:``, how many are not: who asks about something else uses other words.
    """
    counts: Counter[str] = Counter()
    forms = [unit.form for unit in units]
    counts.update(f"w:{form}" for form in forms)
    counts.update(f"b:{one}_{two}" for one, two in pairwise(forms))
    counts.update(f"k:{one}_{two}" for one, two in zip(forms, forms[2:], strict=False))
    counts.update(f"s:{unit.surface}" for unit in units if unit.surface != unit.form)
    counts.update(f"c:{two}" for one, two in pairwise(forms) if one == _DOCKER)
    counts.update(_pieces(unit.surface for unit in units))
    counts.update(_shape(forms, text))
    if familiar is not None:
        counts.update(_strangeness(units, familiar))
    return counts


def _strangeness(units: list[Term], familiar: Container[str]) -> Iterable[str]:
    said = [unit for unit in units if not unit.form.startswith(("<", "-", "$"))]
    strange = sum(unit.form not in familiar for unit in said)
    yield f"u:{min(strange, 5)}"
    yield f"u%:{10 * strange // max(len(said), 1) // 2}"
    yield f"u:{min(strange, 3)}_{min(len(said), 12) // 4}"


def _pieces(surfaces: Iterable[str]) -> Iterable[str]:
    for surface in surfaces:
        if len(surface) >= _SHORTEST_CUT and surface[0] not in "<-$":
            padded = f"^{surface}$"
            yield from (f"p:{padded[n : n + _PIECE]}" for n in range(len(padded) - _PIECE + 1))


def _shape(forms: list[str], text: str) -> Iterable[str]:
    held = sorted({form for form in forms if form.startswith("<")})
    asks = text.rstrip().endswith("?")
    if forms:
        yield f"^1:{forms[0]}"
        yield f"^2:{'_'.join(forms[:2])}"
    yield f"?:{asks}"
    for holder in held or ("<>",):
        yield f"h:{holder}{asks}"
        if forms:
            yield f"h:{holder}_{forms[0]}"
    yield f"n:{min(len(forms), 24) // 4}"
