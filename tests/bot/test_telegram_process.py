"""`estivador telegram` as a person meets it: a process over HTTP, whose effects another Docker client looks at."""

import gc
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import docker
import pytest

from tests.bot.telegram_process import TelegramProcess
from tests.conftest import MakeContainer
from tests.fakes.bot_api import BotApi, Chat, Message, User
from tests.private_engine import IMAGE, LABEL, PrivateEngine, import_busybox

pytestmark = [pytest.mark.engine, pytest.mark.process]

ANA, RUI, BIA = User(1001, "Ana"), User(1002, "Rui"), User(1003, "Bia")
NINA, ZECA = User(1004, "Nina"), User(1666, "Zeca")  # no rule names them
GROUP, FORUM, SMALL, UPGRADED = -1002000, -1002001, -2003, -1002003

# Buttons that are pressed when they are gone already, and the poll of a process that has just ended.
HARMLESS = ("editmessagereplymarkup: Bad Request: message is not modified", "getupdates: Conflict")

CONFIGURATION = """
[hosts.lab]
url = "{lab}"
description = "laboratório"
[hosts.casa]
url = "{casa}"
{rules}"""
RULES = (
    ("user = 1001", "lab", "destroy"),
    ("user = 1002", "lab", "read"),
    ("user = 1003", "casa", "destroy"),
    (f"chat = {GROUP}", "lab", "read"),
    (f"chat = {FORUM}", "lab", "read"),
    (f"chat = {SMALL}", "lab", "read"),
)


@pytest.fixture(scope="module")
def casa() -> Iterator[Path]:
    """Where the engine of host `casa` would be: it runs only in the test that starts it."""
    folder = Path(tempfile.mkdtemp(prefix="estv3-"))  # short: a socket's path may have 107 characters at most
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """Everybody has written to the bot before, so their menus can be set."""
    with BotApi() as api:
        for user in (ANA, RUI, BIA, NINA, ZECA):
            api.private(user)
        api.group(GROUP, kind="supergroup")
        api.forum(FORUM, topics=(7, 8))
        api.group(SMALL)
        yield api


@pytest.fixture(scope="module")
def known(docker_client: docker.APIClient) -> Iterator[str]:
    """A container that was there before the bot was: the others are too new for it to know their names."""
    name = f"antigo-{uuid4().hex[:6]}"
    made = docker_client.create_container(
        IMAGE, command=["sleep", "1000"], name=name, labels={LABEL: "1"}, stop_signal="SIGKILL"
    )
    docker_client.start(made["Id"])
    yield name
    docker_client.remove_container(made["Id"], force=True)


@pytest.fixture(scope="module")
def bot(
    api: BotApi, docker_host: str, casa: Path, known: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TelegramProcess]:
    folder = tmp_path_factory.mktemp("telegram")
    rules = "".join(f'[[access]]\n{who}\nhosts = ["{host}"]\nallow = "{most}"\n' for who, host, most in RULES)
    written = CONFIGURATION.format(lab=docker_host, casa=f"unix://{casa}/d.sock", rules=rules)
    (folder / "estivador.toml").write_text(written, encoding="utf-8")
    process = TelegramProcess(api, folder)
    process.start()
    wait_menus(api)
    yield process
    process.end()


@pytest.fixture(autouse=True)
def _nothing_refused(api: BotApi) -> Iterator[None]:
    """Whatever was sent, Telegram took it."""
    yield
    assert [refused for refused in api.world.refused if not refused.startswith(HARMLESS)] == []


@pytest.fixture
def name() -> str:
    return f"web-{uuid4().hex[:6]}"


def state(client: docker.APIClient, name: str) -> str | None:
    found = client.containers(all=True, filters={"name": f"^/{name}$"})
    return str(found[0]["State"]) if found else None


def says(api: BotApi, user: User, text: str, chat: Chat | None = None) -> Message:
    """What the bot answers; in private where no chat is said."""
    return api.answer_to(api.person_says(chat or api.private(user), user, text))


