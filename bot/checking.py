"""`estivador config check`: says what the configuration means, and tries each host."""

from collections.abc import Callable

from bot import wiring
from bot.settings import Settings
from commands.access import permitted_hosts
from commands.hosts import Hosts
from commands.request import Front, Person, Place

Write = Callable[[str], None]


def check(settings: Settings, write: Write) -> int:
    """The exit status: 0 when every host answers, 1 otherwise. Wrong settings were reported before this is called."""
    if settings.path is None:
        write("Nenhum estivador.toml aqui: sem configuração, o chat usa só o Docker desta máquina.")
    else:
        write(f"{settings.path}: a configuração está certa.")
    hosts = wiring.configured_hosts(settings)
    directory = Hosts(hosts)
    try:
        statuses = directory.directory(directory.names).visible()
    finally:
        directory.close()
    for status in statuses:
        answer = f"responde, Docker {status.version}" if status.version else f"{status.problem}"
        write(f"{'✓' if status.version else '✗'} {status.name} ({status.url}): {answer}")
        if status.url.startswith("tcp://") and settings.file.hosts[status.name].tls is None:
            write(f"  atenção: {status.name} usa tcp:// sem certificado; quem alcança essa porta é root na máquina")
    _warn_about_rules(settings, directory.names, write)
    return 0 if all(status.version for status in statuses) else 1


def _warn_about_rules(settings: Settings, names: tuple[str, ...], write: Write) -> None:
    rules = wiring.configured_rules(settings)
    if names and not rules:
        write("Atenção: há hosts, mas nenhuma regra [[access]]; no Telegram, ninguém opera nada.")
    for rule in rules:
        person, place = Person(rule.user or 1, ""), Place(Front.TELEGRAM, rule.chat)
        reached = permitted_hosts((rule,), names, person, place)
        who = f"usuário {rule.user}" if rule.user is not None else f"todos na conversa {rule.chat}"
        write(f"• {who}: até {rule.allow.name.lower()} em {', '.join(reached) or 'nenhum host'}")
    if settings.token is None:
        write("TELEGRAM_BOT_TOKEN não está definido: só o chat no terminal funciona.")
