"""What the bot says of itself in a conversation, one function a message."""

from collections.abc import Sequence

from bot.orders import lowered, usage
from bot.outcomes import outcome
from commands.operation import Operation, Risk
from commands.wording import listing
from knowledge.answer import Answer, Block, Choice, Heading, Items, Say, Text, code, escape
from knowledge.note import Note

__all__ = ["outcome"]  # a front that has an outcome in hand finds its words here too


def said(text: str) -> Answer:
    return Answer((Text(text),))


def unknown(nearest: Sequence[tuple[str, str]]) -> Answer:
    """Not knowing, said plainly; `nearest` are (topic id, title) pairs that are really near."""
    if nearest:
        choices = tuple(Choice(title, Say(topic)) for topic, title in nearest)
        return said("Essa eu não sei responder. O que tenho de mais perto:").with_choices(*choices)
    return said(
        "Essa eu não sei: só entendo de Docker. Se era sobre Docker, tente com outras palavras, ou veja `/ajuda`."
    )


def negated() -> Answer:
    return said("Certo, não fiz nada.")


def pretended() -> Answer:
    return said(
        "Não executo pedidos que tentam mudar as regras ou falar em nome de outra pessoa. "
        "Peça em seu próprio nome, com suas palavras."
    )


def conditional() -> Answer:
    return said(
        "Não executo nada que dependa de uma condição ou que seja só uma hipótese. "
        "Quando for a hora, peça direto, por exemplo: `reinicia o web no lab`."
    )


def unlisted_host(name: str, hosts: Sequence[str]) -> Answer:
    known = f" Aqui você pode usar {listing([code(host) for host in hosts])}." if hosts else ""
    return said(f"O host {code(name)} não está na minha lista, então não fiz nada.{known}")


def bad_value(detail: str) -> Answer:
    shown = f" por causa de {code(detail)}" if detail else ""
    return said(
        f"Não executei{shown}: não aceito essa opção ou esse caractere por aqui. "
        "Mande o pedido sem isso, ou faça no terminal do host."
    )


def too_long_order(most: int) -> Answer:
    return said(
        f"Não executei: um pedido com mais de {most} caracteres eu não leio inteiro, "
        "e não faço nada lido pela metade. Mande só o pedido, numa frase."
    )


def empty() -> Answer:
    return said("Me mande uma pergunta sobre Docker ou um pedido, como `quais containers estão rodando?`")


def no_question() -> Answer:
    return said("Escreva a pergunta logo depois do comando, por exemplo: `/pergunta o que é um volume?`")


def ask_topic(options: Sequence[tuple[str, str]]) -> Answer:
    """`options` are (what pressing says, label) pairs."""
    if not options:
        return unknown(())
    choices = tuple(Choice(label, Say(pressed)) for pressed, label in options)
    return said("Não tenho certeza do que você quer. É um destes?").with_choices(*choices)


_GROUPS = ((Risk.READ, "Para olhar"), (Risk.CHANGE, "Para mudar"), (Risk.DESTROY, "Com confirmação"))


def help_for(operations: Sequence[Operation]) -> Answer:
    """The operations this person may use here, grouped by what they risk."""
    if not operations:
        return said(
            "Por aqui você pode perguntar o que quiser sobre Docker; operar hosts é só para quem está na lista."
        )
    blocks: list[Block] = []
    for risk, title in _GROUPS:
        rows = tuple(f"{code(usage(one))}: {escape(lowered(one.summary))}" for one in operations if one.risk is risk)
        if rows:
            blocks += [Heading(title), Items(rows)]
    return Answer(tuple(blocks))


def lesson(note: Note) -> Answer:
    """What a refusal teaches all the same: the first paragraph of the note, and the way to the rest."""
    first = next((block for block in note.body if isinstance(block, Text)), None)
    blocks: tuple[Block, ...] = (Heading(note.title), first) if first else ()
    return Answer(blocks, (Choice("Ler a explicação toda", Say(note.id)),))


def unexpected(reference: str) -> Answer:
    """The last resort: something failed that we did not foresee; `reference` finds it in the log."""
    return said(
        "Algo falhou aqui dentro e eu não consegui responder. Tente de novo; se continuar, avise quem cuida do bot "
        f"e passe este código: {code(reference)}."
    )


def nothing_to_press(choices: int) -> Answer:
    """A number or a "sim" that answers no question. `choices` can be pressed."""
    if not choices:
        return said("Não há nenhuma pergunta esperando resposta agora. Diga por extenso o que você quer.")
    options = "a opção 1" if choices == 1 else f"as opções de 1 a {choices}"
    return said(f"Não sei a qual opção isso responde: agora há {options}.")


def interrupted() -> Answer:
    return said(
        "Parei de esperar. Se era um pedido ao Docker, ele pode ter sido feito: confira com `/ps_all` antes de repetir."
    )


def identity(person: int | None, chat: int | None, private: bool) -> Answer:
    if person is None:
        who = "Não sei quem você é aqui (canal ou administrador anônimo)."
    elif chat is None:
        who = "Aqui no terminal você opera como quem cuida do bot; id, só no Telegram."
    else:
        who = f"Seu id: {code(person)}."
    return said(who if private or chat is None else f"{who} Id desta conversa: {code(chat)}.")


def moved(old: int, new: int, is_configured: bool) -> Answer:
    """After a group became a supergroup, whose id is another one."""
    text = f"Este grupo virou supergrupo, e o id da conversa agora é {code(new)}. Os agendamentos continuam."
    if not is_configured:
        return said(text)
    return said(
        f"{text} Já as permissões não: a configuração ainda tem o id antigo, {code(old)}. "
        "Quem cuida do bot precisa trocá-lo pelo novo e reiniciar o bot."
    )


def no_engine() -> str:
    return (
        "Nenhum Docker respondeu aqui, então por enquanto só explico; "
        "para operar, inicie o Docker ou defina DOCKER_HOST."
    )


def broken_note(mistake: str) -> str:
    return f"Uma nota do grupo não pôde ser lida e ficou de fora: {mistake}"


def too_long_answer(name: str) -> str:
    return f"A resposta ficou longa, então vai inteira no arquivo {name}."
