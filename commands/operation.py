"""One operation, declared once: what it is called, how people ask for it, what it needs, what it does."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from knowledge.answer import Answer
from knowledge.phrase import Phrase, PhraseError, Signature


class Risk(IntEnum):
    """READ looks, CHANGE can be undone, DESTROY loses something and always asks first. A permission covers less."""

    READ = 1
    CHANGE = 2
    DESTROY = 3

    @classmethod
    def named(cls, name: str) -> "Risk":
        return cls[name.upper()]


class Kind(Enum):
    """What a slot's text stands for, and so who turns it into a value."""

    HOST = "host"
    CONTAINER = "container"  # looked up in `commands.targets`: `run` receives a `Container`
    IMAGE = "image"  # a reference as typed: `run` receives the text
    SERVICE = "service"
    TEXT = "text"
    INTEGER = "integer"


@dataclass(frozen=True)
class Parameter:
    """`label` is the noun people read ("o container"), with its article; `hint` is what to say when a required one is
    missing and there is nothing to choose from."""

    name: str
    kind: Kind
    label: str
    required: bool = True
    hint: str = ""


HOST = Parameter("host", Kind.HOST, "o host", required=False)
CONTAINER = Parameter("container", Kind.CONTAINER, "o container")
IMAGE = Parameter("image", Kind.IMAGE, "a imagem")

_COMMAND_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")  # https://core.telegram.org/bots/api#botcommand
_RESOURCES = ("engine", "hosts", "schedules")


class DeclarationError(Exception):
    """A wrong declaration; `mistakes` lists all of them."""

    def __init__(self, name: str, mistakes: list[str]) -> None:
        super().__init__(f"operation {name!r}: " + "; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Operation:
    """A declaration. `run` takes a resource first, then one keyword for each parameter but the host.

    The resource is what `run`'s first argument is called: ``engine`` (the chosen host's engine), ``hosts`` (the
    directory of hosts this person may see) or ``schedules`` (the schedule book of this chat; such a `run` also takes
    `host`, where that is a parameter: the name as text, or None).
    `command_line` gives the docker command that does the same, as argv without a shell, or () where there is none.
    `preview` (every DESTROY has one; same arguments as `run`) looks, without changing, and returns what will be lost:
    when its value differs at the moment of confirming, the person is asked again.
    `states` are the container states it is for: when no container is named, only these are offered. () is any.
    """

    name: str
    summary: str
    topic: str
    phrases: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    risk: Risk
    run: Callable[..., Any]
    present: Callable[[Any], Answer]
    command_line: Callable[..., tuple[str, ...]] = lambda **_: ()
    preview: Callable[..., Answer] | None = None
    aliases: tuple[str, ...] = ()
    timeout: float = 20.0
    states: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        mistakes = [
            *self._mistakes_of_names(),
            *self._mistakes_of_phrases(),
            *self._mistakes_of_calls(),
        ]
        if mistakes:
            raise DeclarationError(self.name, mistakes)

    def _mistakes_of_names(self) -> list[str]:
        mistakes = [
            f"Telegram refuses the command name {name!r}"
            for name in (self.name, *self.aliases)
            if not _COMMAND_NAME.fullmatch(name)
        ]
        if not 3 <= len(self.summary) <= 256:
            mistakes.append("the summary must have 3 to 256 characters")
        if "/" not in self.topic:
            mistakes.append(f"{self.topic!r} is no topic id")
        if self.risk is Risk.DESTROY and self.preview is None:
            mistakes.append("what destroys must say what will be lost: give a preview")
        return mistakes

    def _mistakes_of_phrases(self) -> list[str]:
        mistakes = []
        declared = {parameter.name for parameter in self.parameters}
        for text in self.phrases:
            try:
                undeclared = Phrase(text).slots - declared
            except PhraseError as error:
                mistakes.append(str(error))
                continue
            if undeclared:
                mistakes.append(f"phrase {text!r} uses undeclared slots {sorted(undeclared)}")
        if len(set(self.phrases)) != len(self.phrases):
            mistakes.append("a phrase stands twice")
        return mistakes

    def _mistakes_of_calls(self) -> list[str]:
        mistakes = []
        for label, call in (("run", self.run), ("preview", self.preview)):
            if call is None:
                continue
            resource, *rest = inspect.signature(call).parameters
            if resource not in _RESOURCES:
                mistakes.append(f"{label} must take one of {_RESOURCES} first, not {resource!r}")
            wanted = [p.name for p in self.parameters if p.kind is not Kind.HOST or resource == "schedules"]
            if sorted(rest) != sorted(wanted):
                mistakes.append(f"{label} takes {rest}, but the parameters are {wanted}")
        return mistakes

    @property
    def resource(self) -> str:
        return next(iter(inspect.signature(self.run).parameters))

    @property
    def needs_host(self) -> bool:
        return self.resource == "engine"

    @property
    def takes_host(self) -> bool:
        """Whether `run` wants the host's name itself."""
        return "host" in inspect.signature(self.run).parameters

    @property
    def signature(self) -> Signature:
        """What the matcher may know of this operation."""
        return Signature(
            id=self.name,
            topic=self.topic,
            phrases=self.phrases,
            slots=tuple(parameter.name for parameter in self.parameters),
            required=tuple(p.name for p in self.parameters if p.required and not p.hint),  # a hint answers better
            confirm=self.risk is Risk.DESTROY,
            reads=self.risk is Risk.READ,
            aliases=self.aliases,
        )

    def docker(self, slots: Mapping[str, Any]) -> tuple[str, ...]:
        return self.command_line(**{name: value for name, value in slots.items() if name != "host"})
