"""What is said before, done and said after something is lost: one container or image."""

import pytest

from commands.errors import Unfit
from commands.records import CommandResult, RemovedImage
from tests.commands.operations.detailed_engine import DetailedEngine, preview
from tests.commands.operations.reading import container, operation, said, words
from tests.fakes.engine import FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


def test_exec_shows_the_command_before_and_its_output_after(engine: FakeEngine) -> None:
    web = engine.add("web")

    assert "Vou rodar echo 'oi você' dentro do container web" in words(
        preview("exec", engine, container=web, command="echo 'oi você'")
    )
    assert said("exec", operation("exec").run(engine, container=web, command="echo 'oi você'")) == (
        "echo 'oi você' rodou em web.\noi você"
    )


def test_exec_tells_a_failure_by_its_code() -> None:
    shown = said("exec", CommandResult(container(), ("nada",), "", 127))

    assert shown.startswith("nada terminou com código 127 em web: o comando não existe")
    assert "não escreveu nada" in shown


@pytest.mark.parametrize("command", ["", "bash", "/bin/sh", "bash -l", "ls | wc -l"])
def test_exec_without_a_whole_command_teaches_what_can_be_done(engine: FakeEngine, command: str) -> None:
    web = engine.add("web")

    for call in (operation("exec").run, operation("exec").preview):
        assert call is not None
        with pytest.raises(Unfit) as caught:
            call(engine, container=web, command=command)
        assert "shell" in caught.value.detail

    assert "execute" not in engine.calls


def test_exec_of_a_named_shell_with_a_command_is_taken_as_it_is(engine: FakeEngine) -> None:
    """Whether a shell may run is the host's policy to say."""
    result = operation("exec").run(engine, container=engine.add("web"), command="sh -c 'echo oi'")

    assert result.command == ("sh", "-c", "echo oi")


def test_secrets_in_what_a_command_prints_are_masked() -> None:
    shown = said("exec", CommandResult(container(), ("env",), "API_KEY=abc123\n", 0))

    assert "abc123" not in shown


def test_the_missing_command_has_a_hint() -> None:
    command = next(parameter for parameter in operation("exec").parameters if parameter.name == "command")

    assert "não é um terminal" in command.hint


def test_kill_warns_of_what_goes_with_it() -> None:
    engine = DetailedEngine(details={"raw": {"HostConfig": {"AutoRemove": True}}})
    web = engine.add("web", labels={"com.docker.compose.project": "loja"})

    shown = words(preview("kill", engine, container=web))

    for part in ("SIGKILL", "Projeto compose: loja", "--rm", "parar é mais seguro"):
        assert part in shown


def test_kill_of_a_stopped_container_says_there_is_nothing_to_kill(engine: FakeEngine) -> None:
    assert "não há o que matar" in words(preview("kill", engine, container=engine.add("web", state="exited")))


@pytest.mark.parametrize("state", ["running", "paused", "exited"])
def test_rm_says_that_a_live_container_will_be_stopped_and_removes_it(engine: FakeEngine, state: str) -> None:
    web = engine.add("web", state=state)

    warned = "será parado à força" in words(preview("rm", engine, container=web))
    removed = operation("rm").run(engine, container=web)

    assert warned == (state != "exited")
    assert engine.containers(every=True) == ()
    assert said("rm", removed) == "Container web removido. Os volumes ficaram."
    assert ("--force" in operation("rm").docker({"container": web})) == (state != "exited")


def test_rm_names_the_mounts_that_stay() -> None:
    engine = DetailedEngine(details={"mounts": ("dados:/var/lib/dados",)})

    assert "que não são removidas: dados:/var/lib/dados" in words(preview("rm", engine, container=engine.add("web")))


def test_rm_of_one_that_starts_meanwhile_is_told_differently(engine: FakeEngine) -> None:
    web = engine.add("web", state="exited")
    before = preview("rm", engine, container=web)

    assert preview("rm", engine, container=engine.start(web)) != before


def test_rmi_tells_size_and_who_uses_the_image(engine: FakeEngine) -> None:
    engine.add_image("nginx:1.27", size=187_000_000)
    engine.add("web", "nginx:1.27", "exited")
    engine.add("web2", "nginx:1.27")

    shown = words(preview("rmi", engine, image="nginx:1.27"))

    assert "Vou remover a imagem nginx:1.27 (187 MB" in shown
    assert "2 containers a usam" in shown
    assert "- web (nginx:1.27, parado)" in shown


def test_rmi_of_one_of_several_tags_keeps_the_image(engine: FakeEngine) -> None:
    engine.add_image("app:1", "app:2")

    assert "fica no host como app:2" in words(preview("rmi", engine, image="app:1"))
    assert "continua no host com outro nome" in said("rmi", operation("rmi").run(engine, image="app:1"))
    assert said("rmi", RemovedImage("app:2", ("app:2",), ("sha256:1",))) == "Imagem app:2 removida."
