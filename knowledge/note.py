"""One note: a topic's answer, its source in the study notes, and the questions people ask for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.answer import Block
from knowledge.errors import KnowledgeError
from knowledge.markdown import MarkdownError, blocks

_ID = re.compile(r"[a-z]+/[a-z0-9-]+")
_FIELDS = {"title", "command", "operation", "source", "page", "see", "correction", "questions"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Note:
    """`source` holds line numbers of the study notes; a note without any goes beyond them and names its `page`."""

    id: str
    title: str
    body: tuple[Block, ...]
    questions: tuple[str, ...]
    source: tuple[int, ...] = ()
    page: str | None = None
    command: str | None = None
    operation: str | None = None
    see: tuple[str, ...] = ()
    correction: str | None = None
    file: str = ""

    @property
    def goes_beyond_the_notes(self) -> bool:
        return not self.source


def parse_note(identifier: str, text: str, file: str) -> Note:
    """The note in `text`. Raises `KnowledgeError` with every mistake, each as "file:line: what"."""
    head, body, first_body_line, mistakes = _split(text, file)
    if head is None:
        raise KnowledgeError(mistakes)
    fields = _Fields(head, text, file)
    if not _ID.fullmatch(identifier):
        fields.complain("title", f"o caminho {identifier!r} não vira um id como comando/stop")
    content: tuple[Block, ...] = ()
    try:
        content = blocks(body)
    except MarkdownError as error:
        fields.mistakes.append(f"{file}:{first_body_line + error.line - 1}: {error.what}")
    if not content:
        fields.mistakes.append(f"{file}:{first_body_line}: falta o texto da resposta")
    note = Note(
        id=identifier,
        title=fields.text("title", required=True) or "",
        body=content,
        questions=fields.texts("questions", required=True),
        source=fields.lines("source"),
        page=fields.text("page"),
        command=fields.text("command"),
        operation=fields.text("operation"),
        see=fields.texts("see"),
        correction=fields.text("correction"),
        file=file,
    )
    if fields.mistakes:
        raise KnowledgeError(fields.mistakes)
    return note


def _split(text: str, file: str) -> tuple[Mapping[str, Any] | None, str, int, list[str]]:
    parts = re.match(r"---\n(?P<head>.*?)\n---\n(?P<body>.*)", text.replace("\r\n", "\n"), re.S)
    if parts is None:
        return None, "", 1, [f"{file}:1: falta o cabeçalho entre duas linhas '---'"]
    try:
        head = yaml.load(parts["head"], Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        return None, "", 1, [f"{file}:{line}: o cabeçalho não é YAML válido ({getattr(error, 'problem', error)})"]
    if not isinstance(head, dict):
        return None, "", 1, [f"{file}:2: o cabeçalho deve ter campos como 'title:' e 'questions:'"]
    return head, parts["body"], parts["head"].count("\n") + 4, []


class _Fields:
    """Reads the head's fields, keeping every mistake."""

    def __init__(self, head: Mapping[str, Any], text: str, file: str) -> None:
        self._head = head
        self._lines = text.splitlines()
        self._file = file
        self.mistakes: list[str] = []
        for name in head:
            if name not in _FIELDS:
                self.complain(str(name), f"campo desconhecido {name!r}; existem: {', '.join(sorted(_FIELDS))}")

    def complain(self, name: str, what: str) -> None:
        line = next((n for n, text in enumerate(self._lines, 1) if text.startswith(f"{name}:")), 1)
        self.mistakes.append(f"{self._file}:{line}: {what}")

    def text(self, name: str, required: bool = False) -> str | None:
        value = self._head.get(name)
        if value is None or value == "":
            if required:
                self.complain(name, f"falta o campo {name!r}")
            return None
        if not isinstance(value, str):
            self.complain(name, f"{name!r} deve ser um texto")
            return None
        return " ".join(value.split())

    def texts(self, name: str, required: bool = False) -> tuple[str, ...]:
        value = self._head.get(name)
        if value is None or value == []:
            if required:
                self.complain(name, f"falta o campo {name!r}")
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.complain(
                name, f"{name!r} deve ser uma lista de textos (ponha entre aspas o que o YAML leria de outro jeito)"
            )
            return ()
        return tuple(" ".join(item.split()) for item in value)

    def lines(self, name: str) -> tuple[int, ...]:
        numbers: list[int] = []
        value = self._head.get(name) or []
        for item in value if isinstance(value, list) else [value]:
            bounds = re.fullmatch(r"(\d+)(?:-(\d+))?", str(item))
            if bounds is None:
                self.complain(name, f'{item!r} não é uma linha nem um intervalo como "21-27"')
                continue
            numbers.extend(range(int(bounds[1]), int(bounds[2] or bounds[1]) + 1))
        return tuple(dict.fromkeys(numbers))
