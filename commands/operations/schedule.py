"""Schedule what this chat gets regularly."""

from commands.operation import HOST, Kind, Operation, Parameter, Risk
from commands.ports import Schedule, ScheduleBook
from commands.wording import moment
from knowledge.answer import Answer, Text, escape


def run(schedules: ScheduleBook, operation: str, when: str, host: str | None = None) -> Schedule:
    """`operation` stays the person's own words: the book finds out what they mean."""
    return schedules.add(operation, host, when)


def present(schedule: Schedule) -> Answer:
    where = f" no host **{escape(schedule.host)}**" if schedule.host else ""
    what = escape(schedule.what or schedule.operation)
    said = f"Agendamento **{schedule.number}** criado: **{what}**{where}, {escape(schedule.when)}."
    first = f" A primeira vez será em {moment(schedule.next_run)}." if schedule.next_run else ""
    undo = f"Para desfazer, peça **remove o agendamento {schedule.number}**."
    remark = (Text(escape(schedule.remark)),) if schedule.remark else ()
    return Answer((Text(f"{said}{first}"), *remark, Text(undo)))


PHRASES = (
    "(agenda|agende|agendar) {operation} [do {host}|no {host}] {when}",
    "(agenda|agende) [pra|para] {when} {operation} [do {host}|no {host}]",
    "{when} (me manda|me mostra|me envia|manda aqui) {operation} [do {host}|no {host}]",
    "(me manda|me mande|me envia|me envie) {operation} [do {host}|no {host}] {when}",
    "(manda|envia|posta|publica) {operation} [do {host}|no {host}] (aqui|no grupo|neste chat|no canal) {when}",
    "(manda|envia|posta) (aqui|no grupo|nesse chat) {operation} [do {host}] {when}",
    "(quero|queria|gostaria de) [receber] {operation} [do {host}|no {host}] {when}",
    "(quero|queria) (um relatório|um relatório automático|um resumo) (de|com) {operation} [do {host}] {when}",
    "(programa|programe|programar) {operation} [do {host}|no {host}] (para|pra) {when}",
    "(programa|programe) {when} {operation} [do {host}|no {host}]",
    "(marca|marque|marcar) {operation} [do {host}|no {host}] (para|pra) {when}",
    "(cria|crie|criar) um agendamento (de|para|pra) {operation} [do {host}|no {host}] {when}",
    "(cria|crie) uma (rotina|tarefa|tarefa agendada) (de|para|pra) {operation} [do {host}|no {host}] {when}",
    "(pode|poderia|consegue) (me mandar|agendar|programar|me enviar) {operation} [do {host}|no {host}] {when}",
    "(podes|consegues) (enviar-me|mandar-me|agendar) {operation} [do {host}|da {host}] {when}",
    "(envia-me|manda-me|mostra-me) {operation} [do {host}|da {host}|no {host}] {when}",
    "{when} (em ponto|sem falta|cedinho) (manda|mostra|roda) {operation} [do {host}]",
    "{when} (roda|executa|faz|dispara) {operation} (no|do|lá no) {host}",
    "{when} (quero ver|quero receber|mostra|traz) {operation} [do {host}|no {host}]",
    "(faz|faça|roda|executa|rode) {operation} [do {host}|no {host}] (sempre|automaticamente|regularmente) {when}",
    "(deixa|deixe) (agendado|programado|marcado) {operation} [do {host}|no {host}] {when}",
    "(relatório|resumo|boletim) (de|com) {operation} [do {host}] {when} [aqui|no grupo]",
    "(me avisa|me avise|avisa a gente|nos avisa) {when} [sobre|com] {operation} [do {host}|no {host}]",
    "(me traz|traz|me passa) {operation} [do {host}|no {host}] {when}",
    "(repete|repita|repetir) {operation} [do {host}|no {host}] {when}",
    "(schedule|agendar|programar) {operation} [on {host}|no {host}] {when}",
    "(configura|configure|monta|monte) (um envio|um aviso|um relatório) de {operation} [do {host}] {when}",
    "(toma nota|anota aí|anota)[:] {when}, {operation} [do {host}|no {host}]",
    "(preciso|precisamos) (receber|de|ver) {operation} [do {host}|no {host}] {when}",
    "(manda|envia) (p/ mim|pra mim|pra gente|pra equipe) {operation} [do {host}] {when}",
    "(a partir de hoje|de agora em diante|daqui pra frente), {when}, (manda|envia|mostra) {operation} [do {host}]",
    "(tenho que conferir|preciso acompanhar) {operation} [do {host}] {when}, (agenda|me manda|programa) [pra mim]",
    "(dá uma olhada em|verifica) {operation} [do {host}|no {host}] {when} e (me conta|me avisa|manda aqui)",
    "(confere|checa) {operation} [do {host}|no {host}] {when} e (me conta|me avisa|manda aqui)",
    "(põe|coloca|bota) {operation} [do {host}|no {host}] (na agenda|no cron|no agendador) {when}",
)

OPERATION = Operation(
    name="schedule",
    summary="Agenda um relatório ou tarefa que se repete",
    topic="bot/ajuda",
    phrases=PHRASES,
    parameters=(
        Parameter("operation", Kind.TEXT, "o que fazer"),
        HOST,
        Parameter("when", Kind.TEXT, "quando", hint="por exemplo, todo dia às 8h"),
    ),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    aliases=("agendar",),
)
