"""The tables that outlive a restart, and the way to them: the one place that knows sqlalchemy."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Dialect, Engine, make_url

BUSY_TIMEOUT = 5.0  # seconds a writer waits for another one before it fails

metadata = sa.MetaData()


class Moment(sa.types.TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite has no time zones, so they are taken off and put back here."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("moment", Moment, nullable=False, index=True),
    sa.Column("person_id", sa.BigInteger),
    sa.Column("person_name", sa.Text, nullable=False),
    sa.Column("front", sa.String(16), nullable=False),
    sa.Column("chat", sa.BigInteger),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("operation", sa.String(64), nullable=False),
    sa.Column("slots", sa.JSON, nullable=False),
    sa.Column("host", sa.Text),
    sa.Column("outcome", sa.String(16), nullable=False),
    sa.Column("why", sa.String(32), nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    sa.Column("score", sa.Float),
    sa.Column("duration", sa.Float),
)

confirmations = sa.Table(
    "confirmations",
    metadata,
    sa.Column("token", sa.String(22), primary_key=True),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("expires", Moment, nullable=False, index=True),
    sa.Column("operation", sa.String(64), nullable=False),
    sa.Column("slots", sa.JSON, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("sent_at", Moment, nullable=False),
    sa.Column("person_id", sa.BigInteger),
    sa.Column("person_name", sa.Text, nullable=False),
    sa.Column("front", sa.String(16), nullable=False),
    sa.Column("chat", sa.BigInteger),
    sa.Column("private", sa.Boolean, nullable=False),
    sa.Column("thread", sa.BigInteger),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("host", sa.Text),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("preview", sa.Text, nullable=False),
)

schedules = sa.Table(
    "schedules",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("owner_id", sa.BigInteger, nullable=False),
    sa.Column("owner_name", sa.Text, nullable=False),
    sa.Column("front", sa.String(16), nullable=False),
    sa.Column("chat", sa.BigInteger),
    sa.Column("private", sa.Boolean, nullable=False, default=True),
    sa.Column("thread", sa.BigInteger),
    sa.Column("title", sa.Text, nullable=False, default=""),
    sa.Column("operation", sa.String(64), nullable=False),
    sa.Column("host", sa.Text),
    sa.Column("slots", sa.JSON, nullable=False),
    sa.Column("when_text", sa.Text, nullable=False),
    sa.Column("cron", sa.Text, nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("enabled", sa.Boolean, nullable=False, default=True),
    sa.UniqueConstraint("front", "chat", "number"),
)

choices = sa.Table(
    "choices",
    metadata,
    sa.Column("token", sa.String(40), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("created", Moment, nullable=False, index=True),
)


class DatabaseError(Exception):
    """The database's address cannot be used, or nothing answers there; the words hold no password."""


class Database:
    """A SQLite or PostgreSQL database with our tables in it; usable from any thread.

    Others write their statements from the tables above (``audit.insert()``, ``schedules.select()``).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # A database in memory is one connection for all threads: they take turns.
        alone = isinstance(engine.pool, sa.pool.StaticPool)
        self._turn: AbstractContextManager[Any] = RLock() if alone else nullcontext()

    @classmethod
    def open(cls, url: str) -> Self:
        """Opens what `url` names, creating file and tables where they lack. Raises `DatabaseError`."""
        try:
            parsed = _with_driver(make_url(url))
            _make_folder(parsed)
            engine = sa.create_engine(parsed, **_options(parsed))
            if parsed.get_backend_name() == "sqlite":
                sa.event.listen(engine, "connect", _tune_sqlite)
            metadata.create_all(engine)
        except (sa.exc.SQLAlchemyError, ImportError, OSError) as error:
            raise DatabaseError(_without_password(error, url)) from error
        return cls(engine)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction: committed at the end, rolled back when anything is raised."""
        with self._turn, self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def sqlite_url(path: Path) -> str:
    """The address of the SQLite database in the file `path`."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def _with_driver(url: URL) -> URL:
    # "postgresql://" alone would mean psycopg2, which we do not ship.
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def _make_folder(url: URL) -> None:
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        Path(url.database).expanduser().parent.mkdir(parents=True, exist_ok=True)


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() != "sqlite":
        return {"pool_pre_ping": True}
    arguments = {"timeout": BUSY_TIMEOUT, "check_same_thread": False}
    if url.database in (None, "", ":memory:"):
        return {"connect_args": arguments, "poolclass": sa.pool.StaticPool}
    return {"connect_args": arguments}


def _tune_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")  # readers do not wait for the writer
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


def _without_password(error: Exception, url: str) -> str:
    try:
        password = make_url(url).password
    except sa.exc.ArgumentError:
        return "the address cannot be read"
    words = str(getattr(error, "orig", None) or error)
    return words.replace(str(password), "***") if password else words
