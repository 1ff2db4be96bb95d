"""What the text of a schedule asks to be done."""

from dataclasses import dataclass

from bot.inventory import NamesBook
from commands.catalogue import Catalogue
from commands.operation import Risk
from commands.request import Person, Place
from knowledge.decision import Ask, Run, Slots
from knowledge.matcher import Matcher

_SURE = 0.9  # that an incomplete order is one; else it is no order at all


@dataclass(frozen=True)
class ScheduledText:
    """Finds the operation, and the values that the text gives it. Where it only seems to, it must be a look."""

    matcher: Matcher
    catalogue: Catalogue
    names: NamesBook

    def resolve(self, text: str, person: Person, place: Place) -> tuple[str, Slots] | None:
        named = self.catalogue.get(text.strip().lstrip("/").lower())
        if named is not None:
            return named.name, {}
        names = self.names.last_known(person, place)
        match self.matcher.match(text, names):
            case Run(operation, slots):
                return operation, slots
            case Ask(id=str(operation), slots=slots, score=score) if score >= _SURE:
                return operation, slots
        likely = self.matcher.order(text, names)
        found = self.catalogue.get(likely.operation) if isinstance(likely, Run) else None
        if found is None or found.risk is not Risk.READ or not isinstance(likely, Run):
            return None
        return found.name, likely.slots
