"""Create a container from an image and start it."""

import contextlib

from commands.argv import argv
from commands.container_state import since, state
from commands.docker_line import docker
from commands.errors import Unfit
from commands.operation import HOST, IMAGE, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.published_ports import published
from commands.records import Container
from knowledge.answer import Answer, Text, code, escape


def run(
    engine: Engine, image: str, name: str | None = None, ports: str | None = None, command: str | None = None
) -> Container:
    return engine.run(image, name or None, published(ports), argv(command))


def present(created: Container) -> Answer:
    name, image = f"**{escape(created.name)}**", code(created.image)
    if created.state in ("exited", "dead"):
        said = f"O container {name} foi criado de {image}, mas já terminou ({escape(since(created))})."
        return Answer((Text(f"{said} Se não era isso, veja os logs dele."),))
    if not created.is_running:
        return Answer((Text(f"O container {name} foi criado de {image} e está {escape(state(created))}."),))
    shown = [code(port.removesuffix("/tcp").replace("->", "→")) for port in created.ports if "->" in port]
    where = f", com {'a porta' if len(shown) == 1 else 'as portas'} {', '.join(shown)}" if shown else ""
    return Answer((Text(f"Container {name} no ar, criado de {image}{where}."),))


def command_line(
    image: str, name: str | None = None, ports: str | None = None, command: str | None = None
) -> tuple[str, ...]:
    options = ["--name", name] if name else []
    words: tuple[str, ...] = ()
    with contextlib.suppress(Unfit):  # `run` says what is wrong
        for inside, outside in published(ports).items():
            options += ["-p", f"{outside}:{inside.removesuffix('/tcp')}"]
        words = argv(command)
    return docker("run", "-d", *options, image, *words)


PHRASES = (
    "(roda|rode|rodar) um [container] {image} [no {host}]",
    "(roda|rode) um [container] [do|da|com] {image} chamado {name} [na porta {ports}] [no {host}]",
    "(sobe|suba|subir) um [container] {image} [na porta {ports}|nas portas {ports}] [no {host}]",
    "(sobe|suba) um [container] [do|da|com] [imagem] {image} (chamado|com o nome|com nome) {name} [no {host}]",
    "(cria|crie|criar) um container [novo] (da imagem|com a imagem|a partir da|com|do) {image} [no {host}]",
    "(cria|crie) um container {name} (com|da imagem|usando|a partir de) {image} [no {host}]",
    "(roda|sobe|cria) um {image} [com o nome {name}] (publicando|expondo) [a porta|as portas] {ports} [no {host}]",
    "(roda|sobe|cria) um {image} [com o nome {name}] mapeando [a porta|as portas] {ports} [no {host}]",
    "(roda|sobe|cria) (um|uma|o) {image} (com|usando) [a porta|as portas|-p] {ports} [no {host}]",
    "(roda|executa|sobe) [um|o] {image} (executando|rodando|com o comando|com comando) {command} [no {host}]",
    "(roda|executa) {command} (num|em um|num container novo|num container) [do|da imagem|com] {image} [no {host}]",
    "(dá|faz|manda|solta) um [docker] run (do|da|de|no|na) [imagem] {image} [no {host}]",
    "docker run [-d] [--name {name}] [-p {ports}] {image} [{command}] [no {host}]",
    "docker container run [-d] [-p {ports}] {image} [no {host}]",
    "run [a|an] {image} [container] [named {name}] [on port {ports}] [on {host}]",
    "(quero|queria|preciso de) um [container] {image} (novo|rodando|no ar) [na porta {ports}] [no {host}]",
    "(quero|queria|preciso) (subir|rodar|criar) um [container] {image} [chamado {name}] [no {host}]",
    "(pode|podes) (subir|rodar|criar) um [container] [da imagem] {image} [na porta {ports}] [no {host}]",
    "(consegue|poderia) (subir|rodar|criar) um [container] [da imagem] {image} [na porta {ports}] [no {host}]",
    "(cria-me|lança-me|levanta-me) um contentor [a partir] da [imagem] {image} [na porta {ports}] [no {host}]",
    "(podes|consegues) (criar|lançar) um contentor (da imagem|com a imagem|do) {image} [chamado {name}] [no {host}]",
    "(podes|consegues) (levantar|correr) um contentor (da imagem|com a imagem|do) {image} [chamado {name}] [no {host}]",
    "(corre|corra) um [contentor] {image} [nas portas {ports}|na porta {ports}] [no {host}]",
    "(levanta|levante|ergue|lança|lance) um [container] [novo] [de] {image} [na porta {ports}] [no {host}]",
    "(bota|põe|coloca|mete) um {image} (pra rodar|no ar|de pé|pra funcionar) [na porta {ports}] [no {host}]",
    "(bota|põe|coloca) um {image} (chamado|com nome|de nome) {name} (pra rodar|no ar|em background) [no {host}]",
    "(instancia|inicializa|provisiona) (um|uma) [container] {image} [com nome {name}] [no {host}]",
    "(sobe|roda|cria) (mais um|outro|um novo|uma instância de) [container] {image} [no {host}]",
    "(preciso testar|vou testar) uma coisa, (sobe um|roda um|cria um) {image} [na porta {ports}] [no {host}]",
    "quero testar uma coisa, (sobe um|roda um|cria um) {image} [na porta {ports}] [no {host}]",
    "(sobe|roda) um (banco|servidor|site) [com] [a imagem] {image} [na porta {ports}] [chamado {name}] [no {host}]",
    "(deploya|faz o deploy de|faz deploy de) um [container] {image} [na {ports}|na porta {ports}] [no {host}]",
    "(sobe|roda) (p/ mim|pra mim|aí) um {image} (c/|com) a porta {ports} [no {host}]",
    "(sobe|roda|cria) (em background|destacado|de fundo|em segundo plano) um {image} [chamado {name}] [no {host}]",
    "(starta|inicia|lança) um container novo (do|de|com|da imagem) {image} [na porta {ports}] [no {host}]",
    "(sobe|roda) [a imagem|uma instância da imagem] {image} (mapeando|publicando|ligando) {ports} (no|lá no|na) {host}",
    "(novo container|container novo|um container novo) (de|da imagem|com|do) {image} [chamado {name}] [no {host}]",
    "(cria|sobe|roda) {image} como {name} [na porta {ports}] [no {host}]",
)

OPERATION = Operation(
    name="run",
    summary="Cria um container a partir de uma imagem e o inicia",
    topic="comando/run",
    phrases=PHRASES,
    parameters=(
        IMAGE,
        Parameter("name", Kind.TEXT, "o nome do container", required=False),
        Parameter("ports", Kind.TEXT, "as portas", required=False),
        Parameter("command", Kind.TEXT, "o comando", required=False),
        HOST,
    ),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=command_line,
    aliases=("rodar", "criar"),
    timeout=900.0,
)
