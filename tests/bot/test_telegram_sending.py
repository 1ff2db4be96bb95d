"""Limits, refusals and moves of Telegram, met by answers and by reports."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.telegram_front import flood, outbox
from commands.request import Front, Place
from knowledge.answer import Answer, Code, Text
from tests.fakes.bot_api import BotApi, User
from tests.fakes.telegram import ScriptedConversation, running

ANA = User(1001, "Ana")
REPORT = Answer((Text("relatório"),))


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


def _place(chat: int, thread: int | None = None) -> Place:
    return Place(Front.SCHEDULE, chat, chat > 0, thread)


def test_a_report_goes_to_its_chat_and_topic(api: BotApi, tmp_path: Path) -> None:
    forum = api.forum(-1009, topics=(31,))
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert front.send(_place(forum.id, 31), REPORT)

    (message,) = api.messages(forum)
    assert (message.text, message.thread, message.reply_to) == ("relatório", 31, None)


def test_a_report_for_a_topic_that_is_gone_goes_to_the_chat(api: BotApi, tmp_path: Path) -> None:
    forum = api.forum(-1009)
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert front.send(_place(forum.id, 31), REPORT)

    assert api.messages(forum)[0].thread is None


@pytest.mark.parametrize("chat", [1001, -7])
def test_a_chat_that_shut_the_bot_out_is_told_apart(api: BotApi, tmp_path: Path, chat: int) -> None:
    """So that its schedules are paused instead of failing for ever."""
    api.bot_removed(api.private(ANA) if chat > 0 else api.group(chat), ANA)
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert not front.send(_place(chat), REPORT)


def test_a_chat_that_does_not_exist_is_told_apart(api: BotApi, tmp_path: Path) -> None:
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert not front.send(_place(4242), REPORT)


def test_a_report_follows_its_group_and_says_so(api: BotApi, tmp_path: Path) -> None:
    group = api.group(-7)
    new = api.upgraded(group, -1007, ANA, told=False)
    with running(api, talk := ScriptedConversation(), tmp_path / "beat") as front:
        assert front.send(_place(group.id), REPORT)

    assert [message.text for message in api.messages(new)] == ["-7 virou -1007", "relatório"]
    assert talk.moves == [(-7, -1007)]


def test_a_short_flood_wait_is_waited_out(api: BotApi, tmp_path: Path) -> None:
    """Answers are not lost, nor sent twice (diun#1328, netdata PR#13119)."""
    chat = api.private(ANA)
    api.floods(chat, 1)
    with running(api, ScriptedConversation(), tmp_path / "beat"):
        asked = api.person_says(chat, ANA, "oi")
        api.answer_to(asked)

    assert len(api.messages(chat)) == 1


def test_a_long_flood_wait_of_one_chat_keeps_no_other_waiting(api: BotApi, tmp_path: Path) -> None:
    chat, other = api.private(ANA), api.private(User(1002, "Rui"))
    api.floods(chat, int(flood.LONGEST) + 200)
    with running(api, ScriptedConversation(), tmp_path / "beat"):
        api.person_says(chat, ANA, "oi")
        api.wait_until(lambda: any("Too Many Requests" in refused for refused in api.world.refused), "the flood")
        api.answer_to(api.person_says(other, User(1002, "Rui"), "oi"))


def test_a_report_does_not_wait_longer_than_it_makes_sense(api: BotApi, tmp_path: Path) -> None:
    """Lost, and logged; the chat is not given up for it."""
    chat = api.private(ANA)
    api.floods(chat, int(outbox.LONGEST) + 100)
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        assert front.send(_place(chat.id), REPORT)

    assert not api.messages(chat)


def test_a_failed_connection_is_tried_again(api: BotApi, tmp_path: Path) -> None:
    """docksentry#66: a network blip lost an alert."""
    chat = api.private(ANA)
    with running(api, ScriptedConversation(), tmp_path / "beat") as front:
        api.outages(1, "sendmessage")
        assert front.send(_place(chat.id), REPORT)

    assert [message.text for message in api.messages(chat)] == ["relatório"]


def test_the_parts_of_a_long_answer_arrive_in_order(api: BotApi, tmp_path: Path) -> None:
    lines = [f"linha {number:05}" for number in range(800)]
    long = Answer((Code("\n".join(lines)),))
    with running(api, ScriptedConversation({"/logs": long}), tmp_path / "beat"):
        chat = api.private(ANA)
        api.person_says(chat, ANA, "/logs")
        messages = api.wait_messages(chat, 3)

    assert [line for message in messages for line in message.text.splitlines()] == lines
