"""`estivador chat` through a pipe, as a process, over a real engine: its effects are looked at by another client."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import docker
import pytest

from tests.bot.conftest import Estivador
from tests.conftest import MakeContainer

pytestmark = [pytest.mark.process]

Chat = Callable[..., list[str]]


@pytest.fixture
def chat(estivador: Estivador) -> Chat:
    """The lines that come of the lines given; nothing else may be on standard output."""

    def run(*lines: str, **more: str) -> list[str]:
        done = estivador("chat", given="".join(f"{line}\n" for line in lines), **more)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


@pytest.fixture
def names() -> tuple[str, str]:
    mark = uuid4().hex[:6]
    return f"web-{mark}", f"api-{mark}"


def state(client: docker.APIClient, name: str) -> str | None:
    found = client.containers(all=True, filters={"name": f"^/{name}$"})
    return str(found[0]["State"]) if found else None


def test_without_docker_and_without_configuration_it_explains_and_says_why_it_does_not_operate(
    estivador: Estivador,
) -> None:
    done = estivador("chat", given="o que é cgroups?\nsair\n")

    assert done.returncode == 0
    assert done.stderr.startswith("Nenhum Docker respondeu aqui")
    assert len(done.stdout.splitlines()) == 1
    assert "limita" in done.stdout
    assert "(Nota do grupo, linha 17: “O Linux Kernel possui" in done.stdout


def test_each_line_has_its_line_until_sair_or_the_end(chat: Chat) -> None:
    lines = ["o que é um volume?", "", "?", "/ajuda", "/id", "1", "qual a capital da França", "🐳"]

    assert len(chat(*lines)) == len(lines)
    assert len(chat(*lines, "SAIR", "o que é um volume?")) == len(lines)
    assert chat() == []


def test_bytes_that_are_no_text_are_answered_too(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        input=b"\xff\xfe\x00 o que \xe9 um volume?\n\x1b[31m\n",
        capture_output=True,
        timeout=120,
        cwd=tmp_path,
        env={**environment, "LC_ALL": "C"},
    )

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2
    assert b"\x1b" not in done.stdout


def test_each_answer_comes_before_the_next_line_is_written(environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "chat"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in ("o que é cgroups?", "/id"):
            process.stdin.write(text + "\n")
            process.stdin.flush()
            assert process.stdout.readline().strip()
        process.stdin.close()
        assert process.wait(30) == 0


@pytest.mark.engine
def test_it_lists_and_stops_what_is_there(
    chat: Chat,
    docker_host: str,
    docker_client: docker.APIClient,
    make_container: MakeContainer,
    names: tuple[str, str],
) -> None:
    web, api = names
    make_container(web)
    make_container(api)

    listed, stopped, again = chat(
        "quais containers estão rodando?", f"para o {web}", f"/stop {web}", DOCKER_HOST=docker_host
    )

    assert web in listed
    assert api in listed
    assert stopped.startswith(f"Container {web} parado.")
    assert again == f"Nada a fazer: {web} já estava assim no host local."
    assert state(docker_client, web) == "exited"
    assert state(docker_client, api) == "running"


@pytest.mark.engine
@pytest.mark.parametrize("yes", ["sim", "1", "Confirmo"])
def test_it_removes_only_what_was_confirmed(
    chat: Chat,
    docker_host: str,
    docker_client: docker.APIClient,
    make_container: MakeContainer,
    names: tuple[str, str],
    yes: str,
) -> None:
    web, api = names
    make_container(web, start=False)
    make_container(api, start=False)

    answers = chat(f"/rm {api}", "não", f"/rm {web}", yes, yes, DOCKER_HOST=docker_host)

    assert "Preciso da sua confirmação" in answers[0]
    assert answers[0].endswith("Opções: [1] Confirmar [2] Cancelar")
    assert answers[1] == f"Cancelado: /rm {api} não foi executado."
    assert answers[3].startswith(f"Container {web} removido.")
    assert "Não há nenhuma pergunta esperando resposta" in answers[4]
    assert state(docker_client, web) is None
    assert state(docker_client, api) == "created"


@pytest.mark.engine
def test_it_refuses_a_host_that_is_not_on_the_list(
    chat: Chat,
    docker_host: str,
    docker_client: docker.APIClient,
    make_container: MakeContainer,
    names: tuple[str, str],
) -> None:
    web, _ = names
    make_container(web)

    (said,) = chat(f"/stop container={web} host=prod", DOCKER_HOST=docker_host)

    assert "prod" in said
    assert "Aqui você pode usar local" in said
    assert state(docker_client, web) == "running"


@pytest.mark.engine
def test_a_configured_host_is_used_by_its_name_and_schedules_are_kept(
    chat: Chat, docker_host: str, make_container: MakeContainer, tmp_path: Path, names: tuple[str, str]
) -> None:
    make_container(names[0])
    (tmp_path / "estivador.toml").write_text(f'[hosts.lab]\nurl = "{docker_host}"\n')

    said, made = chat("/ps host=lab", "me manda as estatísticas do lab todo dia às 8h")
    (listed,) = chat("quais agendamentos tem aqui?")

    assert names[0] in said
    assert made.startswith("Agendamento 1 criado: mostra o consumo")
    assert "1 agendamento neste chat." in listed
    assert "todo dia às 8h" in listed


def test_a_data_folder_that_cannot_be_used_is_told_in_one_sentence(estivador: Estivador, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    done = estivador("chat", given="oi\n", ESTIVADOR_DATA=str(tmp_path / "file" / "data"))

    assert done.returncode == 1
    assert done.stderr.startswith(f"Não consigo escrever na pasta de dados {tmp_path}/file/data.")
    assert done.stdout == ""


def test_a_broken_note_of_the_group_is_told_and_the_rest_is_served(estivador: Estivador, tmp_path: Path) -> None:
    folder = tmp_path / "notas" / "conceito"
    folder.mkdir(parents=True)
    (folder / "ruim.md").write_text("sem cabeçalho\n")
    (tmp_path / "estivador.toml").write_text(f'[knowledge]\nnotes = "{folder.parent}"\n')

    done = estivador("chat", given="o que é cgroups?\n")

    assert done.returncode == 0
    assert "Uma nota do grupo não pôde ser lida e ficou de fora" in done.stderr
    assert "ruim.md:1: falta o cabeçalho" in done.stderr
    assert "limita" in done.stdout
