"""The labelled sentences that the matcher learns from: the notes' questions, the operations' phrases, what is neither."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library
from knowledge.phrase import Phrase, Signature

FOLDER = Path(__file__).parent / "phrases"
PER_PHRASE = 12  # sentences drawn from one template

EXPLAIN, RUN, HOLD, OUTSIDE = "explain", "run", "hold", "outside"


@dataclass(frozen=True)
class Corpus:
    """(sentence, label) pairs. Slots stand as ``{slot}`` in `orders`."""

    questions: tuple[tuple[str, str], ...]
    orders: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]
    not_orders: tuple[str, ...]

    @classmethod
    def gather(cls, library: Library, signatures: Sequence[Signature]) -> "Corpus":
        return cls(
            questions=tuple(dict.fromkeys(_questions(library))),
            orders=tuple(dict.fromkeys(_orders(signatures))),
            outside=_lines(FOLDER / "outside.txt"),
            not_orders=_lines(FOLDER / "not_orders.txt"),
        )


def _questions(library: Library) -> Iterator[tuple[str, str]]:
    for note in library:
        yield note.title, note.id
        yield from ((question, note.id) for question in note.questions)
        yield from ((line, note.id) for line in _lines(FOLDER / f"{note.id}.txt"))


def _orders(signatures: Sequence[Signature]) -> Iterator[tuple[str, str]]:
    for signature in signatures:
        for text in signature.phrases:
            yield from ((sentence, signature.id) for sentence in Phrase(text).sentences(PER_PHRASE))


EXAMPLES = {
    "container": ("web", "api", "postgres", "nginx", "grafana", "worker-1", "bot_telegram", "redis", "minio", "traefik"),
    "host": ("lab", "prod", "homolog", "casa"),
    "image": ("nginx:1.27", "redis", "postgres:16", "nginx", "ghcr.io/acme/api:2.3", "mysql", "ubuntu/nginx", "alpine"),
    "service": ("web", "api", "worker", "fila"),
    "name": ("web-antigo", "api_v2", "banco2", "basecorp:12", "acme/web:ok"),
    "ports": ("8080:80", "5432:5432", "127.0.0.1:8088:80"),
    "lines": ("50", "100", "20", "200"),
    "replicas": ("3", "5", "2", "1"),
    "command": ("ls -la /app", "env", "cat /etc/os-release", "ping -c 3 postgres", "df -h"),
    "term": ("nginx", "wordpress", "home assistant", "postgres"),
    "operation": ("stats", "as estatísticas", "reinicia o web", "o consumo", "limpeza geral", "os containers", "system prune", "restart do web",
                  "os contentores que estão a correr", "a lista de imagens", "um restart no worker-1", "o uso de disco", "a limpeza geral", "os logs do web", "consumo dos containers"),
    "when": ("todo dia às 8h", "de hora em hora", "toda segunda às 9h30", "a cada 15 minutos", "sábado à meia-noite", "0 8 * * 1-5"),
    "which": ("1", "restart diário do postgres", "das 8h", "das estatísticas", "da limpeza de domingo", "backup de toda noite", "3", "stats do prod"),
}  # fmt: skip


def filled(sentence: str, turn: int) -> str:
    """A sentence with an example in each slot; `turn` chooses which, so that every example has its turn."""
    return re.sub(r"\{([a-z]+)\}", lambda slot: EXAMPLES[slot[1]][turn % len(EXAMPLES[slot[1]])], sentence)


def _lines(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        return ()
    return tuple(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
