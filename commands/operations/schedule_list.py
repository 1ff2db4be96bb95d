"""List the schedules of this chat."""

from commands.operation import Operation, Risk
from commands.ports import Schedule, ScheduleBook
from commands.wording import counted, moment
from knowledge.answer import Answer, Items, Text, escape


def run(schedules: ScheduleBook) -> tuple[Schedule, ...]:
    return schedules.all()


def present(booked: tuple[Schedule, ...]) -> Answer:
    if not booked:
        example = "**me manda as estatísticas todo dia às 8h**"
        return Answer((Text(f"Nenhum agendamento neste chat. Para criar um, peça por exemplo {example}."),))
    count = counted(len(booked), "agendamento", "agendamentos")
    return Answer((Text(f"**{count}** neste chat."), Items(tuple(_line(schedule) for schedule in booked))))


def _line(schedule: Schedule) -> str:
    where = f" no host {escape(schedule.host)}" if schedule.host else ""
    following = f"; próxima vez em {moment(schedule.next_run)}" if schedule.next_run else ""
    owner = f" (de {escape(schedule.owner)})" if schedule.owner else ""
    what = escape(schedule.what or schedule.operation)
    return f"**{schedule.number}**: {what}{where}, {escape(schedule.when)}{following}{owner}"


PHRASES = (
    "(que|quais) (tarefas|coisas|rotinas) [é que] (tenho|tem|temos|há|você tem) (agendadas|programadas|marcadas)",
    "(a que horas|que horas|quando) (roda|sai|acontece) cada (agendamento|tarefa|relatório)",
    "(lista|liste|listar) [os|todos os] agendamentos [deste chat|daqui]",
    "(mostra|mostre|me mostra) [os|todos os] agendamentos [do grupo|daqui]",
    "quais [são os] agendamentos (tem|temos|existem|há) [aqui|neste chat]",
    "(que|quais) agendamentos (estão ativos|estão marcados|eu criei|tem aí)",
    "o que (está|tá) (agendado|programado|marcado) [aqui|neste chat|no grupo]",
    "(tem|há|existe) (algum agendamento|alguma tarefa agendada|alguma coisa agendada) [aqui|no grupo]",
    "(quero|queria|preciso) ver (os agendamentos|o que está agendado|as tarefas programadas) [do grupo|daqui]",
    "(pode|poderia|consegue) (listar|mostrar) (os agendamentos|as tarefas agendadas) [por favor|pfv]",
    "(mostra-me|lista-me|diz-me) (os agendamentos|o que está agendado|as tarefas agendadas) [aqui]",
    "(podes|consegues) (dizer-me|mostrar-me) (o que está agendado|que agendamentos há) [neste grupo]",
    "(quais|que) (relatórios|tarefas|rotinas) (estão agendados|estão agendadas) [aqui]",
    "(quais|que) (relatórios|tarefas|rotinas) (estão programadas|são automáticas) [aqui]",
    "(quais|que) relatórios (você manda|são enviados|vão ser enviados) [aqui|neste chat] [automaticamente]",
    "(lista|mostra|me mostra) (as tarefas|as rotinas|os relatórios) (agendadas|programadas|automáticos|agendados)",
    "lista (de|dos) agendamentos [deste chat|do grupo]",
    "agendamentos (ativos|daqui|deste chat|do grupo|marcados)",
    "[meus|os meus|nossos] agendamentos [pfv|por favor]",
    "quantos agendamentos (tem|temos|existem|há) [aqui|neste chat]",
    "(quando|que horas) (é|vai ser|sai) o próximo (relatório|agendamento|envio) [aqui]",
    "(qual|quando) (é o|vai rodar o) próximo agendamento [deste chat]",
    "(vê|olha|confere|checa|verifica) (os agendamentos|o que está agendado|a agenda) [aqui]",
    "(dá|dê) uma olhada (nos agendamentos|na agenda|nas tarefas agendadas) [do grupo]",
    "(me fala|me diz|diz|fala) (os agendamentos|o que está programado|que relatórios tem marcados)",
    "(show|list) [all|the|my] (schedules|scheduled jobs|jobs|crons)",
    "(abre|mostra|me mostra) a agenda [do grupo|deste chat|de tarefas]",
    "[me] (traz|passa|dá|manda) a lista (de|dos) agendamentos [ativos]",
    "(cadê|onde estão) os (agendamentos|relatórios agendados) [do grupo]",
    "(esqueci|não lembro) o que (agendei|programei|marquei), (mostra|lista|me mostra)",
    "(vê|mostra) (p/ mim|pra mim|aí) (oq tá agendado|os agendamento|a agenda)",
    "(o que|quais coisas) (roda|rodam|acontece) (sozinho|automaticamente|de tempos em tempos) [aqui]",
    "(agendei|programei|marquei) (alguma coisa|algo) [aqui|neste chat]",
    "(qual|quais) (o número|os números|o id) (do|dos) (agendamento|agendamentos) [daqui]",
    "(ver|exibe|exiba) [os] agendamentos [do chat|do grupo]",
)

OPERATION = Operation(
    name="schedule_list",
    summary="Lista os agendamentos deste chat",
    topic="bot/ajuda",
    phrases=PHRASES,
    parameters=(),
    risk=Risk.READ,
    run=run,
    present=present,
    aliases=("agendamentos",),
)
