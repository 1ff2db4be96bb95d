"""`estivador config check`: says what the configuration means, and tries each host."""

from collections.abc import Callable

from bot import wiring
from bot.settings import Settings
from commands.access import Rule
from commands.hosts import Hosts
from commands.operation import Risk
from commands.ports import HostStatus
from commands.wording import listing

Write = Callable[[str], None]

_MAY = {
    Risk.READ: "só olhar",
    Risk.CHANGE: "olhar e mudar",
    Risk.DESTROY: "olhar, mudar e, com confirmação, destruir",
}


def check(settings: Settings, write: Write) -> int:
    """The exit status: 0 when every host answers, 1 otherwise. Wrong settings were reported before this is called."""
    if settings.path is None:
        write("Nenhum estivador.toml aqui: sem configuração, o chat no terminal usa só o Docker desta máquina.")
    else:
        write(f"{settings.path}: a configuração está certa.")
    statuses = _asked(settings)
    for status in statuses:
        write(_told(status))
        if status.url.startswith("tcp://") and settings.file.hosts[status.name].tls is None:
            write(f"  Atenção: {status.name} usa tcp:// sem certificado; quem alcança essa porta é root na máquina.")
    _explain_rules(settings, tuple(status.name for status in statuses), write)
    if settings.token is None:
        write("TELEGRAM_BOT_TOKEN não está definido: só o chat no terminal funciona.")
    return 0 if all(status.version for status in statuses) else 1


def _asked(settings: Settings) -> tuple[HostStatus, ...]:
    directory = Hosts(wiring.configured_hosts(settings))
    try:
        return directory.directory(directory.names).visible()
    finally:
        directory.close()


def _told(status: HostStatus) -> str:
    if status.version:
        return f"✓ {status.name} ({status.url}): responde, Docker {status.version}."
    return f"✗ {status.name} ({status.url}): {status.problem}."


def _explain_rules(settings: Settings, names: tuple[str, ...], write: Write) -> None:
    rules = wiring.configured_rules(settings)
    if names and not rules:
        write("Atenção: há hosts, mas nenhuma regra [[access]]; no Telegram, ninguém opera nada.")
    for rule in rules:
        write(_meaning(rule, names))


def _meaning(rule: Rule, names: tuple[str, ...]) -> str:
    who = f"o usuário {rule.user} pode" if rule.user is not None else f"todos na conversa {rule.chat} podem"
    only = f", só com {listing(rule.operations)}" if rule.operations else ""
    reached = [name for name in names if rule.covers(name)]
    return f"• {who} {_MAY[rule.allow]} em {listing(reached) or 'nenhum host'}{only}."
