"""`estivador eval`: how well labelled sentences are understood."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot import wiring
from bot.asking import names_of
from bot.settings import Settings, SettingsError
from bot.tally import Label, Tally
from knowledge.decision import Names, as_json
from knowledge.matcher import Matcher

Write = Callable[[str], None]
_GROUPS = {"host": "hosts", "container": "containers", "image": "images", "service": "services"}
_COLUMNS = (
    ("arquivo", -22),
    ("frases", 7),
    ("top-1", 8),
    ("top-3", 8),
    ("intenção", 10),
    ("valores", 9),
    ("pares", 8),
    ("execuções falsas", 18),
    ("ms/frase", 10),
)


def evaluate(settings: Settings, folder: Path, given: Any, errors: bool, write: Write) -> None:
    """A row for each `.jsonl` file of `folder`. Raises `SettingsError` when there is none, or one cannot be read."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise SettingsError([f"{folder}: não há nenhum arquivo .jsonl nesta pasta"])
    labelled = {file: _read(file) for file in files}
    everything = [label for labels in labelled.values() for label in labels]
    names = names_of(given) if given is not None else _names(folder, everything)
    _, _, matcher = wiring.understanding(settings)
    matcher.match("aquecimento", names)
    write(_aligned([title for title, _ in _COLUMNS]))
    for file, labels in labelled.items():
        tally = _tally(matcher, names, labels)
        write(_aligned(_cells(file.stem, tally)))
        for miss in tally.misses if errors else ():
            write(f"    {miss}")


def _read(file: Path) -> list[Label]:
    labels: list[Label] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{file}: não consigo ler o arquivo ({error})"]) from error
    mistakes = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            mistakes += [f"{file}:{number}: {wrong}" for wrong in _parsed(line, labels)]
    if mistakes:
        raise SettingsError(mistakes)
    return labels


def _parsed(line: str, labels: list[Label]) -> list[str]:
    """What is wrong with one line; adds its label to `labels` when nothing is."""
    try:
        label = json.loads(line)
    except ValueError:
        return ["isto não é JSON; use um objeto por linha"]
    if not isinstance(label, dict) or not isinstance(label.get("text"), str):
        return ["falta o texto da frase, em 'text'"]
    if "intent" not in label and not label.get("must_not_run"):
        return ["diga em 'intent' o que se espera, ou 'must_not_run'"]
    labels.append(label)
    return []


def _names(folder: Path, labels: Sequence[Label]) -> Names:
    """`names.json` of the folder; else the names in the labels themselves, as a bot's inventory would hold them."""
    file = folder / "names.json"
    if file.is_file():
        try:
            return names_of(json.loads(file.read_text(encoding="utf-8")))
        except ValueError as error:
            raise SettingsError([f"{file}: isto não é JSON válido"]) from error
    found: dict[str, dict[str, None]] = {group: {} for group in _GROUPS.values()}
    for label in labels:
        creates = set(label.get("accept", ())) & {"commit", "run", "pull"}
        for slot, value in (label.get("slots") or {}).items():
            if slot in _GROUPS and not (slot == "image" and creates):
                found[_GROUPS[slot]][str(value)] = None
    return Names(**{group: tuple(values) for group, values in found.items()})


def _tally(matcher: Matcher, names: Names, labels: Sequence[Label]) -> Tally:
    tally = Tally()
    for label in labels:
        before = time.perf_counter()
        decision = matcher.match(label["text"], names)
        tally.milliseconds.append((time.perf_counter() - before) * 1000)
        tally.judge(label, as_json(label["text"], decision))
    return tally


def _cells(name: str, tally: Tally) -> list[str]:
    shares = (tally.top1, tally.top3, tally.intent, tally.slots, list(tally.pairs.values()))
    median = f"{statistics.median(tally.milliseconds):.2f}" if tally.milliseconds else "–"
    return [name, str(tally.sentences), *map(_percent, shares), str(tally.false_runs), median]


def _percent(values: Sequence[bool]) -> str:
    return f"{100 * sum(values) / len(values):.1f}%" if values else "–"


def _aligned(cells: Sequence[str]) -> str:
    pairs = zip(cells, _COLUMNS, strict=True)
    return "".join(cell.ljust(-width) if width < 0 else cell.rjust(width) for cell, (_, width) in pairs)
