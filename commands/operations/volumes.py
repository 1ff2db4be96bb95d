"""List the volumes of a host."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Volume
from commands.wording import counted
from knowledge.answer import Answer, Table, Text

_ID_LENGTH = 64  # a volume without a name of its own is called by 64 hexadecimal digits


def run(engine: Engine) -> tuple[Volume, ...]:
    return engine.volumes()


def present(volumes: tuple[Volume, ...]) -> Answer:
    if not volumes:
        return Answer((Text("Nenhum volume por aqui ainda."),))
    free = sum(not volume.in_use_by for volume in volumes)
    said = f"**{counted(len(volumes), 'volume', 'volumes')}**"
    said += f", {free} sem nenhum container." if free else ", todos em uso." if len(volumes) > 1 else ", em uso."
    rows = tuple((_name(volume), ", ".join(volume.in_use_by) or "–", volume.driver) for volume in volumes)
    return Answer((Text(said), Table(("Volume", "Usado por", "Driver"), rows)))


def _name(volume: Volume) -> str:
    is_anonymous = len(volume.name) == _ID_LENGTH and set(volume.name) <= set("0123456789abcdef")
    return f"{volume.name[:12]}… (anônimo)" if is_anonymous else volume.name


PHRASES = (
    "(lista|liste|listar) [os] volumes [do {host}|no {host}]",
    "(mostra|mostre|me mostra) [todos] os volumes [do docker] [do {host}|no {host}]",
    "quais [são os] volumes (tem|temos|existem|há) [no {host}|na {host}]",
    "que volumes (tem|temos|foram criados|existem) [aí] [no {host}|lá no {host}]",
    "(tem|há|existe) algum volume [criado|solto|perdido] [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] volume (ls|list) [no {host}]",
    "[docker] volume (ls|list) [no {host}|do {host}]",
    "(quero|queria|preciso) ver [todos] os volumes [do {host}|que tem no {host}]",
    "(quero|preciso) saber (quais volumes existem|que volumes tem|quais volumes estão em uso) [no {host}]",
    "(pode|podes|consegue|poderia) (listar|mostrar) os volumes [do {host}] [por favor]",
    "(mostra-me|lista-me) os volumes [que tens|existentes|do docker] [no {host}|na {host}]",
    "(podes|consegues) (dizer-me|mostrar-me) (que volumes há|os volumes existentes) [no {host}]",
    "[me] (traz|passa|dá|manda) a lista (de|dos) volumes [do {host}]",
    "lista (de|dos) volumes [do docker] [do {host}]",
    "volumes [do docker|docker] (no|do|da) {host}",
    "quantos volumes (tem|temos|existem|há) [no {host}]",
    "(quais|que) volumes (estão em uso|estão sendo usados|são usados) [no {host}]",
    "(quais|que) volumes (estão sobrando|estão órfãos|não estão em uso|ninguém usa) [no {host}]",
    "(qual|que|quais) container[s] (usa|usam) (cada volume|os volumes) [no {host}]",
    "(quem|que container) (está usando|usa) (os volumes|cada volume) (do|no) {host}",
    "(onde|em que volumes|em quais volumes) (estão|ficam) (os dados|os dados persistentes) (do|no) {host}",
    "(cadê|onde estão) os volumes [do docker] [no {host}|do {host}]",
    "(vê|olha|confere|checa|verifica) (os volumes|quais volumes tem|se tem volume) [no {host}|do {host}]",
    "(dá|dê) uma olhada nos volumes [do {host}|lá do {host}]",
    "(me fala|me diz|diz|fala) (quais|que) volumes (tem|existem) [aí] [no {host}]",
    "(show|list|me lista) [all|the|docker] volumes [no {host}|on {host}]",
    "(inventário|relação|panorama) (de|dos) volumes [do {host}|no {host}]",
    "(vê|olha) (p/ mim|pra mim) (os volume|q volumes tem|os vols) [no {host}]",
    "(lista|mostra) (os vols|os discos do docker|os armazenamentos) [do {host}|no {host}]",
    "antes de (limpar|apagar) (qualquer coisa|algo), (mostra os volumes|lista os volumes) [no {host}]",
    "antes de (limpar|apagar) (qualquer coisa|algo), quais volumes existem [no {host}]",
    "(ver|exibe|exiba) [os] volumes [do docker] [no {host}|do {host}]",
    "(mostra|lista) os volumes (nomeados|anônimos|e quem usa|com seus containers) [no {host}]",
)

OPERATION = Operation(
    name="volumes",
    summary="Lista os volumes do host",
    topic="comando/volume-ls",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("volume", "ls"),
)
