"""Whatever the libraries raise, as one of our own errors."""

import inspect

import docker.errors
import paramiko
import pytest
import requests
import urllib3

from commands.engine_errors import DOCKER_ERRORS, translate
from commands.errors import (
    AlreadySo,
    BadRequest,
    CommandError,
    Conflict,
    EngineFailed,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    HostMisconfigured,
    NotFound,
)


def test_every_error_of_the_docker_library_has_its_translation() -> None:
    theirs = {
        each
        for _, each in inspect.getmembers(docker.errors, inspect.isclass)
        if issubclass(each, Exception) and each.__module__ == "docker.errors"
    }

    assert theirs
    assert theirs == set(DOCKER_ERRORS)


@pytest.mark.parametrize("kind", sorted(DOCKER_ERRORS, key=lambda kind: kind.__name__))
def test_an_error_of_the_docker_library_becomes_what_the_table_says(kind: type[Exception]) -> None:
    error = kind.__new__(kind)
    Exception.__init__(error, "words")
    vars(error).update(response=None, explanation="words", name="words", msg="words", param="words")

    assert type(translate(error)) is DOCKER_ERRORS[kind]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (304, AlreadySo),
        (400, BadRequest),
        (401, EngineForbidden),
        (403, EngineForbidden),
        (404, NotFound),
        (409, Conflict),
        (500, EngineFailed),
        (503, EngineFailed),
        (504, EngineTimeout),
    ],
)
def test_an_answer_s_status_decides(status: int, kind: type[CommandError]) -> None:
    response = requests.Response()
    response.status_code = status
    response.url = "http://x"

    assert type(translate(docker.errors.APIError("no", response, "no"))) is kind


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (
            requests.ConnectionError(urllib3.exceptions.ProtocolError("x", ConnectionRefusedError(111))),
            EngineUnreachable,
        ),
        (requests.ConnectionError(urllib3.exceptions.ProtocolError("x", PermissionError(13))), EngineForbidden),
        (requests.ConnectionError(urllib3.exceptions.ReadTimeoutError(None, None, "x")), EngineTimeout),  # type: ignore[arg-type]
        (requests.ReadTimeout("x"), EngineTimeout),
        (requests.ConnectTimeout("x"), EngineTimeout),
        (requests.exceptions.ChunkedEncodingError("x"), EngineUnreachable),
        (requests.exceptions.SSLError("certificate verify failed"), HostMisconfigured),
        (requests.exceptions.InvalidURL("x"), HostMisconfigured),
        (requests.exceptions.JSONDecodeError("x", "y", 0), EngineFailed),
        (urllib3.exceptions.ProtocolError("x"), EngineUnreachable),
        (paramiko.AuthenticationException("x"), EngineForbidden),
        (paramiko.SSHException("Server 'h' not found in known_hosts"), HostMisconfigured),
        (paramiko.SSHException("Error reading SSH protocol banner"), EngineUnreachable),
        (OSError("Could not find the TLS certificate file, invalid path: /x"), HostMisconfigured),
        (OSError(113, "No route to host"), EngineUnreachable),
        (EOFError(), EngineUnreachable),
        (KeyError("Id"), EngineFailed),
        (TimeoutError("x"), EngineTimeout),
    ],
)
def test_whatever_the_way_to_the_engine_raises_has_its_translation(error: Exception, kind: type[CommandError]) -> None:
    assert type(translate(error)) is kind


def test_a_translation_holds_no_secret() -> None:
    response = requests.Response()
    response.status_code = 500
    response.url = "http://x"
    error = docker.errors.APIError("no", response, "Get https://ana:segredo@hub: POSTGRES_PASSWORD=segredo")

    assert "segredo" not in translate(error).detail
