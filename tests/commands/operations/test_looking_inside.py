"""What is said of one container or image."""

import json
from datetime import UTC, datetime

import pytest

from commands.errors import Unfit
from commands.operations.diff import Changed
from commands.operations.history import History
from commands.records import (
    FileChange,
    Layer,
    LogText,
    Processes,
    Stats,
)
from knowledge.answer import Code, File
from tests.commands.operations.reading import NOW, container, details, files, operation, said, table, words
from tests.fakes.engine import FakeEngine


def test_stats_of_a_stopped_container_say_so() -> None:
    assert "está parado" in said("stats", (Stats("web", 0.0, 0, 0, 0, 0, 0, 0, 0),))


def test_a_short_log_is_shown_whole() -> None:
    answer = operation("logs").present(LogText(container(), "um\ndois\n", 50))

    assert words(answer) == "Últimas 2 linhas do log de web.\num\ndois"
    assert files(answer) == {}


def test_of_a_long_log_the_end_is_shown_and_the_whole_attached() -> None:
    text = "".join(f"linha {number}\n" for number in range(500))

    answer = operation("logs").present(LogText(container(), text, 500))

    shown = next(block.text for block in answer.blocks if isinstance(block, Code))
    assert shown.endswith("linha 499")
    assert "linha 400" not in shown
    assert files(answer) == {"web.log": text}


def test_secrets_in_a_log_are_masked_in_message_and_file() -> None:
    answer = operation("logs").present(LogText(container(), "DB_PASSWORD=hunter2\n" + "x\n" * 100, 101))

    assert "hunter2" not in words(answer) + "".join(files(answer).values())


def test_an_empty_log_is_no_failure() -> None:
    assert said("logs", LogText(container(), "\n", 50)) == "O container web ainda não escreveu nada nos logs."


def test_logs_take_fifty_lines_unless_told() -> None:
    engine = FakeEngine()
    web = engine.add("web")

    assert operation("logs").run(engine, container=web).requested == 50
    assert operation("logs").run(engine, container=web, lines=7).requested == 7
    with pytest.raises(Unfit):
        operation("logs").run(engine, container=web, lines=0)
    assert operation("logs").docker({"container": web, "lines": 7}) == ("docker", "logs", "--tail", "7", "web")


def test_inspect_shows_what_matters_first_and_attaches_the_rest() -> None:
    of = container(ports=("8080->80/tcp",), status="Up 3 hours (unhealthy)")
    raw = {"Config": {"Env": ["API_TOKEN=abc123", "LANG=C"]}}
    value = details(
        of,
        health="unhealthy",
        restart_policy="always",
        restart_count=2,
        environment=("API_TOKEN=abc123", "LANG=C"),
        mounts=("dados:/data",),
        addresses={"bridge": "172.17.0.2"},
        raw=raw,
    )

    answer = operation("inspect").present(value)

    shown = words(answer)
    for part in (
        "no ar há 3 horas, com problema de saúde",
        "Imagem: nginx:1.27",
        "Desde: 04/05/2026 12:00 UTC",
        "reinicia sempre (always); já reiniciou 2 vezes",
        "Portas: 8080→80",
        "Montagens: dados:/data",
        "LANG=C",
        "API_TOKEN=***",
    ):
        assert part in shown
    assert list(files(answer)) == ["web.json"]
    assert "abc123" not in shown + files(answer)["web.json"]


def test_inspect_tells_why_a_container_is_stopped() -> None:
    of = container(state="exited", status="Exited (137) 1 second ago")

    shown = said("inspect", details(of, exit_code=137, oom_killed=True, finished=NOW))

    assert "parado, morto por falta de memória (OOM)" in shown
    assert "Parou em: 04/05/2026 12:00 UTC" in shown


def test_ip_names_the_network_and_lists_several() -> None:
    assert said("ip", details(container(), addresses={"bridge": "172.17.0.2"})) == (
        "O IP do container web é 172.17.0.2, na rede bridge."
    )
    answer = operation("ip").present(details(container(), addresses={"b": "10.0.1.2", "a": "10.0.0.2"}))
    assert table(answer).rows == (("a", "10.0.0.2"), ("b", "10.0.1.2"))


