"""A Docker engine of our own: nothing outside its folder and its namespaces is touched, and nothing of it stays."""

import io
import os
import shutil
import socket
import subprocess
import tarfile
import time
from pathlib import Path

import docker

LABEL = "estivador.test"
IMAGE = "busybox:latest"


_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"  # where daemons are, whoever runs the tests


class NoEngine(Exception):
    """This machine cannot start one; the words say why."""


class PrivateEngine:
    """A dockerd in namespaces of its own: its bridge, its mounts and its firewall rules end with it."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.url = f"unix://{folder}/d.sock"
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if os.geteuid() != 0:
            raise NoEngine("dockerd needs root")
        for program in ("dockerd", "unshare", "busybox"):
            if shutil.which(program, path=_PATH) is None:
                raise NoEngine(f"{program} is not installed")
        flags = [
            f"--data-root={self.folder}/data",
            f"--exec-root={self.folder}/exec",
            f"--pidfile={self.folder}/pid",
            f"--host={self.url}",
            "--shutdown-timeout=3",
            *self._options,
        ]
        script = 'ip link set lo up 2>/dev/null || true; exec dockerd "$@"'
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                ["unshare", "--mount", "--net", "--", "sh", "-c", script, "dockerd", *flags],
                stdout=log,
                stderr=log,
                env={**os.environ, "PATH": _PATH},
            )
        self._wait()

    def _wait(self) -> None:
        assert self._process is not None
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            if self._process.poll() is not None:
                break
            if self.answers():
                return
            time.sleep(0.1)
        tail = (self.folder / "log").read_text(errors="replace")[-800:]
        self.stop()
        raise NoEngine(f"dockerd did not start: {tail}")

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(5)
            try:
                probe.connect(f"{self.folder}/d.sock")
                probe.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
                return b"200" in probe.recv(64)
            except OSError:
                return False

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def stop(self) -> None:
        """Ends the daemon with all its containers; the folder stays."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def import_busybox(url: str, label: bool = False) -> None:
    """Makes `IMAGE` out of this machine's busybox."""
    busybox = shutil.which("busybox")
    if busybox is None:
        raise NoEngine("busybox is not installed")
    applets = subprocess.run([busybox, "--list"], check=True, capture_output=True, text=True).stdout.split()
    changes = ['CMD ["sh"]', *([f"LABEL {LABEL}=1"] if label else [])]
    client = docker.APIClient(url, version="auto", timeout=60)
    try:
        client.import_image_from_data(
            _root(Path(busybox), applets), repository="busybox", tag="latest", changes=changes
        )
    finally:
        client.close()


def _root(busybox: Path, applets: list[str]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for folder in ("bin", "etc", "tmp", "var", "root"):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(entry)
        archive.add(busybox.resolve(), "bin/busybox")
        for applet in applets:
            if applet != "busybox":
                entry = tarfile.TarInfo(f"bin/{applet}")
                entry.type, entry.linkname = tarfile.SYMTYPE, "busybox"
                archive.addfile(entry)
        for name, text in (("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"), ("etc/group", "root:x:0:\n")):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    return buffer.getvalue()
