"""Stop every running container."""

from functools import partial

from commands.losses import goes_when_stopped, itemized, line
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Sweep
from commands.sweeping import failures, sweep
from commands.wording import counted, listing
from knowledge.answer import Answer, Block, Items, Text, escape


def run(engine: Engine) -> Sweep:
    running = engine.containers()
    return sweep((container.name, partial(engine.stop, container)) for container in running)


def present(swept: Sweep) -> Answer:
    if not swept.done and not swept.failed:
        return Answer((Text("Nenhum container em execução: não havia o que parar."),))
    blocks: tuple[Block, ...] = (Text("Nenhum container foi parado."),)
    if swept.done:
        count = counted(len(swept.done), "container parado", "containers parados")
        blocks = (Text(f"**{count}**."), Items(tuple(escape(name) for name in swept.done)))
    return Answer(blocks + failures(swept, "não parou", "não pararam"))


def preview(engine: Engine) -> Answer:
    running = tuple(sorted(engine.containers(), key=lambda container: container.name))
    if not running:
        return Answer((Text("Nenhum container em execução: não há o que parar."),))
    count = counted(len(running), "container", "containers")
    served = "o que ele atende sai do ar" if len(running) == 1 else "o que eles atendem sai do ar"
    listed = itemized(tuple(line(c) for c in running), tuple(c.name for c in running), "containers.txt")
    blocks: tuple[Block, ...] = (Text(f"Vou parar **{count}** em execução, e {served}:"), *listed)
    vanishing = [f"**{escape(c.name)}**" for c in running if goes_when_stopped(engine, c)]
    if vanishing:
        verb = (
            "foi criado com --rm e será removido" if len(vanishing) == 1 else "foram criados com --rm e serão removidos"
        )
        blocks += (Text(f"Atenção: {listing(vanishing)} {verb} ao parar."),)
    return Answer(blocks)


PHRASES = (
    "(para|pare|parar) todos os containers [do {host}|no {host}]",
    "(desliga|desligue|desligar) todos os containers [do {host}|no {host}]",
    "(derruba|derrube|derrubar) todos os containers [do {host}|no {host}]",
    "(stopa|stope|stopar) todos os containers [do {host}|no {host}]",
    "(para|desliga|derruba|stopa) (tudo|todo mundo|geral) [no {host}|lá no {host}|do {host}]",
    "(para|desliga|derruba) tudo (que está rodando|que tá rodando|que está no ar|o que roda) [no {host}]",
    "(para|desliga|derruba) todos os [containers] (que estão rodando|em execução) [do {host}|no {host}]",
    "(para|desliga|derruba) todos os [containers] (ativos|que estão no ar) [do {host}|no {host}]",
    "(tira|tire) (tudo|todos os containers|todo mundo) do ar [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] stop em (tudo|todos|geral|todos os containers) [no {host}|do {host}]",
    "docker stop (tudo|todos|all) [no {host}]",
    "stop all [the] [containers] [no {host}|on {host}]",
    "(quero|queria|preciso) [de] (parar|desligar|derrubar) (todos os containers|tudo) [do {host}|no {host}]",
    "(quero|preciso) (tudo|todos os containers|todo mundo) (parado|desligado|fora do ar) [no {host}]",
    "(pode|poderia|consegue) (parar|desligar|derrubar) (todos os containers|tudo) [do {host}|no {host}] [por favor]",
    "(podes|consegues) (parar|desligar|encerrar) todos os contentores [do {host}|na {host}]",
    "(pára|desliga-me|para-me) (todos os contentores|tudo) [do {host}|no {host}]",
    "(deita|deite) (tudo|todos os contentores) abaixo [no {host}|na {host}]",
    "(encerra|encerre|finaliza|interrompe) todos os (containers|contentores) [do {host}|no {host}]",
    "(vai ter|vamos fazer|começou a) manutenção [no {host}], (para tudo|desliga todos os containers|derruba tudo)",
    "(vão desligar|vou desligar) (o servidor|a máquina), (para todos os containers|derruba tudo) [no {host}]",
    "vou reiniciar (o servidor|a máquina), (para todos os containers|derruba tudo) [no {host}]",
    "(vão desligar|vou desligar|vou reiniciar) (o servidor|a máquina), desliga tudo [no {host}]",
    "(emergência|incêndio|invasão), (para tudo|derruba tudo|desliga todos os containers) [no {host}|do {host}]",
    "(apaga|apague) (a luz|as luzes) (do|no) {host} [e vai embora]",
    "(todos os containers|todo mundo) (pra baixo|no chão|desligados|parados) [no {host}] [agora|já]",
    "(para|desliga|derruba) (de uma vez|de uma só vez|em bloco) [todos] os containers [do {host}]",
    "(para|desliga|derruba) (p/ mim|pra mim|aí|lá) todos os [containers] [no {host}|do {host}] [pfv]",
    "(bora|vamos) (parar|desligar|derrubar) (tudo|todos os containers|geral) [no {host}]",
    "(bring down|shut down|shutdown) (everything|all containers|tudo) [no {host}|on {host}]",
    "(para|desliga|derruba) cada [um dos] container[s] (em execução|que está rodando) [do {host}|no {host}]",
    "(faz|faça) (tudo|todos os containers|todo mundo) (parar|desligar|sair do ar) [no {host}]",
    "(para|desliga|derruba) o {host} (inteiro|todo|por completo|completo)",
    "(baixa|fecha|desce) (tudo|todos os containers) [que está no ar] [no {host}]",
    "(não deixa|não quero) nenhum container (rodando|de pé|no ar), (para todos|desliga tudo|derruba todos) [no {host}]",
    "(põe|bota|coloca) (todos os containers|tudo) (pra dormir|off|offline) [no {host}]",
)

OPERATION = Operation(
    name="stop_all",
    summary="Para todos os containers em execução",
    topic="comando/stop-todos",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    preview=preview,
    aliases=("parar_todos",),
    timeout=300.0,
)
