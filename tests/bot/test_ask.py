"""The frozen contract of `estivador ask`: others build on its keys, its order and its silence."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bot.conftest import Estivador

NAMES = {
    "hosts": ["lab", "prod"],
    "containers": ["web", "api", "postgres"],
    "images": ["nginx:1.27"],
    "services": ["fila"],
}
KEYS = ["text", "intent", "id", "slots", "confirm", "score", "alternatives"]

pytestmark = pytest.mark.process


@pytest.fixture
def names(tmp_path: Path) -> str:
    file = tmp_path / "names.json"
    file.write_text(json.dumps(NAMES))
    return str(file)


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_has_its_object_in_order_with_the_frozen_keys(estivador: Estivador, names: str) -> None:
    lines = [
        "o que é cgroups?",
        "para o web do lab",
        "remove o container api do prod",
        "qual a capital da França",
        "",
        "/logs api 50 lab",
    ]

    found = rows(estivador("ask", "--json", "--names", names, "-", given="\n".join(lines) + "\n"))

    assert [row["text"] for row in found] == lines
    assert all(list(row) == KEYS for row in found)
    assert [row["intent"] for row in found] == ["explain", "run", "run", "none", "none", "run"]
    assert [row["id"] for row in found] == ["conceito/cgroups", "stop", "rm", None, None, "logs"]
    assert [row["confirm"] for row in found] == [False, False, True, False, False, False]
    assert found[1]["slots"] == {"container": "web", "host": "lab"}
    assert found[5]["slots"] == {"container": "api", "lines": 50, "host": "lab"}


def test_alternatives_are_at_most_three_best_first_and_without_the_chosen_one(estivador: Estivador, names: str) -> None:
    for row in rows(
        estivador("ask", "--json", "--names", names, "-", given="o que é cgroups?\npara o web do lab\nreinicia\n")
    ):
        scores = [other["score"] for other in row["alternatives"]]

        assert len(scores) <= 3
        assert scores == sorted(scores, reverse=True)
        assert row["intent"] == "ask" or row["id"] not in [other["id"] for other in row["alternatives"]]
        assert 0 <= row["score"] <= 1


@pytest.mark.parametrize(
    ("text", "operation", "slots"),
    [
        ("docker ps -a no lab", "ps_all", {"host": "lab"}),
        (
            "docker run -d --name=fila -p8080:80 nginx:1.27",
            "run",
            {"name": "fila", "ports": "8080:80", "image": "nginx:1.27"},
        ),
        ("docker stop $(docker ps -q)", "stop_all", {}),
        ("/stop@EstivadorBot web", "stop", {"container": "web"}),
        ("docker logs --tail 20 api", "logs", {"container": "api", "lines": 20}),
        ("docker exec -it postgres psql -U app", "exec", {"container": "postgres", "command": "psql -U app"}),
        ("Reinicia o Postgres do PROD", "restart", {"container": "Postgres", "host": "PROD"}),
    ],
)
def test_values_keep_the_spelling_typed(
    estivador: Estivador, names: str, text: str, operation: str, slots: dict[str, Any]
) -> None:
    (row,) = rows(estivador("ask", "--json", "--names", names, text))

    assert (row["intent"], row["id"], row["slots"]) == ("run", operation, slots)


def test_words_given_apart_are_one_sentence_and_options_of_docker_are_words(estivador: Estivador) -> None:
    (row,) = rows(estivador("ask", "--json", "para", "que", "serve", "o", "--rm?"))

    assert row["text"] == "para que serve o --rm?"
    assert row["id"] == "conceito/flag-rm"


def test_each_line_is_answered_at_once(environment: dict[str, str], tmp_path: Path) -> None:
    """A program may wait for the answer to one line before it writes the next."""
    command = [sys.executable, "-m", "bot", "ask", "--json", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in ("o que é cgroups?", "oi"):
            process.stdin.write(text + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"] == text
        process.stdin.close()
        assert process.wait(30) == 0


def test_nothing_is_executed_or_recorded(estivador: Estivador, tmp_path: Path) -> None:
    estivador("ask", "remove o container web")

    assert not list((tmp_path / "data").glob("*.sqlite3"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "não é JSON válido"),
        ("[]", "deve ser um objeto JSON"),
        ('{"host": []}', "não existe a lista 'host'"),
        ('{"hosts": "lab"}', "'hosts' deve ser uma lista"),
    ],
)
def test_a_wrong_names_file_is_told_in_portuguese(
    estivador: Estivador, tmp_path: Path, content: str, says: str
) -> None:
    (tmp_path / "n.json").write_text(content)

    done = estivador("ask", "--names", "n.json", "oi")

    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("ask",), ("nada",), ("eval",), ("chat", "--nada"), ("ask", "--names")])
def test_a_wrong_command_line_is_told_in_portuguese(estivador: Estivador, arguments: tuple[str, ...]) -> None:
    done = estivador(*arguments)

    assert done.returncode == 2
    assert done.stderr.startswith("estivador: ")
    assert "--help" in done.stderr


def test_the_figures_of_labelled_sentences_are_printed_with_each_miss(estivador: Estivador, tmp_path: Path) -> None:
    folder = tmp_path / "frases"
    folder.mkdir()
    (folder / "minhas.jsonl").write_text(
        '{"id": "a", "text": "o que é cgroups?", "intent": "explain", "accept": ["conceito/cgroups"]}\n'
        '{"id": "b", "text": "o que é cgroups?", "intent": "explain", "accept": ["comando/rm"]}\n'
        '{"id": "c", "text": "para o web no lab", "intent": "run", "accept": ["stop"],'
        ' "slots": {"container": "web", "host": "lab"}}\n'
        '{"id": "d", "text": "para o web no lab", "must_not_run": true}\n'
    )

    done = estivador("eval", "--errors", "frases")

    header, row, *misses = done.stdout.splitlines()
    assert "top-1" in header
    assert row.split()[:6] == ["minhas", "4", "66.7%", "66.7%", "100.0%", "100.0%"]
    assert [miss.split()[0] for miss in misses] == ["b", "d"]


def test_the_reasons_of_a_decision_are_shown_when_asked_for(estivador: Estivador) -> None:
    done = estivador("ask", "--porque", "para o web do lab")

    decision, *reasons = done.stdout.splitlines()
    assert decision.startswith("executa stop")
    assert [reason.split(":")[0].strip() for reason in reasons] == [
        "intenção",
        "tópico mais provável",
        "operação mais provável",
    ]
