"""The methods of the Bot API that the bot uses, each refusing what Telegram refuses."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from tests.fakes.bot_api import limits
from tests.fakes.bot_api.errors import bad_request
from tests.fakes.bot_api.forms import Upload, decoded
from tests.fakes.bot_api.records import Chat, Message
from tests.fakes.bot_api.world import World

Parameters = Mapping[str, Any]
Method = Callable[[World, Parameters], Any]

MOST_SECONDS = 50


def get_me(world: World, _: Parameters) -> Any:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**world.bot.as_json(), **abilities}


def get_updates(world: World, given: Parameters) -> Any:
    allowed = decoded(given.get("allowed_updates"))
    timeout = min(float(given.get("timeout", 0)), MOST_SECONDS)
    return world.poll(int(given.get("offset", 0)), int(given.get("limit", 100)), timeout, allowed)


def delete_webhook(world: World, given: Parameters) -> Any:
    if decoded(given.get("drop_pending_updates")) is True:
        world.updates.clear()
    return True


def send_message(world: World, given: Parameters) -> Any:
    with world.changed:
        chat = world.chat(decoded(given.get("chat_id")))
        raw = given.get("text", "")
        text, entities = limits.text(raw, given.get("parse_mode"))
        more = _common(world, chat, given)
        return world.add(chat, world.bot, datetime.now(UTC), raw, text, entities=entities, **more).as_json()


def send_document(world: World, given: Parameters) -> Any:
    with world.changed:
        chat = world.chat(decoded(given.get("chat_id")))
        document = given.get("document")
        if isinstance(document, str):
            document = given.get(document.removeprefix("attach://"))
        if not isinstance(document, Upload):
            raise bad_request("there is no document in the request")
        if not document.content:
            raise bad_request("file must be non-empty")
        raw = given.get("caption", "")
        text, entities = limits.caption(raw, given.get("parse_mode"))
        more = _common(world, chat, given)
        sent = world.add(chat, world.bot, datetime.now(UTC), raw, text, entities=entities, document=document, **more)
        return sent.as_json()


def _common(world: World, chat: Chat, given: Parameters) -> dict[str, Any]:
    """Keyboard, reply and topic."""
    more: dict[str, Any] = {}
    if given.get("reply_markup"):
        more["keyboard"] = limits.keyboard(decoded(given["reply_markup"]))
    thread = decoded(given.get("message_thread_id"))
    if thread is not None:
        if thread not in chat.topics:
            raise bad_request("message thread not found")
        more["thread"] = thread
    reply = decoded(given.get("reply_parameters"))
    if reply:
        if (chat.id, reply["message_id"]) in world.messages:
            more["reply_to"] = reply["message_id"]
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    return more


def edit_message_text(world: World, given: Parameters) -> Any:
    with world.changed:
        message = _own_message(world, given)
        raw = given.get("text", "")
        text, entities = limits.text(raw, given.get("parse_mode"))
        keyboard = limits.keyboard(decoded(given["reply_markup"])) if given.get("reply_markup") else []
        _refuse_unmodified((message.text, message.entities, message.keyboard), (text, entities, keyboard))
        message.raw, message.text, message.entities, message.keyboard = raw, text, entities, keyboard
        return _edited(world, message)


def edit_message_reply_markup(world: World, given: Parameters) -> Any:
    with world.changed:
        message = _own_message(world, given)
        keyboard = limits.keyboard(decoded(given["reply_markup"])) if given.get("reply_markup") else []
        _refuse_unmodified(message.keyboard, keyboard)
        message.keyboard = keyboard
        return _edited(world, message)


def _own_message(world: World, given: Parameters) -> Message:
    chat = world.chat(decoded(given.get("chat_id")))
    message = world.messages.get((chat.id, decoded(given.get("message_id"))))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != world.bot:
        raise bad_request("message can't be edited")
    return message


def _refuse_unmodified(before: Any, after: Any) -> None:
    if before == after:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )


def _edited(world: World, message: Message) -> Any:
    message.edits += 1
    world.changed.notify_all()
    return message.as_json()


def answer_callback_query(world: World, given: Parameters) -> Any:
    with world.changed:
        press = world.presses.get(str(given.get("callback_query_id")))
        if press is None or press.is_answered or press.is_too_old:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        text = given.get("text", "")
        if len(text) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        press.is_answered, press.answer = True, text
        world.changed.notify_all()
        return True


def send_chat_action(world: World, given: Parameters) -> Any:
    with world.changed:
        world.actions.append((world.chat(decoded(given.get("chat_id"))).id, given.get("action", "")))
        world.changed.notify_all()
        return True


def set_message_reaction(world: World, given: Parameters) -> Any:
    with world.changed:
        chat = world.chat(decoded(given.get("chat_id")))
        if (chat.id, decoded(given.get("message_id"))) not in world.messages:
            raise bad_request("message to react not found")
        return True


def set_my_commands(world: World, given: Parameters) -> Any:
    with world.changed:
        listed = limits.commands(decoded(given.get("commands", "[]")))
        world.commands[_scope(world, given)] = listed
        world.changed.notify_all()
        return True


def delete_my_commands(world: World, given: Parameters) -> Any:
    with world.changed:
        world.commands.pop(_scope(world, given), None)
        world.changed.notify_all()
        return True


def _scope(world: World, given: Parameters) -> tuple[str, str]:
    """("default" or "chat:ID", language)."""
    scope = decoded(given.get("scope")) or {"type": "default"}
    kind = scope["type"]
    if kind == "chat":
        kind = f"chat:{world.chat(decoded(scope['chat_id'])).id}"
    language = given.get("language_code", "")
    if len(language) not in (0, 2):
        raise bad_request("BOT_LANGUAGE_CODE_INVALID")
    return kind, language


def _described(name: str, most: int) -> Method:
    def method(world: World, given: Parameters) -> Any:
        with world.changed:
            text = given.get(name, "")
            if len(text) > most:
                raise bad_request(
                    "description is too long" if name == "description" else "short description is too long"
                )
            world.descriptions[name, given.get("language_code", "")] = text
            world.changed.notify_all()
            return True

    return method


METHODS: Mapping[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "deletewebhook": delete_webhook,
    "sendmessage": send_message,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "setmessagereaction": set_message_reaction,
    "setmycommands": set_my_commands,
    "deletemycommands": delete_my_commands,
    "setmydescription": _described("description", 512),
    "setmyshortdescription": _described("short_description", 120),
}  # fmt: skip