def presses(api: BotApi, user: User, message: Message, label: str) -> Message:
    """What the bot answers to a press of a button of `message`."""
    known = {sent.id for sent in api.messages(message.chat)}
    api.presses(user, message, label)

    def look() -> Message | None:
        return next((m for m in api.messages(message.chat) if m.id not in known and m.reply_to == message.id), None)

    return api.wait_until(look, f"an answer to the press of {label!r}")


def shown(message: Message) -> Message:
    """As it stays on the screen of somebody who has not seen it change."""
    return replace(message, keyboard=list(message.keyboard))


def wait_menus(api: BotApi) -> None:
    """Until the last of them has been set."""
    api.wait_until(lambda: (f"chat:{SMALL}", "") in api.world.commands, "the last menu")


# looking


def test_it_explains_with_the_line_of_the_note(api: BotApi, bot: TelegramProcess) -> None:
    answer = says(api, ZECA, "o que é cgroups?")

    assert "limita" in answer.text
    assert "Nota do grupo, linha 17" in answer.text
    assert answer.buttons


def test_it_lists_the_containers_that_really_run(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str
) -> None:
    make_container(name)
    make_container(f"{name}-parado", start=False)
    answer = says(api, RUI, "quais containers estão rodando no lab?")

    assert name in answer.text
    assert f"{name}-parado" not in answer.text
    assert "Host: lab" in answer.text


def test_markup_in_a_log_arrives_as_it_was_written(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str
) -> None:
    line = "<b>&</b> &lt; </pre> <script>_*[x](y)`"
    make_container(name, command=("sh", "-c", 'echo "$L"; sleep 1000'), environment={"L": line})
    answer = says(api, RUI, f"mostra os logs do container {name}")

    assert line in answer.text
    assert answer.document is None


def test_a_long_log_arrives_whole_as_a_file(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str
) -> None:
    script = "seq 3000 | sed 's/.*/<b>\\&amp; linha & <\\/b>/'; sleep 1000"
    make_container(name, command=("sh", "-c", script))
    chat = api.private(RUI)
    known = len(api.messages(chat))
    says(api, RUI, f"mostra as últimas 3000 linhas do log do container {name}")
    api.wait_until(lambda: any(m.document for m in api.messages(chat)[known:]), "the file")
    (file,) = [m.document for m in api.messages(chat)[known:] if m.document]

    assert file.name == f"{name}.log"
    written = file.content.decode().splitlines()
    assert len(written) == 3000
    assert written[0] == "<b>&amp; linha 1 </b>"
    assert written[-1] == "<b>&amp; linha 3000 </b>"


def test_the_menus_are_portuguese_and_show_each_chat_what_it_may_do(api: BotApi, bot: TelegramProcess) -> None:
    menus = api.world.commands
    anybody = dict(menus["default", "pt"])
    menu = {chat: dict(menus[f"chat:{chat}", ""]) for chat in (ANA.id, RUI.id, GROUP)}

    assert menus["default", ""] == menus["default", "pt"]
    assert "Docker" in anybody["pergunta"]
    assert "stop" not in anybody
    assert menu[ANA.id]["stop"] == "Para um container em execução"
    assert "rm" in menu[ANA.id]
    assert "logs" in menu[RUI.id]
    assert "stop" not in menu[RUI.id]
    assert menu[GROUP] == menu[RUI.id]
    assert (f"chat:{ZECA.id}", "") not in menus
    assert api.world.descriptions["short_description", "pt"].startswith("Docker em português")


# changing


def test_it_stops_a_container_and_starts_it_again(
    api: BotApi, bot: TelegramProcess, known: str, docker_client: docker.APIClient
) -> None:
    answer = says(api, ANA, f"para o container {known} no lab")

    assert f"Container {known} parado." in answer.text
    assert state(docker_client, known) == "exited"
    assert known in says(api, ANA, f"inicia o {known}").text
    assert state(docker_client, known) == "running"


