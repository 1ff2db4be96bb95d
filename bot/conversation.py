"""From what a person wrote to the answer, the same for every front."""

from dataclasses import dataclass, replace
from typing import assert_never
from zoneinfo import ZoneInfo

from bot import messages
from bot.inventory import NamesBook
from bot.moving import Moving
from bot.orders import order
from bot.outcomes import needs_choice, outcome
from bot.question import Question
from bot.refusals import TEACHES
from commands.access import Rule, permitted_operations
from commands.catalogue import Catalogue
from commands.execution import Execution
from commands.hosts import Hosts
from commands.operation import Operation, Risk
from commands.outcome import Done, NeedsChoice, Outcome, Refused
from commands.request import Person, Place, Request
from knowledge.answer import Answer, Cancel, Confirm, Heading
from knowledge.decision import Ask, Decision, Explain, Names, Run, Slots, Unknown
from knowledge.explanation import explain
from knowledge.library import Library
from knowledge.matcher import MOST_CHARACTERS, Matcher

STUDY_MENU = (
    ("ajuda", "Mostra o que eu faço e como pedir"),
    ("pergunta", "Responde uma pergunta sobre Docker"),
    ("id", "Mostra o seu id e o desta conversa"),
)
HELP_TOPIC = "bot/ajuda"
GREETING_TOPIC = "bot/saudacao"
_HELP = frozenset({"ajuda", "help", "comandos"})
_OWN = frozenset({"start", "id", "pergunta"}) | _HELP


