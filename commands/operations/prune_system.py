"""Remove all that Docker does not use, but volumes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from commands.docker_line import docker
from commands.errors import EngineError
from commands.image_use import label, unused
from commands.losses import itemized, line
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, Pruned
from commands.sweeping import why
from commands.wording import counted, listing, size
from knowledge.answer import Answer, Block, Items, Text, code, escape

_STOPPED = ("exited", "created", "dead")
_OWN_NETWORKS = frozenset(("bridge", "host", "none", "ingress", "docker_gwbridge", "podman"))


@dataclass(frozen=True)
class Part:
    """`problem` says why this part could not be cleaned; the others are cleaned all the same."""

    one: str
    many: str
    pruned: Pruned
    problem: str = ""


def run(engine: Engine) -> tuple[Part, ...]:
    """In docker's own order: what a stopped container held is free once it is gone."""
    return (
        _part("container", "containers", engine.prune_containers),
        _part("rede", "redes", engine.prune_networks),
        _part("camada de imagem", "camadas de imagem", engine.prune_images),
        _part("item do cache de build", "itens do cache de build", engine.prune_build_cache),
    )


def _part(one: str, many: str, prune: Callable[[], Pruned]) -> Part:
    try:
        return Part(one, many, prune())
    except EngineError as error:
        return Part(one, many, Pruned((), 0), why(error))


def present(parts: tuple[Part, ...]) -> Answer:
    lines = tuple(_said(part) for part in parts if part.pruned.removed or part.pruned.reclaimed)
    failed = tuple(f"**{part.many}**: {escape(part.problem)}" for part in parts if part.problem)
    freed = sum(part.pruned.reclaimed for part in parts)
    blocks: tuple[Block, ...] = (Text("Já estava tudo limpo: nada foi removido."),)
    if lines:
        blocks = (Text(f"Limpeza feita, **{size(freed)} liberados**."), Items(lines))
    elif failed:
        blocks = (Text("Nada foi removido."),)
    return Answer((*blocks, Text("Não consegui limpar:"), Items(failed)) if failed else blocks)


def _said(part: Part) -> str:
    freed = f" ({size(part.pruned.reclaimed)})" if part.pruned.reclaimed else ""
    return f"{counted(len(part.pruned.removed), part.one, part.many)}{freed}"


def preview(engine: Engine) -> Answer:
    every = sorted(engine.containers(every=True), key=lambda container: container.name)
    stopped = [container for container in every if container.state in _STOPPED]
    kept = [container for container in every if container.state not in _STOPPED]
    blocks = (*_containers(stopped), *_networks(engine, kept), *_images(engine, kept), *_cache(engine))
    if not blocks:
        return Answer((Text("Está tudo limpo: nada seria removido."),))
    stays = "Ficam os volumes, os containers em execução e as imagens com tag."
    return Answer((Text("Vou remover o que o Docker não usa:"), *blocks, Text(stays)))


def _containers(stopped: Sequence[Container]) -> tuple[Block, ...]:
    if not stopped:
        return ()
    lines, names = tuple(line(c) for c in stopped), tuple(c.name for c in stopped)
    count = counted(len(stopped), "container parado", "containers parados")
    return (Text(f"**{count}**:"), *itemized(lines, names, "containers.txt"))


def _networks(engine: Engine, kept: Sequence[Container]) -> tuple[Block, ...]:
    used: set[str] = set()
    for container in kept:
        details = engine.details(container)
        used |= {*details.addresses, *((details.raw.get("NetworkSettings") or {}).get("Networks") or {})}
    free = [network for network in engine.networks() if network.name not in used | _OWN_NETWORKS]
    blocks: tuple[Block, ...] = ()
    local = sorted(network.name for network in free if network.scope != "swarm")
    swarm = sorted(network.name for network in free if network.scope == "swarm")
    if local:
        count = counted(len(local), "rede sem container", "redes sem container")
        blocks += (Text(f"**{count}**: {escape(listing(local))}."),)
    if swarm:
        blocks += (Text(f"Das redes do swarm ({escape(listing(swarm))}), as que nenhum serviço usa."),)
    return blocks


def _images(engine: Engine, kept: Sequence[Container]) -> tuple[Block, ...]:
    dangling = sorted((image for image in unused(engine.images(), kept) if not image.tags), key=label)
    if not dangling:
        return ()
    lines = tuple(f"{code(image.short_id)} ({size(image.size)})" for image in dangling)
    count = counted(len(dangling), "imagem solta", "imagens soltas")
    return (Text(f"**{count}** (sem tag):"), *itemized(lines, tuple(image.id for image in dangling), "imagens.txt"))