def test_a_stranger_is_refused_with_the_reason_and_a_way_to_learn(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str, docker_client: docker.APIClient
) -> None:
    make_container(name)
    refusal = says(api, ZECA, f"/stop {name}")

    assert "aqui, para você, eu só explico" in refusal.text
    assert "[[access]]" in refusal.text
    assert "docker stop" in presses(api, ZECA, refusal, "Ler a explicação toda").text
    assert str(ZECA.id) in says(api, ZECA, "/id").text
    assert state(docker_client, name) == "running"


def test_an_order_older_than_a_minute_is_told_and_runs_only_when_repeated(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str, docker_client: docker.APIClient
) -> None:
    make_container(name)
    written = datetime.now(UTC) - timedelta(seconds=90)
    told = api.answer_to(api.person_says(api.private(ANA), ANA, f"/stop {name}", date=written))

    assert "já tinha mais de um minuto" in told.text
    assert state(docker_client, name) == "running"
    assert f"Container {name} parado." in presses(api, ANA, told, "Repetir agora").text
    assert state(docker_client, name) == "exited"


def test_a_group_that_may_only_look_gets_the_report_and_stops_nothing(
    api: BotApi, bot: TelegramProcess, known: str, docker_client: docker.APIClient
) -> None:
    group = api.group(GROUP)
    report = says(api, NINA, "@estivador_bot estatísticas do lab", group)
    refusal = says(api, NINA, f"@estivador_bot para o container {known}", group)

    assert "CPU" in report.text
    assert known in report.text
    assert "sua permissão aqui não chega até aí" in refusal.text
    assert "Ler a explicação toda" in refusal.buttons
    assert state(docker_client, known) == "running"


# losing


def test_a_container_is_removed_by_the_button_of_whoever_asked_and_of_nobody_else(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str, docker_client: docker.APIClient
) -> None:
    make_container(name)
    group = api.group(GROUP)
    question = says(api, ANA, f"/rm {name}", group)
    assert f"Vou remover o container {name}" in question.text
    assert "Só Ana pode confirmar" in question.text
    assert state(docker_client, name) == "running"

    assert "é de outra pessoa" in presses(api, RUI, question, "Confirmar").text
    assert state(docker_client, name) == "running"

    before = shown(question)
    assert f"Container {name} removido." in presses(api, ANA, question, "Confirmar").text
    assert state(docker_client, name) is None
    api.wait_until(lambda: question.buttons == [], "the buttons to go")

    make_container(name)
    assert "já foi usada" in presses(api, ANA, before, "Confirmar").text
    assert state(docker_client, name) == "running"


def test_cancelling_removes_nothing(
    api: BotApi, bot: TelegramProcess, known: str, docker_client: docker.APIClient
) -> None:
    question = says(api, ANA, f"remove o container {known}")
    before = shown(question)

    assert "Cancelado" in presses(api, ANA, question, "Cancelar").text
    assert "já foi usada ou cancelada" in presses(api, ANA, before, "Confirmar").text
    assert state(docker_client, known) == "running"


def test_a_confirmation_whose_time_is_over_does_nothing(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str, docker_client: docker.APIClient
) -> None:
    make_container(name)
    question = says(api, ANA, f"/rm {name}")
    over = (datetime.now(UTC) - timedelta(seconds=1)).strftime("%Y-%m-%d %H:%M:%S.%f")
    bot.rows("UPDATE confirmations SET expires = ? WHERE state = 'open'", over)

    assert "O prazo desta confirmação acabou" in presses(api, ANA, question, "Confirmar").text
    assert state(docker_client, name) == "running"


