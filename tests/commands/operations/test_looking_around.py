"""What is said of all that a host has."""

from dataclasses import replace

import pytest

from commands.operations.search import Search
from commands.records import (
    EngineInfo,
    FoundImage,
    Network,
    Node,
    Service,
    Stats,
    Usage,
    Volume,
)
from tests.commands.operations.reading import container, image, operation, said, table, words
from tests.fakes.engine import FakeEngine

_SAMPLE = Stats("web", 12.34, 100 << 20, 512 << 20, 1_500_000, 20_000, 0, 4096, 7)


def test_ps_shows_name_age_and_published_ports() -> None:
    running = (container(ports=("8080->80/tcp", "53->53/udp", "9000/tcp")), container("api", status="Up About an hour"))

    answer = operation("ps").present(running)

    assert words(answer).startswith("2 containers em execução.")
    assert table(answer).rows == (
        ("web", "no ar há 3 horas", "8080→80, 53→53/udp"),
        ("api", "no ar há cerca de uma hora", "–"),
    )


def test_ps_asks_only_for_what_runs_and_ps_all_for_all() -> None:
    engine = FakeEngine()
    engine.add("web")
    engine.add("velho", state="exited")

    assert [each.name for each in operation("ps").run(engine)] == ["web"]
    assert {each.name for each in operation("ps_all").run(engine)} == {"web", "velho"}


def test_ps_all_tells_how_a_container_ended() -> None:
    ended = container("velho", state="exited", status="Exited (137) 2 days ago")

    answer = operation("ps_all").present((container(), ended))

    assert words(answer).startswith("2 containers, 1 em execução.")
    assert table(answer).rows[1] == ("velho", "parado há 2 dias (código 137)", "nginx:1.27")


@pytest.mark.parametrize(
    "name", ["ps", "ps_all", "images", "stats", "volumes", "networks", "hosts", "services", "nodes"]
)
def test_nothing_to_list_is_said_warmly_and_without_a_table(name: str) -> None:
    answer = operation(name).present(())

    assert words(answer).startswith(("Nenhum", "Não há"))


def test_images_have_a_row_for_each_tag_and_one_for_none() -> None:
    answer = operation("images").present((image("nginx:1.27", "nginx:latest"), image(number=2, size=1_234_567)))

    assert words(answer).startswith("2 imagens.")
    assert [row[:2] for row in table(answer).rows] == [
        ("nginx:1.27", "187 MB"),
        ("nginx:latest", "187 MB"),
        ("<sem tag>", "1,2 MB"),
    ]


def test_search_tells_which_are_official_and_cuts_long_descriptions() -> None:
    found = (FoundImage("nginx", "x" * 500, 20000, True), FoundImage("a/nginx", "", 1, False))

    answer = operation("search").present(Search("nginx", found))

    assert table(answer).rows == (("nginx", "20000", "sim"), ("a/nginx", "1", "não"))
    assert len(words(answer)) < 400


def test_search_without_a_hit_names_the_term() -> None:
    assert "xyz" in said("search", Search("xyz", ()))


def test_stats_of_all_come_heaviest_first_with_a_total() -> None:
    answer = operation("stats").present((replace(_SAMPLE, name="leve", cpu=0.04), _SAMPLE))

    assert table(answer).rows == (("web", "12,3%", "100 MiB"), ("leve", "0%", "100 MiB"))
    assert "CPU 12,4%, memória 200 MiB" in words(answer)


def test_stats_of_one_have_memory_against_its_limit() -> None:
    shown = said("stats", (_SAMPLE,))

    assert "Memória: 100 MiB de 512 MiB (19,5%)" in shown
    assert "Rede: 1,5 MB recebidos, 20 kB enviados" in shown
    assert "Processos: 7" in shown


def test_stats_without_a_container_are_those_of_all_that_run() -> None:
    engine = FakeEngine()
    web = engine.add("web")
    engine.add("api")

    assert {each.name for each in operation("stats").run(engine)} == {"web", "api"}
    assert [each.name for each in operation("stats").run(engine, container=web)] == ["web"]


def test_info_is_a_summary_with_the_engine_s_warnings() -> None:
    info = EngineInfo(
        "27.0", "1.46", "Debian", "6.1", "x86_64", "overlay2", "2", 1, 8 << 30, 3, 1, 2, 9, "inactive", ("No swap",)
    )

    shown = said("info", info)

    for part in (
        "Docker 27.0 (API 1.46)",
        "1 CPU, 8 GiB de memória",
        "3 em execução, 1 pausado, 2 parados",
        "Swarm: inativo",
        "No swap",
    ):
        assert part in shown


def test_df_tells_the_total_and_what_can_be_freed() -> None:
    answer = operation("df").present(
        (Usage("images", 5, 2, 3_200_000_000, 1_100_000_000), Usage("build cache", 0, 0, 0, 0))
    )

    assert words(answer).startswith("O Docker ocupa 3,2 GB; dá para liberar até 1,1 GB.")
    assert table(answer).rows[0] == ("Imagens", "2 de 5", "3,2 GB", "1,1 GB")
    assert "não há nada a liberar" in said("df", (Usage("images", 0, 0, 0, 0),))


def test_volumes_tell_who_uses_them_and_shorten_anonymous_names() -> None:
    answer = operation("volumes").present((Volume("dados", "local", "/v", ("web",)), Volume("ab" * 32, "local", "/v")))

    assert words(answer).startswith("2 volumes, 1 sem nenhum container.")
    assert table(answer).rows == (("dados", "web", "local"), ("abababababab… (anônimo)", "–", "local"))


def test_networks_have_their_subnets() -> None:
    answer = operation("networks").present((Network("1", "bridge", "bridge", "local", ("172.17.0.0/16",)),))

    assert words(answer).startswith("1 rede.")
    assert table(answer).rows == (("bridge", "bridge", "172.17.0.0/16"),)


def test_services_tell_which_lack_replicas() -> None:
    services = (Service("1", "api", "nginx", "replicated", 1, 3), Service("2", "agente", "x", "global", 2, None))

    answer = operation("services").present(services)

    assert words(answer).startswith("2 serviços no swarm, 1 com réplicas faltando.")
    assert [row[1] for row in table(answer).rows] == ["1 de 3", "2 (global)"]


def test_nodes_tell_leader_and_state() -> None:
    nodes = (
        Node("1", "a", "manager", "ready", "active", True, "27"),
        Node("2", "b", "worker", "down", "drain", False, "27"),
    )

    answer = operation("nodes").present(nodes)

    assert words(answer).startswith("2 nós no swarm, 1 pronto.")
    assert table(answer).rows == (("a", "líder", "pronto"), ("b", "worker", "fora do ar, em drenagem"))
