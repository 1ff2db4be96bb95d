"""The group's study notes, verbatim, by line number."""

from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "docker-notas.txt"


@dataclass(frozen=True)
class StudyNotes:
    """`lines[0]` is line 1 of the file."""

    lines: tuple[str, ...]

    @classmethod
    def load(cls, path: Path = FILE) -> "StudyNotes":
        return cls(tuple(path.read_text(encoding="utf-8").splitlines()))

    def cited(self, numbers: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        """(line number, text) of each line that exists and is not blank."""
        return tuple((n, self.lines[n - 1].rstrip()) for n in numbers if self.has(n) and self.lines[n - 1].strip())

    def has(self, number: int) -> bool:
        return 1 <= number <= len(self.lines)

    def filled(self) -> frozenset[int]:
        """The numbers of the lines that say something: anything but blanks and rules of `#`."""
        return frozenset(n for n, line in enumerate(self.lines, 1) if line.strip().strip("#"))
