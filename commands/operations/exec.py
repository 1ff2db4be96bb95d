"""Run a command inside a running container."""

import shlex

from commands.argv import argv
from commands.container_state import state
from commands.docker_line import docker
from commands.errors import Unfit
from commands.excerpt import excerpt, file_name
from commands.operation import CONTAINER, HOST, Kind, Operation, Parameter, Risk
from commands.policy import SHELLS
from commands.ports import Engine
from commands.records import CommandResult, Container
from commands.secrets_mask import mask
from knowledge.answer import Answer, Text, code, escape

_NO_TERMINAL = (
    "um chat não é um terminal, então não dá para abrir um shell interativo: diga o comando inteiro, "
    "por exemplo: executa ls -la /app no container web"
)


def run(engine: Engine, container: Container, command: str) -> CommandResult:
    return engine.execute(container, _words(command))


def _words(command: str | None) -> tuple[str, ...]:
    """Raises `Unfit` where there is nothing to run without a terminal."""
    words = argv(command)
    options_only = all(word.startswith("-") for word in words[1:]) and "-c" not in words
    if not words or (words[0].rpartition("/")[2] in SHELLS and options_only):
        raise Unfit(_NO_TERMINAL)
    return words


def present(result: CommandResult) -> Answer:
    name, line = f"**{escape(result.container.name)}**", code(mask(shlex.join(result.command)))
    if result.exit_code == 0:
        said = f"{line} rodou em {name}."
    else:
        said = f"{line} terminou com código {result.exit_code} em {name}{_meaning(result.exit_code)}."
    blocks = excerpt(result.output, file_name(result.container.name, "-exec.txt"))
    return Answer((Text(said), *(blocks or (Text("O comando não escreveu nada."),))))


def _meaning(exit_code: int) -> str:
    known = {126: "o arquivo existe, mas não pode ser executado", 127: "o comando não existe nesse container"}
    return f": {known[exit_code]}" if exit_code in known else ""


def preview(engine: Engine, container: Container, command: str) -> Answer:
    line = code(mask(shlex.join(_words(command))))
    name = f"**{escape(container.name)}**"
    if not container.is_running:
        return Answer(
            (Text(f"O container {name} está {escape(state(container))}: {line} só roda com ele em execução."),)
        )
    return Answer(
        (
            Text(f"Vou rodar {line} dentro do container {name} (imagem {code(container.image)})."),
            Text("O que o comando mudar ou apagar lá dentro não tem volta."),
        )
    )


def command_line(container: Container | str, command: str) -> tuple[str, ...]:
    try:
        return docker("exec", container, *argv(command))
    except Unfit:  # `run` says what is wrong
        return docker("exec", container)


PHRASES = (
    "(executa|execute|executar) {command} (no|na|dentro do|em) [container] {container} [no {host}]",
    "(roda|rode|rodar) [o comando] {command} (dentro do|lá dentro do|dentro da) [container] {container} [no {host}]",
    "(roda|rode) o comando {command} (no|na|em) [container] {container} [no {host}]",
    "(roda|rode) {command} no container {container} [do {host}|no {host}]",
    "(no|dentro do|lá no|dentro do container) {container} (roda|executa|manda) [um|o|o comando] {command} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] exec [de] {command} (no|na|em) {container} [no {host}]",
    "[docker] exec [-it] {container} {command} [no {host}]",
    "docker container exec {container} {command} [no {host}]",
    "(manda|mande|lança|dispara) um {command} (no|dentro do) [container] {container} [no {host}]",
    "(quero|queria|preciso) [de] (rodar|executar) {command} (no|dentro do) [container] {container} [no {host}]",
    "(pode|poderia|consegue) (rodar|executar) {command} (no|dentro do) [container] {container} [no {host}] [por favor]",
    "podes (correr|executar) [o comando] {command} (no|dentro do) [contentor] {container} [no {host}|na {host}]",
    "consegues (correr|executar) [o comando] {command} (no|dentro do) [contentor] {container} [no {host}|na {host}]",
    "(corre|corra|corre-me|executa-me) [o comando] {command} (no|dentro do) contentor {container} [no {host}]",
    "(corre|corra) {command} (dentro do|lá dentro do) {container} [no {host}|na {host}]",
    "(entra|vai) (no|dentro do) [container] {container} e (roda|executa|faz) [um|o] {command} [no {host}]",
    "(entra|entre|entrar) (no|dentro do|lá no) [container] {container} [do {host}|no {host}]",
    "(abre|abra|me dá) um (shell|terminal|bash) (no|dentro do) [container] {container} [no {host}]",
    "(acessa o|entra no|conecta no) (terminal|shell|bash) do [container] {container} [no {host}]",
    "(aplica|aplique|digita|digite) {command} (no|dentro do) [container] {container} [no {host}]",
    "(testa|teste) [um|o] {command} (de dentro do|dentro do|lá no) [container] {container} [no {host}]",
    "(vê|olha|checa) o que (dá|retorna|responde|sai) [o] {command} (no|dentro do) {container} [no {host}]",
    "(me mostra|mostra) (a saída de|o resultado de|o que sai de) {command} (no|dentro do) {container} [no {host}]",
    "(executa|roda) (esse comando|este comando|isso|isto|o seguinte) (no|dentro do) {container}: {command} [no {host}]",
    "(comando|cmd) {command} (no|dentro do|pra rodar no) [container] {container} [no {host}]",
    "(roda|executa) (p/ mim|pra mim|aí|lá) [um] {command} (no|dentro do) {container} [no {host}]",
    "(run|execute) {command} (in|inside) [the] [container] {container} [on {host}|no {host}]",
    "(exec|execa|execa) {command} (in|no|dentro do) {container} [no {host}]",
    "(preciso debugar|tô debugando) o {container}, (roda|executa) [um] {command} (nele|lá dentro) [no {host}]",
    "estou depurando o {container}, (roda|executa) [um] {command} (nele|lá dentro) [no {host}]",
    "(roda|executa) a (migração|migration|tarefa|rotina) {command} (no|dentro do) [container] {container} [no {host}]",
    "(roda|executa) o script {command} (no|dentro do|lá no) [container] {container} [no {host}]",
    "(bora|vamos) (rodar|executar) [um|o] {command} (no|dentro do) {container} [no {host}]",
    "(usa|use|chama|chame) o {command} (que está dentro do|de dentro do|instalado no) {container} [no {host}]",
    "(faz|faça) [um] {command} (lá dentro do|dentro do|lá no) [container] {container} [no {host}]",
)

OPERATION = Operation(
    name="exec",
    summary="Roda um comando dentro de um container",
    topic="comando/exec",
    phrases=PHRASES,
    parameters=(CONTAINER, Parameter("command", Kind.TEXT, "o comando", hint=_NO_TERMINAL), HOST),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=command_line,
    preview=preview,
    aliases=("executar",),
    timeout=60.0,
    states=("running",),
)
