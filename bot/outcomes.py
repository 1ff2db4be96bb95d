"""What the bot says of what came of an order."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.failures import failed
from bot.orders import example, lowered, on, order
from bot.refusals import refused
from commands.operation import Kind, Parameter
from commands.outcome import Cancelled, Done, Failed, NeedsChoice, Outcome, Pending, Refused
from commands.wording import listing
from knowledge.answer import (
    Answer,
    Block,
    Cancel,
    Choice,
    Code,
    Confirm,
    Copy,
    Say,
    Style,
    Text,
    code,
    escape,
)


def outcome(result: Outcome, zone: ZoneInfo) -> Answer:
    match result:
        case Done():
            return done(result)
        case Pending():
            return pending(result, zone)
        case NeedsChoice():
            return needs_choice(result)
        case Refused():
            return refused(result)
        case Failed():
            return failed(result)
        case Cancelled():
            return cancelled(result)
        case _:
            assert_never(result)


def done(result: Done) -> Answer:
    """The result first; then what was understood, where it was done, and the docker command that does the same."""
    shown = result.operation.present(result.value)
    remarks: list[Block] = []
    if result.picked is not None:
        others = f" Também combina: {listing([code(name) for name in result.others])}." if result.others else ""
        remarks.append(Text(f"Entendi {code(result.picked)}.{others}"))
    if result.host is not None:
        remarks.append(Text(f"Host: **{escape(result.host)}**"))
    command = _command(result.command_line)
    return Answer((*shown.blocks, *remarks, *command), (*shown.choices, *command_choice(result.command_line)))


def pending(result: Pending, zone: ZoneInfo) -> Answer:
    lead = (
        "O que está lá mudou desde a pergunta, então confirme de novo."
        if result.changed
        else "Preciso da sua confirmação."
    )
    until = result.expires.astimezone(zone).strftime("%H:%M:%S")
    place, name = result.request.place, result.request.person.name
    who = "você" if place.private or not name else escape(name)
    return Answer(
        (
            Text(f"⚠️ {lead}"),
            *result.preview.blocks,
            Text(f"Ação: {escape(lowered(result.operation.summary))}{on(result.host)}."),
            *_command(result.command_line),
            Text(f"Só {who} pode confirmar, até {until}. Sem confirmação, nada acontece."),
        ),
        (
            Choice("Confirmar", Confirm(result.token), Style.DANGER),
            Choice("Cancelar", Cancel(result.token), Style.SAFE),
            *command_choice(result.command_line),
        ),
    )


def needs_choice(result: NeedsChoice, among: Sequence[str] = ()) -> Answer:
    """The one question. `among` are values that the person's own words name: they are done one at a time."""
    values = tuple(among) or result.choices
    slots = {**result.request.slots, **_host(result)}
    choices = tuple(Choice(value, Say(order(result.operation, {**slots, result.slot: value}))) for value in values)
    return Answer((Text(_question(replace(result, choices=values), bool(among))),), choices)


def _question(result: NeedsChoice, is_among: bool) -> str:
    parameter = next((p for p in result.operation.parameters if p.name == result.slot), None)
    label = parameter.label if parameter else result.slot
    article, _, noun = label.partition(" ")
    one, these = ("uma", "delas") if article == "a" else ("um", "deles")
    which = f"{'Em qual' if result.slot == 'host' else 'Qual'} {noun}?"
    if is_among:
        return f"{which} Faço {one} de cada vez."
    if result.typed is not None and len(result.choices) > 1:
        return f"{code(result.typed)} pode ser mais de {one} {noun}{on(result.host)}. Qual {these}?"
    if result.typed is not None:
        found = f"Quis dizer est{'a' if article == 'a' else 'e'}?" if result.choices else _hint(parameter)
        return f"Não achei {label} {code(result.typed)}{on(result.host)}. {found}".strip()
    if result.choices:
        return which
    hint = f", {parameter.hint}" if parameter and parameter.hint else ""
    return f"Faltou dizer {label}{hint}. {example(result.operation)}"


_HINTS = {
    Kind.CONTAINER: "`/ps_all` mostra todos, também os parados.",
    Kind.IMAGE: "`/images` mostra as que existem.",
    Kind.SERVICE: "`/services` mostra os que existem.",
}


def _hint(parameter: Parameter | None) -> str:
    return _HINTS.get(parameter.kind, "") if parameter else ""


def _host(result: NeedsChoice) -> Mapping[str, str]:
    said = "host" in result.request.slots or result.slot == "host"
    return {"host": result.host} if result.host and not said else {}


def cancelled(result: Cancelled) -> Answer:
    asked = " ".join([f"/{result.operation.name}", *(str(value) for value in result.request.slots.values())])
    return Answer((Text(f"Cancelado: {code(asked)} não foi executado."),))


def command_choice(command_line: Sequence[str]) -> tuple[Choice, ...]:
    return (Choice("Copiar o comando", Copy(shlex.join(command_line))),) if command_line else ()


def _command(command_line: Sequence[str]) -> tuple[Block, ...]:
    return (Code(f"$ {shlex.join(command_line)}", "console"),) if command_line else ()
