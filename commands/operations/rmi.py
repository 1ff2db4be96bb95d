"""Remove an image."""

from commands.docker_line import docker
from commands.image_use import label, users
from commands.losses import itemized, line
from commands.operation import HOST, IMAGE, Operation, Risk
from commands.ports import Engine
from commands.records import Container, Image, RemovedImage
from commands.wording import counted, listing, size
from knowledge.answer import Answer, Block, Text, code, escape


def run(engine: Engine, image: str) -> RemovedImage:
    return engine.remove_image(image)


def present(removed: RemovedImage) -> Answer:
    name = f"**{escape(removed.reference)}**"
    if not removed.deleted:
        return Answer((Text(f"A tag {name} saiu; a imagem continua no host com outro nome."),))
    return Answer((Text(f"Imagem {name} removida."),))


def preview(engine: Engine, image: str) -> Answer:
    found = engine.image(image)
    others = _other_tags(found, image)
    if others:
        kept = listing([code(tag) for tag in others])
        said = f"Vou tirar a tag **{escape(image)}**. A imagem ({size(found.size)}) fica no host como {kept}."
        return Answer((Text(said),))
    said = f"Vou remover a imagem **{escape(label(found))}** ({size(found.size)}, id {code(found.short_id)})."
    again = "Para usá-la de novo será preciso baixar ou construir outra vez."
    return Answer((Text(f"{said} {again}"), *_users(users(found, engine.containers(every=True)))))


def _other_tags(found: Image, reference: str) -> tuple[str, ...]:
    """What the image is still called when this name of it goes; nothing when it is asked for by its id."""
    own = next((tag for tag in found.tags if tag in (reference, f"{reference}:latest")), None)
    return tuple(tag for tag in found.tags if tag != own) if own else ()


def _users(containers: tuple[Container, ...]) -> tuple[Block, ...]:
    if not containers:
        return (Text("Nenhum container a usa."),)
    count = counted(len(containers), "container a usa", "containers a usam")
    said = f"{count}, e o Docker deve recusar enquanto {'existir' if len(containers) == 1 else 'existirem'}:"
    return (
        Text(said),
        *itemized(tuple(line(c) for c in containers), tuple(c.name for c in containers), "containers.txt"),
    )


PHRASES = (
    "(remove|remova|remover) a imagem [do|da] {image} [no {host}|do {host}]",
    "(apaga|apague|apagar) a imagem [do|da] {image} [no {host}|do {host}]",
    "(exclui|exclua|excluir) a imagem [do|da] {image} [no {host}|do {host}]",
    "(deleta|delete|deletar) a imagem [do|da] {image} [no {host}|do {host}]",
    "(elimina|elimine|eliminar) a imagem [do|da] {image} [no {host}|do {host}]",
    "(dá|dê|faz|faça|manda) um [docker] rmi (na|da|em|no) [imagem] {image} [no {host}]",
    "[docker] rmi [-f] [a|da] {image} [no {host}]",
    "docker image (rm|remove) {image} [no {host}]",
    "(quero|queria|preciso) [de] (remover|apagar|excluir|deletar) a imagem {image} [no {host}|do {host}]",
    "(pode|poderia|consegue) (remover|apagar|excluir|deletar) a imagem {image} [do {host}] [por favor]",
    "(podes|consegues) (apagar|remover|eliminar) a imagem {image} [no {host}|na {host}]",
    "(apaga-me|remove-me|elimina-me) a imagem {image} [no {host}|do {host}]",
    "(joga|jogue|manda|bota) a imagem [do|da] {image} (fora|no lixo|pro lixo) [no {host}]",
    "(deita|deite) fora a imagem {image} [no {host}|na {host}]",
    "(some|suma|desaparece|acaba) com a imagem [do|da] {image} [no {host}|do {host}]",
    "(dá|dê) (um fim|sumiço|um sumiço) na imagem {image} [no {host}]",
    "(tira|tire) a imagem [do|da] {image} (daí|daqui|da máquina|do servidor|de lá) [no {host}]",
    "(não uso|não usamos|ninguém usa) mais a imagem {image}, (remove|apaga|pode apagar|deleta) [no {host}]",
    "a imagem {image} (está velha|ficou velha|é antiga|não serve mais), (remove|apaga|exclui|pode remover) [no {host}]",
    "(preciso de espaço|o disco encheu|tá sem espaço), (remove|apaga|deleta) a imagem {image} [no {host}]",
    "(remove|apaga|exclui|deleta) (de vez|definitivamente|por completo) a imagem {image} [no {host}]",
    "(remove|apaga|deleta) (p/ mim|pra mim|aí|lá) a (img|imagem) {image} [no {host}] [pfv]",
    "(remove|delete|drop) [the] image {image} [on {host}|from {host}]",
    "(dropa|drope|destrói|destrua) a imagem {image} [no {host}]",
    "(limpa|limpe|varre) a imagem {image} (daí|da máquina|do host|do disco) [no {host}]",
    "(remove|apaga|exclui) (só|somente|apenas) a imagem {image} [no {host}|do {host}]",
    "(bora|vamos) (remover|apagar|deletar) a imagem {image} [no {host}]",
    "(pode remover|pode apagar|pode excluir|pode deletar) a imagem {image} (do|no|lá no) {host}",
    "(remove|apaga|tira) a tag {image} [da imagem] [no {host}|do {host}]",
    "(remove|apaga|exclui) a (versão|imagem) (velha|antiga|anterior) {image} [no {host}|do {host}]",
    "(libera|libere) o espaço (da imagem|que a imagem usa:) {image} [no {host}]",
    "(remoção|exclusão) da imagem {image} [no {host}|do {host}]",
    "(desinstala|desinstale|tira do cache) a imagem [do|da] {image} [no {host}]",
)

OPERATION = Operation(
    name="rmi",
    summary="Remove uma imagem",
    topic="comando/rmi",
    phrases=PHRASES,
    parameters=(IMAGE, HOST),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda image: docker("rmi", image),
    preview=preview,
    aliases=("remover_imagem",),
    timeout=120.0,
)
