"""List the hosts this person may use here."""

from commands.operation import Operation, Risk
from commands.ports import HostDirectory, HostStatus
from commands.wording import counted
from knowledge.answer import Answer, Block, Items, Table, Text, escape


def run(hosts: HostDirectory) -> tuple[HostStatus, ...]:
    return hosts.visible()


def present(statuses: tuple[HostStatus, ...]) -> Answer:
    if not statuses:
        return Answer(
            (Text("Nenhum host está liberado para você aqui. Quem administra o bot libera no **estivador.toml**."),)
        )
    up = sum(status.version is not None for status in statuses)
    rows = tuple((status.name, _state(status), status.description or "–") for status in statuses)
    blocks: tuple[Block, ...] = (
        Text(f"**{counted(len(rows), 'host', 'hosts')}**, {up} no ar."),
        Table(("Host", "Docker", "Descrição"), rows),
    )
    problems = tuple(f"**{escape(s.name)}**: {escape(s.problem)}" for s in statuses if s.problem)
    return Answer((*blocks, Items(problems)) if problems else blocks)


def _state(status: HostStatus) -> str:
    return status.version or "fora do ar"


PHRASES = (
    "(lista|liste|listar) [os] (hosts|servidores) [pfv|por favor]",
    "(mostra|mostre|me mostra) [todos] os (hosts|servidores) [disponíveis|cadastrados]",
    "quais [são os] (hosts|servidores) (você controla|você acessa|você enxerga|tem)",
    "quais (hosts|servidores|máquinas) (tem|temos|existem|há) [aí|aqui]",
    "em (quais|que) (hosts|servidores|máquinas) (posso operar|posso mexer|você opera|posso trabalhar)",
    "(quais|que) (hosts|servidores|máquinas) (estão liberados|eu posso usar|posso acessar|estão na lista) [pra mim]",
    "(quais|que) (hosts|servidores) (estão|tão) (no ar|online|respondendo|fora do ar|de pé)",
    "(tem|há|existe) algum (host|servidor) (fora do ar|fora|offline|caído|que não responde)",
    "[todos] os (hosts|servidores) (estão respondendo|estão no ar|tão de pé|estão online)",
    "(quero|queria|preciso) (ver|da lista de|saber os) (hosts|servidores) [cadastrados]",
    "(pode|podes|consegue|poderia) (listar|mostrar) os (hosts|servidores) [que controla|cadastrados] [por favor]",
    "(mostra-me|lista-me|diz-me) os (anfitriões|servidores|hosts) [disponíveis|que tens]",
    "(que|quais) (anfitriões|servidores|máquinas) (tens|geres|controlas|consegues ver)",
    "(podes|consegues) (dizer-me|mostrar-me) (que servidores geres|em que hosts posso mexer|que máquinas tens)",
    "[me] (traz|passa|dá|manda) a lista (de|dos) (hosts|servidores|servers)",
    "lista (de|dos) (hosts|servidores|servers) [cadastrados|disponíveis]",
    "(hosts|servidores|servers) (disponíveis|cadastrados|configurados|liberados) [pfv]",
    "(quantos|qtos) (hosts|servidores) (tem|temos|existem|você controla)",
    "(vê|olha|confere|checa|verifica) (os hosts|os servidores|se os hosts estão no ar|quais servidores respondem)",
    "(dá|dê) uma (olhada|checada|conferida) nos (hosts|servidores)",
    "(me fala|me diz|diz|fala) (quais|que) (hosts|servidores) (tem|você tem) [aí]",
    "(show|list|get) [all|the] (hosts|servers) [pls]",
    "(status|estado|situação|saúde) dos (hosts|servidores) [agora]",
    "(como estão|como andam|como tão) os (hosts|servidores) [hoje|agora]",
    "(pinga|testa|dá um ping em) [todos] os (hosts|servidores)",
    "(vc|você) (tá conectado|está ligado|tem acesso) (em|a) (quais|que) (hosts|servidores|máquinas)",
    "(cadê|onde estão) (os hosts|os servidores|minhas máquinas) [cadastrados]",
    "(inventário|relação|painel) (de|dos) (hosts|servidores|máquinas)",
    "(esqueci|não lembro) (o nome|os nomes) (do servidor|dos hosts|dos servidores), (lista aí|quais são|mostra)",
    "(adicionei|cadastrei|configurei) um (host|servidor) novo, (aparece|mostra a lista|lista os hosts|vê se está aí)",
    "(vê|mostra) (p/ mim|pra mim|aí) (os server|os host|os srv) [q tem]",
    "[os] nomes dos (hosts|servidores) [que posso usar|que você conhece]",
    "em (quais|que) (servidores|máquinas|hosts) [é que] (você|vc|tu) (mexe|manda|trabalha|controla)",
    "em (quais|que) (servidores|máquinas) (está|tá) (conectado|ligado)",
    "(lista|mostra|quais são) [todas] as (máquinas|vps) (que você controla|cadastradas|que estão no bot)",
    "(quero|preciso) (ver|saber) (quais|que) (hosts|máquinas|servidores) (estão|foram) (cadastrados|configurados)",
    "(qual|quais) [é o|são os] (host|servidor|hosts|servidores) (padrão|que você conhece|configurado|configurados)",
)

OPERATION = Operation(
    name="hosts",
    summary="Lista os hosts que você pode usar aqui",
    topic="bot/ajuda",
    phrases=PHRASES,
    parameters=(),
    risk=Risk.READ,
    run=run,
    present=present,
    aliases=("servidores",),
    timeout=60.0,
)
