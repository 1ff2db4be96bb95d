"""The real application over HTTP: what is answered, and what is told of the unexpected."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.question import Question
from commands.request import Front, Person, Place
from knowledge.answer import Answer, Code, File, Text
from tests.fakes.bot_api import BotApi, User
from tests.fakes.telegram import RunningFront, ScriptedConversation, running

ANA, RUI = User(1001, "Ana"), User(1002, "Rui")
OTHER_BOT = User(555, "Outro", "outro_bot", is_bot=True)

Start = Callable[..., AbstractContextManager[RunningFront]]


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


@pytest.fixture
def start(api: BotApi, tmp_path: Path) -> Start:
    def starting(conversation: Any, **given: Any) -> AbstractContextManager[RunningFront]:
        return running(api, conversation, tmp_path / "beat", **given)

    return starting


def test_a_private_message_is_answered_as_a_reply(api: BotApi, start: Start) -> None:
    chat = api.private(ANA)
    with start(talk := ScriptedConversation()):
        asked = api.person_says(chat, ANA, "o que é um volume?")
        answer = api.answer_to(asked)

    assert answer.text == "1001: o que é um volume?"
    (question,) = talk.questions
    assert question.person == Person(1001, "Ana")
    assert question.place == Place(Front.TELEGRAM, chat.id, True)


def test_what_was_written_before_the_start_is_answered_with_its_own_time(api: BotApi, start: Start) -> None:
    """Defect 14 of what people complain about: old orders are told apart by their age, and questions are not lost."""
    written = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)
    asked = api.person_says(api.private(ANA), ANA, "oi", date=written)
    with start(talk := ScriptedConversation()):
        api.answer_to(asked)

    assert talk.questions[0].sent_at == written


def test_an_edit_never_runs_again(api: BotApi, start: Start) -> None:
    chat = api.private(ANA)
    with start(talk := ScriptedConversation()):
        asked = api.person_says(chat, ANA, "/stop web")
        api.answer_to(asked)
        api.person_edits(asked, "/stop banco")
        api.answer_to(api.person_says(chat, ANA, "fim"))

    assert [question.text for question in talk.questions] == ["/stop web", "fim"]


def test_an_answer_to_a_deleted_question_still_arrives(api: BotApi, start: Start) -> None:
    chat = api.private(ANA)
    asked = api.person_says(chat, ANA, "oi")
    del api.world.messages[chat.id, asked.id]
    with start(ScriptedConversation()):
        (answer,) = api.wait_messages(chat, 1)

    assert answer.text == "1001: oi"


def test_raw_logs_arrive_as_they_are(api: BotApi, start: Start) -> None:
    """Defect 2 of peers: any `<` in a log made Telegram refuse the message."""
    log = "<min> & </pre> _a_ *b* [c](d) `e`"
    with start(ScriptedConversation({"/logs web": Answer((Code(log, "text"),))})):
        answer = api.answer_to(api.person_says(api.private(ANA), ANA, "/logs web"))

    assert answer.text == log
    assert [entity["type"] for entity in answer.entities] == ["pre"]
    assert not any(refused.startswith("sendmessage") for refused in api.world.refused)


def test_a_file_arrives_whole(api: BotApi, start: Start) -> None:
    content = "ação\r\n--fronteira--\n\n" * 1000
    with start(ScriptedConversation({"/logs web": Answer((Text("Aqui está."), File("web.log", content)))})):
        answer = api.answer_to(api.person_says(api.private(ANA), ANA, "/logs web"))

    assert answer.document is not None
    assert answer.document.name == "web.log"
    assert answer.document.content.decode() == content
    assert answer.text == "Aqui está."


def test_a_slow_answer_keeps_nobody_else_waiting_and_shows_that_it_is_coming(api: BotApi, start: Start) -> None:
    """Defect 14 of peers: one unreachable host made everybody wait."""
    finish = asyncio.Event()

    async def reply(question: Question) -> Answer:
        if question.text == "devagar":
            await finish.wait()
        return Answer((Text(question.text),))

    with start(talk := ScriptedConversation(reply_with=reply)) as front:
        slow = api.person_says(api.private(ANA), ANA, "devagar")
        api.wait_until(lambda: api.world.actions, "typing to be shown")
        after = api.person_says(api.private(ANA), ANA, "depois")
        api.answer_to(api.person_says(api.private(RUI), RUI, "oi"))
        assert [q.text for q in talk.questions] == ["devagar", "oi"]
        front.call(finish.set)
        first, second = api.answer_to(slow), api.answer_to(after)

    assert api.world.actions[0] == (1001, "typing")
    assert first.id < second.id


def test_whatever_fails_is_told_with_a_code_and_without_a_traceback(
    api: BotApi, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    def reply(question: Question) -> Answer:
        raise ZeroDivisionError("segredo interno")

    with start(ScriptedConversation(reply_with=reply)):
        answer = api.answer_to(api.person_says(api.private(ANA), ANA, "oi"))

    reference = answer.text.rstrip(".").split()[-1]
    assert "segredo" not in answer.text
    assert reference in caplog.text
    assert "ZeroDivisionError: segredo interno" in caplog.text


def test_a_person_who_blocked_the_bot_stops_nobody(api: BotApi, start: Start) -> None:
    with start(ScriptedConversation()):
        chat = api.private(ANA)
        api.person_says(chat, ANA, "oi")
        api.bot_removed(chat, ANA)
        api.answer_to(api.person_says(api.private(RUI), RUI, "oi"))


def test_joining_a_group_it_says_how_to_be_called(api: BotApi, start: Start) -> None:
    group, closed = api.group(-7), api.group(-8)
    with start(ScriptedConversation(closed_chats={-8})):
        api.bot_added(group, ANA)
        api.bot_added(closed, ANA)
        (greeting,), (refusal,) = api.wait_messages(group, 1), api.wait_messages(closed, 1)

    assert "@estivador_bot" in greeting.text
    assert greeting.buttons == ["O que você faz?"]
    assert "-8" in refusal.text


def test_a_group_that_becomes_a_supergroup_is_followed(api: BotApi, start: Start) -> None:
    group = api.group(-7)
    with start(talk := ScriptedConversation()):
        new = api.upgraded(group, -1007, ANA)
        (told,) = api.wait_messages(new, 1)

    assert talk.moves == [(-7, -1007)]
    assert told.text == "-7 virou -1007"
