"""Numbers and yeses at a terminal."""

from bot.question import Question
from bot.terminal_front.dialogue import PLACE, Dialogue, says_goodbye
from commands.access import Rule
from commands.operation import Risk
from commands.request import TERMINAL_PERSON
from knowledge.answer import Answer, Choice, Say, Text
from tests.bot.talk import Talk
from tests.commands.operations.reading import words


def dialogue(talk: Talk) -> Dialogue:
    talk.rules = (Rule(user=0, hosts=("*",), allow=Risk.DESTROY),)
    return Dialogue(talk.whole.conversation, talk.clock)


async def test_a_number_presses_a_choice_and_a_choice_is_pressed_once(talk: Talk) -> None:
    here = dialogue(talk)
    await here.reply("/stop host=lab")

    assert words((await here.reply("2")).answer).startswith("Container web parado.")
    assert "Não há nenhuma pergunta esperando resposta" in words((await here.reply("2")).answer)


async def test_a_number_too_high_says_how_many_there_are(talk: Talk) -> None:
    here = dialogue(talk)
    await here.reply("/stop host=lab")

    assert "as opções de 1 a 2" in words((await here.reply("3")).answer)


async def test_what_comes_unasked_is_numbered_after_what_is_shown(talk: Talk) -> None:
    """A report that arrives while somebody is about to type "1" must not change what "1" is."""
    here = dialogue(talk)
    await here.reply("/stop host=lab")

    turn = here.overhear(Answer((Text("relatório"),), (Choice("Ver", Say("/ps host=lab")),)))

    assert turn.first == 3
    assert words((await here.reply("1")).answer).startswith("Container api parado.")


async def test_yes_confirms_nothing_while_two_questions_wait(talk: Talk) -> None:
    here = dialogue(talk)
    await here.reply("/rm container=banco host=lab")
    here.overhear(await talk.whole.conversation.reply(_question("/rm container=web host=lab", talk)))

    answer = (await here.reply("sim")).answer

    assert "Não sei a qual opção" in words(answer)
    assert "remove" not in talk.lab.calls


async def test_what_nobody_foresaw_is_an_answer_with_a_reference(talk: Talk) -> None:
    here = dialogue(talk)
    talk.lab.stats_of = None  # type: ignore[assignment]  # a mistake of ours

    assert "passe este código" in words((await here.reply("/stats host=lab")).answer)


def test_goodbyes() -> None:
    assert all(says_goodbye(line) for line in ("sair", " SAIR\n", "/sair", "tchau"))
    assert not says_goodbye("como sair do container?")


def _question(text: str, talk: Talk) -> Question:
    return Question(text, TERMINAL_PERSON, PLACE, talk.clock.now())
