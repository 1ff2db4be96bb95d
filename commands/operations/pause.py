"""Freeze the processes of a container."""

from commands.docker_line import docker
from commands.operation import CONTAINER, HOST, Operation, Risk
from commands.ports import Engine
from commands.records import Container
from knowledge.answer import Answer, Text, escape


def run(engine: Engine, container: Container) -> Container:
    return engine.pause(container)


def present(paused: Container) -> Answer:
    name = escape(paused.name)
    said = f"Container **{name}** pausado: continua na memória, sem gastar CPU"
    return Answer((Text(f"{said}, até você pedir **despausa o {name}**."),))


PHRASES = (
    "(pausa|pause|pausar) [o] [container] {container} [no {host}]",
    "(congela|congele|congelar) [o] [container] {container} [no {host}]",
    "(dá|dê|faz|faça|manda) um [docker] pause (no|na|em|do) {container} [no {host}]",
    "(dá|dê|faz|faça) uma pausa (no|na|em) [container] {container} [no {host}]",
    "[docker] pause [o] {container} [no {host}]",
    "docker container pause {container} [no {host}]",
    "(suspende|suspenda|suspender) [o] [container] {container} [no {host}]",
    "(coloca|põe|bota|deixa|deixe) [o] {container} (em pausa|pausado|congelado|em espera) [no {host}]",
    "(quero|queria|preciso) [de] (pausar|congelar|suspender) [o] [container] {container} [no {host}]",
    "(pode|poderia|consegue) (pausar|congelar|suspender) [o] {container} [no {host}] [por favor]",
    "(podes|consegues) (pausar|suspender|congelar) [o] [contentor] {container} [no {host}|na {host}]",
    "(pausa-me|congela-me|suspende-me) [o] [contentor] {container} [no {host}]",
    "(pausa|congela|suspende) (p/ mim|pra mim|aí|lá) o {container} [no {host}] [pfv]",
    "(segura|segure|freia) [o] [container] {container} (um pouco|por enquanto|um instante|aí) [no {host}]",
    "(pausa|congela|suspende) o {container} (por enquanto|um minuto|um instante|temporariamente) [no {host}]",
    "(pausa|congela) o {container} (enquanto|só enquanto) (faço o backup|faço a migração|tiro o snapshot) [no {host}]",
    "(vou fazer|preciso fazer) (backup|um snapshot|uma cópia), (pausa|congela|suspende) o {container} [no {host}]",
    "o {container} (está|tá) (comendo cpu|usando cpu demais), (pausa|congela|suspende) ele [um pouco] [no {host}]",
    "(pausa|congela) (sem parar|sem desligar|sem derrubar|sem matar) [o] {container} [no {host}]",
    "(congela|pausa|suspende) os processos (do|da|do container) {container} [no {host}]",
    "(freeze|pause|suspend) [the] {container} [container] [on {host}|no {host}]",
    "(dá um freeze|dá um hold|dá um pause) (no|na) {container} [no {host}]",
    "(bora|vamos) (pausar|congelar|suspender) [o] {container} [no {host}]",
    "(pausa|congela) (só|somente|apenas) o [container] {container} [no {host}]",
    "(faz|faça) o {container} (congelar|pausar|esperar) [no {host}]",
    "(pode pausar|pode congelar|pode suspender) [o] {container} (do|no|lá no) {host}",
    "(mantém|mantenha|conserva) o {container} (pausado|congelado|em standby) [no {host}]",
    "(põe|bota|coloca) o {container} (em standby|em modo de espera|no gelo|na geladeira) [no {host}]",
    "(aperta|aperte) [o] pause (no|do) [container] {container} [no {host}]",
    "(imobiliza|imobilize|trava de propósito) [o] [container] {container} [no {host}]",
    "(trava|trave|paralisa|paralise) (temporariamente|por enquanto|um pouco) [o] {container} [no {host}]",
    "(o pessoal|a equipe) (pediu|mandou) (pausar|congelar|suspender) o {container}, (faz isso|pode fazer) [no {host}]",
)

OPERATION = Operation(
    name="pause",
    summary="Pausa um container, sem desligá-lo",
    topic="comando/pause",
    phrases=PHRASES,
    parameters=(CONTAINER, HOST),
    risk=Risk.CHANGE,
    run=run,
    present=present,
    command_line=lambda container: docker("pause", container),
    aliases=("pausar",),
    states=("running",),
)
