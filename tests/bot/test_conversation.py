"""From a sentence to its answer, over the real notes, catalogue, matcher and execution."""

import pytest

from bot.question import Question
from commands.access import Rule
from commands.errors import AlreadySo
from commands.operation import Risk
from commands.request import Front, Person, Place
from knowledge.answer import Confirm
from tests.bot.talk import ANA, GROUP, PRIVATE, RUI, STRANGER, Talk, labels
from tests.commands.operations.reading import words


async def test_a_question_is_answered_with_its_note_and_the_line_it_comes_from(talk: Talk) -> None:
    said = words(await talk.say("o que é cgroups?", STRANGER))

    assert "limita" in said
    assert "recuroso chamado Cgroups" in said


async def test_a_look_shows_the_result_first_then_where_and_with_which_command(talk: Talk) -> None:
    said = words(await talk.say("/ps host=lab"))

    assert said.startswith("2 containers em execução.")
    assert said.endswith("Host: lab\n$ docker ps")


async def test_a_change_happens(talk: Talk) -> None:
    said = words(await talk.say("para o web do lab"))

    assert said.startswith("Container web parado.")
    assert "stop" in talk.lab.calls


async def test_a_stranger_is_refused_and_taught_in_one_message(talk: Talk) -> None:
    answer = await talk.say("para o web do lab", STRANGER)

    assert words(answer).startswith("Não executei /stop: aqui, para você, eu só explico.")
    assert "docker stop" in words(answer)
    assert "Ler a explicação toda" in labels(answer)
    assert talk.lab.calls == []


async def test_who_may_only_look_is_told_what_is_missing(talk: Talk) -> None:
    said = words(await talk.say("para o web do lab", RUI))

    assert "sua permissão no host lab não chega até aí" in said
    assert "stop" not in talk.lab.calls


async def test_what_destroys_asks_first_and_runs_when_its_owner_confirms(talk: Talk) -> None:
    question = await talk.say("remove o container banco do lab")

    assert labels(question)[:2] == ["Confirmar", "Cancelar"]
    assert "Só Ana pode confirmar" in words(question)
    assert "remove" not in talk.lab.calls
    assert "de outra pessoa" in words(await talk.press(question, "Confirmar", RUI))
    assert words(await talk.press(question, "Confirmar")).startswith("Container banco removido.")
    assert "remove" in talk.lab.calls
    assert "já foi usada" in words(await talk.press(question, "Confirmar"))


async def test_cancelling_says_what_was_not_done(talk: Talk) -> None:
    question = await talk.say("/rm container=banco host=lab")

    assert words(await talk.press(question, "Cancelar")) == "Cancelado: /rm banco lab não foi executado."
    assert "remove" not in talk.lab.calls


async def test_a_confirmation_waits_for_its_time_and_no_longer(talk: Talk) -> None:
    confirm = (await talk.say("/rm container=banco host=lab")).choices[0].action
    assert isinstance(confirm, Confirm)

    assert talk.whole.conversation.is_waiting(confirm.token)
    talk.clock.move(121)
    assert not talk.whole.conversation.is_waiting(confirm.token)


async def test_a_missing_host_is_asked_once_and_a_press_answers_it(talk: Talk) -> None:
    question = await talk.say("/ps")

    assert words(question) == "Em qual host?"
    assert labels(question) == ["lab", "prod"]
    assert words(await talk.press(question, "prod")).startswith("1 container em execução.")


async def test_a_missing_target_is_asked_with_those_it_could_be(talk: Talk) -> None:
    question = await talk.say("/stop host=lab")

    assert words(question) == "Qual container?"
    assert labels(question) == ["api", "web"]
    assert words(await talk.press(question, "web")).startswith("Container web parado.")


async def test_a_stranger_who_names_no_target_learns_no_names(talk: Talk) -> None:
    answer = await talk.say("/stop", STRANGER)

    assert words(answer).startswith("Não executei /stop")
    assert not {"web", "api", "lab", "prod"} & set(labels(answer))


async def test_several_targets_are_done_one_at_a_time(talk: Talk) -> None:
    question = await talk.say("docker stop web api no lab")

    assert words(question) == "Qual container? Faço um de cada vez."
    assert labels(question) == ["web", "api"]
    assert words(await talk.press(question, "web")).startswith("Container web parado.")


async def test_a_name_that_nothing_has_is_told_with_where_to_look(talk: Talk) -> None:
    said = words(await talk.say("/logs container=xyzzy host=lab"))

    assert said == "Não achei o container xyzzy no host lab. /ps_all mostra todos, também os parados."


