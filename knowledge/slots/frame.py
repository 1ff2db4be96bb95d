"""A sentence being read for values: which words are still free, and the steps that every reader shares."""

from collections.abc import Callable, Collection, Iterator

from knowledge.tags import Tagged, is_ports, looks_like_a_name, may_be_name

ARTICLES = frozenset(
    "o a os as um uma uns umas esse essa este esta aquele aquela meu minha nosso nossa teu tua seu sua".split()
)
PLACES = frozenset("em no na nos nas do da de dos das ao pro pra para a".split())
LOCATIVES = frozenset("em no na nos nas".split())
COURTESY = frozenset(
    """pfv pf pfvr favor por obrigado obrigada obg vlw valeu please plz ai aí ae agora ja já rapidinho rapido urgente
    gentileza hein viu blz ok beleza tá ta la lá hoje pra mim mano galera pessoal gente cara""".split()
)
FUNCTION = (
    ARTICLES
    | PLACES
    | frozenset(
        """e ou que se com sem mas nao mais menos muito ele ela eles elas isso isto aquilo dele dela nele nela lo la me mim te
        nos lhe voce vc eu tu la ai aqui ali so tudo todo toda todos todas cada qual quais quanto quantos quando como onde
        porque ja ainda agora hoje ontem amanha sempre nunca novo nova novos novas outro outra mesmo mesma pelo pela por
        ate entre sobre desde depois antes ser estar esta estao ta tao foi era vai vou pode tem ter ha is the of to in on""".split()
    )
)


class Frame:
    """`focus` is the position of the word that says the operation most; values nearer to it are preferred."""

    def __init__(
        self,
        tagged: Tagged,
        vocabulary: Collection[str],
        focus: int,
        respell: Callable[[str], str] = lambda word: word,
    ) -> None:
        self.tagged = tagged
        self.words = tagged.words
        self.vocabulary = vocabulary
        self.focus = focus
        self.used: set[int] = set()
        self._spelled = [self._spelling(position, respell) for position in range(len(self.words))]

    def _spelling(self, position: int, respell: Callable[[str], str]) -> str:
        word = self.words[position].folded
        return word if self.tagged.is_known(position) or self.tagged.is_named(position) else respell(word)

    def folded(self, position: int) -> str:
        """The word without accents and slips; names stay as they are."""
        return self._spelled[position] if 0 <= position < len(self._spelled) else ""

    def is_mark(self, position: int) -> bool:
        return 0 <= position < len(self.words) and self.words[position].is_mark

    def free(self) -> Iterator[int]:
        return (n for n, word in enumerate(self.words) if n not in self.used and not word.is_mark)

    def is_free(self, position: int) -> bool:
        return 0 <= position < len(self.words) and position not in self.used and not self.is_mark(position)

    def take(self, position: int) -> str:
        self.used.add(position)
        return self.words[position].raw

    def take_span(self, first: int, last: int) -> str:
        self.used.update(range(first, last + 1))
        return self.tagged.sentence.slice(first, last)

    def take_characters(self, start: int, end: int) -> None:
        self.used.update(n for n, word in enumerate(self.words) if word.start >= start and word.end <= end)

    def is_foreign(self, position: int) -> bool:
        """A word that can only be a name: known, usual for software, of a name's form, or not a word we have ever seen."""
        folded = self.words[position].folded
        if (
            not may_be_name(self.words[position].raw)
            or is_ports(folded)
            or folded.isdigit()
            or folded in FUNCTION | COURTESY
        ):
            return False
        return self.tagged.is_named(position) or looks_like_a_name(folded) or folded not in self.vocabulary

    def after(self, nouns: Collection[str], accept: Callable[[int], bool], skip: Collection[str] = ()) -> int | None:
        """The first acceptable word behind one of `nouns`, over articles and the words of `skip`; nearest noun to the focus first."""
        starts = [n for n in range(len(self.words)) if self.folded(n) in nouns and n not in self.used]
        for start in sorted(starts, key=self.distance):
            position = start + 1
            while position < len(self.words) and self.folded(position) in ARTICLES | PLACES | set(skip):
                if self.is_free(position) and self.tagged.is_known(position) and accept(position):
                    break
                position += 1
            if self.is_free(position) and accept(position):
                return position
        return None

    def distance(self, position: int) -> int:
        """How far from the focus; a value usually follows its verb, so what stands before counts double."""
        away = position - self.focus
        return away if away >= 0 else -2 * away

    def nearest(self, positions: Collection[int]) -> int | None:
        return min(positions, key=self.distance, default=None)
