"""When something repeats, as people write it: "todo dia às 8h", "de hora em hora", "30 8 * * 1-5"."""

import re
from dataclasses import dataclass

from knowledge.words import fold

NUMBERS = {
    "uma": 1, "um": 1, "duas": 2, "dois": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9,
    "dez": 10, "onze": 11, "doze": 12, "quinze": 15, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "meia": 30,
}  # fmt: skip
NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_DAY = (
    r"(?:domingos?|segundas?(?:-?\s?feiras?)?|tercas?(?:-?\s?feiras?)?|quartas?(?:-?\s?feiras?)?|quintas?(?:-?\s?feiras?)?"
    r"|sextas?(?:-?\s?feiras?)?|sabados?|(?:seg|ter|qua|qui|sex|sab|dom)\b)"
)
_EACH = r"(?:tod[oa]s?\s+(?:(?:os|as|o|a)\s+)?|cada\s+|aos?\s+|as\s+|nos?\s+|nas?\s+|de\s+|em\s+)?"
_PERIOD = r"(?:\s+(?:da|de|do|a|pela|na)\s+(?:manha|tarde|noite|madrugada|manhazinha|noitinha))"
_CLOCK = (
    r"(?:(?:a\s+)?meia[\s-]noite|(?:o\s+|ao\s+)?meio[\s-]dia"
    rf"|\d{{1,2}}(?::|h)\d{{2}}(?:min)?h?{_PERIOD}?"
    rf"|{NUMBER}\s?(?:h(?:oras?|rs)?\b(?:\s*e\s*(?:meia|{NUMBER})(?:\s*min(?:utos)?)?)?){_PERIOD}?"
    rf"|{NUMBER}(?:\s+e\s+(?:meia|{NUMBER}))?{_PERIOD})"
)
_HOURS = r"(?:tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)"
_AT = rf"(?:(?:pontualmente\s+)?(?:as|a|ao|pelas|por\s+volta\s+d[ao]s?|la\s+pelas)\s+)(?:{_CLOCK}|(?:\d{{1,2}}|{_HOURS})(?!\d|[:.\w]))"
_PIECES = (
    ("cron", r"(?<!\S)(?:(?:\*|\d{1,2})(?:[-/,]\d{1,2})*(?:/\d{1,2})?\s+){2}(?:\S+\s+){2}[\d*a-z][\d*,/a-z-]*(?!\S)"),
    ("interval", rf"\bde\s+(?P<ia>{NUMBER})\s+em\s+(?:{NUMBER})\s*(?P<iau>min(?:utos?|s)?|h(?:oras?|s)?|dias?)\b"),
    ("interval", r"\bde\s+(?P<iu>hora|minuto|dia|meia\s+hora|meia)\s+em\s+(?:hora|minuto|dia|meia(?:\s+hora)?)\b(?:\s+hora)?"),
    ("interval", rf"\b(?:a\s+)?cada\s+(?P<ib>{NUMBER})\s*(?P<ibu>min(?:utos?|s)?|h(?:oras?|rs?|s)?|dias?)\b"),
    ("interval", r"\b(?:a\s+)?cada\s+(?P<ic>hora|minuto|meia\s+hora)\b"),
    ("interval", r"\b(?:toda\s+(?:a\s+)?|todas\s+as\s+)(?P<id>horas?)\b(?!\s*d)"),
    ("workdays", r"\b(?:tod[oa]s?\s+(?:os\s+|as\s+|o\s+)?|n?os\s+|em\s+)?dias?\s+ute(?:is|l)\b|\b(?:todo\s+)?dia\s+util\b"),
    ("weekend", r"\b(?:tod[oa]s?\s+(?:os\s+|o\s+)?|n?os\s+|aos\s+|em\s+cada\s+)?(?:fins?|finais|final)\s+de\s+semana\b|\b(?:tod[oa]s?\s+(?:os\s+|o\s+)?|aos\s+)?fi(?:m|ns)[\s-]de[\s-]semana\b"),
    ("range", rf"\b(?:todos\s+os\s+dias\s*,?\s*)?(?:de|da)\s+(?P<ra>{_DAY})\s+(?:a|ate|à)\s+(?:a\s+)?(?P<rb>{_DAY})"),
    ("monthday", r"\b(?:tod[oa]s?\s+(?:os\s+|o\s+)?|no\s+|cada\s+)?(?:dias?)\s+(?P<md>\d{1,2}|primeiro|um)[ºo°]?\b(?!\s*h)(?:\s+(?:de\s+cada\s+mes|do\s+mes|de\s+todo\s+mes|de\s+todos\s+os\s+meses))?"),
    ("monthly", r"\b(?:tod[oa]s?\s+(?:os\s+|o\s+)?(?:mes(?:es)?|inicio\s+de\s+mes|comeco\s+de\s+mes)|mensalmente|uma\s+vez\s+(?:por|ao)\s+mes|a\s+cada\s+mes)\b"),
    ("weekly", r"\b(?:tod[ao]s?\s+(?:as\s+|a\s+)?semanas?|semanalmente|(?:uma\s+vez|1x)\s+(?:por|a)\s+semana|(?:a\s+)?cada\s+semana)\b"),
    ("daily", r"\b(?:tod[oa]s?\s+(?:(?:os|o)\s+)?(?:santo\s+)?dias?(?!\s+(?:ute|\d))|diariamente|(?:uma\s+vez|1x)\s+(?:por|ao)\s+dia|(?:a\s+)?cada\s+dia(?!\s+\d))\b"),
    ("dayperiod", r"\b(?:tod[oa]s?\s+(?:(?:as|a)\s+)?|cada\s+|pel[ao]s?\s+|de\s+)(?P<dp>manhas?|tardes?|noites?|madrugadas?)(?:zinha)?\b"),
    ("days", rf"\b{_EACH}(?P<ds>{_DAY}(?:\s*(?:,|e|,\s*e)\s*(?:(?:as|a|aos|o|na|no|nas|nos|toda|todo)\s+)?{_DAY})*)(?=\W|$)"),
    ("once", r"\b(?:amanha|depois\s+de\s+amanha|hoje(?:\s+(?:a\s+noite|mais\s+tarde))?)\b"),
    ("once", rf"\b(?:daqui\s+a|em|dentro\s+de)\s+{NUMBER}\s*(?:min(?:utos?|s)?|h(?:oras?|s)?)\b"),
    ("at", rf"\b{_AT}"),
    ("at", rf"\b(?:a\s+)?{_CLOCK}(?!\w)"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PIECES)
_JOINT = re.compile(r"[\s,]*(?:\be\b|\bsempre\b|\bpontualmente\b|\bla\b|\bpor\s+volta\b)?[\s,]*")


@dataclass(frozen=True)
class When:
    """`start`..`end` in the text; `kinds` says what was recognised there."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...]


def find(text: str) -> When | None:
    """The longest stretch of `text` that says when; None when nothing does."""
    folded = fold(text)
    found = pieces(folded)
    best: When | None = None
    for group in _joined(found, folded):
        kinds = tuple(kind for kind, _, _ in group)
        start, end = group[0][1], group[-1][2]
        candidate = When(start, end, text[start:end], kinds)
        if best is None or _weight(candidate) > _weight(best):
            best = candidate
    return best


def _weight(found: When) -> tuple[int, int]:
    return (sum(kind != "at" for kind in found.kinds), found.end - found.start)


def repeats(found: When | None) -> bool:
    """Whether it says a repetition, and not just a day or a time of day."""
    if found is None or "once" in found.kinds:
        return False
    if any(kind not in ("at", "days", "monthday", "dayperiod") for kind in found.kinds):
        return True
    every = re.match(r"tod[oa]s?\b|cada\b", fold(found.text)) is not None
    return every or ("days" in found.kinds and "at" in found.kinds)


def pieces(folded: str) -> list[tuple[str, int, int]]:
    taken: list[tuple[str, int, int]] = []
    for kind, pattern in _COMPILED:
        for found in pattern.finditer(folded):
            start, end = found.span()
            while start < end and folded[start].isspace():
                start += 1
            if all(end <= a or start >= b for _, a, b in taken):
                taken.append((kind, start, end))
    return sorted(taken, key=lambda piece: piece[1])


def _joined(pieces: list[tuple[str, int, int]], folded: str) -> list[list[tuple[str, int, int]]]:
    groups: list[list[tuple[str, int, int]]] = []
    for piece in pieces:
        if groups and _JOINT.fullmatch(folded, groups[-1][-1][2], piece[1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups
