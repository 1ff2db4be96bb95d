"""Search the registry for images."""

from dataclasses import dataclass

from commands.docker_line import docker
from commands.operation import HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import FoundImage
from commands.wording import counted
from knowledge.answer import Answer, Block, Items, Table, Text, escape

LIMIT = 10
_DESCRIBED = 3
_DESCRIPTION_LENGTH = 120


@dataclass(frozen=True)
class Search:
    term: str
    found: tuple[FoundImage, ...]


def run(engine: Engine, term: str) -> Search:
    return Search(term, engine.search(term, LIMIT))


def present(search: Search) -> Answer:
    if not search.found:
        return Answer(
            (Text(f"Não achei nenhuma imagem para **{escape(search.term)}** no Docker Hub. Tente uma palavra só."),)
        )
    rows = tuple((image.name, str(image.stars), "sim" if image.official else "não") for image in search.found)
    count = counted(len(rows), "imagem encontrada", "imagens encontradas")
    blocks: tuple[Block, ...] = (
        Text(f"**{count}** para **{escape(search.term)}** no Docker Hub."),
        Table(("Imagem", "Estrelas", "Oficial"), rows),
    )
    return Answer(blocks + _described(search.found))


def _described(found: tuple[FoundImage, ...]) -> tuple[Block, ...]:
    described = [image for image in found if image.description.strip()][:_DESCRIBED]
    lines = tuple(f"**{escape(image.name)}**: {escape(_short(image.description))}" for image in described)
    return (Items(lines),) if lines else ()


def _short(description: str) -> str:
    text = " ".join(description.split())
    return text if len(text) <= _DESCRIPTION_LENGTH else text[: _DESCRIPTION_LENGTH - 1].rstrip() + "…"


PHRASES = (
    "(busca|busque|procura|procure|pesquisa|pesquise) [por] {term} [no docker hub|no hub]",
    "(busca|procura|pesquisa) [uma|a|por] (imagem|imagens) (de|do|da) {term} [no docker hub]",
    "(busca|procura|pesquisa) (aí|pra mim|p/ mim) {term} [no docker hub|lá no hub]",
    "(busca|procura|pesquisa) {term} [no docker hub] (usando|pelo|a partir do) {host}",
    "(acha|encontra|acha aí|encontra pra mim) (uma imagem|imagens) (de|do|com|pra) {term}",
    "(existe|tem|há) [alguma] imagem (de|do|da|pronta de) {term} [no docker hub|no hub]",
    "(existem|tem|há) imagens [oficiais|prontas] (de|do|da) {term}",
    "tem [imagem] {term} no (hub|docker hub|dockerhub)",
    "(quais|que) imagens (de|do|da) {term} (existem|tem|há|aparecem) no (hub|docker hub)",
    "(dá|faz|roda|solta|manda) um [docker] search (de|por|em|pelo) {term}",
    "docker search {term} [no {host}]",
    "search {term} [no docker hub|on docker hub]",
    "(quero|queria|preciso) (buscar|procurar|pesquisar|achar) [uma imagem de] {term} [no hub]",
    "(quero|preciso) (de uma|achar uma|encontrar uma) imagem (de|do|com) {term} no docker hub",
    "(pode|podes|consegue|poderia) (buscar|procurar|pesquisar) [imagens de] {term} [no docker hub]",
    "(pesquisa-me|procura-me) [imagens de|uma imagem de] {term} [no docker hub]",
    "(podes|consegues) ver se (há|existe) [alguma] imagem (de|do) {term} [no docker hub]",
    "(vê|olha|confere|checa) se (tem|existe|há) [imagem de|uma imagem do] {term} no (hub|docker hub)",
    "(que|quais) (opções|alternativas) de imagem (de|do|pra) {term} (tem|existem|há)",
    "(me mostra|mostra|lista) (os resultados da busca|o que aparece na busca|o que tem no hub) (por|para|de) {term}",
    "(me mostra|mostra|lista) as imagens (de|do|da) {term} (disponíveis|que existem) no (hub|docker hub)",
    "(qual|quais) (a imagem oficial|as imagens oficiais) (do|de|da) {term} no (hub|docker hub)",
    "(vou precisar de|estou precisando de) {term}, (procura uma imagem|vê se tem imagem|pesquisa no hub)",
    "tô querendo usar {term}, (procura uma imagem|vê se tem imagem|pesquisa no hub)",
    "(dá|dê) uma (buscada|procurada|pesquisada) (por|em) {term} [no docker hub]",
    "(descobre|descubra) (se tem|uma|qual) imagem (de|do|da) {term} [no hub]",
    "(faz|faça) uma (busca|pesquisa|procura) (por|de|sobre) {term} [no docker hub]",
    "(faz|roda) uma busca (de|por) {term} no hub (pelo|a partir do|usando o) {host}",
    "(busca|pesquisa|procura) no (docker hub|hub|dockerhub|registry) [por|pelo|a imagem] {term}",
    "(find|look for|dá um find em|googla) {term} [images] no (hub|docker hub)",
    "(garimpa|caça|fuça) [aí] [uma imagem de|imagens de] {term} no (hub|docker hub)",
    "(onde|como) (acho|encontro) {term} no docker hub, (busca|procura|pesquisa) (pra mim|aí)",
    "imagens (de|do|com) {term} no (docker hub|hub|dockerhub)",
)

OPERATION = Operation(
    name="search",
    summary="Pesquisa imagens no Docker Hub",
    topic="comando/search",
    phrases=PHRASES,
    parameters=(Parameter("term", Kind.TEXT, "o que procurar"), HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda term: docker("search", "--limit", LIMIT, term),
    aliases=("buscar",),
)
