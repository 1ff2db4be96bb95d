"""The tables, their time zones, and threads."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from commands.database import Database, DatabaseError, audit, confirmations, schedules, sqlite_url

MOMENT = datetime(2026, 5, 4, 9, 0, tzinfo=timezone(timedelta(hours=-3)))


def _row(number: int) -> dict[str, object]:
    return {
        "number": number,
        "owner_id": 1 << 40,
        "owner_name": "Ana",
        "front": "telegram",
        "chat": -(1 << 41),
        "operation": "stats",
        "slots": {"host": "lab", "lines": 5},
        "when_text": "todo dia às 8h",
        "cron": "0 8 * * *",
        "created": MOMENT,
    }


def _insert(database: Database, number: int) -> None:
    with database.begin() as connection:
        connection.execute(schedules.insert().values(**_row(number)))


def test_rows_survive_and_moments_come_back_aware(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "deep" / "er" / "e.db")
    first = Database.open(url)
    _insert(first, 1)
    first.close()
    second = Database.open(url)
    with second.begin() as connection:
        row = connection.execute(schedules.select()).mappings().one()
    second.close()

    assert row["created"] == MOMENT
    assert row["created"].tzinfo is UTC
    assert (row["owner_id"], row["chat"], row["slots"]) == (1 << 40, -(1 << 41), {"host": "lab", "lines": 5})
    assert row["enabled"] is True


def test_what_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "e.db"))

    def fail() -> None:
        with database.begin() as connection:
            connection.execute(schedules.insert().values(**_row(1)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.begin() as connection:
        rows = connection.execute(schedules.select()).all()
    database.close()

    assert rows == []


@pytest.mark.parametrize("where", ["file", "memory"])
def test_many_threads_write_at_once(tmp_path: Path, where: str) -> None:
    database = Database.open(sqlite_url(tmp_path / "e.db") if where == "file" else "sqlite://")
    errors: list[BaseException] = []

    def write(start: int) -> None:
        try:
            for number in range(start, start + 20):
                _insert(database, number)
        except BaseException as error:
            errors.append(error)
            raise

    threads = [threading.Thread(target=write, args=(1 + 20 * index,)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.begin() as connection:
        count = len(connection.execute(schedules.select()).all())
    database.close()

    assert errors == []
    assert count == 160


def test_a_file_s_readers_do_not_wait_for_its_writer(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "e.db"))
    with database.begin() as writing:
        writing.execute(schedules.insert().values(**_row(1)))
        with database.begin() as reading:
            seen = reading.execute(schedules.select()).all()
    database.close()

    assert seen == []


@pytest.mark.parametrize("url", ["", "nonsense", "oracle://x", "sqlite:////proc/nope/e.db"])
def test_an_address_that_cannot_be_used_says_so(url: str) -> None:
    with pytest.raises(DatabaseError):
        Database.open(url)


def test_the_words_of_a_failure_hold_no_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(DatabaseError) as caught:
        Database.open("postgresql://ana:s3gr3d0@127.0.0.1:1/x?connect_timeout=1")

    assert "s3gr3d0" not in str(caught.value)


def test_the_tables_are_named_as_others_expect() -> None:
    assert [table.name for table in (audit, confirmations, schedules)] == ["audit", "confirmations", "schedules"]
