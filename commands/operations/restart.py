"""Restart a container."""

from commands.container_state import since
from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container) -> Container:
    return engine.restart(container)


def present(restarted: Container) -> Answer:
    name = f"**{escape(restarted.name)}**"
    if restarted.is_running:
        return Answer((Text(f"Container {name} reiniciado."),))
    said = f"O container {name} foi reiniciado, mas não ficou de pé: {escape(since(restarted))}."
    return Answer((Text(f"{said} Veja os logs dele."),))


PHRASES = (
    "(reinicia|reinicie|reiniciar) [o] [container] {container} [no {host}]",
    "(restarta|restarte|restartar) [o] [container] {container} [no {host}]",
    "(reseta|resete|rebota|reboota) [o] [container] {container} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] restart (no|na|em|do) {container} [no {host}]",
    "[docker] restart [o] {container} [no {host}]",
    "docker container restart {container} [no {host}]",
    "(dá|dê) um (reboot|reset|refresh|tapa) (no|na) {container} [no {host}]",
    "(desliga|derruba|para) e (liga|sobe|inicia) (de novo|novamente|outra vez) o {container} [no {host}]",
    "(para|pare) e (suba|sobe|inicie) o {container} [novamente|de novo] [no {host}]",
    "(derruba|desce) o {container} e (levanta|sobe) (de novo|em seguida) [no {host}]",
    "(quero|queria|preciso) [de] (reiniciar|restartar|dar um restart em) [o] [container] {container} [no {host}]",
    "(pode|poderia|consegue) (reiniciar|restartar|dar um restart no) [o] {container} [no {host}] [por favor]",
    "(podes|consegues) reiniciar [o] [contentor] {container} [no {host}|na {host}]",
    "(reinicia-me|reinicia lá) [o] [contentor] {container} [no {host}]",
    "o {container} (travou|congelou|encravou|pendurou), (reinicia|reinicia ele|dá um restart) [no {host}]",
    "o {container} (está|tá) (travado|engasgado), (reinicia ele|dá um restart|restarta) [no {host}]",
    "o {container} (está|tá) (lento|sem responder), (reinicia ele|dá um restart|restarta) [no {host}]",
    "o {container} não (responde|está respondendo), (reinicia|reinicia ele|dá um reset) [no {host}]",
    "o {container} não (tá respondendo|atende), (reinicia|reinicia ele|dá um reset) [no {host}]",
    "(mudei|alterei|atualizei) (a config|a configuração) (do|da) {container}, (reinicia ele|restarta|pode reiniciar)",
    "(mudei|alterei|atualizei) (o conf|o env) (do|da) {container}, (reinicia ele|restarta|pode reiniciar)",
    "o {container} (está vazando memória|tá com memory leak), (reinicia|reinicia ele|dá um restart) [no {host}]",
    "o {container} tá comendo memória, (reinicia|reinicia ele|dá um restart) [no {host}]",
    "(reinicia|restarta) (p/ mim|pra mim|aí|lá) o {container} [no {host}] [pfv]",
    "(faz|faça|dá) um (restart|reinício|reboot) (do|da) [container] {container} [no {host}]",
    "(restart|reboot|bounce) [the] {container} [container] [no {host}|on {host}]",
    "(reinicia|reinicie) (só|somente|apenas) o [container] {container} [no {host}]",
    "(pode reiniciar|reinicia já|reinicia logo) [o] {container} (do|no|lá no) {host}",
    "(bora|vamos) (reiniciar|dar um restart em|restartar) [o] {container} [no {host}]",
    "(desliga e liga|tira e põe de volta|para e inicia) [o] [container] {container} [no {host}]",
    "(recomeça|reinicializa|reinicialize) [o] [container] {container} [no {host}]",
    "(faz|faça) o {container} (reiniciar|subir do zero|começar de novo) [no {host}]",
    "(o site|o sistema|a api) (caiu|não abre|tá fora), (reinicia o|dá um restart no) {container} [no {host}]",
    "(o site|o sistema|a api) (caiu|não abre|tá fora), restarta o {container} [no {host}]",
    "(recarrega|recarregue|dá um reload) [n]o [container] {container} [no {host}]",
    "(tenta|tente) (reiniciar|um restart) [n]o {container} [no {host}] [pra ver se volta]",
    "(reinicia|restarta) o (bendito|maldito|danado) do {container} [no {host}]",
)

OPERATION = Operation(
    name="restart",
    summary="Reinicia um container",
    topic="comando/restart",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container: docker("restart", container),
    aliases=("reiniciar",),
    timeout=40.0,
)