@dataclass(frozen=True)
class Conversation:
    """`open_chats`: where questions are answered; empty means everywhere."""

    matcher: Matcher
    library: Library
    catalogue: Catalogue
    execution: Execution
    hosts: Hosts
    rules: tuple[Rule, ...]
    names: NamesBook
    moving: Moving
    zone: ZoneInfo
    open_chats: tuple[int, ...] = ()

    async def reply(self, question: Question) -> Answer:
        """The whole answer to one thing written. Executes what is asked and permitted."""
        command, rest = _command(question.text)
        if command in _HELP:
            return self._help(question.person, question.place)
        if command == "start" and not rest:  # Telegram sends it when a chat begins; with a name it is an order
            return self._explained(GREETING_TOPIC, question)
        if command == "id":
            return messages.identity(question.person.id, question.place.chat, question.place.private)
        if command == "pergunta" and not rest:
            return messages.no_question()
        names = await self.names.names_for(question.person, question.place)
        decision = self.matcher.match(rest if command == "pergunta" else question.text, names)
        return await self._follow(decision, question, names)

    async def press(self, action: Confirm | Cancel, person: Person, place: Place) -> Answer:
        """What came of pressing a confirmation's button."""
        match action:
            case Confirm(token):
                return self._told(await self.execution.confirm(token, person, place))
            case Cancel(token):
                return self._told(await self.execution.cancel(token, person, place))
            case _:
                assert_never(action)

    async def moved(self, old: int, new: int) -> Answer | None:
        """A group became a supergroup: what to tell it, if anything."""
        return await self.moving.moved(old, new)

    def menu(self, person: Person | None, place: Place | None) -> tuple[tuple[str, str], ...]:
        """(command, description) pairs: what this person may do here; for nobody in particular, what anybody may."""
        if person is None or place is None:
            return STUDY_MENU
        operations = self._permitted(person, place)
        return (*STUDY_MENU, *((operation.name, operation.summary) for operation in operations))

    def is_open(self, person: Person, place: Place) -> bool:
        """Whether this conversation is answered at all: always for whom an access rule names."""
        if not self.open_chats or place.chat is None or place.chat in self.open_chats:
            return True
        return any(rule.is_for(person, place) for rule in self.rules)

    def is_command(self, name: str) -> bool:
        """Whether the command `name` (no slash, lower case) is one of ours: in a group other bots have theirs."""
        return name in _OWN or any(name in (one.name, *one.aliases) for one in self.catalogue)

    def is_waiting(self, token: str) -> bool:
        """Whether the confirmation `token` can still be used. Blocks: it reads the database."""
        return self.execution.is_waiting(token)

    async def _follow(self, decision: Decision, question: Question, names: Names) -> Answer:
        match decision:
            case Explain(topic):
                return self._explained(topic, question)
            case Run(operation, slots, score):
                return await self._ordered(operation, slots, score, question)
            case Ask(choices, score, str(operation), str(), slots):
                typed = tuple(choice.id for choice in choices if choice.id in question.text)
                return await self._ordered(operation, slots, score, question, typed)
            case Ask():
                return messages.ask_topic([self._option(choice.id, decision.slots) for choice in decision.choices])
            case Unknown():
                return self._unknown(decision, names)
            case _:
                assert_never(decision)

    async def _ordered(
        self, operation: str, slots: Slots, score: float, question: Question, among: tuple[str, ...] = ()
    ) -> Answer:
        """`among`: where a value lacks because the text names several. Also an order that lacks something is sent on:
        there it is authorised, recorded, and asked for what it lacks."""
        if len(question.text.strip()) > MOST_CHARACTERS:  # its end, which nobody read, may well take it back
            return messages.too_long_order(MOST_CHARACTERS)
        request = Request(operation, question.person, question.place, question.sent_at, slots, question.text, score)
        result = await self.execution.execute(request)
        if isinstance(result, NeedsChoice) and len(among) > 1 and result.slot not in slots and result.slot != "host":
            return needs_choice(result, among)
        return self._told(result)

    def _explained(self, topic: str, question: Question) -> Answer:
        if topic == HELP_TOPIC:
            return self._help(question.person, question.place)
        answer = explain(self.library[topic], self.library)
        if topic == GREETING_TOPIC:  # who greets needs no heading
            return replace(answer, blocks=tuple(block for block in answer.blocks if not isinstance(block, Heading)))
        return answer

    def _told(self, result: Outcome) -> Answer:
        if isinstance(result, Done) and result.operation.risk is not Risk.READ:
            self.names.forget()
        answer = outcome(result, self.zone)
        if isinstance(result, Refused) and result.why in TEACHES and result.operation is not None:
            return answer + self._lesson(result.operation)
        return answer

    def _lesson(self, operation: Operation) -> Answer:
        """A refusal still teaches, where there is a note about Docker to teach with."""
        if operation.topic not in self.library or operation.topic.startswith("bot/"):
            return Answer(())
        return messages.lesson(self.library[operation.topic])

    def _option(self, identifier: str, slots: Slots) -> tuple[str, str]:
        """(what pressing says, label) of a topic or an operation."""
        operation = self.catalogue.get(identifier)
        if operation is None:
            return identifier, self.library[identifier].title
        taken = {parameter.name for parameter in operation.parameters}
        said = order(operation, {name: value for name, value in slots.items() if name in taken})
        return said, operation.summary

    def _unknown(self, decision: Unknown, names: Names) -> Answer:
        match decision.reason:
            case "unknown":
                near = [candidate.id for candidate in decision.nearest if candidate.id in self.library]
                return messages.unknown([(topic, self.library[topic].title) for topic in near])
            case "negated":
                return messages.negated()
            case "reported":
                return messages.conditional()
            case "pretended":
                return messages.pretended()
            case "unlisted_host":
                return messages.unlisted_host(decision.detail, names.hosts)
            case "bad_value":
                return messages.bad_value(decision.detail)
            case "empty":
                return messages.empty()
            case _:
                assert_never(decision.reason)

    def _permitted(self, person: Person, place: Place) -> tuple[Operation, ...]:
        return permitted_operations(self.rules, self.hosts.names, self.catalogue, person, place)

    def _help(self, person: Person, place: Place) -> Answer:
        note = explain(self.library[HELP_TOPIC], self.library)
        return note + messages.help_for(self._permitted(person, place))


def _command(text: str) -> tuple[str, str]:
    """(the command's name without its slash, what follows it); ("", "") where there is none."""
    word, _, rest = text.strip().partition(" ")
    if not word.startswith("/"):
        return "", ""
    return word[1:].partition("@")[0].lower(), rest.strip()
