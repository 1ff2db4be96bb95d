"""Pressed buttons, over HTTP: what they say, for whom, and when they vanish."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.telegram_front.kept_choices import KeptChoices
from commands.database import Database, sqlite_url
from knowledge.answer import Answer, Cancel, Choice, Confirm, Copy, Say, Style, Text
from tests.fakes.bot_api import BotApi, Message, User
from tests.fakes.clock import FakeClock
from tests.fakes.telegram import ScriptedConversation, running

ANA, RUI = User(1001, "Ana"), User(1002, "Rui <b>")
LONG = "/logs container=projeto-muito-longo-da-equipe-de-plataforma-web-1 host=laboratorio"

ASKS = Answer(
    (Text("Remover o container **web**?"),),
    (
        Choice("Confirmar", Confirm("tok"), Style.DANGER),
        Choice("Cancelar", Cancel("tok"), Style.SAFE),
        Choice("Copiar o comando", Copy("docker rm web")),
    ),
)
CHOOSES = Answer((Text("Qual?"),), (Choice("web", Say("/logs web")), Choice("longo", Say(LONG))))


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


@pytest.fixture
def talk() -> ScriptedConversation:
    return ScriptedConversation({"/rm web": ASKS, "/logs": CHOOSES}, waiting={"tok"})


def _asked(api: BotApi, chat_id: int, text: str) -> Message:
    chat = api.private(ANA) if chat_id > 0 else api.group(chat_id)
    return api.answer_to(api.person_says(chat, ANA, text if chat_id > 0 else f"@estivador_bot {text}"))


def test_confirming_runs_it_and_takes_the_buttons_away(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/rm web")
        assert question.buttons == ["Confirmar", "Cancelar", "Copiar o comando"]
        press = api.presses(ANA, question, "Confirmar")
        outcome = api.answer_to(question)

    assert outcome.text == "Removido."
    assert talk.presses[0][0] == Confirm("tok")
    assert talk.presses[0][1].id == 1001
    assert press.answer == "Um instante…"
    assert question.buttons == []


def test_cancelling_takes_the_buttons_away(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/rm web")
        api.presses(ANA, question, "Cancelar")
        assert api.answer_to(question).text == "Cancelado."

    assert question.buttons == []


def test_somebody_else_is_refused_and_takes_nothing_away(
    api: BotApi, talk: ScriptedConversation, tmp_path: Path
) -> None:
    """Defect 13 of peers, the other way round: the owner still has the buttons."""
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, -7, "/rm web")
        api.presses(RUI, question, "Confirmar")
        refusal = api.answer_to(question)
        assert refusal.text == "Esta confirmação é de outra pessoa."
        assert question.buttons
        api.presses(ANA, question, "Confirmar")
        api.wait_until(lambda: [m for m in api.messages(question.chat) if m.text == "Removido."], "the outcome")

    assert question.buttons == []


def test_pressing_twice_is_no_failure(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/rm web")
        data = question.keyboard
        api.presses(ANA, question, "Confirmar")
        api.answer_to(question)
        question.keyboard = data
        api.presses(ANA, question, "Confirmar")
        question.keyboard = []
        api.wait_messages(question.chat, 3)

    assert any("message is not modified" in refused for refused in api.world.refused)
    assert all("Algo falhou" not in message.text for message in api.messages(question.chat))


def test_a_button_on_a_message_that_is_gone_still_works(
    api: BotApi, talk: ScriptedConversation, tmp_path: Path
) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/rm web")
        api.presses(ANA, question, "Confirmar", inaccessible=True)
        (outcome,) = api.wait_messages(question.chat, 1)

    assert outcome.text == "Removido."


def test_a_choice_is_said_by_who_presses_it_in_that_topic(
    api: BotApi, talk: ScriptedConversation, tmp_path: Path
) -> None:
    forum = api.forum(-1009, topics=(31,))
    before = datetime.now(UTC)
    with running(api, talk, tmp_path / "beat"):
        question = api.answer_to(api.person_says(forum, ANA, "@estivador_bot /logs", thread=31))
        api.presses(RUI, question, "web")
        answer = api.answer_to(question)

    said = talk.questions[-1]
    assert (said.person.id, said.text, said.place.thread) == (1002, "/logs web", 31)
    assert said.sent_at >= before
    assert answer.thread == 31
    assert answer.text == "Rui <b> escolheu: web\n\n1002: /logs web"
    assert question.buttons == ["web", "longo"]


def test_a_long_choice_outlives_a_restart(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    """Defect 9 of peers: names travelled in callback data, which has 64 bytes."""
    url = sqlite_url(tmp_path / "e.sqlite3")
    database = Database.open(url)
    with running(api, talk, tmp_path / "beat", choices=KeptChoices(database, FakeClock())):
        question = _asked(api, 1001, "/logs")
    database.close()
    assert len(question.button("longo")["callback_data"].encode()) <= 64

    database = Database.open(url)
    with running(api, talk, tmp_path / "beat", choices=KeptChoices(database, FakeClock())):
        api.presses(ANA, question, "longo")
        assert api.answer_to(question).text == f"1001: {LONG}"
    database.close()


def test_a_choice_that_is_no_longer_kept_is_told(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/logs")
    with running(api, talk, tmp_path / "beat"):
        api.presses(ANA, question, "longo")
        assert api.answer_to(question).text.startswith("Esta opção já não vale mais.")


def test_a_press_from_long_ago_is_no_order_of_now(api: BotApi, talk: ScriptedConversation, tmp_path: Path) -> None:
    """Presses carry no time: after an outage only Telegram's refusal to answer them tells their age."""
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/logs")
        api.presses(ANA, question, "web", too_old=True)
        api.answer_to(question)

    assert talk.questions[-1].sent_at.year == 1970


def test_data_that_no_button_of_ours_says_is_only_acknowledged(
    api: BotApi, talk: ScriptedConversation, tmp_path: Path
) -> None:
    with running(api, talk, tmp_path / "beat"):
        question = _asked(api, 1001, "/logs")
        question.keyboard[0][0]["callback_data"] = "delete:web"
        press = api.presses(ANA, question, "web")
        api.wait_until(lambda: press.is_answered, "the press to be answered")
        api.answer_to(api.person_says(question.chat, ANA, "fim"))

    assert [said.text for said in talk.questions] == ["/logs", "fim"]


def test_the_same_text_is_kept_once(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "e.sqlite3"))
    choices = KeptChoices(database, FakeClock())

    assert choices.keep(LONG) == choices.keep(LONG) != choices.keep(LONG + "x")
    assert choices.find(choices.keep(LONG)) == LONG
    assert choices.find("nada") is None
    database.close()


def test_texts_are_kept_for_ninety_days_after_their_last_use(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "e.sqlite3"))
    clock = FakeClock()
    choices = KeptChoices(database, clock)
    old = choices.keep(LONG)
    clock.move(91 * 86400)
    choices.keep("outro")

    assert choices.find(old) is None
    database.close()
