"""Show what changed in a container's files."""

from dataclasses import dataclass

from commands.docker_line import docker
from commands.excerpt import excerpt, file_name
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container, FileChange
from commands.wording import counted, listing
from knowledge.answer import Answer, Text, escape


@dataclass(frozen=True)
class Changed:
    container: Container
    changes: tuple[FileChange, ...]


def run(engine: Engine, container: Container) -> Changed:
    return Changed(container, engine.changes(container))


def present(changed: Changed) -> Answer:
    name = f"**{escape(changed.container.name)}**"
    if not changed.changes:
        return Answer((Text(f"Nada mudou nos arquivos do container {name} desde que ele foi criado."),))
    listed = "\n".join(f"{change.kind} {change.path}" for change in changed.changes)
    said = listing([words for words in _counts(changed.changes) if words])
    legend = "A é adicionado, C é alterado, D é apagado. Isso tudo se perde se o container for removido."
    return Answer(
        (
            Text(f"No container {name}: {said}."),
            *excerpt(listed, file_name(changed.container.name, "-diff.txt")),
            Text(legend),
        )
    )


def _counts(changes: tuple[FileChange, ...]) -> tuple[str, ...]:
    kinds = [change.kind for change in changes]
    words = (
        ("A", "caminho adicionado", "caminhos adicionados"),
        ("C", "alterado", "alterados"),
        ("D", "apagado", "apagados"),
    )
    return tuple(counted(kinds.count(kind), one, many) if kind in kinds else "" for kind, one, many in words)


PHRASES = (
    "o que mudou (no|dentro do|no container) {container} [no {host}]",
    "o que (foi alterado|foi modificado|alteraram|mexeram) (no|dentro do|nos arquivos do) {container} [no {host}]",
    "(quais|que) arquivos (mudaram|foram alterados|foram criados|mexeram) (no|dentro do) {container} [no {host}]",
    "(mostra|mostre|me mostra|lista) (as alterações|as mudanças) (do|no|feitas no) {container} [no {host}]",
    "(mostra|mostre|me mostra|lista) as modificações (do|no|feitas no) {container} [no {host}]",
    "(mostra|me mostra|lista) os arquivos (alterados|modificados|mudados) (do|no|dentro do) {container} [no {host}]",
    "(dá|faz|roda|solta|manda) um [docker] diff (no|do|em) {container} [no {host}]",
    "[docker] diff [do] {container} [no {host}]",
    "docker container diff {container} [no {host}]",
    "(quero|queria|preciso) (ver|saber) o que (mudou|foi alterado) (no|dentro do) {container} [no {host}]",
    "(pode|podes|consegue|poderia) (ver|mostrar|listar) o que (mudou|foi alterado) (no|dentro do) {container}",
    "(mostra-me|lista-me) os ficheiros alterados (no|do) [contentor] {container} [no {host}]",
    "(mostra-me|lista-me) os ficheiros modificados (no|do) [contentor] {container} [no {host}]",
    "(mostra-me|lista-me) as alterações (no|do) [contentor] {container} [no {host}]",
    "(que|quais) ficheiros (mudaram|foram alterados|foram criados) no [contentor] {container} [no {host}]",
    "(podes|consegues) (ver|dizer-me) o que (mudou|foi mexido) nos ficheiros do {container}",
    "(mudanças|alterações|modificações) (no sistema de arquivos|nos arquivos) (do|da) {container} [no {host}]",
    "(mudanças|alterações|modificações) de arquivos (do|da) {container} [no {host}]",
    "(compara|compare) [os arquivos do|o container] {container} com a imagem [original|dele|de origem] [no {host}]",
    "(qual|mostra) a diferença (do|entre o) {container} (e a|pra|para a|em relação à) imagem [dele|original]",
    "(vê|olha|checa|confere|verifica) (o que mudou|os arquivos mexidos) (no|do|dentro do) {container} [no {host}]",
    "(vê|olha|checa|confere|verifica) as alterações (no|do|dentro do) {container} [no {host}]",
    "(tem|há|houve) (alguma alteração|algum arquivo alterado) (no|dentro do) {container} [no {host}]",
    "(tem|há|houve) (arquivo novo|mudança) (no|dentro do) {container} [no {host}]",
    "(alguém|quem) mexeu (nos arquivos do|dentro do|no) {container}, (mostra o que mudou|lista as alterações)",
    "(alguém|quem) mexeu (nos arquivos do|dentro do|no) {container}, o que foi alterado",
    "(desconfio|acho) que (mexeram|invadiram|alguém entrou) no {container}, quais arquivos mudaram",
    "(desconfio|acho) que (mexeram|invadiram|alguém entrou) no {container}, mostra as mudanças",
    "(instalei|configurei) (umas coisas|um pacote) no {container}, (mostra o que mudou|vê o que foi alterado)",
    "(instalei|configurei) (umas coisas|um pacote) no {container}, lista os arquivos novos",
    "antes de (apagar|remover) o {container}, (mostra|me mostra|lista) o que (mudou|foi alterado|foi criado) nele",
    "o que (eu perderia|foi gravado) (no disco do|dentro do|na camada do) {container} [no {host}]",
    "o que (está gravado|foi escrito) (no disco do|dentro do|na camada do) {container} [no {host}]",
    "(quais|que) arquivos (o {container}|o container {container}) (criou|gravou|escreveu|apagou) [no {host}]",
    "(me diz|me fala|me conta) o que (mudou|foi mexido) (no|dentro do) {container} [no {host}]",
    "(show|list) [the] (changes|changed files) (in|do|of) {container} [no {host}]",
    "(what changed|o que foi changed) (in|no) {container} [no {host}]",
    "(dá|dê) uma olhada (no que mudou|nas alterações|nas mudanças) (no|do|dentro do) {container} [no {host}]",
    "arquivos (novos|alterados|apagados|mexidos) (no|do|dentro do) {container} [no {host}]",
    "(vê|mostra) (p/ mim|pra mim|aí) oq (mudou|mexeram|mudaram) (no|dentro do) {container} [no {host}]",
    "o {container} (ainda está|está|continua) (igual à|diferente da|fiel à) imagem [original] [no {host}]",
    "o que o {container} (tem de diferente|tem a mais|guardou) (em relação à|que não estava na|além da) imagem",
)

OPERATION = Operation(
    name="diff",
    summary="Mostra o que mudou nos arquivos de um container",
    topic="comando/diff",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.READ,
    run=run,
    present=present,
    command_line=lambda container: docker("diff", container),
)
