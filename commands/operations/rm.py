"""Remove a container."""

from commands.container_state import state
from commands.docker_line import docker
from commands.losses import project
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, ContainerDetails
from knowledge.answer import Answer, Block, Items, Text, code, escape

_ALIVE = ("running", "paused", "restarting")


def run(engine: Engine, container: Container) -> Container:
    """One that runs is stopped by force: the person was told so."""
    return engine.remove(container, force=container.state in _ALIVE)


def present(removed: Container) -> Answer:
    return Answer((Text(f"Container **{escape(removed.name)}** removido. Os volumes ficaram."),))


def preview(engine: Engine, container: Container) -> Answer:
    details = engine.details(container)
    name, lost = f"**{escape(container.name)}**", "O que foi gravado dentro dele, fora de volumes, se perde."
    blocks: tuple[Block, ...] = (Text(f"Vou remover o container {name}. {lost}"), Items(_lines(details)))
    if container.state in _ALIVE:
        blocks += (Text(f"Atenção: ele está **{escape(state(container))}** e será parado à força antes."),)
    return Answer(blocks)


def _lines(details: ContainerDetails) -> tuple[str, ...]:
    container = details.container
    lines = [
        f"**Id**: {code(container.short_id)}",
        f"**Imagem**: {code(container.image)} (continua no host)",
        f"**Estado**: {escape(state(container))}",
    ]
    if project(container):
        lines.append(f"**Projeto compose**: {escape(project(container))}")
    if details.mounts:
        lines.append(f"**Montagens, que não são removidas**: {', '.join(code(mount) for mount in details.mounts)}")
    else:
        lines.append("Não tem volumes: nada do que está nele fica guardado")
    return tuple(lines)


def command_line(container: Container | str) -> tuple[str, ...]:
    is_alive = isinstance(container, Container) and container.state in _ALIVE
    return docker("rm", "--force" if is_alive else None, container)


PHRASES = (
    "(remove|remova|remover) [o] [container] {container} [no {host}|do {host}]",
    "(apaga|apague|apagar) [o] [container] {container} [no {host}|do {host}]",
    "(exclui|exclua|excluir) [o] [container] {container} [no {host}|do {host}]",
    "(deleta|delete|deletar) [o] [container] {container} [no {host}|do {host}]",
    "(elimina|elimine|eliminar) [o] [contentor|container] {container} [no {host}|do {host}]",
    "(remove|apaga|exclui|deleta) o container parado {container} [no {host}|do {host}]",
    "(dá|dê|faz|faça|manda) um [docker] rm (no|na|em|do) [container] {container} [no {host}]",
    "[docker] rm [-f] [o] {container} [no {host}]",
    "docker container (rm|remove) [-f] {container} [no {host}]",
    "(quero|queria|preciso) [de] (remover|apagar|excluir|deletar) [o] [container] {container} [no {host}]",
    "(pode|poderia|consegue) (remover|apagar|excluir|deletar) [o] [container] {container} [do {host}] [por favor]",
    "(podes|consegues) (apagar|remover|eliminar) [o] contentor {container} [no {host}|na {host}]",
    "(apaga-me|remove-me|elimina-me) [o] [contentor] {container} [no {host}|do {host}]",
    "(joga|jogue|manda|bota) [o] [container] {container} (fora|no lixo|pro lixo) [no {host}]",
    "(deita|deite) fora [o] [contentor] {container} [no {host}|na {host}]",
    "(some|suma|desaparece|acaba) com o [container] {container} [no {host}|do {host}]",
    "(dá|dê) (um fim|sumiço|um sumiço) (no|em) [container] {container} [no {host}]",
    "(tira|tire) o container {container} (daí|daqui|da máquina|do servidor|de lá) [no {host}]",
    "(não preciso|não precisamos) mais do [container] {container}, (remove|apaga|pode apagar|deleta) [no {host}]",
    "não vou precisar mais do [container] {container}, (remove|apaga|pode apagar|deleta) [no {host}]",
    "o [container] {container} (não serve mais|ficou velho), (remove|apaga|exclui|pode remover) [no {host}]",
    "o [container] {container} era só teste, (remove|apaga|exclui|pode remover) [no {host}]",
    "(vou recriar|preciso recriar) o {container}, (remove|apaga|exclui) o (atual|velho|antigo) [no {host}]",
    "(remove|apaga|exclui|deleta) (de vez|definitivamente) o [container] {container} [no {host}]",
    "(remove|apaga|exclui|deleta) (por completo|pra sempre) o [container] {container} [no {host}]",
    "(remove|apaga|deleta) (p/ mim|pra mim|aí|lá) o [container] {container} [no {host}] [pfv]",
    "(remove|delete|drop) [the] container {container} [on {host}|from {host}]",
    "(dropa|drope|destrói|destrua) o [container] {container} [no {host}]",
    "(limpa|limpe|varre) o container {container} (daí|da máquina|do host) [no {host}]",
    "(remove|apaga|exclui) (só|somente|apenas) o container {container} [no {host}|do {host}]",
    "(bora|vamos) (remover|apagar|deletar) o [container] {container} [no {host}]",
    "(pode remover|pode apagar|pode excluir|pode deletar) [o] [container] {container} (do|no|lá no) {host}",
    "(remove|apaga) (à força|com -f|mesmo rodando|com força) o [container] {container} [no {host}]",
    "(para e remove|para e apaga|derruba e apaga|desliga e remove) o [container] {container} [no {host}]",
    "(remoção|exclusão) do container {container} [no {host}|do {host}]",
    "(livra-me|me livra|se livra) do [contentor|container] {container} [no {host}]",
    "o nome {container} (está|tá) (ocupado|preso) por um container (velho|antigo), (remove|apaga) ele [no {host}]",
    "o nome {container} (está|tá) (ocupado|preso) por um container parado, (remove|apaga) ele [no {host}]",
    "o nome {container} (está|tá) em uso por um container (velho|antigo|parado), (remove|apaga) ele [no {host}]",
)

OPERATION = Operation(
    name="rm",
    summary="Remove um container",
    topic="comando/rm",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=command_line,
    preview=preview,
    aliases=("remover",),
)
