"""What `estivador.toml` may hold."""

import re
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

DEFAULT_ZONE = "America/Sao_Paulo"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class TlsSettings(_Strict):
    """Paths of PEM files for a `tcp://` host."""

    ca: str
    cert: str
    key: str


class HostSettings(_Strict):
    """One `[hosts.NAME]`: `url` or `context`, not both. `exec` lists the commands that may run in its containers."""

    url: str | None = None
    context: str | None = None
    description: str = ""
    tls: TlsSettings | None = None
    exec: tuple[str, ...] = Field(default=(), strict=False)
    timeout: float = Field(default=10.0, gt=0, le=120, strict=False)

    @field_validator("url")
    @classmethod
    def _known_scheme(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("unix:///", "tcp://", "ssh://")):
            raise ValueError("deve começar com unix:///, tcp:// ou ssh://")
        return url

    @model_validator(mode="after")
    def _one_address(self) -> "HostSettings":
        if (self.url is None) == (self.context is None):
            raise ValueError("diga onde fica o host: ou `url`, ou `context`")
        if self.tls is not None and not (self.url or "").startswith("tcp://"):
            raise ValueError("`tls` só vale para um endereço tcp://")
        return self


class AccessSettings(_Strict):
    """One `[[access]]`: what a user, or everybody in a chat, may do."""

    user: int | None = None
    chat: int | None = None
    hosts: tuple[str, ...] = Field(strict=False)
    allow: Literal["read", "change", "destroy"]
    operations: tuple[str, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _one_subject(self) -> "AccessSettings":
        if (self.user is None) == (self.chat is None):
            raise ValueError("diga para quem é a regra: ou `user`, ou `chat`")
        if self.user is not None and self.user <= 0:
            raise ValueError("`user` é o id numérico de uma pessoa no Telegram, sempre positivo")
        if not self.hosts:
            raise ValueError('diga em quais `hosts` a regra vale; para todos, use ["*"]')
        return self


class ExplainSettings(_Strict):
    """`chats`: questions are answered only there, and for whom an access rule names; empty means everywhere."""

    chats: tuple[int, ...] = Field(default=(), strict=False)


class KnowledgeSettings(_Strict):
    """`notes`: a folder of the group's own notes, served beside ours and above them."""

    notes: str | None = None


def _zone(name: Any) -> ZoneInfo:
    if not isinstance(name, str):
        raise ValueError("deve ser um texto como America/Sao_Paulo")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"não conheço o fuso horário {name!r}; um exemplo: America/Sao_Paulo") from error


class ReportSettings(_Strict):
    """`timezone`: in which the times of schedules are meant and moments are shown."""

    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo(DEFAULT_ZONE)


def _host_name(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}", name):
        raise ValueError("o nome de um host tem só letras sem acento, algarismos, ponto, _ e -")
    return name


class FileSettings(_Strict):
    """The whole of `estivador.toml`."""

    hosts: dict[Annotated[str, AfterValidator(_host_name)], HostSettings] = Field(default_factory=dict)
    access: tuple[AccessSettings, ...] = Field(default=(), strict=False)
    explain: ExplainSettings = ExplainSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    reports: ReportSettings = ReportSettings()
