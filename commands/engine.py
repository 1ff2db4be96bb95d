"""A Docker engine: the only door to the libraries that talk to it, whose parts are the ``engine_…`` modules."""

from commands.engine_changes import EngineChanges
from commands.engine_looks import EngineLooks


class DockerEngine(EngineLooks, EngineChanges):
    """A `commands.ports.Engine` over docker-py (Podman's API too). Nothing is asked before the first call."""
