"""Let a paused container go on."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container) -> Container:
    return engine.unpause(container)


def present(resumed: Container) -> Answer:
    return Answer((Text(f"Container **{escape(resumed.name)}** despausado: segue de onde estava."),))


PHRASES = (
    "(despausa|despause|despausar) [o] [container] {container} [no {host}]",
    "(descongela|descongele|descongelar) [o] [container] {container} [no {host}]",
    "(tira|tire|tirar) [o] [container] {container} (da pausa|do pause|do congelamento) [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] unpause (no|na|em|do) {container} [no {host}]",
    "[docker] unpause [o] {container} [no {host}]",
    "docker container unpause {container} [no {host}]",
    "(retoma|retome|retomar) [o] [container] {container} [pausado] [no {host}]",
    "(quero|queria|preciso) [de] (despausar|descongelar|retomar) [o] [container] {container} [no {host}]",
    "(pode|poderia|consegue) (despausar|descongelar|retomar) [o] {container} [no {host}] [por favor]",
    "(podes|consegues) (retomar|despausar|descongelar) [o] [contentor] {container} [no {host}|na {host}]",
    "(retoma-me|despausa-me|descongela-me) [o] [contentor] {container} [no {host}]",
    "(despausa|descongela|retoma) (p/ mim|pra mim|aí|lá) o {container} [no {host}] [pfv]",
    "(o backup|a cópia) (terminou|acabou), (despausa|descongela|retoma) o {container} [no {host}]",
    "(o snapshot|a migração) (terminou|acabou), (despausa|descongela|retoma) o {container} [no {host}]",
    "o {container} (está|tá|ficou) (pausado|congelado|suspenso), (despausa|descongela) [no {host}]",
    "o {container} (está|tá|ficou) (pausado|congelado|suspenso), (retoma|tira da pausa) [no {host}]",
    "(pausei|congelei) o {container} (mais cedo|antes|ontem), (pode despausar|descongela|solta ele) [no {host}]",
    "(solta|solte|destrava|destrave) [o] [container] {container} [pausado] [no {host}]",
    "(continua|continue|prossegue) [com] o [container] {container} [que estava pausado|pausado] [no {host}]",
    "(deixa|deixe) o {container} (continuar|voltar a rodar|seguir|prosseguir) [de onde parou] [no {host}]",
    "(resume|unpause|unfreeze) [the] {container} [container] [on {host}|no {host}]",
    "(dá um resume|dá um play|dá o play|aperta o play) (no|na) {container} [no {host}]",
    "(desfaz|desfaça|cancela|remove|encerra) a pausa (do|da|no) {container} [no {host}]",
    "(libera|libere) o {container} (que está pausado|pausado|que ficou congelado|da pausa) [no {host}]",
    "(bora|vamos) (despausar|descongelar|retomar) [o] {container} [no {host}]",
    "(despausa|descongela) (só|somente|apenas) o [container] {container} [no {host}]",
    "(pode despausar|pode descongelar|pode retomar) [o] {container} (do|no|lá no) {host}",
    "(acaba|acabou|chega) (com a pausa|de pausa|da pausa) (no|do|pro) {container} [no {host}]",
    "(faz|faça) o {container} (voltar da pausa|sair da pausa|descongelar) [no {host}]",
    "(sai|saia) da pausa (no|do|com o) [container] {container} [no {host}]",
    "(reativa|reative|retoma) os processos (pausados|congelados|suspensos) (do|da) {container} [no {host}]",
    "(volta|volte) [com] o {container} (do pause|da pausa|da suspensão|do congelamento) [no {host}]",
    "(despausar|descongelar|unpause) {container} (no|lá no|na) {host}",
    "(tira|remove) o {container} (da geladeira|do gelo|do standby|do modo de espera) [no {host}]",
    "(retira|retire) a suspensão do [contentor] {container} [no {host}|na {host}]",
)

OPERATION = Operation(
    name="unpause",
    summary="Despausa um container",
    topic="comando/pause",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container: docker("unpause", container),
    aliases=("despausar",),
    states=("paused",),
)
