"""Show the processes inside a container."""

from collections.abc import Mapping

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, Processes
from commands.secrets_mask import mask
from commands.wording import counted
from knowledge.answer import Answer, Table, Text, escape

# The engine's titles (its ps's own) that fit a phone, and how people call them.
_SHOWN = (("PID", "PID"), ("UID", "Usuário"), ("USER", "Usuário"), ("CMD", "Comando"), ("COMMAND", "Comando"))


def run(engine: Engine, container: Container) -> Processes:
    return engine.processes(container)


def present(processes: Processes) -> Answer:
    name = f"**{escape(processes.container.name)}**"
    if not processes.rows:
        return Answer((Text(f"Não há nenhum processo dentro do container {name}."),))
    positions = {title: place for place, title in enumerate(processes.titles)}
    columns = _columns(positions) or {title: place for title, place in positions.items()}
    rows = tuple(tuple(mask(row[place]) for place in columns.values()) for row in processes.rows)
    count = counted(len(rows), "processo", "processos")
    return Answer((Text(f"**{count}** no container {name}."), Table(tuple(columns), rows)))


def _columns(positions: Mapping[str, int]) -> dict[str, int]:
    return {label: positions[title] for title, label in _SHOWN if title in positions}


PHRASES = (
    "(mostra|mostre|me mostra|lista) os processos (do|da|do container|dentro do) {container} [no {host}]",
    "(quais|que) processos (estão rodando|tem|rodam|estão) (no|dentro do) {container} [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] top (no|do|em) {container} [no {host}]",
    "[docker] top [do] {container} [no {host}]",
    "docker container top {container} [no {host}]",
    "o que (está|tá) (rodando|executando|em execução) dentro (do|da|do container) {container} [no {host}]",
    "(quero|queria|preciso) (ver|saber) (os processos|que processos rodam) (do|no|dentro do) {container} [no {host}]",
    "(quero|queria|preciso) (ver|saber) o que roda (do|no|dentro do) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar|ver) os processos (do|da) {container} [no {host}]",
    "processos (do|da|no|dentro do) [container] {container} [no {host}]",
    "(lista|mostra|ver) (os pids|os PIDs) (do|dentro do) {container} [no {host}]",
    "(lista|mostra|ver) (a árvore de processos|a tabela de processos) (do|dentro do) {container} [no {host}]",
    "(mostra-me|lista-me) os processos do [contentor] {container} [no {host}]",
    "(podes|consegues) (mostrar-me|ver) (que processos|o que) (corre|correm|estão a correr) no [contentor] {container}",
    "(que|quais) processos (correm|estão a correr) (no|dentro do) [contentor] {container} [no {host}]",
    "quantos processos (tem|há|rodam|estão) (no|dentro do) {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) os processos (do|da|dentro do) {container} [no {host}]",
    "(dá|dê) uma olhada nos processos (do|da|que rodam no) {container} [no {host}]",
    "(o {container} tá|o {container} está) (cheio de|com muito|com tanto) processo, (lista eles|mostra quais são)",
    "(o {container} tá|o {container} está) (cheio de|com muito|com tanto) processo, quais são",
    "(tem|há|existe) (algum|um) processo (zumbi|travado|preso|pendurado) (no|dentro do) {container} [no {host}]",
    "o (worker|cron|processo principal|script) (está|tá) (rodando|vivo) dentro do {container} [no {host}]",
    "(qual|que) processo (está rodando|é o principal|é o pid 1) (no|do|dentro do) {container} [no {host}]",
    "(qual|que) (usuário|user) (está rodando|roda|executa) os processos (do|no) {container}",
    "(faz|dá|roda) um ps dentro (do|da|do container) {container} [no {host}]",
    "ps (aux|-ef|ax) (do|dentro do|no container) {container} [no {host}]",
    "(me diz|me fala|diz) (quais processos|o que) (roda|rodam) dentro (do|da) {container} [no {host}]",
    "(lista|relação) [dos|de] processos (do|da|em) {container} [no {host}]",
    "(show|list) [the] processes (in|of|do|inside) {container} [no {host}]",
    "(espia|fuça|olha) (por dentro do|dentro do) {container} (quais processos tem|o que está em execução)",
    "(espia|fuça|olha) (por dentro do|dentro do) {container} que processo roda",
    "(vê|mostra) (p/ mim|pra mim|aí) os proc (do|da) {container} [no {host}]",
    "(traz|me traz|me passa|me dá) (os processos|a lista de processos|o top) (do|da) {container} [no {host}]",
    "(abri|subi|criei) (vários|uns) workers no {container}, (lista os processos|mostra os processos)",
    "(abri|subi|criei) (vários|uns) workers no {container}, quantos processos estão vivos",
    "(o que|quem) (roda|trabalha|vive) (dentro do|lá dentro do) [container] {container} [no {host}]",
    "(monitor|gerenciador) de (processos|tarefas) (do|da|no) {container} [no {host}]",
)

OPERATION = Operation(
    name="top",
    summary="Mostra os processos dentro de um container",
    topic="comando/top",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container: docker("top", container),
    aliases=("processos",),
    states=("running", "paused"),
)
