"""A whole Estivador over fake engines: the real parts of every layer, wired as `bot.wiring` wires them."""

from dataclasses import dataclass, field
from pathlib import Path

from bot import wiring
from bot.question import Question
from bot.settings import Settings
from commands.access import Rule
from commands.database import Database, sqlite_url
from commands.hosts import Host, Hosts
from commands.operation import Risk
from commands.request import Front, Person, Place
from knowledge.answer import Answer, Cancel, Choice, Confirm, Say
from tests.fakes.clock import FakeClock
from tests.fakes.engine import FakeEngine

ANA, RUI, STRANGER = Person(1001, "Ana"), Person(1002, "Rui"), Person(666, "Zé")
GROUP = Place(Front.TELEGRAM, -2000, private=False, title="Turma")
PRIVATE = Place(Front.TELEGRAM, 1001)
RULES = (
    Rule(user=1001, hosts=("*",), allow=Risk.DESTROY),
    Rule(user=1002, hosts=("lab",), allow=Risk.READ),
)


class Outbox:
    """A `bot.reports.Outbox` that keeps what was sent; `is_gone` says that the chat can never be written to again."""

    def __init__(self) -> None:
        self.sent: list[tuple[Place, Answer]] = []
        self.is_gone = False

    async def send(self, place: Place, answer: Answer) -> bool:
        if self.is_gone:
            return False
        self.sent.append((place, answer))
        return True


@dataclass
class Talk:
    """`rules`, `open_chats` and `names` of hosts count when `whole` is first used."""

    folder: Path
    knows: wiring.Understanding
    rules: tuple[Rule, ...] = RULES
    open_chats: tuple[int, ...] = ()
    hosts: tuple[str, ...] = ("lab", "prod")
    clock: FakeClock = field(default_factory=FakeClock)
    engines: dict[str, FakeEngine] = field(default_factory=lambda: {"lab": FakeEngine(), "prod": FakeEngine()})
    outbox: Outbox = field(default_factory=Outbox)
    _whole: wiring.Estivador | None = None

    @property
    def lab(self) -> FakeEngine:
        return self.engines["lab"]

    @property
    def whole(self) -> wiring.Estivador:
        if self._whole is None:
            self._whole = self._assembled()
            self._whole.reporter.outbox = self.outbox
        return self._whole

    def _assembled(self) -> wiring.Estivador:
        (self.folder / "e.toml").write_text(f"[explain]\nchats = {list(self.open_chats)}\n")
        settings = Settings.load({"ESTIVADOR_DATA": str(self.folder)}, str(self.folder / "e.toml"))
        hosts = Hosts([Host(name, f"tcp://{name}:1") for name in self.hosts], lambda host: self.engines[host.name])
        database = Database.open(sqlite_url(self.folder / "e.db"))
        return wiring.assemble(settings, hosts, self.rules, self.knows, database, self.clock)

    def restart(self) -> None:
        if self._whole is not None:
            self._whole.conversation.execution.close()
            self._whole.database.close()
        self._whole = None

    async def say(self, text: str, person: Person = ANA, place: Place = GROUP) -> Answer:
        return await self.whole.conversation.reply(Question(text, person, place, self.clock.now()))

    async def press(self, answer: Answer, label: str, person: Person = ANA, place: Place = GROUP) -> Answer:
        """Presses the choice that is labelled so."""
        action = choice(answer, label).action
        if isinstance(action, Confirm | Cancel):
            return await self.whole.conversation.press(action, person, place)
        assert isinstance(action, Say)
        return await self.say(action.text, person, place)


def choice(answer: Answer, label: str) -> Choice:
    return next(choice for choice in answer.choices if choice.label == label)


def labels(answer: Answer) -> list[str]:
    return [choice.label for choice in answer.choices]
