"""All the notes that are served: ours, and a folder of the group's own that may override them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from knowledge.errors import KnowledgeError
from knowledge.note import Note, parse_note
from knowledge.study import StudyNotes

FOLDER = Path(__file__).parent / "notes"


@dataclass(frozen=True)
class Library:
    """`mistakes` tells what could not be served of the group's own notes; the rest is served all the same."""

    notes: Mapping[str, Note]
    study: StudyNotes
    mistakes: tuple[str, ...] = field(default=())

    @classmethod
    def load(cls, extra: Path | None = None) -> "Library":
        """Our notes, those of `extra` beside and above them. Raises `KnowledgeError` when one of ours is broken."""
        study = StudyNotes.load()
        notes, mistakes = _read(FOLDER)
        if not notes:
            mistakes.append(f"{FOLDER}:1: não há notas aqui")
        if mistakes:
            raise KnowledgeError(mistakes)
        theirs: list[str] = []
        if extra is not None:
            added, theirs = _read(extra)
            notes.update(added)
        return cls(MappingProxyType(notes), study, tuple(theirs))

    def __getitem__(self, topic: str) -> Note:
        return self.notes[topic]

    def __contains__(self, topic: object) -> bool:
        return topic in self.notes

    def __iter__(self) -> Iterator[Note]:
        return iter(self.notes.values())

    def __len__(self) -> int:
        return len(self.notes)


def _read(folder: Path) -> tuple[dict[str, Note], list[str]]:
    notes: dict[str, Note] = {}
    mistakes: list[str] = []
    if not folder.is_dir():
        return notes, [f"{folder}:1: não é uma pasta de notas"]
    for path in sorted(folder.rglob("*.md")):
        identifier = path.relative_to(folder).with_suffix("").as_posix()
        try:
            notes[identifier] = parse_note(identifier, path.read_text(encoding="utf-8"), str(path))
        except KnowledgeError as error:
            mistakes.extend(error.mistakes)
        except (OSError, UnicodeDecodeError) as error:
            mistakes.append(f"{path}:1: não consigo ler o arquivo ({error})")
    return notes, mistakes
