"""List the services of a swarm."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Service
from commands.wording import counted
from knowledge.answer import Answer, Table, Text


def run(engine: Engine) -> tuple[Service, ...]:
    return engine.services()


def present(services: tuple[Service, ...]) -> Answer:
    if not services:
        return Answer((Text("Nenhum serviço neste swarm ainda."),))
    rows = tuple((service.name, _replicas(service), service.image) for service in services)
    short = sum(service.desired is not None and service.running < service.desired for service in services)
    said = f"**{counted(len(rows), 'serviço', 'serviços')}** no swarm"
    said += f", {short} com réplicas faltando." if short else "."
    return Answer((Text(said), Table(("Serviço", "Réplicas", "Imagem"), rows)))


def _replicas(service: Service) -> str:
    return f"{service.running} (global)" if service.desired is None else f"{service.running} de {service.desired}"


PHRASES = (
    "(lista|liste|listar) [os] serviços [do swarm] [do {host}|no {host}]",
    "(mostra|mostre|me mostra) [todos] os serviços [do swarm] [do {host}|no {host}]",
    "quais [são os] serviços (tem|temos|existem|há) [no swarm|no cluster] [do {host}|no {host}]",
    "quais serviços (estão|tão) (rodando|no ar|ativos|de pé) no (swarm|cluster) [do {host}]",
    "que serviços (tem|rodam|existem|há) no (swarm|cluster) [do {host}]",
    "(tem|há|existe) algum serviço (no swarm|do swarm|com réplica faltando|degradado) [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] service (ls|list) [no {host}]",
    "[docker] service (ls|list) [no {host}|do {host}]",
    "(docker services|services|os services) (no|do|da) {host}",
    "(quero|queria|preciso) ver os serviços [do swarm|do cluster] [do {host}|no {host}]",
    "(quero|preciso) saber (quais serviços existem|as réplicas de cada serviço) [no swarm] [do {host}]",
    "(quero|preciso) saber como estão os serviços [no swarm] [do {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) os serviços [do swarm] [do {host}] [por favor]",
    "(mostra-me|lista-me) os serviços (do swarm|do cluster|que tens) [no {host}|na {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) (que serviços há|os serviços) (no swarm|no cluster) [do {host}]",
    "[me] (traz|passa|dá|manda) a lista (de|dos) serviços [do swarm] [do {host}]",
    "lista (de|dos) serviços [do swarm|do cluster] [do {host}]",
    "serviços [do swarm|do cluster] (do|no|da) {host}",
    "quantos serviços (tem|temos|existem|há) [no swarm|no cluster] [do {host}]",
    "quantas réplicas (tem cada serviço|cada serviço tem|estão no ar de cada serviço) [no {host}]",
    "(como estão|como andam|como tão) os serviços [do swarm|do cluster] [do {host}|no {host}]",
    "(quais|que|algum) serviço[s] (está|estão) sem (réplica|todas as réplicas) [no {host}]",
    "(vê|olha|confere|checa|verifica) (os serviços|as réplicas dos serviços) [no {host}|do {host}]",
    "(vê|olha|confere|checa|verifica) os serviços do swarm [no {host}|do {host}]",
    "(dá|dê) uma olhada nos serviços [do swarm|do cluster] [do {host}]",
    "(me fala|me diz|diz|fala) (quais|que) serviços (tem|rodam) no swarm [do {host}]",
    "(show|list|get) [the|swarm] services [no {host}|on {host}]",
    "(stack|stacks|o que tem) do swarm (no|do|em) {host}",
    "(vê|olha) (p/ mim|pra mim) (os svc|os servicos|as réplicas) do swarm [no {host}]",
    "(o deploy|a stack|o rollout) (terminou|acabou|subiu), (lista os serviços|mostra os serviços) [no {host}]",
    "(o deploy|a stack|o rollout) (terminou|acabou|subiu), como estão os serviços [no {host}]",
    "(status|estado|situação|saúde) dos serviços [do swarm|do cluster] [do {host}]",
    "(inventário|relação|painel) (de|dos) serviços [do swarm] [do {host}]",
    "(ver|exibe|exiba) [os] serviços (do swarm|do cluster|em swarm) [no {host}]",
    "(os serviços|todos os serviços) [do swarm] (subiram|estão completos|estão com as réplicas certas) [no {host}]",
)

OPERATION = Operation(
    name="services",
    summary="Lista os serviços do swarm",
    topic="conceito/swarm",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("service", "ls"),
    aliases=("servicos",),
)
