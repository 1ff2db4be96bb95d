"""What the bot says about Telegram itself: one function a message."""

from collections.abc import Sequence

from knowledge.answer import Answer, Choice, Heading, Items, Say, Text, code, escape


def greeting(username: str) -> Answer:
    """On joining a group."""
    return Answer(
        (
            Heading("Olá! Eu sou o Estivador, o assistente de Docker em português."),
            Text("Aqui no grupo eu só respondo quando me chamam:"),
            Items(
                (
                    f"mencione {escape('@' + username)}, por exemplo: {code(f'@{username} o que é um volume?')}",
                    "responda a uma mensagem minha",
                    "ou use um comando, como `/pergunta o que é um volume?`",
                )
            ),
        ),
        (Choice("O que você faz?", Say("/ajuda")),),
    )


def not_here(chat: int | None) -> Answer:
    """This chat is not one of those that are answered."""
    return Answer(
        (
            Text(
                "Por enquanto não respondo nesta conversa. Quem cuida do bot pode incluí-la em `[explain] chats`, "
                f"com o id {code(chat)}."
            ),
        )
    )


def only_text() -> Answer:
    return Answer(
        (Text("Por enquanto só leio texto. Me escreva a sua pergunta sobre Docker, ou o que você quer fazer."),)
    )


def more_options(rest: Sequence[str], shown: int = 15) -> Text:
    """The choices for which there was no button."""
    listed = ", ".join(code(label) for label in rest[:shown])
    others = len(rest) - shown
    more = f" e mais {others}" if others > 0 else ""
    lead = "Há mais uma opção" if len(rest) == 1 else f"Há mais {len(rest)} opções"
    return Text(f"{lead}: {listed}{more}. Para escolher, escreva o nome.")


def asked_by(name: str, label: str) -> Text:
    """Who pressed a button, in a chat of several people."""
    return Text(f"{escape(name)} escolheu: {escape(label)}")


def lost_choice() -> Answer:
    """The button's text is no longer kept."""
    return Answer((Text("Esta opção já não vale mais. Faça o pedido de novo, por favor."),))


def a_moment() -> str:
    return "Um instante…"


def empty_file() -> str:
    return "(vazio)\n"


ANSWER_FILE = "resposta.txt"
CORRECTION = "Correção:"
DESCRIPTION = (
    "Sou o Estivador, o assistente de Docker em português. Pergunte do seu jeito (“como vejo os containers parados?”, "
    "“pra que serve um volume?”) e eu explico, com exemplo e com o que costuma dar errado. Quem está na lista também "
    "opera os hosts por aqui: ver logs, parar, iniciar e agendar relatórios, sempre com confirmação antes de remover."
)
SHORT_DESCRIPTION = "Docker em português: pergunte, e eu explico; peça, e eu opero os hosts que você pode usar."

BAD_TOKEN = "O Telegram não aceitou o token do bot. Confira TELEGRAM_BOT_TOKEN com o @BotFather e inicie de novo."  # noqa: S105 - no secret
CONFLICT = (
    "Outro programa está recebendo as mensagens deste bot com o mesmo token. Pare o outro: só um recebe de cada vez. "
    "Continuo tentando."
)
BACK = "As mensagens do Telegram voltaram a chegar."


def no_network(address: str) -> str:
    return f"Não consigo falar com o Telegram em {address}. Confira a rede ou TELEGRAM_API_URL; continuo tentando."


def telegram_refused(detail: str) -> str:
    return f"O Telegram não está entregando as mensagens ({detail}). Continuo tentando."


def ready(username: str) -> str:
    return f"Estivador no ar como @{username}. Ctrl+C encerra."
