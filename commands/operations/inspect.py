"""Show how a container is set up."""

import json
import shlex

from commands.container_state import health, since, state
from commands.docker_line import docker
from commands.excerpt import file_name
from commands.masked_values import masked, masked_setting
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, ContainerDetails
from commands.secrets_mask import mask
from commands.wording import counted, moment
from knowledge.answer import Answer, Block, File, Items, Text, code, escape

_POLICIES = {
    "no": "não reinicia sozinho",
    "always": "reinicia sempre (always)",
    "unless-stopped": "reinicia, a menos que você o pare (unless-stopped)",
    "on-failure": "reinicia quando falha (on-failure)",
}


def run(engine: Engine, container: Container) -> ContainerDetails:
    return engine.details(container)


def present(details: ContainerDetails) -> Answer:
    container = details.container
    whole = json.dumps(masked(details.raw), indent=2, ensure_ascii=False, default=str, sort_keys=True)
    blocks: tuple[Block, ...] = (
        Text(f"Container **{escape(container.name)}**, {escape(since(container))}."),
        Items((*_life(details), *_setting(details))),
    )
    if details.environment:
        blocks += (
            Text("Variáveis de ambiente:"),
            Items(tuple(code(masked_setting(entry)) for entry in details.environment)),
        )
    return Answer((*blocks, File(file_name(container.name, ".json"), whole + "\n")))


def _life(details: ContainerDetails) -> tuple[str, ...]:
    container = details.container
    lines = [
        f"**Estado**: {_state(details)}",
        f"**Imagem**: {code(container.image)}",
        f"**Id**: {code(container.short_id)}",
    ]
    if details.started and container.is_running:
        lines.append(f"**Desde**: {moment(details.started)}")
    if details.finished and not container.is_running:
        lines.append(f"**Parou em**: {moment(details.finished)}")
    policy = _POLICIES.get(details.restart_policy, escape(details.restart_policy))
    restarts = counted(details.restart_count, "vez", "vezes")
    lines.append(
        f"**Reinício**: {policy}; já reiniciou {restarts}" if details.restart_count else f"**Reinício**: {policy}"
    )
    if details.health:
        lines.append(f"**Saúde**: {escape(health(details.health))}")
    return tuple(lines)


def _state(details: ContainerDetails) -> str:
    word = escape(state(details.container))
    if details.oom_killed:
        return f"{word}, morto por falta de memória (OOM)"
    return word if details.exit_code is None else f"{word}, saiu com código {details.exit_code}"


def _setting(details: ContainerDetails) -> tuple[str, ...]:
    ports = [code(port.removesuffix("/tcp").replace("->", "→")) for port in details.container.ports]
    mounts = [code(mount) for mount in details.mounts]
    addresses = [f"{code(address)} ({escape(network)})" for network, address in sorted(details.addresses.items())]
    command = [code(mask(shlex.join(details.command)))] if details.command else []
    named = (("Comando", command), ("Portas", ports), ("Montagens", mounts), ("IP", addresses))
    return tuple(f"**{label}**: {', '.join(values)}" for label, values in named if values)


PHRASES = (
    "(inspeciona|inspecione|inspecionar) [o] [container] {container} [no {host}]",
    "(mostra|mostre|me mostra) [os|todos os] detalhes (do|do container|da) {container} [no {host}]",
    "(mostra|me mostra|quero ver) a (configuração|config) (do|da|do container) {container} [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] inspect (no|do|em) {container} [no {host}]",
    "[docker] inspect [do] {container} [no {host}]",
    "docker container inspect {container} [no {host}]",
    "(detalha|detalhe|descreve|descreva) [o] [container] {container} [no {host}]",
    "(quero|queria|preciso) (ver|saber) (os detalhes|tudo sobre|tudo) (do|o|da) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (inspecionar|detalhar|mostrar os detalhes do) {container} [no {host}]",
    "(inspeciona-me|detalha-me) o [contentor] {container} [no {host}]",
    "mostra-me (a configuração|os pormenores|os detalhes) do [contentor] {container} [no {host}]",
    "(podes|consegues) (dar-me|mostrar-me) os (pormenores|detalhes) do {container} [no {host}]",
    "(como|de que jeito) (o {container} foi criado|o {container} está configurado) [no {host}]",
    "(como|de que jeito) foi subido o {container} [no {host}]",
    "com (qual|que) (imagem|comando) (o {container} foi criado|o {container} está rodando) [no {host}]",
    "com (qual|que) (imagem|comando) roda o {container} [no {host}]",
    "(quais|que) variáveis de ambiente (o {container} tem|tem o {container}|estão no {container}) [no {host}]",
    "(mostra|lista|me mostra) (as envs|as variáveis de ambiente|o environment) (do|da) {container} [no {host}]",
    "(quais|que) volumes (o {container} usa|o {container} monta|estão montados no {container}) [no {host}]",
    "(mostra|me mostra|lista) (as montagens|os mounts|os volumes montados) (do|no) {container} [no {host}]",
    "(qual|que) (é a) política de (restart|reinício) (do|da) {container} [no {host}]",
    "quantas vezes o {container} (reiniciou|já reiniciou|caiu e voltou) [no {host}]",
    "(qual|qual foi) o (código de saída|exit code|status de saída) (do|da) {container} [no {host}]",
    "(desde quando|há quanto tempo) o {container} (está no ar|tá rodando|está de pé|subiu) [no {host}]",
    "faz quanto tempo que o {container} (está no ar|tá rodando|está de pé|subiu) [no {host}]",
    "o {container} (está|tá) (saudável|healthy|unhealthy|doente) [no {host}]",
    "(qual|como está) (o healthcheck|a saúde|o health) (do|da) {container} [no {host}]",
    "(informações|info|infos|detalhes|pormenores|ficha) (do|sobre o|do container) {container} [no {host}]",
    "(me fala|me conta|me diz|fala) (tudo sobre|mais sobre|dos detalhes do) [o] [container] {container} [no {host}]",
    "(traz|me traz|me passa|me dá) (a ficha|o json|o raio x|as informações) (do|da) {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) (a configuração|os detalhes) (do|da) {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) (as variáveis|o estado) (do|da) {container} [no {host}]",
    "(dá|dê) uma olhada na (configuração|config|definição) (do|da) {container} [no {host}]",
    "o {container} (está|tá) estranho, (inspeciona ele|mostra a config dele|me mostra os detalhes dele)",
    "(esqueci|não lembro) como (subi|criei|configurei) o {container}, (mostra|inspeciona|me mostra os detalhes) [pfv]",
    "(qual|que|quanto é o) limite de memória (do|configurado no|definido no) {container} [no {host}]",
    "o {container} (morreu|foi morto|caiu) por (oom|falta de memória|estouro de memória) [no {host}]",
    "(show|get|me dá) [the] (details|config|settings) (of|do|de) {container} [no {host}]",
    "(abre|mostra|puxa) a (ficha|radiografia|especificação) (do|da) {container} [no {host}]",
    "(vê|olha) (p/ mim|pra mim|aí) (a config|os detalhe|as env) do {container} [no {host}]",
)

OPERATION = Operation(
    name="inspect",
    summary="Mostra os detalhes e a configuração de um container",
    topic="comando/inspect",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container: docker("inspect", container),
    aliases=("detalhes",),
)