def _cache(engine: Engine) -> tuple[Block, ...]:
    free = sum(usage.reclaimable for usage in engine.disk_usage() if usage.kind == "build cache")
    return (Text(f"**Cache de build**: até {size(free)}."),) if free else ()


PHRASES = (
    "(limpa|limpe|limpar) (tudo|o docker|o docker todo|tudo que não se usa) [do {host}|no {host}]",
    "(limpa|remove|apaga) tudo (que não está em uso|que não é usado|que ninguém usa|o que sobra) [no {host}|do {host}]",
    "(limpa|remove|apaga) o que (não está em uso|não é usado|está sobrando|não presta) [no {host}|do {host}]",
    "(dá|dê|faz|faça|manda) um [docker] system prune [no {host}|lá no {host}]",
    "docker system prune [-f|-af] [no {host}]",
    "system prune [no {host}|do {host}] [pfv]",
    "(dá|dê|faz|faça|manda) um prune (geral|no docker|em tudo|completo) [no {host}|do {host}]",
    "(dá|dê|faz|manda) um prune (no|lá no|na) {host}",
    "(faz|faça|dá) uma (limpeza|faxina|limpa) (geral|completa|no docker|boa) [do {host}|no {host}]",
    "(faz|faça|dá) uma (limpeza|faxina|limpa) (no|lá no|na) {host}",
    "(quero|queria|preciso) (limpar o|fazer uma limpeza no|tirar o lixo do) docker [do {host}|no {host}]",
    "(pode|poderia|consegue) (limpar|fazer uma faxina no) [o] docker [do {host}|no {host}] [por favor]",
    "(pode|poderia|consegue) fazer uma limpeza no [o] docker [do {host}|no {host}] [por favor]",
    "(podes|consegues) (limpar|fazer uma limpeza a) tudo o que não é usado [no {host}|na {host}]",
    "(limpa-me|faz-me uma limpeza a|dá-me uma limpeza a) tudo [o que não uso] [no {host}|na {host}]",
    "(joga|jogue|manda|bota) fora (tudo que não presta|o que não se usa|o lixo do docker|o lixo) [do {host}|no {host}]",
    "(deita|deite) fora (tudo o que não uso|o lixo do docker|o que não é usado) [no {host}|na {host}]",
    "(passa|passe) (a vassoura|o rodo|o pano|o aspirador) (no|lá no|na) {host}",
    "(passa|passe) (a vassoura|o rodo|o pano) (geral|no docker|em tudo) [no {host}]",
    "(tá|está|ficou) sem espaço [no {host}], (limpa tudo|faz uma limpeza|limpa o docker|faz um prune)",
    "o disco [do {host}] (encheu|está cheio|tá cheio|lotou), (limpa|faz uma faxina|dá um prune|limpa o docker)",
    "(libera|libere|liberar|recupera) (espaço|disco|espaço em disco) (no|do|lá no|na) {host}",
    "(libera|libere|recupera|arranja) (espaço|disco|um espaço) [no docker|pra mim] [no {host}]",
    "(apareceu|deu|tá dando) no space left [on device], (limpa|faz uma limpeza|dá um prune) [no {host}]",
    "(limpa|remove|apaga) (containers parados, imagens soltas e redes|containers, redes e cache sem uso) [no {host}]",
    "(limpa|remove|apaga) containers parados e cache [no {host}]",
    "(limpa|remove|apaga|zera) o (cache de build|build cache|cache do docker) [do {host}|no {host}]",
    "(limpa|apaga) (p/ mim|pra mim|aí|lá) (tudo q ninguém usa|o lixo|a sujeira do docker) [no {host}] [pfv]",
    "(clean up|cleanup|purge|prune) (docker|everything|everything unused|the system) [on {host}|no {host}]",
    "(tira|tire|remove) (o lixo|a sujeira|a tralha|o entulho) [do docker] [do {host}|no {host}]",
    "(bora|vamos) (limpar o|fazer uma faxina no|dar uma geral no) (docker|{host})",
    "(varre|varra|higieniza|desentulha) (o docker|tudo|o servidor) [do {host}|no {host}]",
    "(limpeza|faxina) (geral|completa|do docker) [do {host}|no {host}] [pfv]",
    "(dá|dê) uma geral (no docker|na máquina|no lixo do docker) [do {host}|no {host}]",
    "(recolhe|recolha|descarta|descarte) tudo que (está parado ou sem uso|não tem uso|não serve) [no {host}]",
)

OPERATION = Operation(
    name="prune_system",
    summary="Remove tudo o que o Docker não usa, menos volumes",
    topic="comando/system-prune",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda: docker("system", "prune"),
    preview=preview,
    aliases=("limpar",),
    timeout=300.0,
)
