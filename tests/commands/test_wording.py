"""Figures, lists, states and cut texts, as people read them."""

import pytest

from commands import wording
from commands.container_state import since
from commands.excerpt import CHARACTERS, excerpt
from commands.image_use import users
from commands.published_ports import published
from knowledge.answer import Code, File
from tests.commands.operations.reading import container, image


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (12_340_000, "12,3 MB"),
        (187_400_000, "187 MB"),
        (999_960, "1 MB"),
        (2_500_000_000, "2,5 GB"),
    ],
)
def test_sizes_have_a_comma_and_at_most_one_place(count: int, shown: str) -> None:
    assert wording.size(count) == shown


def test_memory_counts_in_1024s_as_docker_does() -> None:
    assert [wording.memory(count) for count in (512 << 20, 1536 << 20, 1 << 40)] == ["512 MiB", "1,5 GiB", "1 TiB"]


def test_lists_are_joined_as_in_portuguese() -> None:
    lists: list[list[str]] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]

    assert [wording.listing(words) for words in lists] == ["", "a", "a e b", "a, b e c"]


@pytest.mark.parametrize(
    ("state", "status", "shown"),
    [
        ("running", "Up Less than a second", "no ar há menos de um segundo"),
        ("running", "Up About a minute (healthy)", "no ar há cerca de um minuto, saudável"),
        ("running", "Up 5 days (health: starting)", "no ar há 5 dias, verificando a saúde"),
        ("running", "Up 2 months", "no ar há 2 meses"),
        ("paused", "Up 3 weeks (Paused)", "pausado; no ar há 3 semanas"),
        ("exited", "Exited (0) About an hour ago", "parado há cerca de uma hora (código 0)"),
        ("restarting", "Restarting (1) 1 second ago", "reiniciando há 1 segundo (código 1)"),
        ("created", "Created", "criado, nunca iniciado"),
        ("running", "something new", "em execução"),
        ("strange", "strange", "strange"),
    ],
)
def test_a_status_of_the_engine_reads_as_portuguese(state: str, status: str, shown: str) -> None:
    assert since(container(state=state, status=status)) == shown


def test_one_endless_line_is_cut_to_its_end() -> None:
    blocks = excerpt("x" * 10_000 + "fim", "a.log")

    code = next(block.text for block in blocks if isinstance(block, Code))
    assert len(code) == CHARACTERS
    assert code.endswith("fim")
    assert any(isinstance(block, File) for block in blocks)


def test_an_image_is_used_by_its_tag_its_implied_tag_and_its_id() -> None:
    nginx = image("nginx:latest", "web:1", number=0xABC)
    references = ("nginx", "nginx:latest", "web:1", nginx.id, nginx.short_id, "nginx:1.27", "other")
    containers = [container(f"c{number}", image=reference) for number, reference in enumerate(references)]

    assert [each.name for each in users(nginx, containers)] == ["c0", "c1", "c2", "c3", "c4"]


@pytest.mark.parametrize(
    ("typed", "mapping"),
    [
        ("8080:80", {"80/tcp": "8080"}),
        ("8080:80,443:443", {"80/tcp": "8080", "443/tcp": "443"}),
        ("53:53/udp", {"53/udp": "53"}),
        ("127.0.0.1:8080:80", {"80/tcp": "127.0.0.1:8080"}),
        ("[::1]:8080:80", {"80/tcp": "[::1]:8080"}),
        ("", {}),
        (None, {}),
    ],
)
def test_ports_are_read_as_people_type_them(typed: str | None, mapping: dict[str, str]) -> None:
    assert published(typed) == mapping
