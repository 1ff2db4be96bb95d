"""Schedules: made, listed, removed, rebuilt, and run with the permissions of the moment."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.reports import Reporter
from bot.schedules import ScheduledTask
from commands.access import Rule
from commands.errors import EngineUnreachable
from commands.operation import Risk
from commands.request import Front, Person, Place
from knowledge.answer import Answer, Heading, Table
from tests.bot.talk import ANA, GROUP, PRIVATE, RUI, STRANGER, Talk, labels
from tests.commands.operations.reading import words

DAILY = "me manda as estatísticas do lab todo dia às 8h"
SUPERGROUP = Place(Front.TELEGRAM, -1002000, private=False, title="Turma")


def tasks(talk: Talk) -> tuple[ScheduledTask, ...]:
    return talk.whole.store.enabled()


async def run(talk: Talk, number: int = 1) -> Answer | None:
    """What the chat gets when schedule `number` is due."""
    before = len(talk.outbox.sent)
    await talk.whole.reporter.run(next(task for task in tasks(talk) if task.number == number))
    return talk.outbox.sent[-1][1] if len(talk.outbox.sent) > before else None


async def test_a_schedule_says_what_it_does_where_and_when_it_first_will(talk: Talk) -> None:
    said = words(await talk.say(DAILY, RUI))

    assert said.startswith(
        "Agendamento 1 criado: mostra o consumo de CPU, memória e rede dos containers no host lab, todo dia às 8h. "
        "A primeira vez será em 05/05/2026 08:00."
    )
    assert "remove o agendamento 1" in said


async def test_what_is_listed_is_what_was_made_in_this_chat(talk: Talk) -> None:
    await talk.say(DAILY)
    await talk.say("agenda reinicia o api no lab toda segunda às 9h30")
    await talk.say(DAILY, ANA, PRIVATE)

    here = words(await talk.say("quais agendamentos tem aqui?"))
    assert "2 agendamentos neste chat." in here
    assert "- 2: reinicia um container (api) no host lab, toda segunda às 9h30; próxima vez em 04/05/2026 09:30" in here
    assert "(de Ana)" in here
    assert "1 agendamento neste chat." in words(await talk.say("/schedule_list", ANA, PRIVATE))


async def test_a_removed_one_is_gone_and_its_number_is_free(talk: Talk) -> None:
    await talk.say(DAILY)
    await talk.say("agenda reinicia o api no lab toda segunda às 9h30")

    assert words(await talk.say("remove o agendamento 1")).startswith("Agendamento 1 removido: mostra o consumo")
    assert [task.operation for task in tasks(talk)] == ["restart"]
    await talk.say(DAILY)
    assert sorted(task.number for task in tasks(talk)) == [1, 2]


@pytest.mark.parametrize(("which", "left"), [("segunda", "stats"), ("consumo", "restart"), ("#2", "stats")])
async def test_one_is_removed_by_words_of_its_time_or_work(talk: Talk, which: str, left: str) -> None:
    await talk.say(DAILY)
    await talk.say("agenda reinicia o api no lab toda segunda às 9h30")

    await talk.say(f"/schedule_remove which={which}")

    assert [task.operation for task in tasks(talk)] == [left]


async def test_a_number_that_is_not_there_is_answered_with_those_that_are(talk: Talk) -> None:
    await talk.say(DAILY)

    said = words(await talk.say("remove o agendamento 7"))
    assert "não sei qual agendamento é “7”. Diga o número (1: todo dia às 8h)" in said
    assert len(tasks(talk)) == 1


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (
            "/schedule operation='a capital da França' when='todo dia às 8h'",
            "não entendi o que fazer em “a capital da França”",
        ),
        ("/schedule operation=stats host=lab when='amanhã às 8h'", "só agendo o que se repete"),
        ("/schedule operation=stats host=lab when='quando der'", "não entendi quando"),
        ("/schedule operation=stats when='todo dia às 8h'", "diga em qual host: pode ser lab e prod"),
        ("/schedule operation=stop host=lab when='todo dia às 8h'", "faltou dizer o container"),
        ("/schedule operation=agendamentos when='todo dia às 8h'", "não entendi o que fazer"),
    ],
)
async def test_what_cannot_be_scheduled_says_why(talk: Talk, order: str, says: str) -> None:
    said = words(await talk.say(order))

    assert said.startswith("Não deu: ")
    assert says in said
    assert tasks(talk) == ()


async def test_who_may_not_do_it_may_not_schedule_it(talk: Talk) -> None:
    order = "agenda reinicia o api no lab todo dia às 8h"

    assert "Não executei /schedule" in words(await talk.say(order, STRANGER))
    assert "não pode fazer isso em nenhum host daqui" in words(await talk.say(order, RUI))
    assert tasks(talk) == ()


async def test_a_report_is_a_short_heading_and_the_table(talk: Talk) -> None:
    """No docker command and no note below: it is read on a phone, every day."""
    await talk.say(DAILY)

    report = await run(talk)
    assert report is not None
    assert report.blocks[0] == Heading("stats · lab · 04/05 09:00")
    assert [type(block) for block in report.blocks].count(Table) == 1
    assert "$ docker" not in words(report)
    assert talk.outbox.sent[0][0] == GROUP


async def test_a_schedule_runs_with_what_its_owner_may_at_that_moment(talk: Talk) -> None:
    await talk.say("agenda reinicia o api no lab todo dia às 8h")
    talk.restart()
    talk.rules = (Rule(user=1001, hosts=("lab",), allow=Risk.READ),)

    report = await run(talk)
    assert report is not None
    assert words(report).startswith("Agendamento 1:\nNão executei /restart")
    assert "restart" not in talk.lab.calls


async def test_what_destroys_is_asked_in_the_chat_and_its_owner_confirms_it_there(talk: Talk) -> None:
    await talk.say("/schedule operation='remove o banco' host=lab when='todo dia às 8h'")

    question = await run(talk)
    assert question is not None
    assert labels(question)[:2] == ["Confirmar", "Cancelar"]
    assert "Só Ana pode confirmar" in words(question)
    assert "remove" not in talk.lab.calls
    talk.clock.move(30 * 60)  # nobody sits waiting for what a schedule asks
    assert "de outra pessoa" in words(await talk.press(question, "Confirmar", ANA, PRIVATE))
    assert "de outra pessoa" in words(await talk.press(question, "Confirmar", RUI))
    assert words(await talk.press(question, "Confirmar")).startswith("Container banco removido.")


async def test_schedules_survive_a_restart(talk: Talk) -> None:
    await talk.say(DAILY)
    made = tasks(talk)

    talk.restart()

    assert tasks(talk) == made
    assert "1 agendamento neste chat." in words(await talk.say("/schedule_list"))
    assert await run(talk) is not None


async def test_a_chat_that_cannot_be_written_to_is_left_alone_until_somebody_asks_there_again(talk: Talk) -> None:
    await talk.say(DAILY)
    task = tasks(talk)[0]
    talk.outbox.is_gone = True

    assert not await talk.whole.reporter.run(task)
    assert tasks(talk) == ()
    assert not await talk.whole.reporter.run(task)

    talk.outbox.is_gone = False
    assert "1 agendamento neste chat." in words(await talk.say("/schedule_list"))
    assert tasks(talk) == (task,)


async def test_a_removed_schedule_does_not_run_even_if_its_job_still_stands(talk: Talk) -> None:
    await talk.say(DAILY)
    task = tasks(talk)[0]
    await talk.say("remove o agendamento 1")

    assert not await talk.whole.reporter.run(task)
    assert talk.outbox.sent == []


async def test_a_host_that_fails_is_told_and_the_schedule_stays(talk: Talk) -> None:
    await talk.say(DAILY)
    talk.lab.failure = EngineUnreachable("refused")

    report = await run(talk)
    assert report is not None
    assert "o Docker de lá não respondeu" in words(report)
    assert len(tasks(talk)) == 1


async def test_what_nobody_foresaw_is_told_with_a_reference_and_the_schedule_stays(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    await talk.say(DAILY)
    talk.lab.stats_of = None  # type: ignore[assignment]  # a mistake of ours

    assert await talk.whole.reporter.run(tasks(talk)[0])
    said = words(talk.outbox.sent[-1][1])
    assert said.startswith("O agendamento 1 falhou aqui dentro")
    assert said.partition("código ")[2][:8] in caplog.text


async def test_before_a_front_is_ready_a_due_report_is_skipped(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    await talk.say(DAILY)
    whole = talk.whole
    unready = Reporter(whole.conversation.execution, whole.store, talk.clock, whole.conversation.zone)

    assert await unready.run(tasks(talk)[0])
    assert "no front is ready" in caplog.text


async def test_a_group_that_became_a_supergroup_keeps_its_schedules(talk: Talk) -> None:
    """Its id changes; numbers that the new chat already has are not taken twice."""
    await talk.say(DAILY)
    await talk.say(DAILY, ANA, SUPERGROUP)

    told = await talk.whole.conversation.moved(-2000, -1002000)

    assert told is not None
    assert words(told) == (
        "Este grupo virou supergrupo, e o id da conversa agora é -1002000. Os agendamentos continuam."
    )
    assert sorted(task.number for task in talk.whole.store.of(SUPERGROUP)) == [1, 2]
    assert talk.whole.store.of(GROUP) == ()


async def test_a_rule_for_the_old_id_cannot_move_and_that_is_told_and_logged(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    talk.rules = (Rule(chat=-2000, hosts=("lab",), allow=Risk.READ),)

    told = await talk.whole.conversation.moved(-2000, -1002000)

    assert told is not None
    assert "a configuração ainda tem o id antigo, -2000" in words(told)
    assert "change its id in the configuration" in caplog.text
    assert await talk.whole.conversation.moved(-7, -8) is None


async def test_a_chat_has_a_most_of_schedules(talk: Talk) -> None:
    for _ in range(20):
        await talk.say("/schedule operation=stats host=lab when='todo dia às 8h'")

    said = words(await talk.say("/schedule operation=stats host=lab when='todo dia às 8h'"))
    assert "já tem 20 agendamentos, o máximo" in said


async def test_two_at_once_get_two_numbers(talk: Talk) -> None:
    order = "/schedule operation=stats host=lab when='todo dia às 8h'"

    await asyncio.gather(*(talk.say(order) for _ in range(8)))

    assert sorted(task.number for task in tasks(talk)) == list(range(1, 9))


async def test_at_the_terminal_it_is_said_that_schedules_end_with_the_chat(talk: Talk) -> None:
    terminal = Place(Front.TERMINAL)
    talk.rules = (Rule(user=0, hosts=("*",), allow=Risk.DESTROY),)

    said = words(await talk.say(DAILY, Person(0, "terminal"), terminal))
    listed = words(await talk.say("/schedule_list", Person(0, "terminal"), terminal))

    assert "só rodam enquanto este chat estiver aberto" in said
    assert "(de terminal)" not in listed
    assert [task.place.front for task in talk.whole.store.enabled(Front.TERMINAL)] == [Front.TERMINAL]
    assert talk.whole.store.enabled(Front.TELEGRAM) == ()


async def test_another_process_may_use_the_same_database(talk: Talk, tmp_path: Path) -> None:
    """A terminal beside the Telegram bot: a writer waits for the other instead of failing."""
    await talk.say("/ps host=lab")
    other = sqlite3.connect(tmp_path / "e.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    saying = asyncio.create_task(talk.say(DAILY))
    await asyncio.sleep(0.3)
    await asyncio.to_thread(other.execute, "COMMIT")
    other.close()

    assert words(await saying).startswith("Agendamento 1 criado")
