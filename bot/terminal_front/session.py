"""Opens a conversation at this machine's terminal."""

import asyncio
import sys
from dataclasses import replace

from bot import messages, wiring
from bot.clock import SystemClock
from bot.settings import Settings
from bot.terminal_front.app import Terminal
from bot.terminal_front.pipe import pipe
from commands.errors import CommandError
from commands.hosts import Host, Hosts
from commands.request import Front

_PROBE = 3.0  # seconds that the local engine may take to show that it is there


async def chat(settings: Settings) -> None:
    """Until the person leaves or the input ends. The local engine, if one answers, is theirs to operate."""
    hosts = await asyncio.to_thread(_hosts, settings)
    with wiring.estivador(settings, hosts, (wiring.terminal_rule(hosts),)) as estivador:
        notices = [*([] if hosts else [messages.no_engine()]), *map(messages.broken_note, estivador.mistakes)]
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            await pipe(estivador.conversation, SystemClock(), notices, sys.stdin, sys.stdout, sys.stderr)
            return
        terminal = Terminal(estivador.conversation, SystemClock(), settings.data / "historico")
        estivador.reporter.outbox = terminal.outbox
        estivador.scheduler.start(estivador.store.enabled(Front.TERMINAL))
        try:
            await terminal.converse(notices)
        finally:
            estivador.scheduler.stop()


def _hosts(settings: Settings) -> tuple[Host, ...]:
    configured = wiring.configured_hosts(settings)
    if wiring.LOCAL in settings.file.hosts:
        return configured
    local = wiring.local_host(settings)
    return (*configured, local) if _answers(local) else configured


def _answers(host: Host) -> bool:
    directory = Hosts((replace(host, timeout=_PROBE),))
    try:
        directory.engine(host.name).ping()
    except CommandError:
        return False
    finally:
        directory.close()
    return True
