"""Remove the dangling images: those without a tag, left behind by builds and pulls."""

from commands.docker_line import docker
from commands.image_use import label, unused
from commands.losses import itemized
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Pruned
from commands.wording import counted, size
from knowledge.answer import Answer, Block, Text, code, escape


def run(engine: Engine) -> Pruned:
    return engine.prune_images()


def present(pruned: Pruned) -> Answer:
    if not pruned.removed:
        return Answer((Text("Não havia imagem solta (sem tag): nada foi removido."),))
    freed = f", **{size(pruned.reclaimed)} liberados**" if pruned.reclaimed else ""
    return Answer((Text(f"Imagens soltas removidas{freed}."),))


def preview(engine: Engine) -> Answer:
    free = sorted(unused(engine.images(), engine.containers(every=True)), key=label)
    dangling = [image for image in free if not image.tags]
    tagged = [image for image in free if image.tags]
    blocks: tuple[Block, ...] = (Text("Não há imagem solta (sem tag): nada seria removido."),)
    if dangling:
        total = size(sum(image.size for image in dangling))
        said = f"Vou remover **{counted(len(dangling), 'imagem solta', 'imagens soltas')}** (sem tag), até {total}:"
        lines = tuple(f"{code(image.short_id)} ({size(image.size)})" for image in dangling)
        blocks = (Text(said), *itemized(lines, tuple(image.id for image in dangling), "imagens.txt"))
    if tagged:
        names = ", ".join(f"**{escape(label(image))}**" for image in tagged[:5])
        rest = f" e mais {len(tagged) - 5}" if len(tagged) > 5 else ""
        count = counted(len(tagged), "imagem com tag fica, embora sem uso", "imagens com tag ficam, embora sem uso")
        kept = f"{count}: {names}{rest}."
        blocks += (Text(f"{kept} Para limpar também essas, peça **remove todas as imagens**."),)
    return Answer(blocks)


PHRASES = (
    "(remove|remova|remover) as imagens (sem uso|não usadas|soltas|órfãs) [do {host}|no {host}]",
    "(apaga|apague|apagar) as imagens (sem uso|não usadas|soltas|órfãs) [do {host}|no {host}]",
    "(exclui|deleta|delete|exclua) as imagens (sem uso|não usadas|penduradas|sem tag) [do {host}|no {host}]",
    "(limpa|limpe|limpar) as imagens [do {host}|no {host}]",
    "(limpa|limpe|limpar) as imagens (sem uso|não usadas|velhas|antigas|soltas) [do {host}|no {host}]",
    "(limpa|remove|apaga) as imagens (dangling|none|<none>|sem nome) [do {host}|no {host}]",
    "(limpa|remove|apaga) as imagens que (ninguém usa|não estão em uso|não são usadas|sobraram) [do {host}|no {host}]",
    "(limpa|remove|apaga) as imagens (intermediárias|de build|que sobraram do build|do build antigo) [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] image prune [no {host}|lá no {host}]",
    "docker image prune [-f] [no {host}]",
    "image prune [no {host}|do {host}] [pfv]",
    "(dá|dê|faz|faça|manda) um prune nas imagens [do {host}|no {host}]",
    "(faz|faça|dá) uma (limpeza|faxina|limpa) nas imagens [do {host}|no {host}]",
    "(quero|queria|preciso) (limpar|remover|apagar) as imagens (sem uso|não usadas|soltas|velhas) [do {host}]",
    "(pode|poderia|consegue) (limpar|remover|apagar) as imagens (sem uso|não usadas) [do {host}|no {host}] [por favor]",
    "(pode|poderia|consegue) (limpar|remover|apagar) as imagens órfãs [do {host}|no {host}] [por favor]",
    "(podes|consegues) (limpar|apagar|remover) as imagens (que não uso|não usadas|sem uso) [do {host}|na {host}]",
    "(limpa-me|apaga-me|elimina-me|elimina) as imagens (sem uso|não usadas|órfãs|penduradas) [do {host}|no {host}]",
    "(joga|jogue|manda|bota) fora as imagens (sem uso|não usadas|velhas|que sobraram) [do {host}|no {host}]",
    "(deita|deite) fora as imagens (sem uso|não usadas|velhas|que não uso) [do {host}|no {host}]",
    "(some|suma|acaba) com as imagens (sem uso|soltas|penduradas|none) [do {host}|no {host}]",
    "(tira|tire|varre|varra) as imagens (sem tag|penduradas|órfãs|sem dono) [do {host}|no {host}]",
    "(passa|passe) (a vassoura|o rodo|o pano) nas imagens [velhas|sem uso] [do {host}|no {host}]",
    "(tem|há) (muita|um monte de) imagem (sem uso|none|sem tag|parada), (limpa|remove|faz uma limpeza) [no {host}]",
    "(o disco|o espaço) (encheu|acabou|tá no fim) [no {host}], (limpa|remove|apaga) as imagens (sem uso|não usadas)",
    "(o disco|o espaço) (encheu|acabou|tá no fim) [no {host}], (limpa|remove|apaga) as imagens soltas",
    "(tá|está) sem espaço [no {host}], (limpa as imagens|limpa as imagens velhas|apaga as imagens sem uso)",
    "(limpa|apaga) (p/ mim|pra mim|aí) as (imgs|imagens) (sem uso|q ninguém usa|soltas) [no {host}] [pfv]",
    "(prune|clean up|purge) [the|all] [unused|dangling|old] images [on {host}|no {host}]",
    "(remove|apaga|limpa) (só|somente|apenas) as imagens (sem uso|soltas|sem container) [do {host}|no {host}]",
    "(bora|vamos) (limpar|dar uma limpada em|dar um prune em) as imagens (velhas|sem uso) [do {host}|no {host}]",
    "(limpeza|faxina|prune) (de|das) imagens [sem uso|soltas|não usadas] [do {host}|no {host}]",
    "(remove|apaga) (o lixo|a sujeira|os restos) de imagens [do {host}|no {host}]",
    "(fiz|fizemos) (muito build|muitos builds), (limpa as imagens que sobraram|limpa as imagens none) [no {host}]",
    "(fiz|fizemos) (muito build|muitos builds), faz um prune de imagens [no {host}]",
    "(libera|libere|recupera) espaço (limpando|apagando|removendo) [as] imagens [sem uso] [do {host}|no {host}]",
)

OPERATION = Operation(
    name="prune_images",
    summary="Remove as imagens soltas, sem tag e sem uso",
    topic="comando/system-prune",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.DESTROY,
    run=run,
    present=present,
    command_line=lambda: docker("image", "prune"),
    preview=preview,
    aliases=("limpar_imagens",),
    timeout=300.0,
)
