"""Remove every image that no container uses."""

from functools import partial

from commands.docker_line import docker
from commands.image_use import label, users
from commands.losses import itemized
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, Image, Sweep
from commands.sweeping import failures, sweep
from commands.wording import counted, listing, size
from knowledge.answer import Answer, Block, Items, Text, escape


def run(engine: Engine) -> Sweep:
    """Newest first, so that an image goes before the one it was built on."""
    free, held = _sorted_out(engine)
    left = [(label(image), f"em uso por {listing([container.name for container in by])}") for image, by in held]
    newest_first = sorted(free, key=lambda image: image.created, reverse=True)
    return sweep(((label(image), partial(_remove, engine, image)) for image in newest_first), left)


def _remove(engine: Engine, image: Image) -> None:
    # By id, Docker refuses an image with more than one tag.
    for reference in image.tags or (image.id,):
        engine.remove_image(reference)


def _sorted_out(engine: Engine) -> tuple[list[Image], list[tuple[Image, tuple[Container, ...]]]]:
    containers = engine.containers(every=True)
    images = [(image, users(image, containers)) for image in sorted(engine.images(), key=label)]
    return [image for image, by in images if not by], [(image, by) for image, by in images if by]


def present(swept: Sweep) -> Answer:
    if not swept.done and not swept.failed:
        return Answer((Text("Não havia nenhuma imagem no host."),))
    blocks: tuple[Block, ...] = (Text("Nenhuma imagem foi removida."),)
    if swept.done:
        count = counted(len(swept.done), "imagem removida", "imagens removidas")
        blocks = (Text(f"**{count}**."), Items(tuple(escape(name) for name in swept.done)))
    return Answer(blocks + failures(swept, "ficou", "ficaram"))


def preview(engine: Engine) -> Answer:
    free, held = _sorted_out(engine)
    blocks: tuple[Block, ...] = (Text("Não há imagem que possa ser removida."),)
    if free:
        total = size(sum(image.size for image in free))
        said = f"Vou remover **{counted(len(free), 'imagem', 'imagens')}** que nenhum container usa, até {total}:"
        lines = tuple(f"**{escape(label(image))}** ({size(image.size)})" for image in free)
        blocks = (Text(said), *itemized(lines, tuple(label(image) for image in free), "imagens.txt"))
    return Answer((*blocks, *_kept(held)))


def _kept(held: list[tuple[Image, tuple[Container, ...]]]) -> tuple[Block, ...]:
    lines = tuple(
        f"**{escape(label(image))}**, em uso por {escape(listing([container.name for container in by]))}"
        for image, by in held
    )
    if not lines:
        return ()
    return (Text(f"{counted(len(lines), 'imagem fica', 'imagens ficam')}:"), Items(lines))


PHRASES = (
    "(remove|remova|remover) todas as imagens [do {host}|no {host}]",
    "(apaga|apague|apagar) todas as imagens [do {host}|no {host}]",
    "(exclui|exclua|excluir) todas as imagens [do {host}|no {host}]",
    "(deleta|delete|deletar) todas as imagens [do {host}|no {host}]",
    "(elimina|elimine|eliminar) todas as imagens [do {host}|na {host}]",
    "(dá|dê|faz|faça|manda) um [docker] rmi em (tudo|todas|todas as imagens|geral) [no {host}|do {host}]",
    "docker rmi (todas|tudo|all) [as imagens] [no {host}]",
    "docker image prune (-a|--all|-af) [no {host}]",
    "(quero|queria|preciso) [de] (remover|apagar|excluir) todas as imagens [do {host}|no {host}]",
    "(pode|poderia|consegue) (remover|apagar|deletar) todas as imagens [do {host}|no {host}] [por favor]",
    "(podes|consegues) (apagar|remover|eliminar) todas as imagens [do {host}|na {host}]",
    "(apaga-me|remove-me|elimina-me) todas as imagens [do {host}|no {host}]",
    "(joga|jogue|manda|bota) todas as imagens (fora|no lixo|pro lixo) [no {host}]",
    "(deita|deite) fora todas as imagens [do {host}|no {host}]",
    "(some|suma|desaparece|acaba) com todas as imagens [do {host}|no {host}]",
    "(limpa|limpe|zera|zere) todas as imagens [do {host}|no {host}]",
    "(zera|zere|esvazia|esvazie) (as imagens|a lista de imagens|o estoque de imagens) [do {host}|no {host}]",
    "não (deixa|deixe|quero|fica) nenhuma imagem [baixada] (no|lá no|na) {host}",
    "(apaga|remove|deleta) (tudo que é|tudo quanto é|absolutamente toda) imagem [do {host}|no {host}]",
    "(apaga|remove|deleta) as imagens (todas|todinhas|tudo) [do {host}|no {host}]",
    "(apaga|remove|exclui) (cada uma das|uma por uma das) imagens [do {host}|no {host}]",
    "(o disco encheu|preciso do disco inteiro), (apaga|remove|deleta) todas as imagens [do {host}|no {host}]",
    "vou começar do zero, (apaga|remove|deleta) todas as imagens [do {host}|no {host}]",
    "(quero|vou) (recomeçar|começar do zero) [sem nenhuma imagem], (remove|apaga) todas as imagens [no {host}]",
    "(remove|apaga|deleta) (p/ mim|pra mim|aí|lá) todas as (imgs|imagens) [no {host}|do {host}] [pfv]",
    "(remove|delete|drop|wipe) all [the] images [on {host}|from {host}]",
    "(dropa|destrói|detona) todas as imagens [do {host}|no {host}]",
    "(tira|tire) todas as imagens (da máquina|do servidor|do host|do disco) [no {host}|do {host}]",
    "(bora|vamos) (remover|apagar|limpar) todas as imagens [do {host}|no {host}]",
    "(passa a régua|passa o rodo|passa o trator) em todas as imagens [do {host}|no {host}]",
    "(remove|apaga) (tanto as usadas quanto as não usadas|com tag e sem tag), todas as imagens [do {host}]",
    "(faz|faça) uma limpa geral (nas|em todas as) imagens [do {host}|no {host}]",
    "(remoção|exclusão|limpeza) de todas as imagens [do {host}|no {host}]",
    "(desinstala|tira) (tudo de|todas as) imagens [docker] [do {host}|no {host}]",
)

OPERATION = Operation(
    name="rmi_all",
    summary="Remove todas as imagens que nenhum container usa",
    topic="comando/rmi-todas",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda: docker("image", "prune", "--all"),
    preview=preview,
    aliases=("remover_imagens",),
    timeout=300.0,
)
