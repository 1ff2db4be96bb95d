"""What the bot says about schedules and in them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.orders import lowered
from commands.operation import Operation
from commands.wording import listing
from knowledge.answer import Answer, Heading, Text, code
from knowledge.decision import Slots

ONLY_WHILE_OPEN = "No terminal, os agendamentos só rodam enquanto este chat estiver aberto."

_WHEN = {
    "once": "só agendo o que se repete, como `todo dia às 8h`, e esse horário é de uma vez só",
    "too_often": "o intervalo mínimo é de um minuto",
    "cron": "esse cron não vale; são cinco campos, como `30 8 * * 1-5`",
}


def what(operation: Operation, slots: Slots) -> str:
    """What a schedule does: "reinicia um container (web)"."""
    summary = lowered(operation.summary).removesuffix(" no host").removesuffix(" do host")  # which one is said apart
    values = [str(value) for name, value in slots.items() if name != "host"]
    return f"{summary}{f' ({listing(values)})' if values else ''}"


def no_such_time(why: str) -> str:
    default = "não entendi quando; escreva algo como `todo dia às 8h`, `segunda e quarta às 9h30` ou `a cada 2 horas`"
    return _WHEN.get(why, default)


def too_many(most: int) -> str:
    return f"esta conversa já tem {most} agendamentos, o máximo; remova um antes"


def which(said: str, options: Sequence[tuple[int, str]]) -> str:
    """`options` are (number, when) pairs."""
    if not options:
        return "não há nenhum agendamento nesta conversa"
    listed = "; ".join(f"{number}: {when}" for number, when in options)
    example = code(f"remove o agendamento {options[0][0]}")
    return f"não sei qual agendamento é “{said}”. Diga o número ({listed}), como em {example}"


def unknown_task(text: str) -> str:
    return f"não entendi o que fazer em “{text}”; agendo qualquer operação minha, como `stats` ou `reinicia o web`"


def incomplete_task(label: str) -> str:
    return f"faltou dizer {label} do que devo fazer"


def which_host(named: str | None, permitted: Sequence[str]) -> str:
    if not permitted:
        return "você não pode fazer isso em nenhum host daqui"
    options = listing([code(name) for name in permitted])
    if named is None:
        return f"diga em qual host: pode ser {options}"
    return f"você não pode fazer isso no host {code(named)}; aqui você pode em {options}"


def report(operation: Operation, host: str | None, now: datetime, zone: ZoneInfo, shown: Answer) -> Answer:
    """A scheduled answer, under a short heading that says what, where and when."""
    where = f" · {host}" if host else ""
    moment = now.astimezone(zone).strftime("%d/%m %H:%M")
    return Answer((Heading(f"{operation.name}{where} · {moment}"), *shown.blocks), shown.choices)


def told(number: int, answer: Answer) -> Answer:
    """What came of a schedule that did not simply run: whose it is comes first."""
    return Answer((Text(f"Agendamento {number}:"), *answer.blocks), answer.choices)


def report_failed(number: int, reference: str) -> Answer:
    said = (
        f"O agendamento {number} falhou aqui dentro e não rodou desta vez (código {code(reference)}). "
        "Ele tenta de novo no próximo horário."
    )
    return Answer((Text(said),))
