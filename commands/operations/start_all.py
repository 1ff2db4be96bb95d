"""Start every stopped container."""

from functools import partial

from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Sweep
from commands.sweeping import failures, sweep
from commands.wording import counted
from knowledge.answer import Answer, Block, Items, Text, escape

_STOPPED = ("exited", "created")


def run(engine: Engine) -> Sweep:
    """A paused one stays as it is: it is not stopped."""
    stopped = [container for container in engine.containers(every=True) if container.state in _STOPPED]
    return sweep((container.name, partial(engine.start, container)) for container in stopped)


def present(swept: Sweep) -> Answer:
    if not swept.done and not swept.failed:
        return Answer((Text("Não há nenhum container parado para iniciar."),))
    blocks: tuple[Block, ...] = (Text("Nenhum container foi iniciado."),)
    if swept.done:
        count = counted(len(swept.done), "container iniciado", "containers iniciados")
        blocks = (Text(f"**{count}**."), Items(tuple(escape(name) for name in swept.done)))
    return Answer(blocks + failures(swept, "não iniciou", "não iniciaram"))


PHRASES = (
    "(inicia|inicie|iniciar) todos os containers [do {host}|no {host}]",
    "(liga|ligue|ligar) todos os containers [do {host}|no {host}]",
    "(sobe|suba|subir) todos os containers [do {host}|no {host}]",
    "(starta|starte|startar) todos os containers [do {host}|no {host}]",
    "(liga|sobe|inicia|starta) (tudo|todo mundo|geral) [no {host}|lá no {host}|do {host}]",
    "(liga|sobe|inicia) (tudo|todos) (que está parado|que parou|que está desligado|que caiu) [no {host}]",
    "(inicia|liga|sobe) todos os [containers] (parados|desligados|que caíram|que estão parados) [do {host}|no {host}]",
    "(põe|bota|coloca) (tudo|todos os containers|todo mundo) (de pé|no ar|pra rodar|pra funcionar) [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] start em (tudo|todos|geral|todos os containers) [no {host}|do {host}]",
    "docker start (tudo|todos|all) [no {host}]",
    "start all [the] [containers] [no {host}|on {host}]",
    "(quero|queria|preciso) [de] (iniciar|ligar|subir) (todos os containers|tudo) [do {host}|no {host}]",
    "(quero|preciso) (tudo|todos os containers|todo mundo) (no ar|de pé|ligado|rodando) [no {host}]",
    "(pode|poderia|consegue) (iniciar|ligar|subir) (todos os containers|tudo) [do {host}|no {host}] [por favor]",
    "(podes|consegues) (arrancar|iniciar|ligar) todos os contentores [do {host}|na {host}]",
    "(arranca|arranque|arranca com) todos os contentores [do {host}|no {host}]",
    "(inicia-me|liga-me|levanta-me) todos os contentores [do {host}|no {host}]",
    "(levanta|levante|ergue) (todos os containers|tudo|todo mundo|geral) [do {host}|no {host}]",
    "(acorda|desperta|ressuscita) (todos os containers|todo mundo|geral) [do {host}|no {host}]",
    "(voltou a luz|o servidor reiniciou), (liga todos os containers|sobe tudo|inicia todos) [do {host}|no {host}]",
    "a energia voltou, (liga todos os containers|sobe tudo|inicia todos) [do {host}|no {host}]",
    "(a manutenção acabou|terminei a manutenção), (sobe tudo|liga todos os containers|pode ligar tudo) [no {host}]",
    "(o {host} reiniciou|reiniciaram o {host}), (sobe tudo|liga todos|inicia todos os containers|põe tudo de pé)",
    "(traz|traga) (tudo|todos os containers|todo mundo) de volta [pro ar] [no {host}]",
    "(religa|religue|reativa) (tudo|todos os containers|todos) [do {host}|no {host}]",
    "(todos os containers|todo mundo) (pra cima|de pé|no ar|ligados) [no {host}] [agora|já]",
    "(liga|sobe|inicia) (de uma vez|de uma só vez|em bloco) [todos] os containers [do {host}]",
    "(liga|sobe) (p/ mim|pra mim|aí|lá) todos os [containers] [no {host}|do {host}] [pfv]",
    "(bora|vamos) (ligar|subir|iniciar) (tudo|todos os containers|geral) [no {host}]",
    "(bring up|boot|fire up) (everything|all containers|tudo) [no {host}|on {host}]",
    "(inicia|liga|sobe) cada [um dos] container[s] (parado|parados|que parou) [do {host}|no {host}]",
    "(faz|faça) (tudo|todos os containers|todo mundo) (subir|ligar|voltar|rodar) [no {host}]",
    "(liga|sobe|inicia) o {host} (inteiro|todo|por completo|completo)",
)

OPERATION = Operation(
    name="start_all",
    summary="Inicia todos os containers parados",
    topic="comando/stop-todos",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    aliases=("iniciar_todos",),
    timeout=300.0,
)
