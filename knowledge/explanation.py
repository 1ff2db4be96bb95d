"""A note as an answer: the explanation, its lines in the study notes, a correction, and where to go next."""

from knowledge.answer import Answer, Block, Choice, Citation, Correction, Heading, Say, Text, code
from knowledge.library import Library
from knowledge.note import Note


def explain(note: Note, library: Library) -> Answer:
    """The whole answer. `see` topics become choices; saying a topic's id always finds that topic."""
    parts: list[Block] = [Heading(note.title), *note.body]
    if note.source:
        parts.append(Citation(library.study.cited(note.source)))
    if note.correction:
        parts.append(Correction(note.correction))
    footer = _footer(note)
    if footer:
        parts.append(Text(footer))
    related = tuple(Choice(library[topic].title, Say(topic)) for topic in note.see if topic in library)
    return Answer(tuple(parts), related)


def _footer(note: Note) -> str:
    parts = []
    if note.command:
        parts.append(f"Comando: {code(note.command)}")
    if note.page:
        beyond = "Além das notas do grupo. " if note.goes_beyond_the_notes else ""
        parts.append(f"{beyond}Documentação: [{note.page.removeprefix('https://')}]({note.page})")
    return " · ".join(parts)
