"""Opens the bot on Telegram with what the settings say."""

import asyncio
from collections.abc import Iterator

from bot import heartbeat, messages, wiring
from bot.clock import SystemClock
from bot.settings import Settings
from bot.telegram_front.app import TelegramFront
from bot.telegram_front.kept_choices import KeptChoices
from bot.telegram_front.outbox import Outbox
from bot.wiring import Estivador
from commands.access import Rule
from commands.request import Front, Person, Place

ANYBODY = Person(-1, "")  # whoever is in a chat that a rule names: no Telegram user has this id


def serve(settings: Settings) -> int:
    """Until a signal. The exit status: 0, or 1 when the token is no good. Raises as `wiring.estivador` does."""
    rules = wiring.configured_rules(settings)
    with wiring.estivador(settings, wiring.configured_hosts(settings), rules) as estivador:
        return asyncio.run(_serve(settings, estivador, rules))


async def _serve(settings: Settings, estivador: Estivador, rules: tuple[Rule, ...]) -> int:
    assert settings.token is not None, "the command line has checked that there is a token"

    def ready(outbox: Outbox) -> None:
        estivador.reporter.outbox = outbox
        estivador.scheduler.start(estivador.store.enabled(Front.TELEGRAM))

    front = TelegramFront(
        token=settings.token.value,
        api_url=settings.api_url,
        conversation=estivador.conversation,
        choices=KeptChoices(estivador.database, SystemClock()),
        heartbeat=heartbeat.path(settings.data),
        people=tuple(_people(rules)),
        on_ready=ready,
    )
    for mistake in estivador.mistakes:
        front.tell(messages.broken_note(mistake))
    try:
        return await front.serve()
    finally:
        estivador.scheduler.stop()


def _people(rules: tuple[Rule, ...]) -> Iterator[tuple[Person, Place]]:
    """Whose menus show more than anybody's: each person in private, each group that a rule names."""
    for user in dict.fromkeys(rule.user for rule in rules if rule.user is not None):
        yield Person(user, ""), Place(Front.TELEGRAM, user)
    for chat in dict.fromkeys(rule.chat for rule in rules if rule.chat is not None):
        yield ANYBODY, Place(Front.TELEGRAM, chat, private=False)
