"""List every container, the stopped ones too."""

from commands.container_state import since
from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from commands.wording import counted
from knowledge.answer import Answer, Table, Text


def run(engine: Engine) -> tuple[Container, ...]:
    return engine.containers(every=True)


def present(every: tuple[Container, ...]) -> Answer:
    if not every:
        return Answer(
            (Text("Não há nenhum container por aqui, nem parado. Para criar um, peça por exemplo **roda um nginx**."),)
        )
    rows = tuple((container.name, since(container), container.image) for container in every)
    running = sum(container.is_running for container in every)
    count = counted(len(rows), "container", "containers")
    return Answer((Text(f"**{count}**, {running} em execução."), Table(("Nome", "Estado", "Imagem"), rows)))


PHRASES = (
    "(lista|liste|mostra|mostre) todos os containers [do {host}|no {host}]",
    "(lista|mostra|me mostra) [os] containers (todos|tudo), (inclusive|até|também) os parados [no {host}]",
    "(mostra|me mostra|quero ver) os containers (parados|desligados|mortos|que saíram) [também] [no {host}]",
    "(mostra|lista|ver|quais são) todos os containers, (rodando ou não|ligados e desligados) [no {host}]",
    "(mostra|lista|ver|quais são) todos os containers, vivos e mortos [no {host}]",
    "quais containers (estão|tão|ficaram) (parados|desligados|mortos|exited) [no {host}]",
    "quais (são|os) containers que (existem|tem|há) [no {host}], (mesmo parados|rodando ou parados)",
    "quais (são|os) containers que (existem|tem|há) [no {host}], incluindo os desligados",
    "que containers (já rodaram|existem|já foram criados) [aí] [no {host}|lá no {host}]",
    "quais containers (pararam|caíram|morreram|saíram) [no {host}|lá no {host}]",
    "(tem|há|existe) algum container (parado|caído|morto|desligado) [no {host}|na {host}]",
    "quem (está|tá) (parado|caído|morto|fora do ar|no chão) [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] ps -a [no {host}|lá no {host}]",
    "[docker] ps -a [no {host}|do {host}] [pfv]",
    "docker container (ls|list) (-a|--all) [no {host}]",
    "(docker ps|ps) --all [no {host}]",
    "(quero|queria|preciso) (ver|da lista de) todos os containers [do {host}]",
    "(quero|preciso) (ver|saber) (o que está parado|quem caiu|quais estão fora do ar) [no {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) todos os containers [do {host}] [por favor]",
    "(consegue|consegues|dá pra) (mostrar|listar|ver) também os [containers] parados [no {host}]",
    "mostra-me todos os contentores[, também os parados|, mesmo os parados] [no {host}]",
    "(que|quais os) contentores (estão parados|estão desligados|existem ao todo) [no {host}]",
    "(podes|consegues) listar-me todos os contentores [do {host}|da {host}]",
    "[me] (traz|passa|dá|manda) a lista completa (de|dos) containers [do {host}]",
    "lista completa (de|dos) containers [do {host}|no {host}]",
    "containers (parados|desligados|exited|mortos) [no {host}] [pfv]",
    "todos [os] containers [do {host}|no {host}|da {host}]",
    "(o que|quais containers) (tem|existe) no {host} (no total|ao todo|parado e rodando)",
    "quantos containers (tem|existem|temos) (ao todo|no total|contando os parados) [no {host}]",
    "quantos containers (estão|tem) (parados|desligados|caídos) [no {host}]",
    "(cadê|onde estão) (os containers parados|os que caíram|os containers que não estão rodando) [no {host}]",
    "(sumiu um container|não acho meu container), (lista|mostra|me mostra) todos [no {host}]",
    "(caiu a luz|o servidor reiniciou|faltou energia), (quais containers não voltaram|quem não subiu) [no {host}]",
    "(caiu a luz|o servidor reiniciou|faltou energia), o que ficou parado [no {host}]",
    "(vê|confere|checa|verifica) (se tem container parado|quais containers caíram|o que está fora do ar) [no {host}]",
    "(vê|olha) (p/ mim|pra mim|aí) (td q é container|tudo que é container|os container tudo) [no {host}]",
    "(show|list) all [the] containers [no {host}|on {host}]",
    "(mostra|lista) (até os|inclusive os|incluindo os) (containers parados|stopped|mortos) [no {host}]",
    "[me] mostra (tudo quanto é container|o inventário de containers|o histórico de containers) [do {host}]",
)

OPERATION = Operation(
    name="ps_all",
    summary="Lista todos os containers, também os parados",
    topic="comando/ps-a",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("ps", "-a"),
    aliases=("todos",),
)