def test_a_namesake_that_came_meanwhile_is_asked_about_again(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str, docker_client: docker.APIClient
) -> None:
    first = make_container(name)
    question = says(api, ANA, f"/rm {name}")
    docker_client.remove_container(first, force=True)
    second = make_container(name)
    again = presses(api, ANA, question, "Confirmar")

    assert "mudou desde a pergunta" in again.text
    assert second[:12] in again.text
    assert state(docker_client, name) == "running"
    assert "removido" in presses(api, ANA, again, "Confirmar").text
    assert state(docker_client, name) is None


# groups


def test_in_a_topic_it_answers_mentions_replies_and_commands_and_nothing_else(
    api: BotApi, bot: TelegramProcess
) -> None:
    forum = api.forum(FORUM)
    talk = api.person_says(forum, NINA, "o que é um volume?", thread=7)
    mention = api.person_says(forum, NINA, "@estivador_bot o que é um volume?", thread=7)
    first = api.answer_to(mention)
    reply = api.person_says(forum, NINA, "o que é uma imagem?", thread=7, reply_to=first)
    command = api.person_says(forum, NINA, "/pergunta o que é cgroups?", thread=8)
    api.answer_to(reply)
    api.answer_to(command)

    assert {(m.reply_to, m.thread) for m in api.messages(forum)} == {(mention.id, 7), (reply.id, 7), (command.id, 8)}
    assert talk.id not in {m.reply_to for m in api.messages(forum)}


# schedules


def test_a_schedule_outlives_a_restart_and_is_removed_when_asked(api: BotApi, bot: TelegramProcess) -> None:
    group = api.group(GROUP)
    made = says(api, NINA, "@estivador_bot me manda as estatísticas do lab todo dia às 8h", group)
    assert "Agendamento 1 criado" in made.text
    assert "08:00" in made.text
    assert "todo dia às 8h" in says(api, NINA, "@estivador_bot quais agendamentos tem aqui?", group).text

    assert bot.stop() == 0
    waited = api.person_says(group, NINA, "@estivador_bot quais agendamentos tem aqui?")
    api.world.commands.clear()
    bot.start()
    wait_menus(api)

    kept = api.answer_to(waited)
    assert "1 agendamento" in kept.text
    assert "lab, todo dia às 8h" in kept.text
    assert "Agendamento 1 removido" in says(api, NINA, "@estivador_bot remove o agendamento 1", group).text
    assert "Nenhum agendamento" in says(api, NINA, "@estivador_bot quais agendamentos tem aqui?", group).text


def test_a_group_that_becomes_a_supergroup_keeps_its_schedules(api: BotApi, bot: TelegramProcess) -> None:
    group = api.group(SMALL)
    says(api, RUI, "@estivador_bot me manda as estatísticas do lab todo dia às 8h", group)
    new = api.upgraded(group, UPGRADED, RUI)
    (told,) = api.wait_messages(new, 1)

    assert str(UPGRADED) in told.text
    assert "todo dia às 8h" in says(api, RUI, "@estivador_bot quais agendamentos tem aqui?", new).text


def test_a_schedule_of_every_minute_sends_its_report(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str
) -> None:
    make_container(name)
    make_container(f"{name}-2")
    chat = api.private(RUI)
    made = says(api, RUI, "me manda as estatísticas do lab a cada 1 minuto")
    number = re.search(r"Agendamento (\d+) criado", made.text)
    assert number is not None, made.text
    sent = {m.id for m in api.messages(chat)}
    report = api.wait_until(lambda: next((m for m in api.messages(chat) if m.id not in sent), None), "a report", 75)

    assert report.text.startswith("stats · lab · ")
    assert name in report.text
    assert "pre" in {entity["type"] for entity in report.entities}
    assert "removido" in says(api, RUI, f"remove o agendamento {number[1]}").text