@pytest.mark.parametrize(
    ("mode", "state", "reason"),
    [
        ("host", "running", "rede do host"),
        ("none", "running", "sem rede"),
        ("container:abc", "running", "rede de outro container"),
        ("bridge", "exited", "está parado"),
        ("bridge", "running", "nenhuma rede"),
    ],
)
def test_a_container_without_an_address_has_a_reason(mode: str, state: str, reason: str) -> None:
    value = details(container(state=state), raw={"HostConfig": {"NetworkMode": mode}})

    assert reason in said("ip", value)


def test_top_keeps_the_columns_that_fit_a_phone_and_masks_secrets() -> None:
    titles = ("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD")
    rows = (("root", "1", "0", "0", "10:00", "?", "00:00", "app --token=abc"),)

    answer = operation("top").present(Processes(container(), titles, rows))

    assert table(answer).columns == ("PID", "Usuário", "Comando")
    assert table(answer).rows == (("1", "root", "app --token=***"),)


def test_top_with_titles_of_its_own_shows_them_all() -> None:
    answer = operation("top").present(Processes(container(), ("X", "Y"), (("1", "2"),)))

    assert table(answer).columns == ("X", "Y")


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        (container(ports=("8080->80/tcp",)), "1 porta publicada"),
        (container(ports=("80/tcp",)), "Só dentro da rede do Docker: 80/tcp"),
        (container(), "não publica nenhuma porta"),
        (container(state="exited"), "não está em execução"),
    ],
)
def test_port_tells_published_from_exposed_from_none(of: object, shown: str) -> None:
    assert shown in said("port", of)


def test_diff_counts_each_kind_of_change() -> None:
    changes = (FileChange("A", "/a"), FileChange("A", "/b"), FileChange("C", "/etc"), FileChange("D", "/x"))

    shown = said("diff", Changed(container(), changes))

    assert shown.startswith("No container web: 2 caminhos adicionados, 1 alterado e 1 apagado.")
    assert "D /x" in shown
    assert "Nada mudou" in said("diff", Changed(container(), ()))


def test_history_drops_the_shell_and_attaches_what_was_cut() -> None:
    long = "RUN /bin/sh -c apt-get update && " + "apt-get install -y pacote " * 10
    layers = (Layer(NOW, long, 80_000_000), Layer(NOW, '/bin/sh -c #(nop)  CMD ["nginx"]', 0))

    answer = operation("history").present(History("nginx", layers))

    assert words(answer).startswith("A imagem nginx tem 2 camadas, 80 MB ao todo")
    assert table(answer).rows[1] == ("0 B", 'CMD ["nginx"]')
    assert "apt-get update" in files(answer)["nginx-history.txt"]


def test_a_long_list_of_logs_never_makes_a_file_name_that_a_file_system_refuses() -> None:
    answer = operation("logs").present(LogText(container("a/b:c"), "x\n" * 100, 100))

    assert [block.name for block in answer.blocks if isinstance(block, File)] == ["a-b-c.log"]


def test_moments_of_another_zone_are_not_called_utc() -> None:
    started = datetime.fromisoformat("2026-05-04T09:00:00-03:00")

    assert "Desde: 04/05/2026 09:00\n" in said("inspect", details(container(), started=started)) + "\n"
    assert started.astimezone(UTC) == NOW


def test_the_attached_json_stays_json_with_its_secrets_masked() -> None:
    raw: dict[str, object] = {
        "Secrets": None,
        "Tokens": [],
        "Config": {"Env": ["DB_PASSWORD=uma senha longa", "LANG=C"], "Labels": {"api.token": "abc 123"}},
        "Args": ("--password", "https://ana:s3nha@exemplo/x"),
    }

    attached = files(operation("inspect").present(details(container(), raw=raw)))["web.json"]

    assert json.loads(attached) == {
        "Secrets": None,
        "Tokens": [],
        "Config": {"Env": ["DB_PASSWORD=***", "LANG=C"], "Labels": {"api.token": "***"}},
        "Args": ["--password", "https://ana:***@exemplo/x"],
    }
