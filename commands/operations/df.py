"""Show how much disk Docker takes."""

from commands.docker_line import docker
from commands.operation import HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Usage
from commands.wording import size
from knowledge.answer import Answer, Table, Text

_KINDS = {"images": "Imagens", "containers": "Containers", "volumes": "Volumes", "build cache": "Cache de build"}


def run(engine: Engine) -> tuple[Usage, ...]:
    return engine.disk_usage()


def present(usages: tuple[Usage, ...]) -> Answer:
    total, free = sum(usage.size for usage in usages), sum(usage.reclaimable for usage in usages)
    if not total:
        return Answer((Text("O Docker quase não ocupa disco por aqui: não há nada a liberar."),))
    rows = tuple(
        (
            _KINDS.get(usage.kind, usage.kind),
            f"{usage.active} de {usage.total}",
            size(usage.size),
            size(usage.reclaimable),
        )
        for usage in usages
    )
    gain = f"dá para liberar até {size(free)}" if free else "tudo está em uso"
    said = Text(f"O Docker ocupa **{size(total)}**; {gain}.")
    return Answer((said, Table(("O quê", "Em uso", "Tamanho", "Liberável"), rows)))


PHRASES = (
    "quanto (de espaço|de disco|espaço) o docker (ocupa|usa|está usando|tá comendo) [no {host}|lá no {host}]",
    "quanto (de espaço|de disco) (está|tá) (ocupado|em uso|usado) [pelo docker] [no {host}]",
    "(mostra|mostre|me mostra|vê) o (espaço|uso de disco|uso do disco) [do docker] [no {host}|do {host}]",
    "(mostra|me mostra) o espaço (em disco|ocupado|gasto) (do|no|pelo docker no) {host}",
    "(dá|faz|roda|solta|manda) um [docker system|system|docker] df [no {host}|lá no {host}]",
    "docker system df [-v] [no {host}|do {host}]",
    "system df [no {host}|do {host}] [pfv]",
    "df [do docker] (no|do|lá no) {host}",
    "(uso|ocupação|consumo|gasto) (de disco|do disco|de espaço) [do docker] [do {host}|no {host}]",
    "(o que|quem) (está|tá) (ocupando|comendo|enchendo|lotando) (o disco|espaço|o hd) [no {host}|do {host}]",
    "(quero|queria|preciso) (ver|saber) (o uso de disco|quanto espaço está ocupado) [do {host}|no {host}]",
    "(quero|queria|preciso) (ver|saber) quanto disco o docker usa [do {host}|no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar) (quanto espaço|quanto disco) (o docker usa|está ocupado) [no {host}]",
    "(mostra-me|diz-me) (quanto espaço ocupa o docker|o espaço ocupado) [no {host}|na {host}]",
    "(mostra-me|diz-me) o disco que o docker gasta [no {host}|na {host}]",
    "quanto (espaço|disco) (está a ocupar|está a gastar|gasta) o docker [no {host}|na {host}]",
    "(podes|consegues) ver (o espaço em disco|quanto disco está ocupado) [do {host}|no {host}]",
    "quanto (dá|daria) (pra|para) (liberar|recuperar|limpar) [de espaço|de disco] [no {host}]",
    "(quanto|qual) espaço (é recuperável|dá pra recuperar|pode ser liberado|dá pra ganhar) [no {host}]",
    "(sobrou|tem|ainda tem|há) (espaço|disco) (no|lá no) {host}",
    "o disco do {host} (está|tá) (cheio|lotado|enchendo), (o que ocupa|vê o que ocupa|quanto é do docker)",
    "(recebi|deu|chegou) (um alerta|alerta|aviso) de disco, (quanto o docker ocupa|vê o uso de disco) [no {host}]",
    "(recebi|deu|chegou) (um alerta|alerta|aviso) de disco, mostra o espaço [no {host}]",
    "quanto (ocupam|pesam|somam) (as imagens, os volumes e o cache|imagens e volumes) [no {host}]",
    "quanto (ocupam|pesam|somam) (os volumes ao todo|todas as imagens juntas) [no {host}]",
    "quanto (o cache de build|o build cache|o cache) (ocupa|está ocupando|pesa|usa) [no {host}]",
    "quanto (os volumes|os containers) (ocupam|estão ocupando|usam) (de disco|em disco) [no {host}]",
    "(me diz|me fala|me passa|me dá) (o uso de disco|quanto de disco tem ocupado) [no {host}|do {host}]",
    "(me diz|me fala|me passa|me dá) quanto espaço o docker gasta [no {host}|do {host}]",
    "(checa|confere|verifica|olha) (o disco|o espaço|o uso de disco) [do docker] [no {host}|do {host}]",
    "(dá|dê) uma olhada no (disco|espaço) [do docker] [do {host}|no {host}]",
    "(como está|como anda|como tá) (o disco|o espaço em disco|o armazenamento) [do docker] [do {host}|no {host}]",
    "(show|get|check) [docker] disk usage [no {host}|on {host}]",
    "(disk usage|espaço usado|disco usado) (do|no|pelo docker no) {host}",
    "(vê|manda|fala) (p/ mim|pra mim|aí) (qto|quanto) (de disco|de espaço) o docker (tá usando|come) [no {host}]",
    "(relatório|balanço|raio x) (de disco|do disco|de espaço) [do docker] [do {host}|no {host}]",
    "(o docker tá|o docker está) (ocupando|comendo|gastando) (muito|quanto) [disco|espaço] [no {host}]",
)

OPERATION = Operation(
    name="df",
    summary="Mostra quanto disco o Docker ocupa",
    topic="comando/system-df",
    phrases=PHRASES,
    parameters=(HOST,),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda: docker("system", "df"),
    aliases=("disco", "espaco"),
)