# trouble


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # docker-py leaks a socket, see below
def test_an_engine_that_goes_away_half_way_is_told_with_what_to_do(
    api: BotApi, bot: TelegramProcess, private_engine: PrivateEngine, casa: Path
) -> None:
    """`private_engine` is only taken to learn that engines can be started here."""
    engine = PrivateEngine(casa)
    engine.start()
    try:
        import_busybox(engine.url)
        inside = _deaf_container(engine, "surdo")
        assert "surdo" in says(api, BIA, "quais containers estão rodando?").text
        question = says(api, BIA, "/rm surdo")
        order = api.person_says(api.private(BIA), BIA, "/stop surdo")
        api.wait_until(lambda: "não" in _log(engine, "surdo"), "the SIGTERM of the stop")
        _crash(engine, inside)
        broken_off = api.answer_to(order)
        refused = presses(api, BIA, question, "Confirmar")
    finally:
        engine.remove()
        gc.collect()  # the sockets that docker-py left open are told here, and not in some later test

    for answer in (broken_off, refused):
        assert "Não deu certo com surdo no host casa: o Docker de lá não respondeu" in answer.text
        assert "systemctl status docker" in answer.text
        assert "Entender melhor" in answer.buttons


def _deaf_container(engine: PrivateEngine, name: str) -> int:
    """Stopping it takes its time: to a SIGTERM it says "não". Its process id on this machine."""
    client = docker.APIClient(engine.url, version="auto", timeout=30)
    script = "trap 'echo não' TERM; while :; do sleep 0.2; done"
    client.start(client.create_container(IMAGE, command=["sh", "-c", script], name=name)["Id"])
    pid = int(client.inspect_container(name)["State"]["Pid"])
    client.close()
    assert pid > 1
    return pid


def _log(engine: PrivateEngine, name: str) -> str:
    client = docker.APIClient(engine.url, version="auto", timeout=30)
    try:
        log: bytes = client.logs(name)
    finally:
        client.close()
    return log.decode()


def _crash(engine: PrivateEngine, inside: int) -> None:
    """The daemon dies in the middle of what it is doing, then the shim of its only container, and that container."""
    status = Path(f"/proc/{inside}/status").read_text(encoding="utf-8")
    shim = int(status.partition("PPid:")[2].split()[0])
    assert shim > 1
    for pid in (engine.pid, shim, inside):
        os.kill(pid, signal.SIGKILL)


# what it leaves


def test_the_trail_holds_what_was_done_and_refused_and_no_secret(
    api: BotApi, bot: TelegramProcess, make_container: MakeContainer, name: str
) -> None:
    make_container(name)
    says(api, RUI, f"/logs {name}")
    says(api, ANA, f"/rm {name}")
    says(api, RUI, f"/rm {name}")
    says(api, ANA, f"/exec {name} env DB_PASSWORD=hunter2secreta true")
    says(api, ANA, f"/logs {api.token}")
    trail = bot.rows("SELECT * FROM audit ORDER BY id")
    told = [(row["person_id"], row["operation"], row["outcome"], row["why"]) for row in trail if name in row["text"]]

    assert told[:3] == [
        (RUI.id, "logs", "done", ""),
        (ANA.id, "rm", "pending", ""),
        (RUI.id, "rm", "refused", "risk_too_high"),
    ]
    assert told[3][1:3] == ("exec", "refused")
    assert "hunter2secreta" not in str(trail)
    assert {row["host"] for row in trail if row["outcome"] == "done" and row["operation"] == "logs"} == {"lab"}
    assert all(row["moment"] and row["front"] in ("telegram", "schedule") for row in trail)
    for file in bot.data.rglob("*"):
        assert not file.is_file() or api.token.encode() not in file.read_bytes(), file.name


def test_a_sigterm_ends_it_well_and_nothing_it_ever_printed_holds_the_token(api: BotApi, bot: TelegramProcess) -> None:
    assert bot.stop() == 0

    secret = api.token.split(":")[1]
    assert secret not in bot.said
    assert "Traceback" not in bot.said
    assert set(bot.said.splitlines()) == {"Estivador no ar como @estivador_bot. Ctrl+C encerra."}
    assert " ERROR " not in (bot.data / "estivador.log").read_text(encoding="utf-8")
