"""Which container a text means."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commands.operation import Risk
from commands.records import Container
from commands.targets import SERVICE_LABEL, Found, Unclear, find

BORN = datetime(2026, 1, 1, tzinfo=UTC)


def _container(name: str, identity: str, state: str = "running", service: str = "") -> Container:
    labels = {SERVICE_LABEL: service} if service else {}
    return Container(identity.ljust(64, "0"), name, "nginx", state, state, BORN, labels=labels)


WEB = _container("web", "4e7a11")
API = _container("loja-api-1", "4e7b22", service="api")
POSTGRES = _container("loja_postgres_1", "9c0d33", service="db")
OLD = _container("antigo", "be9f44", state="exited")
ALL = (WEB, API, POSTGRES, OLD)


@pytest.mark.parametrize("risk", Risk)
@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("web", WEB),
        ("Web", WEB),
        ("/web", WEB),
        (" web ", WEB),
        ("4e7a", WEB),
        ("4E7A", WEB),
        (WEB.id, WEB),
        ("9c", POSTGRES),
        ("antigo", OLD),
        ("be9f", OLD),
    ],
)
def test_a_name_or_the_start_of_an_id_is_certain_for_everything(risk: Risk, text: str, container: Container) -> None:
    assert find(text, ALL, risk) == Found(container)


def test_a_name_comes_before_an_id_that_begins_so() -> None:
    named = _container("4e7a", "ffff")

    assert find("4e7a", (*ALL, named), Risk.DESTROY) == Found(named)


@pytest.mark.parametrize("risk", Risk)
def test_an_id_prefix_of_several_is_never_picked_from(risk: Risk) -> None:
    assert find("4e7", ALL, risk) == Unclear(("web", "loja-api-1"))


def test_one_hexadecimal_character_is_no_id() -> None:
    assert find("9", ALL, Risk.CHANGE) == Unclear()


def test_names_that_differ_by_upper_case_only_are_told_apart_exactly() -> None:
    shouted = _container("WEB", "aaaa")

    assert find("WEB", (*ALL, shouted), Risk.CHANGE) == Found(shouted)
    assert isinstance(find("Web", (*ALL, shouted), Risk.CHANGE), Unclear)


@pytest.mark.parametrize(("text", "name"), [("wbe", "web"), ("postgres", "loja_postgres_1"), ("api", "loja-api-1")])
def test_a_look_picks_what_is_near_and_says_so(text: str, name: str) -> None:
    near = find(text, (replace(WEB, name="web"), API, POSTGRES), Risk.READ)
    if text == "wbe":  # three letters are too few to be sure of
        assert near == Unclear(("web",))
        return

    assert isinstance(near, Found)
    assert (near.container.name, near.is_certain) == (name, False)


@pytest.mark.parametrize("risk", [Risk.CHANGE, Risk.DESTROY])
@pytest.mark.parametrize("text", ["webb", "postgres", "api", "db", "loja-api"])
def test_a_change_never_guesses(risk: Risk, text: str) -> None:
    unclear = find(text, ALL, risk)

    assert isinstance(unclear, Unclear)
    assert unclear.choices


def test_a_compose_service_s_name_stands_for_its_container() -> None:
    assert find("db", ALL, Risk.READ) == Found(POSTGRES, False, ())


def test_of_a_service_s_containers_a_running_one_is_picked_and_the_others_are_told() -> None:
    stopped = _container("loja-api-0", "aa", state="exited", service="api")

    assert find("api", (stopped, API), Risk.READ) == Found(API, False, ("loja-api-0",))


def test_what_is_like_nothing_has_no_choices() -> None:
    assert find("zzzzzz", ALL, Risk.READ) == Unclear()
    assert find("web", (), Risk.READ) == Unclear()


def test_another_speller_may_be_given() -> None:
    class Backwards:
        def best(self, text: str, names: Sequence[str]) -> Sequence[tuple[str, float]]:
            return [(name, 1.0) for name in names if name[::-1] == text]

    assert find("ogitna", ALL, Risk.READ, Backwards()) == Found(OLD, False)
