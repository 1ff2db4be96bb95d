"""Make an image of a container as it is now."""

from commands.docker_line import docker
from commands.image_use import label
from commands.operation import CONTAINER, HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Container, Image
from commands.wording import size
from knowledge.answer import Answer, Text, code, escape


def run(engine: Engine, container: Container, image: str) -> Image:
    return engine.commit(container, image)


def present(made: Image) -> Answer:
    said = f"Imagem **{escape(label(made))}** criada: {size(made.size)}, id {code(made.short_id)}."
    return Answer((Text(f"{said} O que está em volumes não entra nela."),))


PHRASES = (
    "(cria|crie|criar) uma imagem [chamada] {image} (a partir do|do|com o) [container] {container} [no {host}]",
    "(cria|gera) uma imagem (a partir do|do) [container] {container} (chamada|com o nome) {image} [no {host}]",
    "(faz|monta) uma imagem (a partir do|do) [container] {container} (chamada|com o nome) {image} [no {host}]",
    "(cria|gera|faz|monta) uma imagem (a partir do|do) [container] {container} com nome {image} [no {host}]",
    "(salva|salve|salvar) o [container] {container} (como|na|numa) [imagem] {image} [no {host}]",
    "(guarda|guarde|guardar) o [estado do] [container] {container} (como|na) [imagem] {image} [no {host}]",
    "(comita|comite|commita|commite) o [container] {container} (como|em|na imagem) {image} [no {host}]",
    "(comita|commita) as (alterações|mudanças|modificações) do {container} (em|na imagem|como) {image} [no {host}]",
    "(dá|faz|manda) um [docker] commit (do|no) {container} (em|como|na imagem|pra) {image} [no {host}]",
    "[docker] commit {container} {image} [no {host}]",
    "docker container commit {container} {image} [no {host}]",
    "(quero|queria|preciso) [de] (salvar|guardar|congelar) o {container} (como|numa) imagem {image} [no {host}]",
    "(quero|queria) uma imagem {image} (feita|tirada|criada|gerada) do [container] {container} [no {host}]",
    "(pode|poderia|consegue) (criar|gerar) (a|uma) imagem {image} (a partir do|do) {container} [no {host}]",
    "(podes|consegues) (guardar|criar) a imagem {image} a partir do [contentor] {container} [no {host}]",
    "(podes|consegues) (guardar|criar) a imagem {image} com o estado do [contentor] {container} [no {host}]",
    "(cria-me|gera-me|faz-me) uma imagem {image} do [contentor] {container} [no {host}|na {host}]",
    "(transforma|transforme|converte|converta) o [container] {container} (em|na|numa) imagem {image} [no {host}]",
    "(vira|faz virar|torna) o [container] {container} (uma|numa|na) imagem {image} [no {host}]",
    "(tira|tire|faz|bate) (um snapshot|uma foto) do [container] {container} (como|na imagem) {image} [no {host}]",
    "(tira|tire|faz|bate) (um snapshot|uma foto) do [container] {container} chamado {image} [no {host}]",
    "(tira|tire|faz|bate) um retrato do [container] {container} (como|na imagem|chamado) {image} [no {host}]",
    "(instalei|configurei|ajustei) (tudo|umas coisas) no {container}, (salva como|commita em) {image} [no {host}]",
    "(instalei|configurei|ajustei) (tudo|umas coisas) no {container}, cria a imagem {image} [no {host}]",
    "(mexi|alterei coisas) no {container} e não quero perder, (salva como|guarda na imagem) {image} [no {host}]",
    "(mexi|alterei coisas) no {container} e não quero perder, commita como {image} [no {host}]",
    "(antes de apagar|antes de remover) o {container}, (salva|guarda|commita) ele (como|na imagem) {image}",
    "antes de mexer o {container}, (salva|guarda|commita) ele (como|na imagem) {image}",
    "(grava|grave|registra) o [estado atual do] {container} (na|como) imagem {image} [no {host}]",
    "(persiste|eterniza|preserva) (o|as alterações do) {container} (na|como|em) imagem {image} [no {host}]",
    "(gera|gere) {image} a partir do [container] {container} [no {host}]",
    "(commit|save) [the] [container] {container} (as|to) [image] {image} [on {host}|no {host}]",
    "(cria|faz) (p/ mim|pra mim|aí) a imagem {image} (c/|com) o estado do {container} [no {host}]",
    "(congela|eterniza) o estado do [container] {container} (na|em|numa) imagem {image} [no {host}]",
    "(empacota|empacote|embala) o [container] {container} (como|na|em) imagem {image} [no {host}]",
    "imagem {image} (a partir do|do|tirada do) container {container} [no {host}]",
    "(usa|use|pega) o [container] {container} como base (e cria|pra criar|e gera) a imagem {image} [no {host}]",
    "(clona|copia|duplica) o [container] {container} (numa|para uma|em uma) imagem {image} [no {host}]",
    "(aproveita|aproveite) o que está no {container} e (gera|cria|salva) a imagem {image} [no {host}]",
    "(faz|cria) (um backup|uma cópia) do [container] {container} como imagem {image} [no {host}]",
)

OPERATION = Operation(
    name="commit",
    summary="Cria uma imagem com o estado atual de um container",
    topic="comando/commit",
    phrases=PHRASES,
    parameters=(CONTAINER, Parameter("image", Kind.IMAGE, "o nome da imagem nova"), HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container, image: docker("commit", container, image),
    timeout=300.0,
)
