"""A stored request: used once, by its owner, in its chat, for a short while."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from commands.confirmation import LASTS, Confirmations
from commands.database import Database, sqlite_url
from commands.outcome import Confirmation
from commands.request import Front, Person, Place, Request
from tests.fakes.clock import FakeClock

ANA, RUI = Person(1001, "Ana"), Person(1002, "Rui")
GROUP = Place(Front.TELEGRAM, -2000, private=False, thread=7, title="Turma")
NOW = FakeClock().now()
REQUEST = Request("rm", ANA, GROUP, NOW, {"container": "web", "lines": 5}, "remove o web", 0.93)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Confirmations]:
    database = Database.open(sqlite_url(tmp_path / "e.db"))
    yield Confirmations(database)
    database.close()


@pytest.fixture
def stored(store: Confirmations) -> Confirmation:
    return store.create(REQUEST, "lab", "perde o web", NOW, target="abc")


def test_its_owner_gets_back_exactly_what_was_stored(store: Confirmations, stored: Confirmation) -> None:
    taken = store.take(stored.token, ANA, GROUP, NOW)

    assert taken == stored
    assert stored.request == REQUEST
    assert (stored.host, stored.preview, stored.target) == ("lab", "perde o web", "abc")


def test_a_token_is_short_enough_for_a_button_and_never_the_same(store: Confirmations) -> None:
    tokens = {store.create(REQUEST, None, "", NOW).token for _ in range(50)}

    assert len(tokens) == 50
    assert all(len(token) <= 22 for token in tokens)


def test_it_is_used_once(store: Confirmations, stored: Confirmation) -> None:
    store.take(stored.token, ANA, GROUP, NOW)

    assert store.take(stored.token, ANA, GROUP, NOW) == "used"
    assert store.drop(stored.token, ANA, GROUP, NOW) == "used"


def test_cancelled_is_as_used(store: Confirmations, stored: Confirmation) -> None:
    assert store.drop(stored.token, ANA, GROUP, NOW) == stored
    assert store.take(stored.token, ANA, GROUP, NOW) == "used"


@pytest.mark.parametrize(
    ("person", "place"),
    [
        (RUI, GROUP),
        (Person(None, "canal"), GROUP),
        (ANA, Place(Front.TELEGRAM, 1001)),
        (ANA, Place(Front.TERMINAL)),
    ],
)
def test_it_is_nobody_else_s_and_nowhere_else_s_and_stays_open(
    store: Confirmations, stored: Confirmation, person: Person, place: Place
) -> None:
    assert store.take(stored.token, person, place, NOW) == "not_yours"
    assert store.drop(stored.token, person, place, NOW) == "not_yours"
    assert store.take(stored.token, ANA, GROUP, NOW) == stored


def test_another_topic_of_the_same_chat_is_the_same_chat(store: Confirmations, stored: Confirmation) -> None:
    assert store.take(stored.token, ANA, replace(GROUP, thread=None), NOW) == stored


def test_its_time_ends(store: Confirmations, stored: Confirmation) -> None:
    assert store.take(stored.token, ANA, GROUP, NOW + LASTS) == "expired"
    assert store.take(stored.token, ANA, GROUP, NOW + LASTS - timedelta(seconds=1)) == stored


def test_an_unknown_token_is_unknown(store: Confirmations) -> None:
    assert store.take("x" * 22, ANA, GROUP, NOW) == "unknown_token"


def test_old_ones_are_swept_away(store: Confirmations, stored: Confirmation) -> None:
    store.create(REQUEST, None, "", NOW + timedelta(days=2))

    assert store.look(stored.token) is None


def test_it_survives_a_restart(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "e.db")
    first = Database.open(url)
    token = Confirmations(first).create(REQUEST, "lab", "", NOW).token
    first.close()
    second = Database.open(url)
    taken = Confirmations(second).take(token, ANA, GROUP, NOW)
    second.close()

    assert isinstance(taken, Confirmation)


def test_of_many_presses_at_once_one_is_first(store: Confirmations, stored: Confirmation) -> None:
    barrier = threading.Barrier(8)
    results: list[object] = []

    def press() -> None:
        barrier.wait()
        results.append(store.take(stored.token, ANA, GROUP, NOW))

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert results.count("used") == 7
    assert stored in results
