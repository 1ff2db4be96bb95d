"""List the running containers."""

from commands.container_state import since
from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from commands.wording import counted
from knowledge.answer import Answer, Table, Text


def run(engine: Engine) -> tuple[Container, ...]:
    return engine.containers()


def present(running: tuple[Container, ...]) -> Answer:
    if not running:
        return Answer(
            (Text("Nenhum container em execução agora. Para ver também os parados, peça **todos os containers**."),)
        )
    rows = tuple((container.name, since(container), _published(container)) for container in running)
    count = counted(len(rows), "container", "containers")
    return Answer((Text(f"**{count}** em execução."), Table(("Nome", "Estado", "Portas"), rows)))


def _published(container: Container) -> str:
    shown = [port.removesuffix("/tcp").replace("->", "→") for port in container.ports if "->" in port]
    return ", ".join(shown) or "–"


PHRASES = (
    "(lista|liste|listar) [os] containers [do {host}|no {host}]",
    "(lista|liste) [pra mim] [os] containers (ativos|em execução|rodando|de pé) [no {host}]",
    "(mostra|mostre|me mostra|mostra aí) [os] containers (rodando|em execução|ativos|ligados) [no {host}]",
    "(mostra|me mostra) [aí] o que (está|tá) rodando [agora] [no {host}|lá no {host}]",
    "quais [são os] containers (estão|tão) (rodando|ativos|em execução|no ar) [agora] [no {host}]",
    "quais containers (estão|tão) (de pé|ligados|vivos|funcionando) [no {host}|na {host}]",
    "que containers (tem|temos|há) (rodando|de pé|no ar|ativos) [no {host}]",
    "o que (está|tá) (rodando|em execução|no ar|ligado) [agora] (no|na) {host}",
    "o que (tem|temos) (rodando|no ar|de pé) [aí|agora] [no {host}]",
    "quem (está|tá) (de pé|rodando|no ar|vivo) [no {host}|lá no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] ps [no {host}|lá no {host}]",
    "[docker] ps [no {host}|do {host}] [pfv|por favor]",
    "docker container (ls|list) [no {host}]",
    "(quero|queria|preciso) ver (os containers que estão rodando|o que está rodando) [no {host}]",
    "(pode|podes|poderia) (listar|mostrar) [os] containers (em execução|ativos) [do {host}] [por favor]",
    "(consegue|consegues) (ver|mostrar|listar) (quais containers estão no ar|o que está em execução) [no {host}]",
    "mostra-me [só] os contentores (em execução|ativos|a correr) [no {host}]",
    "(que|quais os) contentores (estão|tens) (a correr|em execução|ligados) [no {host}]",
    "(podes dizer-me|diz-me) (que contentores estão a correr|o que está a correr) [no {host}]",
    "tem (algum container|alguma coisa|algo) (rodando|no ar|de pé) [agora] [no {host}]",
    "há algum (container|contentor) (rodando|ativo|a correr) [no {host}]",
    "(me fala|me diz|fala) quais containers (estão|tão) (up|rodando|on) [no {host}]",
    "(cadê|onde estão) os containers que (estão|tão) (rodando|no ar) [no {host}]",
    "(traz|me traz|me passa|me dá) a lista (do que está|dos containers que estão) rodando [no {host}]",
    "lista [dos] containers [em execução|rodando|ativos] do {host}",
    "containers (rodando|ativos|de pé|up|online) [no {host}] [pfv]",
    "[me] mostra (só|somente|apenas) os [containers] que (estão|tão) (rodando|ligados|em pé) [no {host}]",
    "(dá|dê) uma olhada (no que está rodando|nos containers ativos|nos containers) [no {host}|lá no {host}]",
    "(como|que tal) (estão|tão|andam) os containers (do|no|da) {host}",
    "(reiniciei|mexi no|voltou) o servidor, (o que subiu|quais containers subiram) [no {host}]",
    "(reiniciei|mexi no|voltou) o servidor, quais containers estão no ar [no {host}]",
    "(o que|quais serviços em container) (subiu|voltaram|estão no ar) [no {host}] [agora|neste momento]",
    "quantos containers (subiu|voltaram|estão no ar) [no {host}] [agora|neste momento]",
    "quantos containers (estão|tem|tão) (rodando|ativos|de pé|em execução) [no {host}]",
    "(tá|está) (tudo|todo mundo) (rodando|de pé|no ar) [no {host}|lá no {host}]",
    "(show|list|me dá um list nos) [running] containers [no {host}]",
    "(ver|checa|confere|verifica) (o que está no ar|os containers rodando|quais containers estão up) [no {host}]",
    "vê [p/ mim|pra mim] (o q tá rodando|quais container tão rodando|os containers ligados) [no {host}]",
    "containers [do|no|da] {host}",
)

OPERATION = Operation(
    name="ps",
    summary="Lista os containers em execução",
    topic="comando/ps",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("ps"),
    aliases=("containers",),
)
