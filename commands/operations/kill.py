"""End a container at once, by force."""

from commands.container_state import state
from commands.docker_line import docker
from commands.losses import goes_when_stopped, project
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Items, Text, code, escape

_ALIVE = ("running", "paused", "restarting")


def run(engine: Engine, container: Container) -> Container:
    return engine.kill(container)


def present(killed: Container) -> Answer:
    return Answer((Text(f"Container **{escape(killed.name)}** encerrado à força."),))


def preview(engine: Engine, container: Container) -> Answer:
    name = f"**{escape(container.name)}**"
    if container.state not in _ALIVE:
        return Answer((Text(f"O container {name} está {escape(state(container))}: não há o que matar."),))
    lines = [f"**Imagem**: {code(container.image)}", f"**Estado**: {escape(state(container))}"]
    if project(container):
        lines.append(f"**Projeto compose**: {escape(project(container))}")
    if goes_when_stopped(engine, container):
        lines.append("Foi criado com --rm: será removido assim que morrer")
    lost = "Ele não tem tempo de salvar nada: o que não foi gravado se perde."
    said = f"Vou matar o container {name} à força (SIGKILL). {lost}"
    return Answer(
        (Text(said), Items(tuple(lines)), Text("Se dá para esperar alguns segundos, **parar** é mais seguro."))
    )


PHRASES = (
    "(mata|mate|matar) [o] [container] {container} [no {host}]",
    "(killa|kille|killar) [o] [container] {container} [no {host}]",
    "(mata|encerra|derruba|para) [o] [container] {container} (à força|na marra|na força) [no {host}]",
    "(força|force) (a parada|o encerramento|o fim|a finalização) (do|da|do container) {container} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] kill (no|na|em|do) {container} [no {host}]",
    "[docker] kill [-s KILL|-s SIGKILL] [o] {container} [no {host}]",
    "docker container kill {container} [no {host}]",
    "(manda|envia|dá) um (sigkill|sinal kill|kill -9) (no|pro|para o) {container} [no {host}]",
    "kill -9 (no|na|pro) [container] {container} [no {host}]",
    "(quero|queria|preciso) [de] (matar|killar|dar um kill em) [o] [container] {container} [no {host}]",
    "(pode|poderia|consegue) (matar|killar|dar um kill no) [o] {container} [no {host}] [por favor]",
    "(podes|consegues) (matar|forçar a paragem do) [o] [contentor] {container} [no {host}|na {host}]",
    "(mata-me|mata lá|força a paragem do) [o] [contentor] {container} [no {host}]",
    "o {container} não (para|quer parar|morre|obedece) [de jeito nenhum], (mata|mata ele) [no {host}]",
    "o {container} não (para|quer parar|morre|obedece) [de jeito nenhum], (mata à força|dá um kill) [no {host}]",
    "o {container} (ignora o|não obedece ao|não liga pro) stop, (mata|mata ele|força|dá um kill) [no {host}]",
    "(já tentei parar|mandei parar|dei stop) [n]o {container} e (nada|não parou|continua), (mata|mata ele|dá um kill)",
    "o {container} (travou de vez|está zumbi|virou zumbi|pendurou feio), (mata|mata ele|dá um kill) [no {host}]",
    "(mata|killa) (p/ mim|pra mim|aí|lá|logo|já) o {container} [no {host}] [pfv]",
    "(kill|force stop|force kill|force-stop) [the] [container] {container} [on {host}|no {host}]",
    "(aniquila|extermina|fuzila|abate) [o] [container] {container} [no {host}]",
    "(puxa|arranca|tira) (o fio|a tomada|o cabo|o plugue) do [container] {container} [no {host}]",
    "(encerra|para|desliga|derruba) o {container} (imediatamente|agora mesmo|na hora|sem esperar) [no {host}]",
    "(para|desliga|encerra) [o] {container} (sem dó|sem piedade|brutalmente|no tranco) [no {host}]",
    "(mata|killa) (de uma vez|de vez|com força) o [container] {container} [no {host}]",
    "(mata|derruba) o processo (do|principal do) container {container} [na marra] [no {host}]",
    "(bora|vamos) (matar|dar um kill em|dar kill no) [o] {container} [no {host}]",
    "(faz|dá) um (force stop|force kill|hard stop|stop forçado) (no|do|em) {container} [no {host}]",
    "(termina|finaliza|desliga) o {container} (a bruta|à bruta|ao pontapé|na pancada) [no {host}]",
    "(pode matar o|mata mesmo o|pode dar kill no) {container} [do {host}|no {host}]",
    "(mata|mate) só o [container] {container} [no {host}]",
    "(acaba com|tira|corta) a vida do [container] {container} [no {host}]",
    "(assassina|executa sumariamente|elimina na hora|liquida) o [container] {container} [no {host}]",
)

OPERATION = Operation(
    name="kill",
    summary="Mata um container à força, sem esperar",
    topic="comando/kill",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda container: docker("kill", container),
    preview=preview,
    aliases=("matar",),
    states=_ALIVE,
)
