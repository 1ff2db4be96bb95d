"""What the operations that change something do and say."""

import pytest

from commands.errors import NotFound, Unfit
from commands.operations.tag import Tagged
from commands.records import Service
from tests.commands.operations.reading import container, image, operation, said
from tests.fakes.engine import FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(registry=("nginx",))


@pytest.mark.parametrize(
    ("name", "before", "after", "shown"),
    [
        ("start", "exited", "running", "Container web iniciado."),
        ("stop", "running", "exited", "Container web parado."),
        ("restart", "running", "running", "Container web reiniciado."),
        ("unpause", "paused", "running", "Container web despausado: segue de onde estava."),
        ("kill", "running", "exited", "Container web encerrado à força."),
    ],
)
def test_acting_on_one_container(engine: FakeEngine, name: str, before: str, after: str, shown: str) -> None:
    web = engine.add("web", state=before)

    done = operation(name).run(engine, container=web)

    assert done.state == after
    assert said(name, done) == shown


def test_pausing_tells_how_to_undo_it(engine: FakeEngine) -> None:
    paused = operation("pause").run(engine, container=engine.add("web"))

    assert paused.state == "paused"
    assert "despausa o web" in said("pause", paused)


@pytest.mark.parametrize("name", ["start", "restart"])
def test_a_container_that_falls_at_once_is_no_success(name: str) -> None:
    fallen = container(state="exited", status="Exited (1) 1 second ago")

    assert "não ficou de pé: parado há 1 segundo (código 1)" in said(name, fallen)


def test_a_container_that_comes_back_after_stopping_is_told() -> None:
    assert "voltou a rodar" in said("stop", container())


def test_run_pulls_what_lacks_and_publishes_the_ports(engine: FakeEngine) -> None:
    created = operation("run").run(engine, image="nginx", name="web", ports="8080:80, 443:443/udp", command=None)

    assert created.ports == ("8080->80/tcp", "443->443/udp")
    assert said("run", created) == "Container web no ar, criado de nginx, com as portas 8080→80, 443→443/udp."


def test_run_without_a_name_takes_the_engine_s(engine: FakeEngine) -> None:
    assert operation("run").run(engine, image="nginx").name


def test_run_of_an_image_that_exists_nowhere_is_not_found(engine: FakeEngine) -> None:
    with pytest.raises(NotFound):
        operation("run").run(engine, image="nao-existe")


def test_run_tells_a_container_that_is_over_already() -> None:
    over = container(state="exited", status="Exited (0) Less than a second ago")

    assert "mas já terminou (parado há menos de um segundo (código 0))" in said("run", over)


def test_the_docker_line_of_run_has_all_that_was_asked() -> None:
    line = operation("run").docker(
        {
            "image": "nginx",
            "name": "web",
            "ports": "8080:80 53:53/udp",
            "command": "nginx -g 'daemon off;'",
            "host": "lab",
        }
    )

    assert line == (
        *("docker", "run", "-d", "--name", "web", "-p", "8080:80", "-p", "53:53/udp"),
        *("nginx", "nginx", "-g", "daemon off;"),
    )


@pytest.mark.parametrize("ports", ["80", "8080-8090:80", "a:b", "0:80", "8080:70000", "8080:80,9090:80"])
def test_ports_that_make_no_sense_are_refused_before_anything_is_done(engine: FakeEngine, ports: str) -> None:
    with pytest.raises(Unfit):
        operation("run").run(engine, image="nginx", ports=ports)

    assert engine.calls == []


@pytest.mark.parametrize(
    "command",
    ["echo 'oi", "ls | wc", "a && b", "rm -rf /tmp/x; ls", "echo oi > /a", "echo $HOME", "echo $(id)", "sleep 9 &"],
)
def test_a_command_that_needs_a_shell_is_refused(engine: FakeEngine, command: str) -> None:
    with pytest.raises(Unfit):
        operation("run").run(engine, image="nginx", command=command)

    assert engine.calls == []


def test_renaming_commiting_and_tagging_tell_the_new_name(engine: FakeEngine) -> None:
    web = engine.add("web")

    assert "agora se chama site" in said("rename", operation("rename").run(engine, container=web, name="site"))
    assert "Imagem meu/app:1 criada: 1 MB" in said(
        "commit", operation("commit").run(engine, container=web, image="meu/app:1")
    )
    assert "agora também se chama app:2" in said("tag", operation("tag").run(engine, image="busybox", name="app:2"))


def test_tagging_lists_all_the_names_of_an_image() -> None:
    assert "a:1 e b:2" in said("tag", Tagged("b:2", image("a:1", "b:2")))


def test_pull_tells_name_and_size(engine: FakeEngine) -> None:
    assert said("pull", operation("pull").run(engine, image="nginx")).startswith("Imagem nginx:latest baixada: 1 MB")


def test_start_all_starts_what_is_stopped_and_tells_each_failure_apart(engine: FakeEngine) -> None:
    engine.add("web", state="exited")
    engine.add("api", state="running")
    engine.add("lento", state="paused")

    swept = operation("start_all").run(engine)

    assert swept.done == ("web",)
    assert {each.name: each.state for each in engine.containers(every=True)} == {
        "web": "running",
        "api": "running",
        "lento": "paused",
    }
    assert said("start_all", swept) == "1 container iniciado.\n- web"
    assert "Não há nenhum container parado" in said("start_all", operation("start_all").run(engine))


@pytest.mark.parametrize(("typed", "count"), [("3", 3), ("três", 3), ("duas", 2), (" 0 ", 0), ("12", 12)])
def test_replicas_are_read_from_digits_and_words(engine: FakeEngine, typed: str, count: int) -> None:
    engine.is_manager = True
    engine.swarm_services.append(Service("1", "api", "nginx", "replicated", 1, 1))

    assert operation("scale").run(engine, service="api", replicas=typed).desired == count
    assert operation("scale").docker({"service": "api", "replicas": typed})[-1] == f"api={count}"


@pytest.mark.parametrize("typed", ["-1", "2.5", "muitas", "", "5000", "٣"])
def test_replicas_that_are_no_sensible_count_are_refused(engine: FakeEngine, typed: str) -> None:
    with pytest.raises(Unfit):
        operation("scale").run(engine, service="api", replicas=typed)

    assert engine.calls == []


@pytest.mark.parametrize(
    ("running", "desired", "shown"),
    [
        (3, 3, "ajustado para 3 réplicas, todas no ar"),
        (1, 1, "ajustado para 1 réplica, já no ar"),
        (0, 2, "ainda nenhuma no ar agora"),
        (1, None, "é global"),
        (0, 0, "em 0 réplicas"),
    ],
)
def test_scale_tells_how_far_it_got(running: int, desired: int | None, shown: str) -> None:
    assert shown in said("scale", Service("1", "api", "nginx", "replicated", running, desired))
