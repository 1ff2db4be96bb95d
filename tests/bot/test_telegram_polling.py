"""Starting, stopping, the menu, and what keeps messages from arriving."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import heartbeat
from bot.telegram_front import menu, words
from commands.request import Front, Person, Place
from knowledge.answer import Answer, Text
from tests.fakes.bot_api import BotApi, User
from tests.fakes.telegram import MENU, RunningFront, ScriptedConversation, running

ANA = User(1001, "Ana")
PEOPLE = ((Person(4242, ""), Place(Front.TELEGRAM, 4242)), (Person(1001, ""), Place(Front.TELEGRAM, 1001)))
OPERATIONS = (("stop", "Para um container"),)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


def test_the_menu_and_the_descriptions_are_registered_at_the_start(api: BotApi, tmp_path: Path) -> None:
    """A person who never wrote has no chat yet: that scope fails, and the rest goes on."""
    api.private(ANA)
    talk = ScriptedConversation(menus={1001: OPERATIONS, 4242: OPERATIONS})
    with running(api, talk, tmp_path / "beat", people=PEOPLE):
        api.wait_until(lambda: ("chat:1001", "") in api.world.commands, "Ana's menu")

    assert api.world.commands == {
        ("default", ""): [*MENU],
        ("default", "pt"): [*MENU],
        ("chat:1001", ""): [*MENU, *OPERATIONS],
    }
    assert api.world.descriptions["description", "pt"] == words.DESCRIPTION
    assert api.world.descriptions["short_description", ""] == words.SHORT_DESCRIPTION
    assert any("chat not found" in refused for refused in api.world.refused)


def test_who_starts_the_bot_later_gets_their_menu_then(api: BotApi, tmp_path: Path) -> None:
    chat = api.private(ANA)
    with running(api, ScriptedConversation(menus={1001: OPERATIONS}), tmp_path / "beat"):
        api.person_says(chat, ANA, "/start")
        api.wait_until(lambda: api.world.commands.get(("chat:1001", "")) == [*MENU, *OPERATIONS], "Ana's menu")


def test_who_lost_their_permissions_loses_their_menu(api: BotApi, tmp_path: Path) -> None:
    chat = api.private(ANA)
    api.world.commands["chat:1001", ""] = [*OPERATIONS]
    with running(api, ScriptedConversation(), tmp_path / "beat"):
        api.person_says(chat, ANA, "/start")
        api.wait_until(lambda: ("chat:1001", "") not in api.world.commands, "Ana's menu to go")


def test_a_menu_holds_only_what_telegram_takes() -> None:
    offered = [
        ("estatística", "x"),
        ("Stop", "x"),
        ("a" * 33, "x"),
        ("vazio", " "),
        *((f"c{n}", "d" * 300) for n in range(120)),
    ]
    made = menu.commands(offered)

    assert [command.command for command in made] == [f"c{n}" for n in range(100)]
    assert {len(command.description) for command in made} == {256}


def test_the_descriptions_fit() -> None:
    assert len(words.DESCRIPTION) <= 512
    assert len(words.SHORT_DESCRIPTION) <= 120


def test_a_bad_token_ends_it_with_one_line_that_does_not_show_it(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = "1:another_token"
    front = RunningFront(api, ScriptedConversation(), tmp_path / "beat", {"token": token})
    front.start()
    front.wait()

    assert front.status == 1
    assert front.told == [words.BAD_TOKEN]
    assert token not in caplog.handler.stream.getvalue()


def test_a_token_revoked_meanwhile_ends_it_too(api: BotApi, tmp_path: Path) -> None:
    """The library's own loop would end in silence, and the bot would stay up and deaf."""
    front = RunningFront(api, ScriptedConversation(), tmp_path / "beat", {})
    front.start()
    api.world.token = "1:new"
    api.person_says(api.private(ANA), ANA, "oi")  # ends the poll that is under way
    front.wait()

    assert front.status == 1
    assert front.told[-1] == words.BAD_TOKEN


def test_a_second_poller_is_told_once_and_outlived(api: BotApi, tmp_path: Path) -> None:
    """docksentry#2: "Conflict" 408 times in the log."""
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        api.another_bot_polls(3)
        assert front.told[-1] == words.CONFLICT
        for text in ("um", "dois", "três"):
            api.answer_to(api.person_says(api.private(ANA), ANA, text))
        api.wait_until(lambda: front.told[-1] == words.BACK, "the news that it is over")

    assert front.told.count(words.CONFLICT) == 1


def test_a_network_that_fails_is_told_once_and_outlived(api: BotApi, tmp_path: Path) -> None:
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        api.outages(2, "getupdates")
        api.person_says(api.private(ANA), ANA, "oi")
        api.wait_until(lambda: front.told[-1] == words.BACK, "the news that it is over")

    assert front.told.count(words.no_network(api.url)) == 1


def test_a_network_that_is_not_there_yet_is_waited_for(api: BotApi, tmp_path: Path) -> None:
    api.outages(1, "getme")
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert front.told[0] == words.no_network(api.url)
        api.answer_to(api.person_says(api.private(ANA), ANA, "oi"))


def test_stopping_while_there_is_no_network_is_no_failure(api: BotApi, tmp_path: Path) -> None:
    api.outages(1000, "getme")
    front = RunningFront(api, ScriptedConversation(), tmp_path / "beat", {})
    front.start_only()
    api.wait_until(lambda: api.world.outages["getme"] < 1000, "the first try")
    front.end()

    assert front.status == 0


def test_the_heart_beats_with_every_round(api: BotApi, tmp_path: Path) -> None:
    """A health check that fails when messages stop coming in (DCB's never fails)."""
    beat = tmp_path / "beat"
    with running(api, ScriptedConversation(), beat):
        api.answer_to(api.person_says(api.private(ANA), ANA, "oi"))
        assert heartbeat.is_beating(beat)


def test_the_heart_does_not_beat_for_a_refused_round(api: BotApi, tmp_path: Path) -> None:
    api.outages(1000, "getupdates")
    front = RunningFront(api, ScriptedConversation(), tmp_path / "beat", {})
    front.start()
    api.wait_until(lambda: api.world.outages["getupdates"] < 999, "two rounds")
    front.end()

    assert not (tmp_path / "beat").exists()


def test_a_heart_that_cannot_beat_makes_nobody_deaf(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with running(api, ScriptedConversation(), tmp_path / "file" / "beat"):
        api.answer_to(api.person_says(api.private(ANA), ANA, "oi"))


def test_an_order_that_was_begun_is_finished_before_it_stops(api: BotApi, tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def reply(question: object) -> object:
        begun.set()
        await asyncio.sleep(0.5)
        return Answer((Text("feito"),))

    with running(api, ScriptedConversation(reply_with=reply), tmp_path / "beat"):
        chat = api.private(ANA)
        api.person_says(chat, ANA, "/stop web")
        api.wait_until(begun.is_set, "the order to begin")

    assert [message.text for message in api.messages(chat)] == ["feito"]


def test_what_was_answered_is_not_answered_again_after_a_restart(api: BotApi, tmp_path: Path) -> None:
    chat = api.private(ANA)
    for _ in range(2):
        with running(api, talk := ScriptedConversation(), tmp_path / "beat"):
            api.answer_to(api.person_says(chat, ANA, "/stop web"))
        assert len(talk.questions) == 1
