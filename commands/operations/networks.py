"""List the networks of a host."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Network
from commands.wording import counted
from knowledge.answer import Answer, Table, Text


def run(engine: Engine) -> tuple[Network, ...]:
    return engine.networks()


def present(networks: tuple[Network, ...]) -> Answer:
    if not networks:
        return Answer((Text("Nenhuma rede do Docker por aqui."),))
    rows = tuple((network.name, network.driver, ", ".join(network.subnets) or "–") for network in networks)
    return Answer((Text(f"**{counted(len(rows), 'rede', 'redes')}**."), Table(("Rede", "Driver", "Sub-rede"), rows)))


PHRASES = (
    "(lista|liste|listar) [as] redes [do {host}|no {host}]",
    "(mostra|mostre|me mostra) [todas] as redes [do docker] [do {host}|no {host}]",
    "quais [são as] redes (tem|temos|existem|há) [no {host}|na {host}]",
    "que redes (tem|temos|foram criadas|existem) [aí] [no {host}|lá no {host}]",
    "(tem|há|existe) alguma rede [criada|overlay|bridge] [do docker] [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] network (ls|list) [no {host}]",
    "[docker] network (ls|list) [no {host}|do {host}]",
    "(quero|queria|preciso) ver [todas] as redes [do docker] [do {host}|que tem no {host}]",
    "(quero|preciso) saber (quais redes existem|que redes tem|quais são as sub-redes) [no {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) as redes [do docker] [do {host}] [por favor]",
    "(mostra-me|lista-me) as redes [que tens|existentes|do docker] [no {host}|na {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) (que redes há|as redes existentes) [no {host}]",
    "[me] (traz|passa|dá|manda) a lista (de|das) redes [do {host}]",
    "lista (de|das) redes [do docker] [do {host}]",
    "redes [do docker|docker] (no|do|da) {host}",
    "quantas redes (tem|temos|existem|há) [do docker] [no {host}]",
    "(quais|que|qual) (sub-redes|subnets) (as redes usam|o docker usa|estão em uso) [no {host}]",
    "(quais|que|qual) (faixas de ip|faixa de ip) (as redes usam|o docker usa|estão em uso) [no {host}]",
    "(quais|que) redes (bridge|overlay|macvlan|internas) (tem|existem|há) [no {host}]",
    "(cadê|onde estão) as redes [do docker] [no {host}|do {host}]",
    "(vê|olha|confere|checa|verifica) (as redes|quais redes tem|se tem rede overlay) [no {host}|do {host}]",
    "(dá|dê) uma olhada nas redes [do {host}|lá do {host}]",
    "(me fala|me diz|diz|fala) (quais|que) redes (tem|existem) [aí] [no {host}]",
    "(show|list|me lista) [all|the|docker] networks [no {host}|on {host}]",
    "(inventário|relação|panorama|mapa) (de|das) redes [do {host}|no {host}]",
    "(vê|olha) (p/ mim|pra mim) (as rede|q redes tem|as networks) [no {host}]",
    "(lista|mostra|me mostra) (as networks|as redes virtuais|as redes dos containers) [do {host}|no {host}]",
    "(ver|exibe|exiba) [as] redes [do docker] [no {host}|do {host}]",
    "(mostra|lista) as redes (e seus drivers|com as sub-redes|e as faixas|e os tipos) [no {host}]",
    "os containers não se enxergam, (lista as redes|mostra as redes|que redes existem) [no {host}]",
    "tá dando problema de rede, (lista as redes|mostra as redes|que redes existem) [no {host}]",
    "(a rede do projeto|a rede do compose) (foi criada|existe|está aí), (lista as redes|mostra as redes) [no {host}]",
    "minha rede (foi criada|existe|está aí), (lista as redes|mostra as redes) [no {host}]",
    "(qual|quais) (o driver|os drivers) (das redes|de cada rede) [do {host}|no {host}]",
    "(que|quais) redes docker (o {host} tem|tem o {host}|existem na {host})",
)

OPERATION = Operation(
    name="networks",
    summary="Lista as redes do Docker no host",
    topic="comando/network-ls",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("network", "ls"),
    aliases=("redes",),
)
