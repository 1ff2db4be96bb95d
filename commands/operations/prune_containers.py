"""Remove every stopped container."""

from commands.docker_line import docker
from commands.losses import itemized, line
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Pruned
from commands.wording import counted, size
from knowledge.answer import Answer, Items, Text, escape

STOPPED = ("exited", "created", "dead")


def run(engine: Engine) -> Pruned:
    return engine.prune_containers()


def present(pruned: Pruned) -> Answer:
    if not pruned.removed:
        return Answer((Text("Não havia nenhum container parado: nada foi removido."),))
    count = counted(len(pruned.removed), "container parado removido", "containers parados removidos")
    freed = f", {size(pruned.reclaimed)} liberados" if pruned.reclaimed else ""
    return Answer((Text(f"**{count}**{freed}."), Items(tuple(escape(name) for name in pruned.removed))))


def preview(engine: Engine) -> Answer:
    stopped = sorted((c for c in engine.containers(every=True) if c.state in STOPPED), key=lambda c: c.name)
    if not stopped:
        return Answer((Text("Não há nenhum container parado: nada seria removido."),))
    count = counted(len(stopped), "container parado", "containers parados")
    lines, names = tuple(line(c) for c in stopped), tuple(c.name for c in stopped)
    inside = "dele" if len(stopped) == 1 else "deles"
    lost = (
        f"O que foi gravado dentro {inside}, fora de volumes, se perde. Os volumes e os containers em execução ficam."
    )
    return Answer((Text(f"Vou remover **{count}**:"), *itemized(lines, names, "containers.txt"), Text(lost)))


PHRASES = (
    "(remove|remova|remover) [todos] os containers parados [do {host}|no {host}]",
    "(apaga|apague|apagar) [todos] os containers parados [do {host}|no {host}]",
    "(exclui|exclua|deleta|delete) [todos] os containers parados [do {host}|no {host}]",
    "(elimina|elimine|eliminar) [todos] os contentores parados [do {host}|na {host}]",
    "(limpa|limpe|limpar) [todos] os containers parados [do {host}|no {host}]",
    "(limpa|remove|apaga) os containers (mortos|desligados|inativos|que já terminaram) [do {host}|no {host}]",
    "(limpa|remove|apaga) os containers que (pararam|não estão rodando|saíram|morreram) [no {host}]",
    "(limpa|remove|apaga) os containers (exited|created|em exited|no estado exited) [do {host}|no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] container prune [no {host}|lá no {host}]",
    "docker container prune [-f] [no {host}]",
    "container prune [no {host}|do {host}] [pfv]",
    "(dá|dê|faz|faça|manda) um prune nos containers [do {host}|no {host}]",
    "(faz|faça|dá) uma (limpeza|faxina|limpa) nos containers [parados] [do {host}|no {host}]",
    "(quero|queria|preciso) [de] (limpar|remover|apagar) os containers (parados|mortos|velhos) [do {host}|no {host}]",
    "(pode|poderia|consegue) (limpar|remover|apagar) os containers (parados|mortos) [do {host}|no {host}] [por favor]",
    "(podes|consegues) (limpar|apagar|remover) os contentores parados [do {host}|na {host}]",
    "(limpa-me|apaga-me|remove-me) os contentores (parados|desligados|mortos) [do {host}|no {host}]",
    "(joga|jogue|manda|bota) fora os containers (parados|mortos|velhos|que não rodam) [do {host}|no {host}]",
    "(deita|deite) fora os contentores (parados|mortos|desligados) [do {host}|no {host}]",
    "(some|suma|acaba) com os containers (parados|mortos|desligados|zumbis) [do {host}|no {host}]",
    "(tira|tire|varre|varra) os [containers] (parados|mortos|defuntos) [do {host}|no {host}|da lista]",
    "(passa|passe) (a vassoura|o rodo|o pano) nos containers (parados|mortos|desligados) [do {host}|no {host}]",
    "(tem|há) (muito|um monte de) container parado [no {host}], (limpa|remove|apaga|faz uma limpeza)",
    "(o ps -a|a lista) (está|tá) (enorme|cheia|cheio de lixo), (remove|limpa|apaga) os containers parados [no {host}]",
    "(sobrou|ficou) um monte de container (dos testes|de teste), (limpa os parados|remove os parados) [no {host}]",
    "(sobrou|ficou) muito container (dos testes|de teste), (limpa os parados|remove os parados) [no {host}]",
    "(limpa|remove|apaga) (p/ mim|pra mim|aí|lá) os (container parado|containers parados) [no {host}] [pfv]",
    "(prune|clean up|remove|purge) [the|all] (stopped|dead|exited) containers [on {host}|no {host}]",
    "(remove|apaga|limpa) (só|somente|apenas) os [containers] parados [do {host}|no {host}]",
    "(bora|vamos) (limpar|remover|apagar) os containers (parados|mortos) [do {host}|no {host}]",
    "(enterra|enterre|recolhe|recolha) os containers (mortos|caídos|parados) [do {host}|no {host}]",
    "(limpeza|remoção|faxina) (de|dos) containers parados [do {host}|no {host}]",
    "(remove|apaga) todos os containers que (não estão em execução|estão desligados|já acabaram) [no {host}]",
    "(deixa|deixe) (só|somente|apenas) os containers (que estão rodando|ativos) [no {host}] e (apaga|remove) o resto",
    "(deixa|deixe) (só|somente|apenas) os containers vivos [no {host}] e (apaga|remove) o resto",
)

OPERATION = Operation(
    name="prune_containers",
    summary="Remove todos os containers parados",
    topic="comando/container-prune",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda: docker("container", "prune"),
    preview=preview,
    aliases=("limpar_containers",),
    timeout=300.0,
)
