"""The stand-in refuses what Telegram refuses, in Telegram's words."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fakes.bot_api import BotApi, Chat, User
from tests.fakes.bot_api.driver import entities
from tests.fakes.bot_api.errors import ApiError
from tests.fakes.bot_api.markup import parse

ANA = User(1001, "Ana")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


@pytest.fixture
def chat(api: BotApi) -> Chat:
    return api.private(ANA)


def call(api: BotApi, method: str, token: str | None = None, **given: Any) -> tuple[int, dict[str, Any]]:
    request = urllib.request.Request(
        f"{api.url}/bot{token or api.token}/{method}", json.dumps(given).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def refusal(api: BotApi, method: str, **given: Any) -> str:
    code, answer = call(api, method, **given)

    assert code == answer["error_code"]
    assert not answer["ok"]
    return str(answer["description"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<min>", 'Unsupported start tag "min" at byte offset 0'),
        ("é <b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused(api: BotApi, chat: Chat, text: str, words: str) -> None:
    said = refusal(api, "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")

    assert said == f"Bad Request: can't parse entities: {words}"


def test_good_html_becomes_text_and_entities() -> None:
    text, found = parse('😀 <b>a &lt; b</b> &amp; <pre><code class="language-sh">x</code></pre>', "HTML")

    assert text == "😀 a < b & x"
    assert found == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "pre", "offset": 11, "length": 1, "language": "sh"},
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\u200b"}, "text must be non-empty"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>x</b> " * 101, "parse_mode": "HTML"}, "too many entities"),
        ({"text": "x", "message_thread_id": 9}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ],
)
def test_bad_messages_are_refused(api: BotApi, chat: Chat, given: dict[str, Any], words: str) -> None:
    assert refusal(api, "sendMessage", chat_id=chat.id, **given) == f"Bad Request: {words}"


def test_4096_units_after_entities_are_taken(api: BotApi, chat: Chat) -> None:
    code, _ = call(api, "sendMessage", chat_id=chat.id, text="<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")

    assert code == 200


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "callback_data": "a", "style": "red"}, "invalid button style specified"),
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
    ],
)
def test_bad_buttons_are_refused(api: BotApi, chat: Chat, button: dict[str, Any], words: str) -> None:
    said = refusal(api, "sendMessage", chat_id=chat.id, text="x", reply_markup={"inline_keyboard": [[button]]})

    assert said.endswith(words)


def test_unknown_chats_blocked_ones_and_migrated_ones_are_refused(api: BotApi, chat: Chat) -> None:
    group = api.group(-5)
    api.upgraded(group, -1005, ANA)
    assert refusal(api, "sendMessage", chat_id=7, text="x") == "Bad Request: chat not found"

    _, migrated = call(api, "sendMessage", chat_id=-5, text="x")
    assert migrated["parameters"] == {"migrate_to_chat_id": -1005}

    api.bot_removed(chat, ANA)
    assert refusal(api, "sendMessage", chat_id=chat.id, text="x") == "Forbidden: bot was blocked by the user"


def test_flood_control_says_how_long(api: BotApi, chat: Chat) -> None:
    api.floods(chat, 7)
    code, answer = call(api, "sendMessage", chat_id=chat.id, text="x")

    assert code == 429
    assert answer["parameters"] == {"retry_after": 7}
    assert call(api, "sendMessage", chat_id=chat.id, text="x")[0] == 200


def test_edits_of_nothing_and_to_the_same_are_refused(api: BotApi, chat: Chat) -> None:
    _, sent = call(api, "sendMessage", chat_id=chat.id, text="x")
    at = {"chat_id": chat.id, "message_id": sent["result"]["message_id"]}
    theirs = api.person_says(chat, ANA, "y")

    assert refusal(api, "editMessageReplyMarkup", **at).startswith("Bad Request: message is not modified: ")
    assert (
        refusal(api, "editMessageText", **{**at, "message_id": 99}, text="z")
        == "Bad Request: message to edit not found"
    )
    said = refusal(api, "editMessageText", chat_id=chat.id, message_id=theirs.id, text="z")
    assert said == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "estatística", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "Stop", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "ps", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ps", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_bad_commands_are_refused(api: BotApi, commands: list[dict[str, str]], words: str) -> None:
    assert refusal(api, "setMyCommands", commands=commands) == f"Bad Request: {words}"


def test_a_press_is_answered_once(api: BotApi, chat: Chat) -> None:
    markup = {"inline_keyboard": [[{"text": "Ver", "callback_data": "s:ver"}]]}
    call(api, "sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    press = api.presses(ANA, api.messages(chat)[0], "Ver")
    assert call(api, "answerCallbackQuery", callback_query_id=press.id, text="ok")[0] == 200

    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert refusal(api, "answerCallbackQuery", callback_query_id=press.id) == words
    assert press.answer == "ok"


def test_a_wrong_token_and_an_unknown_method_are_refused(api: BotApi) -> None:
    assert call(api, "getMe", token="1:x") == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    assert call(api, "getMe", token="x")[0] == 404
    assert call(api, "sendRocket")[0] == 404


def test_updates_wait_until_they_are_confirmed(api: BotApi, chat: Chat) -> None:
    api.person_says(chat, ANA, "oi")
    _, first = call(api, "getUpdates", timeout=0)
    _, again = call(api, "getUpdates", timeout=0)
    _, after = call(api, "getUpdates", timeout=0, offset=first["result"][0]["update_id"] + 1)

    assert first["result"] == again["result"]
    assert first["result"][0]["message"]["text"] == "oi"
    assert after["result"] == []


def test_entities_are_marked_in_utf_16_units() -> None:
    assert entities("😀 /ps@estivador_bot e @maria, a/b x@y") == [
        {"type": "bot_command", "offset": 3, "length": 17},
        {"type": "mention", "offset": 23, "length": 6},
    ]


def test_a_refusal_names_its_reason() -> None:
    with pytest.raises(ApiError, match="Unsupported start tag"):
        parse("<x>", "HTML")
