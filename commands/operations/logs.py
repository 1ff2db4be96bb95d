"""Show the last lines of a container's log."""

from commands.docker_line import docker
from commands.errors import Unfit
from commands.excerpt import excerpt, file_name
from commands.operation import CONTAINER, HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Container, LogText
from knowledge.answer import Answer, Text, escape

DEFAULT_LINES = 50


def run(engine: Engine, container: Container, lines: int | None = None) -> LogText:
    if lines is not None and lines < 1:
        raise Unfit(f"peça pelo menos uma linha do log, não {lines}")
    return engine.logs(container, lines or DEFAULT_LINES)


def present(log: LogText) -> Answer:
    name = f"**{escape(log.container.name)}**"
    blocks = excerpt(log.text, file_name(log.container.name, ".log"))
    if not blocks:
        return Answer((Text(f"O container {name} ainda não escreveu nada nos logs."),))
    count = len(log.text.strip("\r\n").splitlines())
    shown = f"Últimas {count} linhas" if count > 1 else "Última linha"
    return Answer((Text(f"{shown} do log de {name}."), *blocks))


PHRASES = (
    "(mostra|mostre|me mostra) [os|o] (log|logs) (do|da) {container} [no {host}]",
    "(mostra|me mostra|manda) as últimas {lines} linhas (do|de log do|dos logs do) {container} [no {host}]",
    "(últimas|ultimas|as últimas) {lines} linhas (do log do|do|dos logs da) {container} [no {host}]",
    "(me dá|me passa|me manda|me traz|traz) [os|o] (log|logs) (do|do container) {container} [no {host}]",
    "(logs|log) [do] {container} [no {host}|lá no {host}]",
    "(logs|log) do [container] {container} [com] {lines} linhas [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] logs (no|do|da) {container} [no {host}]",
    "docker logs [--tail {lines}|-n {lines}] {container} [no {host}]",
    "(dá|faz|roda) um tail [de {lines} linhas] (no|nos logs do|no log do) {container} [no {host}]",
    "tail [-n {lines}|-{lines}|de {lines}] (do|no log do) {container} [no {host}]",
    "(quero|queria|preciso) ver [os|o] (log|logs) (do|da) {container} [no {host}]",
    "(quero|preciso) (das|ver as) últimas {lines} [linhas] (do|do log do) {container} [no {host}]",
    "(pode|consegue|poderia) (mostrar|ver|mandar|puxar) [os|o] (log|logs) do {container} [no {host}]",
    "(puxa|pega|busca|baixa|abre) [os|o] (log|logs) (do|da) {container} [no {host}]",
    "mostra-me os registos (do|do contentor) {container} [no {host}|na {host}]",
    "(podes|consegues) (mostrar-me|enviar-me|ver) os registos (do|da) {container} [no {host}]",
    "(mostra-me|envia-me|dá-me) as últimas {lines} linhas (dos registos do|do registo do) {container} [no {host}]",
    "o que (o {container} está|o {container} anda) (dizendo|logando|escrevendo|reclamando) [no {host}]",
    "o que o container {container} está (dizendo|logando|escrevendo|reclamando) [no {host}]",
    "o que (saiu|apareceu|tem|está escrito) (no log|nos logs) (do|da) {container} [no {host}]",
    "o {container} (caiu|travou|morreu|quebrou), (mostra o log|me mostra os logs|o que diz o log dele) [no {host}]",
    "o {container} (está|tá) (dando erro|estranho), (mostra os logs|puxa o log|vê o log) [dele] [no {host}]",
    "o {container} (está|tá) (reclamando|com problema), (mostra os logs|puxa o log|vê o log) [dele] [no {host}]",
    "(por que|pq) o {container} (caiu|não sobe|não subiu), (vê no log|mostra os logs|olha os logs) [dele]",
    "(vê|olha|espia|checa|confere) [os|o] (log|logs) do {container} [no {host}|lá no {host}]",
    "(tem|há|apareceu) (algum erro|alguma exceção|algum aviso) (nos logs|no log) (do|da) {container} [no {host}]",
    "(que|qual) erro (está|tá) (dando|aparecendo) no (log do|logs do) {container} [no {host}]",
    "(dá|dê) uma (olhada|espiada) (nos logs|no log) (do|da) {container} [no {host}]",
    "(dá uma espreitadela aos registos|espreita os registos|espreita os logs) (do|da) {container} [no {host}]",
    "(a saída|o output|o stdout|o console) (do|da|do container) {container} [no {host}] [pfv]",
    "(mostra|me mostra|manda) (a saída|o output|o console|o stdout) (do|da) {container} [no {host}]",
    "[me] manda os logs do {container} [em arquivo|num arquivo|num ficheiro] [no {host}]",
    "(vê|manda) (p/ mim|pra mim|aí) o log do {container} (c/|com) {lines} linhas [no {host}]",
    "{lines} linhas (de log|de logs|do log) (do|da) {container} [no {host}]",
    "(final|finalzinho|fim|rabo) do log (do|da) {container} [no {host}]",
    "(check|show|get) [the] logs (do|de|of) {container} [no {host}]",
    "o que (aconteceu|houve|rolou) com o {container}, (mostra o log|me mostra os logs|abre os logs)",
    "(acompanha|segue|lê|leia) (o log|os logs) (do|da) {container} [no {host}]",
)

OPERATION = Operation(
    name="logs",
    summary="Mostra as últimas linhas do log de um container",
    topic="comando/logs",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST, Parameter("lines", Kind.INTEGER, "quantas linhas", required=False)),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container, lines=None: docker("logs", "--tail", lines or DEFAULT_LINES, container),
    aliases=("registros",),
)
