"""List the images a host has."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Image
from commands.wording import counted, size
from knowledge.answer import Answer, Table, Text

_UNTAGGED = "<sem tag>"


def run(engine: Engine) -> tuple[Image, ...]:
    return engine.images()


def present(images: tuple[Image, ...]) -> Answer:
    if not images:
        return Answer((Text("Nenhuma imagem baixada ainda. Peça **baixa a imagem nginx** e ela aparece aqui."),))
    rows = tuple((tag, size(image.size), image.short_id) for image in images for tag in image.tags or (_UNTAGGED,))
    return Answer((Text(f"**{counted(len(images), 'imagem', 'imagens')}**."), Table(("Imagem", "Tamanho", "Id"), rows)))


PHRASES = (
    "(lista|liste|listar) [as] imagens [do {host}|no {host}]",
    "(mostra|mostre|me mostra) [todas] as imagens [do {host}|no {host}]",
    "(mostra|lista) [aí] [as] imagens (baixadas|instaladas|locais|disponíveis) [no {host}]",
    "quais [são as] imagens (tem|temos|existem|há) [no {host}|na {host}]",
    "quais imagens (estão|tão) (baixadas|instaladas|guardadas|salvas) [no {host}]",
    "que imagens (tem|temos|há|já baixamos) [aí] [no {host}|lá no {host}]",
    "(tem|há|existe) alguma imagem [baixada|guardada] [no {host}]",
    "(dá|faz|roda|solta|manda) um docker (images|image ls) [no {host}]",
    "docker (images|image ls|image list) [no {host}] [pfv]",
    "[me] (dá|faz) um images (no|lá no|do) {host}",
    "(quero|queria|preciso) ver [todas] as imagens [do {host}|que tem no {host}]",
    "(quero|preciso) saber (quais imagens já baixei|que imagens estão na máquina|o tamanho das imagens) [no {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) as imagens [do {host}] [por favor]",
    "mostra-me as imagens (que tens|descarregadas|guardadas) [no {host}|na {host}]",
    "(que|quais as) imagens (estão descarregadas|tenho descarregadas|tens) [no {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) que imagens (há|existem) [no {host}]",
    "[me] (traz|passa|dá|manda) a lista (de|das) imagens [do {host}]",
    "lista (de|das) imagens [do docker] [do {host}]",
    "imagens [baixadas|instaladas|docker] (no|do|da) {host}",
    "(cadê|onde estão) as imagens [que baixei|que a gente baixou] [no {host}]",
    "quantas imagens (tem|temos|existem|estão guardadas) [no {host}]",
    "(qual|quais) o tamanho (das|de cada uma das) imagens [do {host}|no {host}]",
    "(qual|que) imagem (ocupa mais|é a maior|está pesando mais|tá mais pesada) [no {host}]",
    "quanto (pesa|ocupa|pesam|ocupam) (cada imagem|as imagens) [do {host}|no {host}]",
    "(vê|confere|checa|verifica) (as imagens|quais imagens tem|se a imagem já está baixada) [no {host}]",
    "(dá|dê) uma olhada nas imagens [do {host}|lá do {host}]",
    "(show|list|me lista) (all|local|the) images [no {host}|on {host}]",
    "(vê|olha) [pra mim|p/ mim] q imagens (tem|temos) [baixadas] [no {host}]",
    "(já terminou o pull|acabei de baixar a imagem|fiz um build), (mostra as imagens|lista as imagens) [no {host}]",
    "(já terminou o pull|acabei de baixar a imagem|fiz um build), me mostra se ela aparece [no {host}]",
    "[me] mostra o catálogo (de|das) imagens [locais] [do {host}]",
    "(inventário|relação|estoque) (de|das) imagens [do {host}|no {host}]",
    "(me fala|me diz|diz|fala) (quais imagens|que imagens) (tem|tão) [aí] [no {host}]",
    "as imagens (do|da|que estão no) {host} [pfv|por favor]",
    "(mostra|lista|ver) as imagens e (os tamanhos|as tags|os ids|as versões) [delas] [no {host}]",
    "(mostra|lista) (imgs|images) [do {host}|no {host}] [pf]",
)

OPERATION = Operation(
    name="images",
    summary="Lista as imagens guardadas no host",
    topic="comando/images",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("images"),
    aliases=("imagens",),
)
