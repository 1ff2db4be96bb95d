"""Puts the parts together from the settings; the only place that knows them all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.clock import SystemClock
from bot.conversation import Conversation
from bot.inventory import NamesBook
from bot.moving import Moving
from bot.reports import Reporter
from bot.schedule_book import ChatBook
from bot.scheduled_text import ScheduledText
from bot.scheduler import Scheduler
from bot.schedules import ScheduleStore
from bot.settings import AccessSettings, HostSettings, Settings, SettingsError
from commands.access import Rule
from commands.audit import Audit
from commands.catalogue import Catalogue
from commands.confirmation import Confirmations
from commands.contexts import Tls
from commands.database import Database
from commands.execution import Execution
from commands.hosts import Host, Hosts, default_host
from commands.operation import Risk
from commands.ports import Clock, ScheduleBook
from commands.request import TERMINAL_PERSON, Person, Place
from knowledge.library import Library
from knowledge.matcher import Matcher

LOCAL = "local"

Understanding = tuple[Library, Catalogue, Matcher]


@dataclass(frozen=True)
class Estivador:
    """Everything a front needs. `mistakes` tells of the group's own notes that could not be served."""

    settings: Settings
    conversation: Conversation
    scheduler: Scheduler
    reporter: Reporter
    store: ScheduleStore
    hosts: Hosts
    database: Database
    audit: Audit
    mistakes: tuple[str, ...] = ()


def understanding(settings: Settings) -> Understanding:
    """What `ask` and `eval` need: nothing that acts. Raises `KnowledgeError`."""
    extra = settings.file.knowledge.notes
    library = Library.load(Path(extra).expanduser() if extra else None)
    catalogue = Catalogue.load()
    return library, catalogue, Matcher.build(library, catalogue.signatures, settings.data)


def configured_hosts(settings: Settings) -> tuple[Host, ...]:
    return tuple(_host(name, host) for name, host in settings.file.hosts.items())


def _host(name: str, settings: HostSettings) -> Host:
    tls = Tls(settings.tls.ca, settings.tls.cert, settings.tls.key) if settings.tls else None
    return Host(
        name=name,
        url=settings.url or "",
        description=settings.description,
        tls=tls,
        context=settings.context,
        exec_commands=settings.exec,
        timeout=settings.timeout,
    )


def local_host(settings: Settings) -> Host:
    """The engine that the docker command would use here; at its own terminal, anything may be run in containers."""
    found = default_host(settings.environment, LOCAL, "o Docker desta máquina")
    return replace(found, exec_commands=("*",))


def configured_rules(settings: Settings) -> tuple[Rule, ...]:
    return tuple(_rule(access) for access in settings.file.access)


def _rule(access: AccessSettings) -> Rule:
    return Rule(access.user, access.chat, access.hosts, Risk.named(access.allow), access.operations)


def terminal_rule(hosts: tuple[Host, ...]) -> Rule:
    """Whoever sits at the terminal already holds the configuration and the socket."""
    return Rule(user=TERMINAL_PERSON.id, hosts=tuple(host.name for host in hosts) or ("*",), allow=Risk.DESTROY)


@contextmanager
def estivador(settings: Settings, hosts: tuple[Host, ...], rules: tuple[Rule, ...]) -> Iterator[Estivador]:
    """The whole, opened; closed at the end. Raises `KnowledgeError`, `SettingsError`, `DatabaseError`."""
    knows = understanding(settings)
    _check_data(settings)
    database = Database.open(settings.database_url.value)
    directory = Hosts(hosts)
    whole = assemble(settings, directory, rules, knows, database, SystemClock())
    try:
        yield whole
    finally:
        whole.conversation.execution.close()
        directory.close()
        database.close()


def _check_data(settings: Settings) -> None:
    """Raises `SettingsError` when the data folder cannot be written to: better now than at the first order."""
    if not settings.keeps_database:
        return
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        is_writable = os.access(settings.data, os.W_OK | os.X_OK)
    except OSError:
        is_writable = False
    if not is_writable:
        raise SettingsError(
            [
                f"Não consigo escrever na pasta de dados {settings.data}. Dê permissão a ela, "
                "ou aponte ESTIVADOR_DATA para outra pasta."
            ]
        )


def assemble(
    settings: Settings, hosts: Hosts, rules: tuple[Rule, ...], knows: Understanding, database: Database, clock: Clock
) -> Estivador:
    """The whole out of its opened parts."""
    library, catalogue, matcher = knows
    zone = settings.file.reports.timezone
    store = ScheduleStore(database)
    audit = Audit(database)

    names = NamesBook(hosts, rules, clock)
    resolve = ScheduledText(matcher, catalogue, names).resolve

    def book(person: Person, place: Place) -> ScheduleBook:
        return ChatBook(store, scheduler, catalogue, rules, hosts.names, clock, resolve, person, place)

    execution = Execution(
        catalogue=catalogue,
        hosts=hosts,
        rules=rules,
        confirmations=Confirmations(database),
        audit=audit,
        clock=clock,
        books=book,
    )
    reporter = Reporter(execution, store, clock, zone)
    scheduler = Scheduler(reporter.run, zone, clock)
    open_chats = settings.file.explain.chats
    conversation = Conversation(
        matcher,
        library,
        catalogue,
        execution,
        hosts,
        rules,
        names,
        Moving(store, scheduler, rules, open_chats),
        zone,
        open_chats,
    )
    return Estivador(settings, conversation, scheduler, reporter, store, hosts, database, audit, library.mistakes)
