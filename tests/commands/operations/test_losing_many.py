"""What is said before, done and said after something is lost: many things at once."""

import pytest

from commands.errors import Conflict
from commands.operations.prune_system import Part
from commands.records import Container, Network, Pruned, Sweep
from tests.commands.operations.detailed_engine import DetailedEngine, preview
from tests.commands.operations.reading import files, operation, said, words
from tests.fakes.engine import FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


def test_rmi_all_leaves_what_is_in_use_and_says_so(engine: FakeEngine) -> None:
    engine.add_image("velha:1", "velha:2", size=2_000_000)
    engine.add_image(size=3_000_000)
    engine.add("web", "nginx")

    shown = words(preview("rmi_all", engine))
    swept = operation("rmi_all").run(engine)

    assert "2 imagens que nenhum container usa, até 5 MB" in shown
    assert "nginx:latest, em uso por web" in shown
    assert [each.tags for each in engine.images()] == [("nginx:latest",)]
    assert said("rmi_all", swept).startswith("2 imagens removidas.")
    assert "1 ficou:\n- nginx:latest: em uso por web" in said("rmi_all", swept)


def test_an_image_that_lost_its_tag_is_still_known_to_be_in_use(engine: FakeEngine) -> None:
    """The list of containers then shows its id."""
    nameless = engine.add_image()
    engine.add("web", nameless.id)

    assert operation("rmi_all").run(engine).done == ()


def test_stop_all_names_what_goes_down_and_what_vanishes() -> None:
    engine = DetailedEngine(details={"raw": {"HostConfig": {"AutoRemove": True}}})
    engine.add("web")
    engine.add("velho", state="exited")

    shown = words(preview("stop_all", engine))

    assert "Vou parar 1 container em execução, e o que ele atende sai do ar:" in shown
    assert "- web (busybox, em execução)" in shown
    assert "velho" not in shown
    assert "web foi criado com --rm e será removido ao parar" in shown


class Stubborn(FakeEngine):
    """Its container "teimoso" does not stop."""

    def stop(self, container: Container) -> Container:
        if container.name == "teimoso":
            raise Conflict("cannot stop")
        return super().stop(container)


def test_one_that_does_not_stop_does_not_keep_the_others() -> None:
    engine = Stubborn()
    for name in ("a", "teimoso", "b"):
        engine.add(name)

    swept = operation("stop_all").run(engine)

    assert swept == Sweep(("b", "a"), (("teimoso", "o estado atual não permite (cannot stop)"),))
    assert said("stop_all", swept) == (
        "2 containers parados.\n- b\n- a\n1 não parou:\n- teimoso: o estado atual não permite (cannot stop)"
    )
    assert said("stop_all", Sweep((), swept.failed)).startswith("Nenhum container foi parado.\n1 não parou:")


def test_of_very_many_containers_the_names_go_to_a_file(engine: FakeEngine) -> None:
    for number in range(45):
        engine.add(f"c{number:02}")

    answer = preview("stop_all", engine)

    assert "e mais 15, no arquivo" in words(answer)
    assert len(files(answer)["containers.txt"].split()) == 45


def test_prune_containers_names_the_stopped_ones_and_removes_only_those(engine: FakeEngine) -> None:
    engine.add("web")
    engine.add("velho", state="exited")
    engine.add("novo", state="created")

    shown = words(preview("prune_containers", engine))
    pruned = operation("prune_containers").run(engine)

    assert shown.startswith("Vou remover 2 containers parados:\n- novo (busybox, criado, nunca iniciado)\n- velho")
    assert [each.name for each in engine.containers(every=True)] == ["web"]
    assert said("prune_containers", pruned).startswith("2 containers parados removidos.")
    assert "nada seria removido" in words(preview("prune_containers", engine))


def test_prune_images_takes_only_the_untagged_and_tells_of_the_others(engine: FakeEngine) -> None:
    engine.add_image("velha:1")
    loose = engine.add_image(size=40_000_000)

    shown = words(preview("prune_images", engine))
    pruned = operation("prune_images").run(engine)

    assert f"1 imagem solta (sem tag), até 40 MB:\n- {loose.short_id} (40 MB)" in shown
    assert "1 imagem com tag fica, embora sem uso: velha:1" in shown
    assert [each.tags for each in engine.images()] == [("velha:1",)]
    assert said("prune_images", pruned) == "Imagens soltas removidas, 40 MB liberados."
    assert "nada foi removido" in said("prune_images", Pruned((), 0))


def test_prune_system_lists_every_kind_and_what_stays() -> None:
    engine = DetailedEngine(
        cache=12_000_000,
        details={"addresses": {"usada": "10.0.0.2"}},
        networks=(
            Network("1", "usada", "bridge", "local"),
            Network("2", "orfa", "bridge", "local"),
            Network("3", "malha", "overlay", "swarm"),
        ),
    )
    engine.add("web")
    engine.add("velho", state="exited")
    engine.add_image(size=5_000_000)

    shown = words(preview("prune_system", engine))

    for part in (
        "1 container parado:",
        "1 rede sem container: orfa.",
        "malha",
        "1 imagem solta",
        "Cache de build: até 12 MB",
        "Ficam os volumes",
    ):
        assert part in shown
    assert "usada" not in shown


def test_prune_system_of_a_clean_host_says_so(engine: FakeEngine) -> None:
    engine.add("web")

    assert "Está tudo limpo" in words(preview("prune_system", engine))
    assert "Já estava tudo limpo" in said("prune_system", operation("prune_system").run(engine))


def test_a_part_that_fails_is_told_beside_what_was_cleaned() -> None:
    parts = (
        Part("container", "containers", Pruned(("a", "b"), 1_500_000)),
        Part("rede", "redes", Pruned((), 0), "não respondeu a tempo"),
    )

    assert said("prune_system", parts) == (
        "Limpeza feita, 1,5 MB liberados.\n- 2 containers (1,5 MB)\n"
        "Não consegui limpar:\n- redes: não respondeu a tempo"
    )
