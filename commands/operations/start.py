"""Start a stopped container."""

from commands.container_state import since
from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container) -> Container:
    return engine.start(container)


def present(started: Container) -> Answer:
    name = f"**{escape(started.name)}**"
    if started.is_running:
        return Answer((Text(f"Container {name} iniciado."),))
    return Answer(
        (Text(f"O container {name} foi iniciado, mas não ficou de pé: {escape(since(started))}. Veja os logs dele."),)
    )


PHRASES = (
    "(inicia|inicie|iniciar) [o] [container] {container} [no {host}]",
    "(liga|ligue|ligar) [o] [container] {container} [no {host}]",
    "(starta|starte|startar) [o] [container] {container} [no {host}]",
    "(sobe|suba) (o|o container) {container} [no {host}|lá no {host}]",
    "(sobe|suba|inicia|liga) [o container] {container} (de novo|de volta|outra vez|novamente) [no {host}]",
    "(põe|bota|coloca|ponha) [o] {container} (de pé|no ar|pra rodar|pra funcionar|de volta no ar) [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] start (no|na|em|do) {container} [no {host}]",
    "[docker] start [o] {container} [no {host}]",
    "docker container start [-ai] {container} [no {host}]",
    "(quero|queria|preciso) [de] (iniciar|ligar|subir) [o] [container] {container} [no {host}]",
    "(quero|preciso) (do|que o|o) {container} (no ar|de pé|rodando|ligado) [de volta] [no {host}]",
    "(pode|poderia|consegue) (iniciar|ligar|subir|startar) [o] {container} [no {host}] [por favor]",
    "(arranca|arranque|arrancar) (o|com o|o contentor|com o contentor) {container} [no {host}|na {host}]",
    "(podes|consegues) (arrancar|iniciar|ligar) [o] [contentor] {container} [no {host}]",
    "(inicia-me|liga-me|levanta-me) [o] [contentor] {container} [no {host}]",
    "(acorda|desperta|ressuscita|revive) [o] {container} [no {host}]",
    "(levanta|levante|ergue) (o|o container) {container} [no {host}|lá no {host}]",
    "o {container} (caiu|está parado|tá parado|parou), (sobe ele|liga ele|inicia|levanta ele) [de novo] [no {host}]",
    "o {container} (está|tá) (desligado|fora do ar|no chão|morto), (põe de pé|inicia ele|liga de novo|sobe) [pfv]",
    "(já arrumei|já terminei|acabou) a manutenção, (pode ligar|pode subir|inicia) o {container} [no {host}]",
    "(parei|desliguei) o {container} (sem querer|por engano|ontem), (liga de novo|sobe de volta|inicia ele)",
    "(religa|religue|ativa|ative) [o] [container] {container} [no {host}]",
    "(volta|volte|retoma) [com] o [container] {container} (pro ar|parado|que estava parado) [no {host}]",
    "(traz|traga) [o] {container} de volta [pro ar|à vida] [no {host}]",
    "(bora|vamos) (ligar|subir|iniciar) [o] {container} [no {host}]",
    "(start|boot|bring up) [the] [container] {container} [no {host}|on {host}]",
    "(dá a partida|dá partida|dê a partida) (no|na) {container} [no {host}]",
    "(liga|sobe|inicia) (p/ mim|pra mim|aí|lá) o {container} [no {host}]",
    "(faz|deixa|faça) o {container} (subir|iniciar|rodar) [no {host}]",
    "(executa|põe em execução|coloca em execução) (de novo|novamente) o [container] {container} [no {host}]",
    "(inicia|liga|sobe) o container parado {container} [no {host}|do {host}]",
    "(tira|tire) o {container} (do estado parado|do chão|da inatividade) [no {host}]",
)

OPERATION = Operation(
    name="start",
    summary="Inicia um container parado",
    topic="comando/start",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container: docker("start", container),
    aliases=("iniciar",),
    states=("exited", "created"),
)
