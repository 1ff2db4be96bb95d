"""The real matcher, over the real notes and operations."""

import pytest

from commands.catalogue import Catalogue
from knowledge.decision import Names
from knowledge.library import Library
from knowledge.matcher import Matcher


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher.build(Library.load(), Catalogue.load().signatures)


@pytest.fixture(scope="session")
def names() -> Names:
    return Names(
        hosts=("lab", "prod"),
        containers=("web", "api", "postgres", "worker-1"),
        images=("nginx:1.27", "postgres:16"),
        services=("fila",),
    )
