"""Change how many replicas a swarm service has."""

from commands.docker_line import docker
from commands.errors import Unfit
from commands.operation import HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Service
from commands.wording import counted
from knowledge.answer import Answer, Text, escape

MOST = 1000
_WORDS = (
    ("zero", "nenhuma"),
    ("um", "uma"),
    ("dois", "duas"),
    ("três", "tres"),
    ("quatro",),
    ("cinco",),
    ("seis",),
    ("sete",),
    ("oito",),
    ("nove",),
    ("dez",),
    ("onze",),
    ("doze",),
)


def run(engine: Engine, service: str, replicas: str) -> Service:
    return engine.scale(service, _count(replicas))


def _count(typed: str | int) -> int:
    """As digits or as a word. Raises `Unfit` for what is no sensible count."""
    text = str(typed).strip().lower()
    named = next((number for number, words in enumerate(_WORDS) if text in words), None)
    if named is not None:
        return named
    if not (text.isascii() and text.isdigit()):
        raise Unfit(f"{typed!r} não é uma quantidade de réplicas: escreva um número inteiro, como 3")
    if int(text) > MOST:
        raise Unfit(f"{text} réplicas é demais para pedir por aqui: o limite é {MOST}")
    return int(text)


def present(service: Service) -> Answer:
    name = f"**{escape(service.name)}**"
    if service.desired is None:
        return Answer((Text(f"O serviço {name} é global: tem uma réplica em cada nó e não muda de escala."),))
    if service.desired == 0:
        return Answer((Text(f"Serviço {name} em 0 réplicas: continua criado, mas sem nada rodando."),))
    wanted = counted(service.desired, "réplica", "réplicas")
    running = "ainda nenhuma" if service.running == 0 else str(service.running)
    said = f"Serviço {name} ajustado para **{wanted}**"
    if service.running == service.desired:
        return Answer((Text(f"{said}, {'já no ar' if service.desired == 1 else 'todas no ar'}."),))
    return Answer((Text(f"{said}; {running} no ar agora. O swarm segue ajustando."),))


def command_line(service: str, replicas: str) -> tuple[str, ...]:
    try:
        count = str(_count(replicas))
    except Unfit:  # `run` says what is wrong
        count = str(replicas)
    return docker("service", "scale", f"{service}={count}")


PHRASES = (
    "(escala|escale|escalar) [o] [serviço] {service} (para|pra|em) {replicas} [réplicas] [no {host}]",
    "(aumenta|aumente|aumentar|sobe) [o] [serviço] {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "(diminui|diminua|reduz|reduza|baixa) [o] [serviço] {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "(coloca|põe|bota|ponha) {replicas} (réplicas|instâncias|cópias) (no|do|pro) [serviço] {service} [no {host}]",
    "(coloca|põe|bota|deixa|deixe) o [serviço] {service} (com|em) {replicas} (réplicas|instâncias|cópias) [no {host}]",
    "(dá|faz|manda) um [docker service|service] scale (no|do) {service} (para|pra|em) {replicas} [no {host}]",
    "docker service scale {service}={replicas} [no {host}]",
    "scale [the] [service] {service} (to|=|para) {replicas} [replicas] [on {host}|no {host}]",
    "[service] scale {service}={replicas} [no {host}]",
    "(quero|queria|preciso de) {replicas} (réplicas|instâncias|cópias) (do|no) [serviço] {service} [no {host}]",
    "(quero|queria|preciso) (escalar|aumentar|reduzir) o [serviço] {service} (para|pra) {replicas} [no {host}]",
    "(pode|poderia) (escalar|subir|deixar) o [serviço] {service} (para|em|com) {replicas} [réplicas] [no {host}]",
    "consegue (escalar|subir|deixar) o [serviço] {service} (para|em|com) {replicas} [réplicas] [no {host}]",
    "(podes|consegues) (escalar|aumentar) o [serviço] {service} (para|em) {replicas} réplicas [no {host}|na {host}]",
    "(podes|consegues) pôr o [serviço] {service} (para|em) {replicas} réplicas [no {host}|na {host}]",
    "(escala-me|aumenta-me|põe-me) o [serviço] {service} (para|em) {replicas} [réplicas] [no {host}]",
    "(roda|rode|mantém|mantenha) {replicas} (réplicas|instâncias|cópias) do [serviço] {service} [no {host}]",
    "(ajusta|define|muda) o número de réplicas do [serviço] {service} (para|pra) {replicas} [no {host}]",
    "(ajusta|define|muda) a quantidade de réplicas do [serviço] {service} (para|pra) {replicas} [no {host}]",
    "(ajusta|define|muda) as réplicas do [serviço] {service} (para|pra) {replicas} [no {host}]",
    "(réplicas|instâncias) do [serviço] {service} (para|pra|em|=) {replicas} [no {host}]",
    "[serviço] {service} (com|em|para) {replicas} réplicas [no {host}] [pfv]",
    "(vai ter|vem) (pico|muito acesso), (escala o|sobe o) {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "(vai ter|vem) (pico|muito acesso), aumenta o {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "(vai ter|vem) black friday, (escala o|sobe o|aumenta o) {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "(a carga|o tráfego) (subiu|aumentou), (põe|coloca|sobe pra) {replicas} réplicas (no|do) {service} [no {host}]",
    "o acesso (subiu|aumentou), (põe|coloca|sobe pra) {replicas} réplicas (no|do) {service} [no {host}]",
    "o movimento (caiu|baixou), (reduz|diminui|baixa) o {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "a carga (caiu|baixou), (reduz|diminui|baixa) o {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "o acesso (caiu|baixou), (reduz|diminui|baixa) o {service} (para|pra) {replicas} [réplicas] [no {host}]",
    "o {service} não (aguenta|está dando conta), (sobe pra|escala pra|aumenta pra) {replicas} [réplicas] [no {host}]",
    "o {service} não tá dando conta, (sobe pra|escala pra|aumenta pra) {replicas} [réplicas] [no {host}]",
    "(zera|zere) as réplicas do [serviço] {service}, (deixa em|põe em|coloca em) {replicas} [no {host}]",
    "(expande|encolhe|dimensiona|redimensiona) o [serviço] {service} (para|pra|em) {replicas} [réplicas] [no {host}]",
    "(multiplica|replica) o [serviço] {service} (em|por|até) {replicas} [réplicas|instâncias] [no {host}]",
    "(passa|passe) o [serviço] {service} (para|pra|a) {replicas} (réplicas|instâncias) [no {host}]",
    "(escala|sobe) (p/ mim|pra mim|aí) o {service} (p/|pra) {replicas} [réplicas] [no {host}]",
    "(upscale|downscale|autoscale manual) [d]o {service} (para|pra|to) {replicas} [no {host}]",
    "{replicas} réplicas (pro|para o|no|do) [serviço] {service} [no {host}]",
    "(bora|vamos) (escalar|deixar|subir) o {service} (pra|com|para) {replicas} [réplicas] [no {host}]",
    "(garante|garanta|assegura) {replicas} (réplicas|instâncias) (do|pro|no) [serviço] {service} [no {host}]",
    "(quantidade|número) de réplicas do {service}: {replicas} [no {host}]",
)

OPERATION = Operation(
    name="scale",
    summary="Muda o número de réplicas de um serviço do swarm",
    topic="conceito/swarm",
    phrases=PHRASES,
    parameters=(
        Parameter("service", Kind.SERVICE, "o serviço"),
        Parameter("replicas", Kind.TEXT, "quantas réplicas"),
        HOST,
    ),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=command_line,
    aliases=("escalar",),
    timeout=60.0,
)
