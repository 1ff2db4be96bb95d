"""Why an order was refused, and what the person can do about it."""

from typing import assert_never

from bot.orders import order
from commands.outcome import Refused, Why
from commands.secrets_mask import mask
from commands.wording import listing
from knowledge.answer import Answer, Choice, Say, Text, code, escape

# Refusals of what somebody else may do: the person can at least learn how it is done.
TEACHES: frozenset[Why] = frozenset(
    {"not_listed", "host_not_allowed", "risk_too_high", "operation_not_allowed", "no_hosts", "policy"}
)


def refused(result: Refused) -> Answer:
    return Answer((Text(_reason(result)),), _choices(result))


def _choices(result: Refused) -> tuple[Choice, ...]:
    if result.operation is None or result.request is None:
        return ()
    operation, slots = result.operation, dict(result.request.slots)
    if result.why == "unknown_host":
        return tuple(Choice(name, Say(order(operation, {**slots, "host": name}))) for name in result.choices)
    if result.why == "too_old":
        return (Choice("Repetir agora", Say(order(operation, slots))),)
    return ()


def _reason(result: Refused) -> str:  # noqa: C901 - one closed match, one sentence a case
    host = f"**{escape(result.host)}**" if result.host else "daqui"
    here = f"no host {host}" if result.host else "aqui"
    what = code(f"/{result.operation.name}") if result.operation else "isso"
    match result.why:
        case "not_listed":
            return (
                f"Não executei {what}: aqui, para você, eu só explico. Para operar, peça a quem cuida do bot "
                "uma regra `[[access]]` com o seu id, que o `/id` mostra."
            )
        case "host_not_allowed":
            return (
                f"Não executei {what}: você não tem acesso ao host {host}. "
                "Quem cuida do bot pode incluí-lo na sua regra `[[access]]`."
            )
        case "risk_too_high":
            return (
                f"Não executei {what}: sua permissão {here} não chega até aí. "
                "Quem cuida do bot pode aumentar o `allow` da sua regra."
            )
        case "operation_not_allowed":
            return (
                f"Não executei {what}: sua regra {here} não inclui essa operação. "
                "Quem cuida do bot pode acrescentá-la em `operations`."
            )
        case "unknown_host":
            return f"Não executei {what}: não conheço o host {host}. {_known_hosts(result)}"
        case "no_hosts":
            return (
                "Ainda não há nenhum host Docker cadastrado, então por aqui só explico. "
                "Para operar, é preciso um `estivador.toml` com uma seção `[hosts.NOME]`."
            )
        case "channel":
            return (
                "Não opero a pedido de um canal nem de um administrador anônimo: não sei quem está pedindo. "
                "Mande do seu usuário, num grupo ou no privado."
            )
        case "too_old":
            return f"Não executei {what}: quando recebi o pedido, ele já tinha mais de um minuto. Ainda quer?"
        case "not_yours":
            return "Esta confirmação é de outra pessoa. Só quem pediu pode responder, e na mesma conversa."
        case "expired":
            return "O prazo desta confirmação acabou, e nada foi feito. Se ainda quiser, peça de novo."
        case "used":
            return "Esta confirmação já foi usada ou cancelada. Para repetir, peça de novo."
        case "unknown_token":
            return "Não encontrei essa confirmação, e nada foi feito. Peça de novo, por favor."
        case "check_failed":
            return (
                "Não consegui verificar se isso é permitido e, na dúvida, não fiz nada. "
                "Tente de novo; se continuar, avise quem cuida do bot."
            )
        case "bad_value":
            return f"Não fiz nada: {code(mask(result.detail))} não serve como {_noun(result)}. Confira e mande de novo."
        case "policy":
            return f"Não executei {what}: a política do host {host} não permite. {_permitting(result)}".strip()
        case _:
            assert_never(result.why)


def _known_hosts(result: Refused) -> str:
    if not result.choices:
        return "Só opero os hosts cadastrados na configuração."
    return f"Aqui você pode usar {listing([code(name) for name in result.choices])}."


def _permitting(result: Refused) -> str:
    if not result.detail:
        return ""
    return f"Para permitir, quem cuida do bot põe {code(mask(result.detail))} na configuração do host."


def _noun(result: Refused) -> str:
    parameters = result.operation.parameters if result.operation else ()
    return next((p.label.partition(" ")[2] for p in parameters if p.name == result.slot), "valor")
