"""List the nodes of a swarm."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Node
from commands.wording import counted
from knowledge.answer import Answer, Table, Text

_STATES = {"ready": "pronto", "down": "fora do ar", "disconnected": "desconectado", "unknown": "desconhecido"}
_AVAILABILITY = {"pause": "não recebe tarefas novas", "drain": "em drenagem"}


def run(engine: Engine) -> tuple[Node, ...]:
    return engine.nodes()


def present(nodes: tuple[Node, ...]) -> Answer:
    if not nodes:
        return Answer((Text("Nenhum nó neste swarm."),))
    rows = tuple((node.name, _role(node), _state(node)) for node in nodes)
    ready = sum(node.state == "ready" for node in nodes)
    said = f"**{counted(len(rows), 'nó', 'nós')}** no swarm, {counted(ready, 'pronto', 'prontos')}."
    return Answer((Text(said), Table(("Nó", "Papel", "Estado"), rows)))


def _role(node: Node) -> str:
    return "líder" if node.is_leader else node.role


def _state(node: Node) -> str:
    word = _STATES.get(node.state, node.state)
    note = _AVAILABILITY.get(node.availability)
    return f"{word}, {note}" if note else word


PHRASES = (
    "(lista|liste|listar) [os] nós [do swarm] [do {host}|no {host}]",
    "(mostra|mostre|me mostra) [todos] os nós [do swarm|do cluster] [do {host}|no {host}]",
    "quais [são os] nós (tem|temos|existem|há) [no swarm|no cluster] [do {host}]",
    "quais nós (estão|tão) (prontos|ativos|no ar|fora|down) [no swarm] [do {host}]",
    "que (nós|nodes|máquinas) (tem no|fazem parte do|formam o|compõem o) (swarm|cluster) [do {host}]",
    "(tem|há|existe) algum (nó|node) (fora do ar|fora|down|caído|em drain) [no swarm] [do {host}]",
    "(dá|faz|roda|solta|manda) um [docker] node (ls|list) [no {host}]",
    "[docker] node (ls|list) [no {host}|do {host}]",
    "[os] nodes [do swarm|do cluster] (no|do|da) {host}",
    "(quero|queria|preciso) ver os (nós|nodes) [do swarm|do cluster] [do {host}|no {host}]",
    "(quero|preciso) saber (quais nós existem|quem é o líder|quantos nós estão prontos) no swarm [do {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) os (nós|nodes) [do swarm] [do {host}] [por favor]",
    "(mostra-me|lista-me) os nós (do swarm|do cluster|que tens) [no {host}|na {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) que nós (há|tem|existem) [no swarm|no cluster] [do {host}]",
    "[me] (traz|passa|dá|manda) a lista (de|dos) (nós|nodes) [do swarm] [do {host}]",
    "lista (de|dos) (nós|nodes) [do swarm|do cluster] [do {host}]",
    "nós [do swarm|do cluster] (do|no|da) {host}",
    "quantos (nós|nodes) (tem|temos|existem|há) [no swarm|no cluster] [do {host}]",
    "(quem|qual nó|qual node) é o (líder|leader|manager principal) do (swarm|cluster) [do {host}]",
    "(quais|quem) são os (managers|workers|gerentes) do (swarm|cluster) [do {host}]",
    "(como estão|como andam|como tão) os (nós|nodes) [do swarm|do cluster] [do {host}]",
    "(vê|olha|confere|checa|verifica) os (nós|nodes) [do swarm|do cluster] [no {host}|do {host}]",
    "(dá|dê) uma olhada nos (nós|nodes) [do swarm] [do {host}]",
    "(me fala|me diz|diz|fala) (quais|que) (nós|nodes) (tem|estão) no swarm [do {host}]",
    "(show|list|get) [the|swarm] nodes [no {host}|on {host}]",
    "(vê|olha) (p/ mim|pra mim) (os node|os nós|as máquinas do swarm) [no {host}]",
    "(entrou|adicionei|juntei) um (nó|node|worker) novo, (lista os nós|mostra os nodes) [no {host}]",
    "(entrou|adicionei|juntei) um (nó|node|worker) novo, ele aparece no swarm [no {host}]",
    "(status|estado|situação|saúde) dos (nós|nodes) [do swarm|do cluster] [do {host}]",
    "(membros|participantes|integrantes|máquinas) do (swarm|cluster) [do {host}]",
    "(todos os nós|os nós todos|todos os nodes) (estão prontos|estão ready|respondem|estão de pé) [no {host}]",
    "(ver|exibe|exiba) [os] (nós|nodes) (do swarm|do cluster) [no {host}]",
    "(inventário|relação|painel) (de|dos) (nós|nodes) [do swarm] [do {host}]",
    "(caiu|desligaram|perdemos) uma máquina do cluster, (quais nós sobraram|mostra os nós) [no {host}]",
    "(caiu|desligaram|perdemos) uma máquina do cluster, quem está de pé no swarm [no {host}]",
)

OPERATION = Operation(
    name="nodes",
    summary="Lista os nós do swarm",
    topic="conceito/swarm",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("node", "ls"),
    aliases=("nos",),
)
