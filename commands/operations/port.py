"""Show the published ports of a container."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from commands.wording import counted, listing
from knowledge.answer import Answer, Table, Text, code, escape


def run(engine: Engine, container: Container) -> Container:
    """The list of containers, from which `container` comes, has the ports already."""
    return container


def present(container: Container) -> Answer:
    name = f"**{escape(container.name)}**"
    published = tuple(tuple(port.split("->", 1)) for port in container.ports if "->" in port)
    if published:
        rows = tuple((outside, inside) for outside, inside in published)
        count = counted(len(rows), "porta publicada", "portas publicadas")
        return Answer((Text(f"O container {name} tem **{count}**."), Table(("No host", "No container"), rows)))
    if not container.is_running:
        return Answer((Text(f"O container {name} não está em execução, então nenhuma porta está publicada agora."),))
    if container.ports:
        exposed = listing([code(port) for port in container.ports])
        return Answer(
            (Text(f"O container {name} não publica nenhuma porta no host. Só dentro da rede do Docker: {exposed}."),)
        )
    return Answer((Text(f"O container {name} não publica nenhuma porta."),))


PHRASES = (
    "(quais|que) portas (o {container}|o container {container}) (publica|expõe|usa|está usando) [no {host}]",
    "(quais|quais são) as portas (do|da|do container) {container} [no {host}]",
    "(mostra|mostre|me mostra|lista) as portas (do|da|do container) {container} [no {host}]",
    "(qual|qual é) a porta (do|da|do container) {container} [no {host}]",
    "em (qual|que) porta (está|tá|ficou|subiu) o [container] {container} [no {host}]",
    "em (qual|que) porta (o {container}|o container {container}) (está|tá|roda|escuta|atende) [no {host}]",
    "(por|em) (qual|que) porta (acesso o|entro no|abro o|chego no) {container} [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] port (no|do|em) {container} [no {host}]",
    "[docker] port [do] {container} [no {host}]",
    "docker container port {container} [no {host}]",
    "portas (do|da|publicadas do|do container) {container} [no {host}] [pfv]",
    "(quero|queria|preciso) (ver|saber) (as portas|a porta) (do|da) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar|dizer) (as portas|a porta) (do|da) {container} [no {host}]",
    "(mostra-me|diz-me) (as portas|a porta) do [contentor] {container} [no {host}]",
    "(podes|consegues) (dizer-me|ver) (em que porta|que portas) está [o contentor] {container}",
    "(que|quais) portas (tem|tem abertas|estão abertas) [no] [contentor] {container} [no {host}]",
    "(me diz|me fala|me passa|me dá) (as portas|a porta|o mapeamento de portas) (do|da) {container} [no {host}]",
    "(qual|como está|mostra) o mapeamento (de|das) portas (do|da) {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) (as portas|a porta) (do|da) {container} [no {host}|lá no {host}]",
    "(a porta 80|a 443|alguma porta) do {container} (está|tá) (publicada|exposta|aberta|mapeada) [no {host}]",
    "o {container} (está|tá) (publicado|exposto|mapeado) em (qual|que) porta [no {host}]",
    "o {container} (publica|expõe|abre) (alguma|que|qual) porta [no {host}]",
    "(esqueci|não lembro) (em que porta|a porta que) (ficou o|coloquei o|subi o) {container}, (mostra|vê aí|qual é)",
    "não (consigo acessar|abre no navegador) o {container}, (qual a porta dele|em que porta ele está)",
    "não (consigo acessar|abre no navegador) o {container}, vê as portas dele",
    "(pra|para) qual porta do host (vai|aponta|foi) o {container} [no {host}]",
    "(portas|porta) (abertas|exposta|expostas|mapeadas) (do|da|no) {container} [no {host}]",
    "(which|what) port[s] (is|does|do) {container} (on|use|expose) [no {host}]",
    "(show|list) [the] ports (of|do|de) {container} [no {host}]",
    "(vê|manda|fala) (p/ mim|pra mim|aí) (a porta|as porta) (do|da) {container} [no {host}]",
    "(descobre|descubra|acha) (a porta|em que porta está|as portas) (do|o) {container} [no {host}]",
    "onde (o {container} está|o {container}) (escutando|ouvindo|publicado|mapeado) [no {host}]",
    "(traz|lista) o (de para|redirecionamento) de portas (do|da) {container} [no {host}]",
)

OPERATION = Operation(
    name="port",
    summary="Mostra as portas publicadas de um container",
    topic="comando/port",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container: docker("port", container),
    aliases=("portas",),
    states=("running", "paused"),
)
