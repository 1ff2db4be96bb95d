"""Show a container's addresses."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, ContainerDetails
from commands.wording import counted
from knowledge.answer import Answer, Table, Text, code, escape

_FORMAT = "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}"


def run(engine: Engine, container: Container) -> ContainerDetails:
    return engine.details(container)


def present(details: ContainerDetails) -> Answer:
    name = f"**{escape(details.container.name)}**"
    addresses = sorted(details.addresses.items())
    if not addresses:
        return Answer((Text(f"O container {name} não tem IP próprio: {_reason(details)}."),))
    if len(addresses) == 1:
        network, address = addresses[0]
        return Answer((Text(f"O IP do container {name} é {code(address)}, na rede **{escape(network)}**."),))
    rows = tuple((network, address) for network, address in addresses)
    return Answer(
        (Text(f"O container {name} está em **{counted(len(rows), 'rede', 'redes')}**."), Table(("Rede", "IP"), rows))
    )


def _reason(details: ContainerDetails) -> str:
    mode = str((details.raw.get("HostConfig") or {}).get("NetworkMode") or "")
    if mode == "host":
        return "ele usa a rede do host, então o endereço é o do host"
    if mode == "none":
        return "foi criado sem rede (none)"
    if mode.startswith("container:"):
        return "ele usa a rede de outro container"
    if not details.container.is_running:
        return "está parado, e o Docker só dá um endereço a quem está em execução"
    return "não está ligado a nenhuma rede"


PHRASES = (
    "(qual|qual é) o ip (do|da|do container) {container} [no {host}]",
    "(mostra|me mostra|mostre) o ip (do|da|do container) {container} [no {host}]",
    "(me dá|me passa|me diz|me fala) o ip (do|da) {container} [no {host}|lá no {host}]",
    "(pega|pegue|descobre|descubra) o ip (do|da|do container) {container} [no {host}]",
    "(quero|queria|preciso) (do|saber o|ver o) ip (do|da) {container} [no {host}]",
    "ip (do|da|do container|de) {container} [no {host}] [pfv|por favor]",
    "(em|com) qual ip (está|tá|ficou|subiu) o [container] {container} [no {host}]",
    "(que|qual) ip o {container} (pegou|tem|está usando|ganhou) [no {host}]",
    "(qual|que) (endereço|endereço ip|endereço de rede) (tem|do|o do) {container} [no {host}]",
    "(mostra|me passa|me dá|acha) o endereço [ip|interno|de rede] (do|da) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar|dizer) o ip (do|da) {container} [no {host}]",
    "(diz-me|mostra-me|dá-me) o ip do [contentor] {container} [no {host}]",
    "(podes|consegues) (dizer-me|descobrir) (o endereço|o ip) do contentor {container} [no {host}]",
    "(qual|que) (é o) endereço [ip] do contentor {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) o ip (do|da) {container} [no {host}|lá no {host}]",
    "(preciso|quero) (conectar|acessar|pingar) o {container}, (qual o ip dele|me passa o ip) [no {host}]",
    "(preciso|quero) (conectar|acessar|pingar) o {container}, qual ip ele tem [no {host}]",
    "(não acho|perdi|esqueci) o ip do {container}, (me passa|qual é|mostra) [de novo]",
    "(onde|em que endereço|em qual endereço) (o {container} responde|responde o {container}) [na rede interna]",
    "(onde|em que endereço|em qual endereço) atende o {container} [na rede interna]",
    "(em|a) (qual|que) rede (o {container} está|está o {container}|o {container} tá ligado) [no {host}]",
    "(quais|que) (são os) ips (do|da|que tem o) {container} [no {host}]",
    "(mostra|lista|me mostra) os (ips|endereços) (do|da|do container) {container} [no {host}]",
    "ip interno (do|da|de) {container} [no {host}]",
    "(o {container} mudou de ip|reiniciei o {container} e mudou o ip), (qual é agora|qual o novo|me passa o novo)",
    "(vê|manda|fala) (p/ mim|pra mim|aí) o ip do {container} [no {host}]",
    "(get|show|find) [the] ip (of|do|de) {container} [no {host}]",
    "(what is the|whats the|qual o) ip address (of|do|da) {container} [no {host}]",
    "(dá|faz|roda) um inspect (pra pegar|só pra ver|pra ver) o ip (do|da) {container}",
    "(anota|passa|manda) (aí|aqui) o endereço ip (do|da) {container} [no {host}]",
    "qual [é] o número [de] ip (do|da) {container} [no {host}]",
    "(tem|tens|sabe|sabes) o ip (do|da) {container} [no {host}] [aí]",
    "(por qual ip|em que ip|com que ip) (chego no|acesso o|falo com o) {container} [no {host}]",
    "{container} (tá|está) (em|com) (que|qual) ip [no {host}]",
)

OPERATION = Operation(
    name="ip",
    summary="Mostra o endereço IP de um container",
    topic="comando/ip",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container: docker("inspect", "--format", _FORMAT, container),
    states=("running", "paused"),
)
