"""Give an image one more name."""

from dataclasses import dataclass

from commands.docker_line import docker
from commands.operation import HOST, IMAGE, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Image
from commands.wording import listing
from knowledge.answer import Answer, Text, code, escape


@dataclass(frozen=True)
class Tagged:
    name: str
    image: Image


def run(engine: Engine, image: str, name: str) -> Tagged:
    return Tagged(name, engine.tag(image, name))


def present(tagged: Tagged) -> Answer:
    said = f"Pronto: a imagem {code(tagged.image.short_id)} agora também se chama **{escape(tagged.name)}**."
    names = tagged.image.tags
    if len(names) < 2:
        return Answer((Text(said),))
    return Answer((Text(said), Text(f"Todas as tags dela: {listing([code(name) for name in names])}.")))


PHRASES = (
    "(tageia|taggeia|tagueia|tagear) [a] [imagem] {image} (como|para|com) {name} [no {host}]",
    "(dá|dê|põe|coloca|bota) a tag {name} (na|pra|para a|à) [imagem] {image} [no {host}]",
    "(marca|marque|marcar) a [imagem] {image} (como|com a tag|com) {name} [no {host}]",
    "(cria|crie|criar) a tag {name} (da|para a|pra|na) [imagem] {image} [no {host}]",
    "(cria|crie) a tag {name} (apontando para|apontando pra|a partir de|a partir da) [imagem] {image} [no {host}]",
    "(dá|faz|manda) um [docker] tag (na|da) [imagem] {image} (para|como|pra) {name} [no {host}]",
    "[docker] tag {image} {name} [no {host}]",
    "docker image tag {image} {name} [no {host}]",
    "(renomeia|renomeie|renomear) a imagem {image} (para|pra|como) {name} [no {host}]",
    "(muda|troca|altera) o nome da imagem {image} (para|pra|por) {name} [no {host}]",
    "(muda|troca|altera) a tag (da|da imagem|de) {image} (para|pra|por) {name} [no {host}]",
    "(quero|queria|preciso) [de] (tagear|etiquetar|marcar) a [imagem] {image} (como|com) {name} [no {host}]",
    "(pode|poderia|consegue) (tagear|marcar|etiquetar) a [imagem] {image} (como|com a tag) {name} [no {host}]",
    "(podes|consegues) (etiquetar|pôr a etiqueta na|marcar) a [imagem] {image} (como|com) {name} [no {host}|na {host}]",
    "(etiqueta|etiquete|etiquetar) a [imagem] {image} (como|com) {name} [no {host}]",
    "(põe|coloca|cola) a etiqueta {name} na [imagem] {image} [no {host}]",
    "(adiciona|adicione|acrescenta|inclui) a tag {name} (na|à) [imagem] {image} [no {host}]",
    "(cria|faz|dá) um (apelido|alias|sinônimo) {name} (para|pra|da) [a] imagem {image} [no {host}]",
    "(chama|chame) a imagem {image} [também] de {name} [no {host}]",
    "a imagem {image} (também se chama|vai se chamar|passa a ser|agora é) {name} [no {host}]",
    "(faz|faça) {name} (apontar para|apontar pra|ser igual a) [a] [imagem] {image} [no {host}]",
    "(aponta|aponte) [a tag] {name} (para|pra) [a] imagem {image} [no {host}]",
    "(promove|promova) a [imagem] {image} (para|pra|a) {name} [no {host}]",
    "(vou subir|vou mandar) pro registry, (tageia|marca|etiqueta) a [imagem] {image} como {name} [no {host}]",
    "(terminei o build|o build passou), (tageia|marca|põe a tag na) {image} (como|de) {name} [no {host}]",
    "(versiona|versione|carimba) a [imagem] {image} (como|com) {name} [no {host}]",
    "(tag|retag|label) [the] [image] {image} (as|with) {name} [on {host}|no {host}]",
    "(tageia|marca) (p/ mim|pra mim|aí) a (img|imagem) {image} como {name} [no {host}]",
    "(nova tag|outra tag|mais uma tag) {name} (na|para a|pra|da) [imagem] {image} [no {host}]",
    "(duplica|copia) a referência da imagem {image} (como|com o nome|para) {name} [no {host}]",
    "(bora|vamos) (tagear|marcar) [a] [imagem] {image} como {name} [no {host}]",
    "(dá|dê|põe) (outro nome|mais um nome|um segundo nome) [para|pra|na] [a] imagem {image}: {name} [no {host}]",
)

OPERATION = Operation(
    name="tag",
    summary="Dá mais um nome (tag) a uma imagem",
    topic="comando/tag",
    phrases=PHRASES,
    parameters=(IMAGE, Parameter("name", Kind.TEXT, "a tag nova"), HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda image, name: docker("tag", image, name),
)
