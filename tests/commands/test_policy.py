"""What a host permits, and which values can be what they are said to be."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.operation import IMAGE, Kind, Operation, Parameter, Risk
from commands.policy import is_name, is_port, is_reference, permits_exec, violation
from tests.fakes.operations import CATALOGUE, operation

_EXEC = CATALOGUE.get("exec")
assert _EXEC is not None
EXEC: Operation = _EXEC
RUN = operation(
    "run",
    lambda engine, image, name, ports, lines: None,
    Risk.CHANGE,
    IMAGE,
    Parameter("name", Kind.TEXT, "o nome", required=False),
    Parameter("ports", Kind.TEXT, "as portas", required=False),
    Parameter("lines", Kind.INTEGER, "as linhas", required=False),
)


@pytest.mark.parametrize(
    ("command", "listed", "permitted"),
    [
        ("ls", (), False),
        ("ls -l", ("ls -l",), True),
        ("ls -la", ("ls -l",), False),
        ("ls -l /etc", ("ls -l",), False),
        ("ls", ("ls *",), True),
        ("ls -l /etc", ("ls *",), True),
        ("lsof", ("ls *",), False),
        ("cat /var/log/app.log", ("cat /var/log/*",), True),
        ("cat /var/log/app.log /etc/shadow", ("cat /var/log/*",), False),
        ("cat /var/log/../../etc/shadow", ("cat /var/log/*",), False),
        ("env", ("*",), True),
        ("sh -c 'ls'", ("*",), False),
        ("/bin/bash", ("*",), False),
        ("busybox sh", ("*",), False),
        ("sh -c 'ls'", ("*", "sh *"), True),
        ("sh", ("sh",), True),
        ("sh -c ls", ("sh",), False),
        ("echo 'a b'", ("echo 'a b'",), True),
        ("echo a b", ("echo 'a b'",), False),
    ],
)
def test_a_command_runs_inside_only_where_it_is_listed(command: str, listed: tuple[str, ...], permitted: bool) -> None:
    assert permits_exec(shlex.split(command), listed) is permitted


def test_a_refused_command_says_which_line_would_permit_it() -> None:
    found = violation(EXEC, {"container": "web", "command": 'ls "a b"'}, ("env",))

    assert found is not None
    assert (found.why, found.slot) == ("policy", "command")
    assert found.detail == r'exec = ["env", "ls \"a b\""]'


def test_a_command_with_a_quote_that_does_not_close_is_no_command() -> None:
    found = violation(EXEC, {"container": "web", "command": "echo 'a"}, ("*",))

    assert found is not None
    assert (found.why, found.detail) == ("bad_value", "echo 'a")


def test_another_host_s_list_does_not_matter_to_other_operations() -> None:
    assert violation(RUN, {"image": "nginx"}, ()) is None


@pytest.mark.parametrize(
    ("slots", "slot"),
    [
        ({"image": "Nginx"}, "image"),
        ({"image": "nginx; rm -rf /"}, "image"),
        ({"image": "--privileged"}, "image"),
        ({"image": "nginx", "name": "-x"}, "name"),
        ({"image": "nginx", "name": "a b"}, "name"),
        ({"image": "nginx", "ports": "8080:99999"}, "ports"),
        ({"image": "nginx", "ports": "0:80"}, "ports"),
        ({"image": "nginx", "ports": "8080:80 x"}, "ports"),
        ({"image": "nginx", "lines": "-5"}, "lines"),
        ({"image": "nginx", "lines": "dez"}, "lines"),
        ({"image": "nginx", "lines": "٣"}, "lines"),
    ],
)
def test_a_value_that_cannot_be_is_named(slots: dict[str, str], slot: str) -> None:
    found = violation(RUN, slots, ())

    assert found is not None
    assert (found.why, found.slot, found.detail) == ("bad_value", slot, slots[slot])


def test_good_values_pass() -> None:
    assert violation(RUN, {"image": "nginx", "name": "web", "ports": "8080:80, 53:53/udp", "lines": 5}, ()) is None
    assert violation(EXEC, {"container": "web", "command": "ls -l"}, ("ls *",)) is None


@pytest.mark.parametrize(
    "reference",
    [
        "nginx",
        "nginx:1.27-alpine",
        "library/nginx",
        "ghcr.io/a/b/c:v1",
        "localhost:5000/x:y",
        "Registry.Example.com/x",
        "a__b/c-d.e",
        "9c0d33aabbcc",
        "sha256:" + "a" * 64,
        "nginx@sha256:" + "0" * 64,
    ],
)
def test_a_reference_of_docker_s_grammar_is_one(reference: str) -> None:
    assert is_reference(reference)


@pytest.mark.parametrize(
    "text", ["", "a b", "a:", ":a", "a//b", "-a", "a:b:c", "../a", "a$b", "Á", "a\n", "a@sha256:1"]
)
def test_other_text_is_no_reference(text: str) -> None:
    assert not is_reference(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("80", True),
        ("8080:80", True),
        ("127.0.0.1:8080:80", True),
        ("[::1]:8080:80/tcp", True),
        ("53:53/udp", True),
        ("65536:80", False),
        ("0:80", False),
        ("80:", False),
        ("127.0.0.1:80", False),
        ("8000-8010:80", False),
        ("80/icmp", False),
    ],
)
def test_a_port_is_published_as_docker_writes_it(text: str, good: bool) -> None:
    assert is_port(text) is good


@given(st.text())
def test_no_text_breaks_the_checks(text: str) -> None:
    is_name(text), is_port(text), is_reference(text)
    violation(EXEC, {"command": text}, ("*", "ls *"))
