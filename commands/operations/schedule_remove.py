"""Remove a schedule of this chat."""

from commands.operation import Kind, Operation, Parameter, Risk
from commands.ports import Schedule, ScheduleBook
from knowledge.answer import Answer, Text, escape


def run(schedules: ScheduleBook, which: str) -> Schedule:
    return schedules.remove(which)


def present(removed: Schedule) -> Answer:
    where = f" no host **{escape(removed.host)}**" if removed.host else ""
    what = escape(removed.what or removed.operation)
    said = f"Agendamento **{removed.number}** removido: {what}{where}, {escape(removed.when)}."
    return Answer((Text(said),))


PHRASES = (
    "(pode|podes|consegue|poderia|dá pra) (desmarcar|cancelar|desagendar) [o|a] {which} [por favor]",
    "(desmarca|desmarque|desagenda) [o|a] {which} [diário|semanal|automático]",
    "(remove|remova|remover) o agendamento [número|nº] {which}",
    "(apaga|apague|apagar) o agendamento [número|nº] {which}",
    "(cancela|cancele|cancelar) o agendamento [número|nº] {which}",
    "(exclui|exclua|deleta|delete) o agendamento [número|nº] {which}",
    "(elimina|elimine|anula|anule) o agendamento [número] {which}",
    "(desmarca|desmarque|desagenda|desagende) [o agendamento|a tarefa|o] {which}",
    "(cancela|cancele|remove|apaga) o agendamento (do|da|de|das) {which}",
    "(cancela|cancele|remove|apaga) o relatório [agendado] (do|da|de|das) {which}",
    "(cancela|remove|apaga|tira) a (tarefa|rotina) [agendada] {which}",
    "(tira|tire|tirar) (o agendamento|da agenda o|da agenda) {which}",
    "(para|pare|parar) (de mandar|de enviar|de postar|com o envio de) {which}",
    "(pode parar|para já|para) (de me mandar|de me enviar|de mandar aqui) {which}",
    "(não quero|não precisa|não preciso) mais (receber|mandar|do relatório de|do agendamento) {which}",
    "(não preciso|não precisamos) mais (do agendamento|da tarefa|do relatório) {which}, (cancela|remove|tira)",
    "(quero|queria|preciso) [de] (cancelar|remover|apagar|tirar) o agendamento {which}",
    "(pode|poderia|consegue) (cancelar|remover|apagar) o agendamento {which} [por favor|pfv]",
    "(podes|consegues) (cancelar|anular|apagar|remover) o agendamento {which}",
    "(cancela-me|remove-me|apaga-me|anula-me) o agendamento {which}",
    "(desliga|desative|desativa|suspende) (o agendamento|o envio|o relatório) [automático] [de|do|da] {which}",
    "(encerra|encerre|interrompe|acaba com) o agendamento [do|da|de] {which}",
    "(remove|apaga|cancela) (o|a) {which} (dos agendamentos|da agenda|da lista de agendamentos)",
    "(esquece|esqueça) (o agendamento|o relatório|a tarefa|a rotina) [do|da|de] {which}",
    "(remove|cancel|delete|unschedule) [the] (schedule|job|cron) {which}",
    "(cancela|apaga|remove) (p/ mim|pra mim|aí|lá) o agendamento {which}",
    "(joga|manda) fora o agendamento [do|da|de] {which}",
    "(deita|deite) fora o agendamento [do|da|de] {which}",
    "(bora|vamos) (cancelar|remover|tirar) o agendamento {which}",
    "agendamento {which}: (pode cancelar|pode remover|cancela|remove|apaga)",
    "o agendamento {which} (não serve mais|não faz mais sentido|pode sair|acabou)[, cancela|, remove]",
    "(ninguém lê|ninguém usa|enche o saco) o relatório [de|do|das] {which}, (cancela|remove|para de mandar)",
    "(remove|cancela|apaga) aquele agendamento (do|da|de|das) {which}",
    "(silencia|silencie|corta|corte) (o relatório|o aviso|o envio) [agendado] [de|do|das] {which}",
    "(chega|basta|já deu) (do relatório|de relatório|do agendamento) (de|do|das) {which}",
)

OPERATION = Operation(
    name="schedule_remove",
    summary="Remove um agendamento deste chat",
    topic="bot/ajuda",
    phrases=PHRASES,
    parameters=(Parameter("which", Kind.TEXT, "o agendamento"),),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    aliases=("desagendar",),
)
