"""Show the layers of an image."""

import re
from dataclasses import dataclass

from commands.docker_line import docker
from commands.excerpt import file_name
from commands.operation import HOST, IMAGE, Operation, Risk
from commands.ports import Engine
from commands.records import Layer
from commands.secrets_mask import mask
from commands.wording import counted, size
from knowledge.answer import Answer, Block, File, Table, Text, escape

_STEP_LENGTH = 60
_SHOWN = 20
_SHELL = re.compile(r"^(?:RUN )?/bin/sh -c (?:#\(nop\)\s*)?|^RUN \|\d+ .*?/bin/sh -c ")


@dataclass(frozen=True)
class History:
    reference: str
    layers: tuple[Layer, ...]


def run(engine: Engine, image: str) -> History:
    return History(image, engine.history(image))


def present(history: History) -> Answer:
    name = f"**{escape(history.reference)}**"
    if not history.layers:
        return Answer((Text(f"A imagem {name} não tem histórico de camadas."),))
    steps = [(size(layer.size), mask(_step(layer.created_by))) for layer in history.layers]
    rows = tuple((taken, _short(step)) for taken, step in steps[:_SHOWN])
    total = size(sum(layer.size for layer in history.layers))
    count = counted(len(steps), "camada", "camadas")
    blocks: tuple[Block, ...] = (
        Text(f"A imagem {name} tem **{count}**, {total} ao todo; a mais nova vem primeiro."),
        Table(("Tamanho", "Passo"), rows),
    )
    if len(steps) > _SHOWN or any(_short(step) != step for _, step in steps):
        whole = "".join(f"{taken}\t{step}\n" for taken, step in steps)
        blocks += (File(file_name(history.reference, "-history.txt"), whole),)
    return Answer(blocks)


def _step(created_by: str) -> str:
    return " ".join(_SHELL.sub("", created_by).split()) or "(sem registro)"


def _short(step: str) -> str:
    return step if len(step) <= _STEP_LENGTH else step[: _STEP_LENGTH - 1].rstrip() + "…"


PHRASES = (
    "(mostra|mostre|me mostra) o histórico (da|da imagem|do) {image} [no {host}]",
    "(mostra|me mostra|lista) as camadas (da|da imagem|do) {image} [no {host}]",
    "(quais|quantas) camadas (tem a|tem a imagem|há na) {image} [no {host}]",
    "(quais|quais são) as camadas (da|da imagem|do) {image} [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] history (na|da|do) [imagem] {image} [no {host}]",
    "[docker] history [da] {image} [no {host}]",
    "docker image history {image} [no {host}]",
    "(quero|queria|preciso) ver (o histórico|as camadas|os layers) (da|da imagem|do) {image} [no {host}]",
    "(pode|podes|consegue|poderia) (mostrar|listar|ver) (as camadas|o histórico) (da|da imagem) {image} [no {host}]",
    "(pode|podes|consegue|poderia) (mostrar|listar|ver) os layers (da|da imagem) {image} [no {host}]",
    "(mostra-me|lista-me) (as camadas|o histórico) da [imagem] {image} [no {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) que camadas tem a [imagem] {image} [no {host}]",
    "como (foi feita|foi construída|foi montada|fizeram) a [imagem] {image} [no {host}]",
    "(quais|que) (passos|comandos|instruções) (criaram|montaram|geraram|fizeram) a [imagem] {image} [no {host}]",
    "do que (é feita|se compõe|é composta) a [imagem] {image} [no {host}]",
    "(qual|que) camada (da|da imagem) {image} (pesa mais|ocupa mais|é a maior|está pesando) [no {host}]",
    "por que a [imagem] {image} (está tão grande|ficou tão pesada|tá enorme), (mostra as camadas|vê as camadas)",
    "por que a [imagem] {image} (está tão grande|ficou tão pesada|tá enorme), quais camadas pesam",
    "a [imagem] {image} (está|tá|ficou) (pesada|enorme|gigante), (mostra o histórico|lista as camadas) dela",
    "a [imagem] {image} (está|tá|ficou) (pesada|enorme|gigante), vê as camadas dela",
    "(o histórico|a história|o history|os layers) (da|da imagem|do) {image} [no {host}] [pfv]",
    "(camadas|layers|histórico) (da|da imagem|do|de) {image} [no {host}]",
    "(vê|olha|checa|confere|verifica) (as camadas|o histórico|os layers) (da|da imagem) {image} [no {host}]",
    "(dá|dê) uma olhada (nas camadas|no histórico|nos layers) (da|da imagem|do) {image} [no {host}]",
    "(me diz|me fala|me conta|me mostra) como a [imagem] {image} foi (construída|feita|montada|gerada) [no {host}]",
    "(o que tem|o que há|o que foi colocado) (em cada camada da|nas camadas da|dentro da imagem) {image} [no {host}]",
    "quanto (pesa|ocupa|mede) cada camada (da|da imagem|do) {image} [no {host}]",
    "(tamanho|peso) (das camadas|de cada camada|dos layers) (da|da imagem) {image} [no {host}]",
    "(show|list) [the] (history|layers) (of|da|do) {image} [no {host}]",
    "(traz|me traz|me passa|me dá) (o histórico|a lista de camadas|as camadas) (da|da imagem) {image} [no {host}]",
    "(reconstrói|adivinha|deduz|mostra) o dockerfile (da|da imagem|que gerou a) {image} [pelo histórico]",
    "(vê|mostra) (p/ mim|pra mim|aí) as camada (da|da imagem) {image} [no {host}]",
    "(abre|destrincha|disseca|desmonta) a imagem {image} (camada por camada|em camadas|passo a passo) [no {host}]",
    "(de onde|com que passos|a partir do que) (veio|saiu|nasceu) a imagem {image} [no {host}]",
    "(qual|quem) (comando|instrução) (engordou|inchou|aumentou) a [imagem] {image} [no {host}]",
)

OPERATION = Operation(
    name="history",
    summary="Mostra as camadas de uma imagem",
    topic="comando/history",
    phrases=PHRASES,
    parameters=(IMAGE, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda image: docker("history", image),
    aliases=("camadas",),
)
