"""Show what engine a host has."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import EngineInfo
from commands.wording import counted, memory
from knowledge.answer import Answer, Block, Items, Text, escape

_SWARM = {"active": "ativo", "inactive": "inativo", "pending": "pendente", "locked": "bloqueado", "error": "com erro"}


def run(engine: Engine) -> EngineInfo:
    return engine.info()


def present(info: EngineInfo) -> Answer:
    containers = ", ".join(
        (
            f"{info.running} em execução",
            counted(info.paused, "pausado", "pausados"),
            counted(info.stopped, "parado", "parados"),
        )
    )
    lines = (
        f"**Sistema**: {escape(info.operating_system)} ({escape(info.architecture)})",
        f"**Kernel**: {escape(info.kernel)}",
        f"**Recursos**: {counted(info.cpus, 'CPU', 'CPUs')}, {memory(info.memory)} de memória",
        f"**Containers**: {containers}",
        f"**Imagens**: {info.images}",
        f"**Armazenamento**: {escape(info.storage_driver)}",
        f"**Cgroups**: v{escape(info.cgroup_version)}",
        f"**Swarm**: {escape(_SWARM.get(info.swarm, info.swarm))}",
    )
    blocks: tuple[Block, ...] = (
        Text(f"Docker **{escape(info.version)}** (API {escape(info.api)})."),
        Items(lines),
    )
    if info.warnings:
        blocks += (Text("O engine avisa:"), Items(tuple(escape(warning) for warning in info.warnings)))
    return Answer(blocks)


PHRASES = (
    "(qual|qual é) a versão do (docker|engine|docker engine) (no|do|da) {host}",
    "(mostra|mostre|me mostra) (as informações|as infos|os dados) do (docker|engine) [do {host}|no {host}]",
    "(qual|que) versão do docker (está|tá) (rodando|instalada) [no {host}|na {host}]",
    "(que|qual) docker (está|tá|tem|roda) (no|lá no|na) {host}",
    "(dá|faz|roda|solta|manda) um docker (info|version) [no {host}|lá no {host}]",
    "docker (info|version|system info) [no {host}|do {host}]",
    "[me] (dá|faz) um info (no|do|lá no) {host}",
    "(informações|infos|info|dados|detalhes) do (engine|docker|daemon) [do {host}|no {host}]",
    "(informações|infos|info|dados|detalhes) do [host] {host}",
    "(quero|queria|preciso) (ver|saber) (a versão do docker|as infos do engine) [do {host}|no {host}]",
    "(quero|queria|preciso) (ver|saber) as informações do docker [do {host}|no {host}]",
    "(pode|podes|consegue|poderia) (ver|dizer|mostrar) a versão do (docker|engine) [do {host}|no {host}]",
    "(diz-me|mostra-me) (que versão do docker|as informações do docker|a versão do motor) (tem|há|está) (no|na) {host}",
    "(que|qual a) versão do (motor|docker) (está a correr|corre|tem) (no|na|o) {host}",
    "(qual|que) (sistema operacional|so|kernel|distro) (roda|tem|está) (no|na|do) [host] {host}",
    "(qual|que) (sistema operativo|kernel) (está no|corre no|tem o) {host}",
    "(quantas cpus|quantos núcleos|quanta memória) (tem o|o host|tem o host) {host} [tem]",
    "(qual|que) (storage driver|driver de armazenamento|versão de cgroup) (está em uso|usa|é usado) (no|o) {host}",
    "o {host} (usa|está com|roda) (cgroup v2|overlay2|qual storage driver|qual kernel)",
    "o {host} (está|tá|faz parte) (em|no|de um|do) swarm",
    "(me diz|me fala|me passa|me dá) (a versão|as infos|os dados) (do docker|do engine) (do|no|da) {host}",
    "(vê|olha|checa|confere|verifica) (a versão do docker|as infos do engine|o docker info) [do {host}|no {host}]",
    "(resumo|visão geral|panorama|raio x) (do|da|do host) {host}",
    "(mostra|me mostra|dá) (um resumo|uma visão geral|um panorama) (do|do docker do|do engine do) {host}",
    "(como está|como anda|como vai) o (docker|engine|daemon) (do|no|lá no) {host}",
    "(a arquitetura|o hardware|a máquina) (do|por trás do) {host} (é qual|como é|qual é)",
    "o {host} é (arm|arm64|amd64|x86) [ou o quê|ou não]",
    "o docker (do|no) {host} (está atualizado|tá atualizado|é qual versão|é novo)",
    "(que|qual) versão da api (do docker|do engine) [do {host}|no {host}|tem o {host}]",
    "(show|get) [docker|engine] (info|version) (no|on|of|do) {host}",
    "(vê|manda|fala) (p/ mim|pra mim|aí) a versão do docker [do {host}|no {host}]",
    "(atualizaram|mexeram no|subiram) o docker, (qual a versão agora|que versão ficou|confere a versão) [no {host}]",
    "(ficha técnica|especificações|configuração) (do|da) [host|máquina|servidor] {host}",
    "o (daemon|engine) (do|no) {host} (está vivo|responde|tá respondendo|está funcionando)",
)

OPERATION = Operation(
    name="info",
    summary="Mostra a versão e os dados do engine de um host",
    topic="comando/info",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("info"),
    aliases=("versao",),
)
