"""Stop one running container."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container) -> Container:
    return engine.stop(container)


def present(stopped: Container) -> Answer:
    name = f"**{escape(stopped.name)}**"
    if stopped.is_running:
        return Answer(
            (Text(f"Mandei parar o container {name}, mas ele voltou a rodar: veja a política de reinício dele."),)
        )
    return Answer((Text(f"Container {name} parado."),))


PHRASES = (
    "(para|pare|parar) [o] [container] {container} [no {host}]",
    "(desliga|desligue|desligar) [o] [container] {container} [no {host}]",
    "(derruba|derrube|derrubar) [o] [container] {container} [no {host}]",
    "(stopa|stope|stopar) [o] [container] {container} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] stop (no|na|em|do) {container} [no {host}]",
    "[docker] stop [o] {container} [no {host}]",
    "docker container stop [-t 30] {container} [no {host}]",
    "(baixa|desce|abaixa) (o container|o serviço do container) {container} [no {host}]",
    "(tira|tire|tirar) [o] [container] {container} do ar [no {host}]",
    "(encerra|encerre|finaliza|finalize|termina) [o] [container] {container} [no {host}]",
    "(quero|queria|preciso) [de] (parar|desligar|derrubar) [o] [container] {container} [no {host}]",
    "(quero|preciso) [que] o {container} (parado|desligado|fora do ar) [no {host}]",
    "(pode|poderia|consegue) (parar|desligar|derrubar|stopar) [o] {container} [no {host}] [por favor]",
    "(podes|consegues) (parar|desligar|encerrar) [o] [contentor] {container} [no {host}]",
    "(para-me|desliga-me|pára|pára-me) [o] [contentor] {container} [no {host}|na {host}]",
    "(deita|deite) abaixo [o] [contentor] {container} [no {host}|na {host}]",
    "(interrompe|interrompa|cessa) [a execução do|o] [container] {container} [no {host}]",
    "o {container} (está|tá) (dando problema|com erro|bugado|atrapalhando), (para ele|desliga ele|derruba) [no {host}]",
    "(vou mexer|vou fazer manutenção|vou trabalhar) (no|na) {container}, (para ele|desliga ele|pode parar) [no {host}]",
    "(não preciso|não precisamos) (mais do|do) {container} [agora], (para ele|pode parar|desliga) [no {host}]",
    "(ninguém usa|não tá em uso) o {container} (de madrugada|agora|hoje), (desliga|para ele|pode desligar) [no {host}]",
    "(faz|faça|manda) o {container} parar [de rodar] [no {host}]",
    "(para|desliga|derruba) (p/ mim|pra mim|aí|lá) o {container} [no {host}] [pfv]",
    "(shut down|shutdown|stop|bring down) [the] {container} [container] [no {host}|on {host}]",
    "(dá um shutdown|faz o shutdown|dá um off) (no|do) {container} [no {host}]",
    "(bota|põe|coloca) o {container} (pra dormir|pra descansar|off|offline) [no {host}]",
    "(pode parar|pode desligar|pode derrubar) [o] {container} (do|no|lá no) {host}",
    "(para|desliga) só o [container] {container} [no {host}]",
    "(para|pare|desliga) (com calma|com jeito|direitinho|de forma limpa) o {container} [no {host}]",
    "(bora|vamos) (parar|desligar|derrubar) [o] {container} [no {host}]",
    "(desativa|desative|apaga a luz do|suspende o serviço do) [container] {container} [no {host}]",
    "(libera|libere) (a porta|a memória) (do|usada pelo) {container}, (para ele|desliga ele) [no {host}]",
)

OPERATION = Operation(
    name="stop",
    summary="Para um container em execução",
    topic="comando/stop",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container: docker("stop", container),
    aliases=("parar",),
    timeout=40.0,
    states=("running", "paused", "restarting"),
)
