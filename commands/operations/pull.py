"""Download an image."""

from commands.docker_line import docker
from commands.image_use import label
from commands.operation import HOST, IMAGE, Operation, Risk
from commands.ports import Engine
from commands.records import Image
from commands.wording import size
from knowledge.answer import Answer, Text, code, escape


def run(engine: Engine, image: str) -> Image:
    return engine.pull(image)


def present(pulled: Image) -> Answer:
    return Answer(
        (Text(f"Imagem **{escape(label(pulled))}** baixada: {size(pulled.size)}, id {code(pulled.short_id)}."),)
    )


PHRASES = (
    "(baixa|baixe|baixar) [a] [imagem] {image} [no {host}]",
    "(baixa|baixe) [aí|pra mim] a imagem (do|da|de) {image} [no {host}]",
    "(puxa|puxe|puxar) [a] [imagem] [do|da] {image} [no {host}|pro {host}]",
    "(traz|traga|pega|pegue) a imagem [do|da] {image} [pro {host}|no {host}]",
    "(dá|dê|faz|faça|manda|roda) um [docker] pull (do|da|de|na) {image} [no {host}]",
    "[docker] pull [da|do] {image} [no {host}] [pfv]",
    "docker image pull {image} [no {host}]",
    "(quero|queria|preciso) (baixar|puxar|ter) a imagem {image} [no {host}]",
    "(preciso|vou precisar) (da imagem|da|do) {image} (no {host}|lá no {host}|baixada no {host})",
    "(pode|podes|consegue|poderia) (baixar|puxar) a imagem [do|da] {image} [no {host}]",
    "(descarrega|descarregue|descarrega-me) [a] [imagem] {image} [no {host}|na {host}]",
    "(podes|consegues) descarregar a imagem [do|da] {image} [no {host}]",
    "(transfere|saca) a imagem [do|da] {image} (para o|pro|no) {host}",
    "(atualiza|atualize|renova) a imagem [do|da] {image} [no {host}]",
    "(baixa|puxa|pega) a versão (mais nova|mais recente|nova|latest) (da imagem|do|da) {image} [no {host}]",
    "(faz|faça) o download (da imagem|do|da) {image} [no {host}]",
    "(saiu|lançaram|publicaram) versão nova (do|da) {image}, (baixa|puxa|dá um pull) [no {host}]",
    "(deixa|deixe) a imagem [do|da] {image} (baixada|pronta|no jeito|em cache) [no {host}]",
    "(garante|garanta) que [o] {host} (tem|tenha|já tem) a imagem {image}",
    "(importa|traz|busca) {image} do (docker hub|registry|hub) [pro {host}|no {host}]",
    "(vai baixando|já vai baixando|adianta o download da|adianta) a imagem {image} [no {host}]",
    "(falta|não tem) a imagem [do|da] {image} no {host}, (baixa|puxa|traz)",
    "(pulla|dropa um pull|puxa lá) [a] {image} [no {host}]",
    "(baixa|puxa|bota) [aí] o {image} (lá no|no|na) {host}",
    "(baixa|puxa) p/ mim a (imagem|img) {image} [no {host}]",
    "(baixa|puxa) (a img|as camadas da|a image) [do|da] {image} [no {host}]",
    "(coloca|põe|bota|mete) a imagem [do|da] {image} (no|na|lá no) {host}",
    "(download|fetch|get) [da|the] [imagem] {image} [no {host}|on {host}]",
    "pull {image} (no|on|lá no) {host} [pfv|please]",
    "(vamos|bora|bora lá) (baixar|puxar) [a] [imagem] {image} [no {host}]",
    "antes do deploy, (baixa|puxa|traz) a [imagem] {image} [no {host}]",
    "(manda|põe) baixar [a] [imagem] {image} [no {host}]",
)

OPERATION = Operation(
    name="pull",
    summary="Baixa uma imagem",
    topic="comando/pull",
    phrases=PHRASES,
    parameters=(IMAGE, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda image: docker("pull", image),
    aliases=("baixar",),
    timeout=900.0,
)
