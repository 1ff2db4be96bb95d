"""Docker's own configuration folder."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from commands.contexts import Endpoint, Tls, context_endpoint, current_context
from commands.errors import HostMisconfigured
from commands.hosts import DEFAULT_URL, Host, HostError, default_host


def _context(folder: Path, name: str, host: str | None, skip: bool = False, files: tuple[str, ...] = ()) -> None:
    hashed = hashlib.sha256(name.encode()).hexdigest()
    meta = folder / "contexts" / "meta" / hashed / "meta.json"
    meta.parent.mkdir(parents=True)
    endpoint = {"Host": host, "SkipTLSVerify": skip} if host else {}
    meta.write_text(json.dumps({"Name": name, "Metadata": {}, "Endpoints": {"docker": endpoint}}))
    for file in files:
        path = folder / "contexts" / "tls" / hashed / "docker" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_context_names_its_engine(tmp_path: Path) -> None:
    _context(tmp_path, "lab", "ssh://ana@lab")

    assert context_endpoint(tmp_path, "lab") == Endpoint("ssh://ana@lab")
    assert Host("x", context="lab", docker_config=str(tmp_path)).endpoint() == Endpoint("ssh://ana@lab")


def test_a_context_brings_its_certificates(tmp_path: Path) -> None:
    _context(tmp_path, "prod", "tcp://prod:2376", files=("ca.pem", "cert.pem", "key.pem"))
    tls = context_endpoint(tmp_path, "prod").tls

    assert tls is not None
    assert tls.verify
    assert all(path is not None and Path(path).is_file() for path in (tls.ca, tls.cert, tls.key))


def test_a_context_may_skip_the_check_of_the_certificate(tmp_path: Path) -> None:
    _context(tmp_path, "prod", "tcp://prod:2376", skip=True)

    assert context_endpoint(tmp_path, "prod").tls == Tls(verify=False)


def test_what_the_docker_command_writes_is_read(tmp_path: Path) -> None:
    if shutil.which("docker") is None:
        pytest.skip("the docker command is not installed")
    docker = ["docker", "--config", str(tmp_path), "context"]
    subprocess.run([*docker, "create", "nosso lab".replace(" ", "-"), "--docker", "host=tcp://lab:2375"], check=True)
    subprocess.run([*docker, "use", "nosso-lab"], check=True)

    assert context_endpoint(tmp_path, "nosso-lab") == Endpoint("tcp://lab:2375")
    assert current_context(tmp_path) == "nosso-lab"


def test_a_context_that_is_missing_empty_or_broken_is_a_mistake_of_configuration(tmp_path: Path) -> None:
    _context(tmp_path, "vazio", None)
    _context(tmp_path, "torto", "tcp://x:1")
    next((tmp_path / "contexts" / "meta" / hashlib.sha256(b"torto").hexdigest()).iterdir()).write_text("{")

    for name in ("nenhum", "vazio", "torto"):
        with pytest.raises(HostMisconfigured):
            context_endpoint(tmp_path, name)


def test_without_anything_the_usual_socket_is_meant(tmp_path: Path) -> None:
    assert default_host({"HOME": str(tmp_path)}).endpoint() == Endpoint(DEFAULT_URL)


def test_docker_host_comes_first_then_docker_context_then_the_chosen_one(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"currentContext": "escolhido"}')
    config = {"DOCKER_CONFIG": str(tmp_path)}

    assert default_host(config).context == "escolhido"
    assert default_host(config | {"DOCKER_CONTEXT": "outro"}).context == "outro"
    assert default_host(config | {"DOCKER_CONTEXT": "default"}).url == DEFAULT_URL
    assert default_host(config | {"DOCKER_CONTEXT": "outro", "DOCKER_HOST": "tcp://x:1"}).url == "tcp://x:1"


def test_docker_tls_variables_are_kept_to(tmp_path: Path) -> None:
    environment = {"DOCKER_HOST": "tcp://x:2376", "DOCKER_CERT_PATH": str(tmp_path), "DOCKER_TLS_VERIFY": "1"}
    files = (f"{tmp_path}/ca.pem", f"{tmp_path}/cert.pem", f"{tmp_path}/key.pem")

    assert default_host(environment).tls == Tls(*files, verify=True)
    assert default_host(environment | {"DOCKER_TLS_VERIFY": ""}).tls == Tls(*files, verify=False)
    assert default_host(environment | {"DOCKER_HOST": "unix:///x"}).tls is None


def test_a_broken_configuration_file_does_not_hide_the_usual_socket(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")

    assert default_host({"DOCKER_CONFIG": str(tmp_path)}).url == DEFAULT_URL


def test_a_host_s_entry_tells_all_its_mistakes() -> None:
    with pytest.raises(HostError) as caught:
        Host("a b", url="ftp://x", context="y", timeout=0)

    assert len(caught.value.mistakes) == 4
