"""The real application over HTTP: which messages are for the bot, and from where."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from commands.request import Front, Place
from tests.fakes.bot_api import ANONYMOUS_ADMIN, BotApi, User
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


def test_only_what_is_for_the_bot_is_answered_in_a_group(api: BotApi, start: Start) -> None:
    """Free text in a group is other people's talk (defect 1 of peers: it raised a TypeError)."""
    group = api.group(-7)
    ours = ["/ps", "/ps@estivador_bot lab", "@estivador_bot, o que é pod?", "me diga @Estivador_Bot já", "/PS lab"]
    others = ["bom dia", "/ps@outro_bot", "/foo", "@outro_bot oi", "oi @estivador_bot_2", "veja /ps"]
    with start(talk := ScriptedConversation()):
        for text in others:
            api.person_says(group, ANA, text)
        for text in ours:
            api.answer_to(api.person_says(group, ANA, text))

    assert [question.text for question in talk.questions] == ["/ps", "/ps lab", "o que é pod?", "me diga já", "/PS lab"]
    assert talk.questions[0].place == Place(Front.TELEGRAM, -7, False, None, "Turma")
    assert len(api.messages(group)) == len(ours)


def test_a_reply_to_the_bot_is_for_the_bot(api: BotApi, start: Start) -> None:
    group = api.group(-7)
    with start(talk := ScriptedConversation()):
        first = api.answer_to(api.person_says(group, ANA, "/ps"))
        api.answer_to(api.person_says(group, RUI, "e os parados?", reply_to=first))
        api.person_says(group, RUI, "/ps@outro_bot", reply_to=first)
        own = api.person_says(group, RUI, "alguém sabe?")
        api.person_says(group, ANA, "eu não", reply_to=own)
        api.answer_to(api.person_says(group, ANA, "/ps fim"))

    assert [(q.person.id, q.text) for q in talk.questions] == [
        (1001, "/ps"),
        (1002, "e os parados?"),
        (1001, "/ps fim"),
    ]


def test_a_mention_without_a_username_counts(api: BotApi, start: Start) -> None:
    group = api.group(-7)
    mark = {"type": "text_mention", "offset": 0, "length": 9, "user": api.bot.as_json()}
    with start(talk := ScriptedConversation()):
        api.answer_to(api.person_says(group, ANA, "Estivador o que é pod?", entities=[mark]))

    assert talk.questions[0].text == "o que é pod?"


def test_the_answer_stays_in_the_topic_of_the_question(api: BotApi, start: Start) -> None:
    """Defect 4 of peers: all answers went to one chat."""
    forum = api.forum(-1009, topics=(31, 32))
    with start(talk := ScriptedConversation()):
        answer = api.answer_to(api.person_says(forum, ANA, "/ps", thread=32))
        general = api.answer_to(api.person_says(forum, ANA, "/ps"))

    assert (answer.chat.id, answer.thread) == (-1009, 32)
    assert general.thread is None
    assert [q.place.thread for q in talk.questions] == [32, None]


def test_a_reply_thread_is_no_topic(api: BotApi, start: Start) -> None:
    """Replies in a plain supergroup have a thread number too, and sending there is refused."""
    group = api.group(-1008, kind="supergroup")
    with start(ScriptedConversation()):
        asked = api.person_says(group, ANA, "/ps", message_thread_id=77)
        answer = api.answer_to(asked)

    assert answer.thread is None


def test_every_message_of_a_topic_replies_to_its_creation_and_is_not_for_us(api: BotApi, start: Start) -> None:
    forum = api.forum(-1009, topics=(31,))
    made = {"message_id": 31, "date": 0, "chat": forum.as_json(), "from": api.bot.as_json()}
    created = {**made, "forum_topic_created": {"name": "Docker", "icon_color": 1}}
    with start(talk := ScriptedConversation()):
        api.person_says(forum, ANA, "bom dia", thread=31, reply_to_message=created)
        api.answer_to(api.person_says(forum, ANA, "/ps", thread=31))

    assert [q.text for q in talk.questions] == ["/ps"]


def test_channels_and_anonymous_administrators_are_nobody(api: BotApi, start: Start) -> None:
    channel, group = api.channel(-1007), api.group(-7)
    with start(talk := ScriptedConversation()):
        api.answer_to(api.person_says(channel, None, "/ps"))
        api.answer_to(api.person_says(group, ANONYMOUS_ADMIN, "/ps"))

    assert [q.person.id for q in talk.questions] == [None, None]


def test_other_bots_are_not_answered(api: BotApi, start: Start) -> None:
    group = api.group(-7)
    with start(talk := ScriptedConversation()):
        api.person_says(group, OTHER_BOT, "/ps@estivador_bot")
        api.answer_to(api.person_says(group, ANA, "/ps"))

    assert [q.person.id for q in talk.questions] == [1001]


def test_a_caption_counts_as_text_and_other_media_get_a_word_in_private_only(api: BotApi, start: Start) -> None:
    chat, group = api.private(ANA), api.group(-7)
    caption = "@estivador_bot que erro é este?"
    with start(talk := ScriptedConversation()):
        api.sends_sticker(group, ANA)
        api.answer_to(api.person_says(group, ANA, caption, photo=True))
        told = api.answer_to(api.sends_sticker(chat, ANA))
        api.answer_to(api.person_says(chat, ANA, "e este?", photo=True))

    assert [q.text for q in talk.questions] == ["que erro é este?", "e este?"]
    assert told.text.startswith("Por enquanto só leio texto.")
    assert len(api.messages(group)) == 1


def test_service_messages_are_not_answered(api: BotApi, start: Start) -> None:
    chat = api.private(ANA)
    with start(ScriptedConversation()):
        api.person_says(chat, ANA, "", pinned_message={"message_id": 1, "date": 1, "chat": chat.as_json()})
        api.answer_to(api.person_says(chat, ANA, "oi"))

    assert len(api.messages(chat)) == 1


def test_closed_chats_are_told_in_private_and_left_alone_in_groups(api: BotApi, start: Start) -> None:
    chat, group, open_group = api.private(ANA), api.group(-7), api.group(-8)
    with start(talk := ScriptedConversation(closed_chats={chat.id, group.id})):
        told = api.answer_to(api.person_says(chat, ANA, "oi"))
        api.person_says(group, ANA, "/ps")
        api.answer_to(api.person_says(open_group, ANA, "/ps"))

    assert "[explain] chats" in told.text
    assert str(chat.id) in told.text
    assert [q.place.chat for q in talk.questions] == [-8]
    assert not api.messages(group)
