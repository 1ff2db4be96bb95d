"""The notes: their form, their sources, and that the study notes are reached whole."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from knowledge.answer import Citation, Code, Correction, Heading, Text
from knowledge.errors import KnowledgeError
from knowledge.explanation import explain
from knowledge.library import Library
from knowledge.note import Note, parse_note
from knowledge.study import StudyNotes
from knowledge.words import fold

LIBRARY = Library.load()
TOPICS = {
    topic["id"]: topic for topic in yaml.safe_load((Path(__file__).parents[1] / "catalogue.yaml").read_text())["topics"]
}
# What the notes are wrong about, or say no more as it is: each must be corrected where it is explained.
CORRECTED = {
    "comando/ps-q": ["execução"],
    "comando/container-prune": ["parados"],
    "comando/stop-todos": ["star"],
    "conceito/lxc": ["libcontainer", "containerd", "runc"],
    "conceito/namespaces": ["user", "cgroup", "time"],
    "comando/ip": ["inet"],
    "comando/rmi-todas": ["uso"],
    "comando/run": ["daemon off"],
}

GOOD = """---
title: Parar um container
questions: ['como paro?']
source: [89, "91-92"]
see: [comando/kill]
---
Use `docker stop`.

## Exemplo

```console
$ docker stop web
```
"""


def test_the_library_walked_something() -> None:
    assert len(LIBRARY) > 40


def test_every_topic_of_the_catalogue_that_comes_from_the_notes_is_explained() -> None:
    wanted = {name for name, topic in TOPICS.items() if topic["note"]} | {"bot/ajuda", "bot/saudacao"}

    assert wanted <= set(LIBRARY.notes)


@pytest.mark.parametrize("name", [name for name, topic in TOPICS.items() if topic["note"]])
def test_a_topic_of_the_notes_cites_their_lines_and_nothing_else_does(name: str) -> None:
    assert LIBRARY[name].source


def test_every_line_that_says_something_is_reached_by_a_note() -> None:
    reached = {number for note in LIBRARY for number in note.source}
    study = StudyNotes.load()

    assert study.filled()
    assert sorted(study.filled() - reached) == []


@pytest.mark.parametrize("note", list(LIBRARY), ids=lambda note: note.id)
class TestEachNote:
    def test_names_lines_that_exist(self, note: Note) -> None:
        assert [number for number in note.source if not LIBRARY.study.has(number)] == []

    def test_leads_to_notes_that_exist(self, note: Note) -> None:
        assert [topic for topic in note.see if topic not in LIBRARY] == []
        assert note.see

    def test_starts_with_the_answer(self, note: Note) -> None:
        first = note.body[0]

        assert isinstance(first, Text)
        assert len(first.text) > 60

    def test_is_read_on_a_phone(self, note: Note) -> None:
        assert sum(len(str(getattr(block, "text", getattr(block, "items", "")))) for block in note.body) < 2000

    def test_goes_beyond_the_notes_only_with_an_official_page(self, note: Note) -> None:
        if note.goes_beyond_the_notes and not note.id.startswith("bot/"):
            assert note.page is not None
            assert note.page.startswith("https://")

    def test_shows_an_example(self, note: Note) -> None:
        if not note.id.startswith("bot/"):
            assert any(isinstance(block, Code) for block in note.body)

    def test_is_explained_with_its_lines_and_its_correction_apart(self, note: Note) -> None:
        answer = explain(note, LIBRARY)

        assert answer.blocks[0] == Heading(note.title)
        cited = [block for block in answer.blocks if isinstance(block, Citation)]
        assert [bool(block.lines) for block in cited] == ([True] if note.source else [])
        assert [b.text for b in answer.blocks if isinstance(b, Correction)] == (
            [note.correction] if note.correction else []
        )


@pytest.mark.parametrize(("name", "words"), CORRECTED.items())
def test_what_the_notes_say_wrong_is_corrected(name: str, words: list[str]) -> None:
    correction = LIBRARY[name].correction

    assert correction is not None
    assert [word for word in words if word not in correction] == []


def test_no_question_belongs_to_two_notes() -> None:
    owners: dict[str, set[str]] = {}
    for note in LIBRARY:
        for question in note.questions:
            owners.setdefault(fold(question).strip(" ?!."), set()).add(note.id)

    assert {question: names for question, names in owners.items() if len(names) > 1} == {}


def test_no_title_stands_twice() -> None:
    assert [title for title, count in Counter(note.title for note in LIBRARY).items() if count > 1] == []


def test_a_good_note_is_read() -> None:
    note = parse_note("comando/stop", GOOD, "stop.md")

    assert note.source == (89, 91, 92)
    assert note.see == ("comando/kill",)
    assert [type(block).__name__ for block in note.body] == ["Text", "Heading", "Code"]


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        (("title: Parar um container\n", ""), "stop.md:1: falta o campo 'title'"),
        (("questions: ['como paro?']", "questions: nada"), "stop.md:3: 'questions' deve ser uma lista"),
        (("source: [89", "source: [oi"), "stop.md:4: 'oi' não é uma linha"),
        (("see:", "veja:"), "stop.md:5: campo desconhecido 'veja'"),
        (("---\n", "--\n"), "stop.md:1: falta o cabeçalho"),
        (("title: Parar", "title: [Parar"), "o cabeçalho não é YAML válido"),
        (("Use `docker stop`.", "> Use isto."), "stop.md:7: blockquote não é uma forma das notas"),
    ],
)
def test_a_wrong_note_tells_file_and_line(change: tuple[str, str], mistake: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        parse_note("comando/stop", GOOD.replace(*change, 1), "stop.md")

    assert any(mistake in one for one in caught.value.mistakes), caught.value.mistakes


def test_all_mistakes_of_a_note_are_told_at_once() -> None:
    with pytest.raises(KnowledgeError) as caught:
        parse_note("comando/stop", GOOD.replace("title: ", "titulo: ").replace("[89", "[x"), "stop.md")

    assert len(caught.value.mistakes) == 3


def test_the_notes_of_a_group_override_ours_and_a_broken_one_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "comando").mkdir()
    (tmp_path / "comando" / "stop.md").write_text(GOOD.replace("Use `docker stop`.", "Aqui usamos `systemctl`."))
    (tmp_path / "comando" / "novo.md").write_text(GOOD)
    (tmp_path / "comando" / "quebrado.md").write_text("nada")

    library = Library.load(tmp_path)

    assert "systemctl" in str(library["comando/stop"].body[0])
    assert "comando/novo" in library
    assert len(library) == len(LIBRARY) + 1
    assert [str(tmp_path / "comando" / "quebrado.md") in mistake for mistake in library.mistakes] == [True]
