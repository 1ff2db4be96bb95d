"""Give a container another name."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Kind, Operation, Parameter, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container, name: str) -> Container:
    return engine.rename(container, name)


def present(renamed: Container) -> Answer:
    return Answer((Text(f"Pronto: o container agora se chama **{escape(renamed.name)}**."),))


PHRASES = (
    "(renomeia|renomeie|renomear) [o] [container] {container} (para|pra|como) {name} [no {host}]",
    "(muda|mude|mudar) o nome do [container] {container} (para|pra) {name} [no {host}]",
    "(troca|troque|trocar) o nome do [container] {container} (para|pra|por) {name} [no {host}]",
    "(altera|altere|alterar) o nome do [container] {container} (para|pra) {name} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] rename (no|do|de) {container} (para|pra) {name} [no {host}]",
    "[docker] rename {container} {name} [no {host}]",
    "docker container rename {container} {name} [no {host}]",
    "(quero|queria|preciso) (renomear|rebatizar) [o] [container] {container} (para|pra|como) {name} [no {host}]",
    "(quero|queria) que o {container} (se chame|passe a se chamar|fique se chamando) {name} [no {host}]",
    "(pode|poderia|consegue) renomear [o] [container] {container} (para|pra) {name} [no {host}]",
    "(podes|consegues) (mudar|trocar) o nome do [contentor] {container} para {name} [no {host}|na {host}]",
    "(renomeia-me|muda-me o nome do|troca-me o nome do) [contentor] {container} para {name} [no {host}]",
    "(chama|chame|chamar) o [container] {container} de {name} [no {host}]",
    "(passa|passe) a chamar o [container] {container} de {name} [no {host}]",
    "(batiza|rebatiza|batize|rebatize) [o] [container] {container} (de|como) {name} [no {host}]",
    "(põe|bota|coloca|dá) o nome {name} (no|pro|para o|ao) [container] {container} [no {host}]",
    "(põe|bota|coloca|dá) o nome (de|novo de) {name} (no|pro|para o) [container] {container} [no {host}]",
    "[o] {container} (agora vai se chamar|vai virar|passa a ser|deve se chamar) {name} [no {host}]",
    "(renomeia|renomeie) de {container} (para|pra) {name} [no {host}]",
    "o nome {container} (está|tá|ficou) (errado|feio|ruim|confuso), (renomeia para|muda pra) {name} [no {host}]",
    "o nome {container} (está|tá|ficou) (errado|feio|ruim|confuso), troca por {name} [no {host}]",
    "(errei|digitei errado) o nome do [container] {container}, (muda pra|o certo é) {name} [no {host}]",
    "(errei|digitei errado) o nome do [container] {container}, (renomeia para|era pra ser) {name} [no {host}]",
    "(muda|troca|altera) (p/ mim|pra mim|aí) o nome do {container} (p/|pra|para) {name} [no {host}]",
    "(rename|call) [the] [container] {container} (to|as) {name} [on {host}|no {host}]",
    "(dá|dê) (outro|um novo) nome (ao|pro|para o) [container] {container}: {name} [no {host}]",
    "novo nome (do|para o|pro) [container] {container}: {name} [no {host}]",
    "(faz|faça) o {container} (se chamar|virar|passar a ser) {name} [no {host}]",
    "(atualiza|corrige|ajusta) o nome do [container] {container} (para|pra) {name} [no {host}]",
    "(substitui|substitua) o nome {container} (por|pelo nome) {name} [no {host}]",
    "(transforma|deixa) o [nome do] [container] {container} (em|como) {name} [no {host}]",
    "(bora|vamos) (renomear|mudar o nome do) {container} (pra|para) {name} [no {host}]",
    "(o container|o contentor) {container} (passa a|vai|deve) chamar-se {name} [no {host}]",
    "(tira|apaga) o nome {container} e (põe|coloca|bota) {name} [no lugar] [no {host}]",
)

OPERATION = Operation(
    name="rename",
    summary="Muda o nome de um container",
    topic="comando/rename",
    phrases=PHRASES,
    parameters=(CONTAINER, Parameter("name", Kind.TEXT, "o nome novo"), HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container, name: docker("rename", container, name),
    aliases=("renomear",),
)
