"""What a repetition means: a five-field cron expression."""

import re

from knowledge.when import NUMBER, NUMBERS, pieces
from knowledge.words import fold

_WEEKDAYS = {"dom": 0, "seg": 1, "ter": 2, "qua": 3, "qui": 4, "sex": 5, "sab": 6}
_DEFAULT_HOUR = 8


class WhenError(ValueError):
    """The text says no repetition that can be scheduled; `why` is one of "nothing", "once", "too_often", "cron"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def cron(text: str) -> str:
    """The repetition in `text` as a five-field cron expression (minute hour day month weekday; Sunday is 0).

    A repetition without a time of day happens at 8:00. Raises `WhenError`.
    """
    folded = fold(text)
    found = pieces(folded)
    if not found:
        raise WhenError("nothing")
    fields = _Cron()
    for kind, start, end in found:
        if kind == "once":
            raise WhenError("once")
        fields.add(kind, folded[start:end])
    return fields.expression()


class _Cron:
    def __init__(self) -> None:
        self._whole: str | None = None
        self._times: list[tuple[int, int]] = []
        self._days: list[int] = []
        self._month_day: int | None = None
        self._hour = _DEFAULT_HOUR

    def add(self, kind: str, folded: str) -> None:
        match kind:
            case "cron":
                self._whole = _checked_cron(folded)
            case "interval":
                self._whole = _interval(folded)
            case "at":
                self._times.append(_time(folded))
            case "workdays":
                self._days = [1, 2, 3, 4, 5]
            case "weekend":
                self._days = [0, 6]
            case "range":
                self._days = _range(folded)
            case "days":
                self._days.extend(day for day in _weekdays(folded) if day not in self._days)
            case _:
                self._add_period(kind, folded)

    def _add_period(self, kind: str, folded: str) -> None:
        if kind == "monthday":
            number = re.search(r"\d+", folded)
            self._month_day = int(number[0]) if number else 1
        elif kind == "monthly":
            self._month_day = self._month_day or 1
        elif kind == "weekly":
            self._days = self._days or [1]
        elif kind == "dayperiod":
            self._hour = {"man": 8, "tar": 14, "noi": 20, "mad": 3}[re.search(r"man|tar|noi|mad", folded)[0]]  # type: ignore[index]

    def expression(self) -> str:
        if self._whole is not None:
            return self._whole
        times = self._times or [(self._hour, 0)]
        minute = times[0][1]
        if any(other != minute for _, other in times):
            raise WhenError("nothing")
        hours = ",".join(str(hour) for hour in sorted({hour for hour, _ in times}))
        if self._month_day is not None and not 1 <= self._month_day <= 31:
            raise WhenError("nothing")
        days = ",".join(map(str, sorted(self._days))) or "*"
        return f"{minute} {hours} {self._month_day or '*'} * {days}"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _interval(folded: str) -> str:
    if "meia" in folded:
        return "*/30 * * * *"
    found = re.search(rf"(?:de|cada)\s+({NUMBER})\b", folded)
    amount = _number(found[1]) if found else 1
    if re.search(r"\bdias?\b", folded):
        return f"0 {_DEFAULT_HOUR} */{amount} * *" if amount > 1 else f"0 {_DEFAULT_HOUR} * * *"
    if re.search(r"\d\s*min|\bmin", folded):
        if amount < 1:
            raise WhenError("too_often")
        if amount >= 60 and amount % 60 == 0:
            return _hours(amount // 60)
        if amount > 59:
            raise WhenError("nothing")
        return f"*/{amount} * * * *"
    return _hours(amount)


def _hours(amount: int) -> str:
    if amount == 1:
        return "0 * * * *"
    if not 1 < amount <= 24:
        raise WhenError("nothing")
    return "0 0 * * *" if amount == 24 else f"0 */{amount} * * *"


def _time(folded: str) -> tuple[int, int]:
    if re.search(r"meia[\s-]noite", folded):
        return 0, 0
    if re.search(r"meio[\s-]dia", folded):
        return 12, 0
    stated = re.sub(r"^\W*(?:pontualmente\s+)?(?:(?:as|a|ao|pelas|la\s+pelas|por\s+volta\s+d[ao]s?)\s+)?", "", folded)
    digits = re.match(r"(\d{1,2})(?::|h)(\d{2})", stated)
    if digits:
        hour, minute = int(digits[1]), int(digits[2])
    else:
        words = re.match(rf"({NUMBER})\s?(?:h(?:oras?|rs)?)?(?:\s*e\s*({NUMBER}))?", stated)
        if words is None:
            raise WhenError("nothing")
        hour, minute = _number(words[1]), _number(words[2]) if words[2] else 0
    if hour < 12 and re.search(r"\b(?:tarde|noite|noitinha)\b", folded) and hour != 0:
        hour += 12
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        raise WhenError("nothing")
    return hour % 24, minute


def _weekdays(folded: str) -> list[int]:
    return [_WEEKDAYS[day[:3]] for day in re.findall(r"\b(?:dom|seg|ter|qua|qui|sex|sab)\w*", folded)]


def _range(folded: str) -> list[int]:
    first, last = _weekdays(folded)[:2]
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


_CRON_FIELD = re.compile(r"(?:\*|\d{1,2}(?:-\d{1,2})?|[a-z]{3}(?:-[a-z]{3})?)(?:/\d{1,2})?")
_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def _checked_cron(text: str) -> str:
    fields = text.split()
    for value, (low, high) in zip(fields, _BOUNDS, strict=True):
        parts = value.split(",")
        numbers = [int(n) for part in parts for n in re.findall(r"\d+", part.split("/")[0])]
        if not all(_CRON_FIELD.fullmatch(part) for part in parts) or any(not low <= n <= high for n in numbers):
            raise WhenError("cron")
    return " ".join(fields)
