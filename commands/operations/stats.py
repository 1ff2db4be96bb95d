"""Show what containers consume."""

from commands.docker_line import docker
from commands.operation import HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Container, Stats
from commands.wording import counted, memory, percent, size
from knowledge.answer import Answer, Items, Table, Text, escape


def run(engine: Engine, container: Container | None = None) -> tuple[Stats, ...]:
    """Of one container, or of all that run."""
    return engine.stats((container,) if container else engine.containers())


def present(stats: tuple[Stats, ...]) -> Answer:
    if not stats:
        return Answer((Text("Nenhum container em execução agora, então não há consumo para mostrar."),))
    if len(stats) == 1:
        return _alone(stats[0])
    ordered = sorted(stats, key=lambda one: (-one.cpu, -one.memory, one.name))
    rows = tuple((one.name, percent(one.cpu), memory(one.memory)) for one in ordered)
    cpu, used = sum(one.cpu for one in stats), sum(one.memory for one in stats)
    total = f"Ao todo: CPU {percent(cpu)}, memória {memory(used)}. 100% de CPU é um núcleo inteiro."
    count = counted(len(rows), "container", "containers")
    return Answer((Text(f"Consumo de **{count}**."), Table(("Nome", "CPU", "Memória"), rows), Text(total)))


def _alone(one: Stats) -> Answer:
    name = f"**{escape(one.name)}**"
    if not one.pids and not one.memory:
        return Answer((Text(f"O container {name} está parado, então não consome nada agora."),))
    limit = (
        f" de {memory(one.memory_limit)} ({percent(100 * one.memory / one.memory_limit)})" if one.memory_limit else ""
    )
    lines = (
        f"**CPU**: {percent(one.cpu)}",
        f"**Memória**: {memory(one.memory)}{limit}",
        f"**Rede**: {size(one.network_in)} recebidos, {size(one.network_out)} enviados",
        f"**Disco**: {size(one.block_in)} lidos, {size(one.block_out)} gravados",
        f"**Processos**: {one.pids}",
    )
    return Answer((Text(f"Consumo do container {name}."), Items(lines)))


PHRASES = (
    "(mostra|mostre|me mostra) o consumo [do {container}|do container {container}|dos containers] [no {host}]",
    "(mostra|me mostra|vê) o uso de (cpu|memória|ram) [do {container}|do container {container}] [no {host}]",
    "(mostra|me mostra|vê) quanto usa de (cpu|memória|ram) [do {container}|do container {container}] [no {host}]",
    "quanto de (memória|cpu|ram|processador) o {container} (está|tá) (usando|consumindo|gastando) [no {host}]",
    "quanto (está|tá) (gastando|consumindo|usando) [de recurso] o [container] {container} [no {host}]",
    "quanto (de cpu|de memória|de ram) (os containers estão|cada container está) (usando|consumindo) [no {host}]",
    "(qual|quais) o (consumo|uso) de (cpu|memória|recursos) (do|no|da) {host}",
    "(qual|que) container (está|tá) (comendo|gastando|usando|consumindo) mais (memória|cpu) [no {host}]",
    "quem (está|tá) (comendo|devorando|puxando|gastando) (a memória|a cpu|o processador|tanta ram) [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] stats [no {container}|do {container}] [no {host}]",
    "[docker] stats [do] {container} [no {host}]",
    "[docker] stats [no {host}|do {host}|geral] [pfv]",
    "docker stats --no-stream [{container}] [no {host}]",
    "(quero|queria|preciso) ver (o consumo|os recursos|o uso de memória) [do {container}|dos containers] [no {host}]",
    "(quero|preciso) (ver|saber) (quanto o {container} consome|se o {container} está pesado) [no {host}]",
    "(quero|preciso) (ver|saber) quanta memória o {container} usa [no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar|medir) (o consumo|o uso de cpu) (do|da) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar|medir) a memória (do|da) {container} [no {host}]",
    "[me] (mostra|dá|passa|manda|traz) as (estatísticas|métricas) [do {host}|dos containers do {host}|do {container}]",
    "[me] (mostra|dá|passa|manda|traz) as stats [do {host}|dos containers do {host}|do {container}]",
    "estatísticas (do|da|no) {host} [pfv|por favor]",
    "(estatísticas|métricas|consumo|desempenho) (do|de) [container] {container} [no {host}]",
    "mostra-me (os recursos|o consumo|a utilização) (do contentor {container}|dos contentores) [no {host}]",
    "(quanta|que) memória (está a usar|gasta|consome) o [contentor] {container} [no {host}]",
    "(podes|consegues) ver (a carga|o que gasta|quanto consome) (o|do) {container} [no {host}]",
    "o servidor (está|tá) (lento|pesado|arrastando), (qual container está consumindo|mostra o consumo) [no {host}]",
    "o servidor (está|tá) (lento|pesado|arrastando), vê quem está pesando [no {host}]",
    "o {container} (está|tá) (lento|pesado|travando|arrastando), (vê o consumo dele|quanto ele está usando)",
    "o {container} (está|tá) (lento|pesado|travando|arrastando), mostra cpu e memória dele",
    "o {container} tá (estourando|batendo no limite de|no talo de) (memória|cpu) [no {host}]",
    "será que o {container} está (estourando|batendo no limite de|no talo de) (memória|cpu) [no {host}]",
    "(cpu|memória|ram|uso) (do|no|da) {container} [agora] [no {host}]",
    "(como anda|como está|como tá) (o consumo|a memória|a cpu|a carga) [do {container}|dos containers] [no {host}]",
    "(como anda|como está|como tá) (o consumo|a memória|a cpu|a carga) (do|no|lá no) {host}",
    "(dá|dê) uma olhada (no consumo|nos recursos|na memória) (do|dos containers do) {host}",
    "(vê|checa|confere|monitora) (o consumo|a memória|cpu e ram) (do|de) {container} [no {host}]",
    "(ver|mostra|lista) [o] uso de recursos [por container|de cada container] [no {host}]",
    "(tráfego|uso) de rede (do|de) {container} [no {host}]",
    "(quanto o {container} puxa|quanto o {container} come) de (ram|cpu|processador) [no {host}]",
    "(tá|está) sobrando (memória|cpu) (pros containers|nos containers) [no {host}]",
    "(resource usage|usage|utilização) (do|de) {container} [no {host}]",
    "(vê|olha) (qnto|qto) (o {container} tá gastando|de ram tá indo no {container}) [no {host}]",
    "(gasto|peso|carga|esforço) de (cpu|memória) (do|dos containers do|no) {host}",
)

OPERATION = Operation(
    name="stats",
    summary="Mostra o consumo de CPU, memória e rede dos containers",
    topic="comando/stats",
    phrases=PHRASES,
    parameters=(Parameter("container", Kind.CONTAINER, "o container", required=False), HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container=None: docker("stats", "--no-stream", container),
    aliases=("estatisticas", "consumo"),
)