async def test_a_misspelt_name_is_picked_for_a_look_and_asked_for_a_change(talk: Talk) -> None:
    looked = words(await talk.say("/ip container=banca host=lab"))
    asked = await talk.say("/start container=banca host=lab")

    assert "Entendi banco." in looked
    assert words(asked) == "Não achei o container banca no host lab. Quis dizer este?"
    assert labels(asked) == ["banco"]


async def test_what_is_already_so_is_no_failure(talk: Talk) -> None:
    """The engine answers 304."""
    await talk.say("/ps host=lab")
    talk.lab.failure = AlreadySo("it is so already")

    assert words(await talk.say("/ps host=lab")) == "Nada a fazer: isso já estava assim no host lab."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Me mande uma pergunta"),
        ("   \n ", "Me mande uma pergunta"),
        ("/pergunta", "Escreva a pergunta logo depois do comando"),
        ("/pergunta@EstivadorBot  ", "Escreva a pergunta logo depois do comando"),
        ("/pergunta o que é cgroups?", "Cgroups"),
        ("/START", "Estivador"),
        ("/start@EstivadorBot", "Estivador"),
        ("/id", "Seu id: 1001. Id desta conversa: -2000."),
        ("não para o web do lab", ""),
        ("?", ""),
        ("🐳", ""),
        ("\u200b", ""),
        ("\ud800", ""),
        ("/" + "x" * 5000, ""),
    ],
)
async def test_whatever_is_written_there_is_an_answer_and_nothing_is_done(talk: Talk, text: str, says: str) -> None:
    said = words(await talk.say(text))

    assert said
    assert says in said
    assert not {"stop", "remove", "kill"} & set(talk.lab.calls)


async def test_an_order_too_long_to_be_read_whole_is_not_done(talk: Talk) -> None:
    said = words(await talk.say("para o web do lab" + " " * 5000 + "não, deixa"))

    assert said.startswith("Não executei: um pedido com mais de 4096 caracteres")
    assert "stop" not in talk.lab.calls


async def test_an_old_order_is_told_with_a_button_to_repeat_it(talk: Talk) -> None:
    asked = Question("para o web do lab", ANA, GROUP, talk.clock.now())
    talk.clock.move(90)
    answer = await talk.whole.conversation.reply(asked)

    assert "mais de um minuto" in words(answer)
    assert labels(answer) == ["Repetir agora"]
    assert words(await talk.press(answer, "Repetir agora")).startswith("Container web parado.")


async def test_help_lists_what_this_person_may_do_here_and_nothing_else(talk: Talk) -> None:
    everything, looks, nothing = [words(await talk.say("/ajuda", person)) for person in (ANA, RUI, STRANGER)]

    assert "/rm container" in everything
    assert "/ps [host]" in looks
    assert "/stop container" not in looks
    assert "/rm container" not in looks
    assert "operar hosts é só para quem está na lista" in nothing
    assert "/ps [host]" not in nothing


async def test_the_menu_is_what_help_lists(talk: Talk) -> None:
    conversation = talk.whole.conversation
    mine = dict(conversation.menu(ANA, GROUP))
    ruis = dict(conversation.menu(RUI, GROUP))

    assert set(dict(conversation.menu(None, None))) == {"ajuda", "pergunta", "id"}
    assert set(dict(conversation.menu(STRANGER, GROUP))) == {"ajuda", "pergunta", "id"}
    assert {"rm", "stop", "ps"} <= set(mine)
    assert "ps" in ruis
    assert "stop" not in ruis


async def test_the_greeting_has_no_heading(talk: Talk) -> None:
    assert words(await talk.say("/start")).startswith("Oi! Que bom")


async def test_only_the_chats_named_are_open_and_those_whom_a_rule_names(talk: Talk) -> None:
    talk.open_chats = (-3000,)
    talk.rules = (*talk.rules, Rule(chat=-4000, hosts=("lab",), allow=Risk.READ))
    conversation = talk.whole.conversation

    assert conversation.is_open(STRANGER, Place(Front.TELEGRAM, -3000, private=False))
    assert not conversation.is_open(STRANGER, GROUP)
    assert conversation.is_open(ANA, PRIVATE)
    assert conversation.is_open(STRANGER, Place(Front.TELEGRAM, -4000, private=False))
    assert conversation.is_open(Person(0, "terminal"), Place(Front.TERMINAL))


async def test_commands_of_other_bots_are_known_not_to_be_ours(talk: Talk) -> None:
    conversation = talk.whole.conversation

    assert all(conversation.is_command(name) for name in ("ps", "ajuda", "start", "id", "pergunta", "agendar"))
    assert not conversation.is_command("weather")


async def test_a_channel_is_refused(talk: Talk) -> None:
    said = words(await talk.say("/ps host=lab", Person(None, "Canal"), Place(Front.TELEGRAM, -5000, private=False)))

    assert "não sei quem está pedindo" in said
