"""The settings: `estivador.toml` and the environment, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from bot.settings_file import AccessSettings, FileSettings, HostSettings
from bot.settings_reading import SettingsError, read

__all__ = ["AccessSettings", "FileSettings", "HostSettings", "Secret", "Settings", "SettingsError"]

DEFAULT_FILE = "estivador.toml"
TELEGRAM_API = "https://api.telegram.org"


@dataclass(frozen=True)
class Secret:
    """A value that does not print itself."""

    value: str

    def __repr__(self) -> str:
        return "Secret('***')"

    __str__ = __repr__


@dataclass(frozen=True)
class Settings:
    """`path` is the file read, None when there was none."""

    file: FileSettings
    path: Path | None
    data: Path
    database_url: Secret
    token: Secret | None = None
    api_url: str = TELEGRAM_API
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def load(
        cls, environment: Mapping[str, str], config: str | None = None, operations: frozenset[str] = frozenset()
    ) -> "Settings":
        """From `config` (else ``ESTIVADOR_CONFIG``, else ``./estivador.toml`` if it is there) and the environment.

        Raises `SettingsError`.
        """
        named = config or environment.get("ESTIVADOR_CONFIG") or None
        path = Path(named or DEFAULT_FILE).expanduser()
        if named is None and not path.is_file():
            return cls._of(FileSettings(), None, environment)
        return cls._of(read(path, operations), path, environment)

    @staticmethod
    def data_folder(environment: Mapping[str, str]) -> Path:
        """Where the database, the log and the history are: ``ESTIVADOR_DATA``, else the user's data folder."""
        return Path(environment.get("ESTIVADOR_DATA") or user_data_path("estivador")).expanduser()

    @property
    def keeps_database(self) -> bool:
        """Whether the database is a file in the data folder."""
        return self.database_url.value == _sqlite(self.data)

    @classmethod
    def _of(cls, file: FileSettings, path: Path | None, environment: Mapping[str, str]) -> "Settings":
        data = cls.data_folder(environment)
        token = environment.get("TELEGRAM_BOT_TOKEN", "").strip()
        return cls(
            file=file,
            path=path,
            data=data,
            database_url=Secret(environment.get("ESTIVADOR_DATABASE_URL") or _sqlite(data)),
            token=Secret(token) if token else None,
            api_url=(environment.get("TELEGRAM_API_URL") or TELEGRAM_API).rstrip("/"),
            environment=environment,
        )


def _sqlite(data: Path) -> str:
    return f"sqlite:///{data / 'estivador.sqlite3'}"
