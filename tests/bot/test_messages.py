"""What is said of each thing that can come of an order."""

from typing import get_args

import pytest

from bot.failures import failed
from bot.outcomes import needs_choice
from bot.refusals import refused
from commands.catalogue import Catalogue
from commands.errors import CommandError, Unfit
from commands.operation import Operation
from commands.outcome import Failed, NeedsChoice, Refused, Why
from commands.request import Front, Person, Place, Request
from tests.bot.talk import labels
from tests.commands.operations.reading import NOW, words

CATALOGUE = Catalogue.load()


def operation(name: str) -> Operation:
    found = CATALOGUE.get(name)
    assert found is not None
    return found


def request(name: str, **slots: str | int) -> Request:
    return Request(name, Person(1, "Ana"), Place(Front.TELEGRAM, 1), NOW, slots)


def errors(kind: type[CommandError]) -> list[type[CommandError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in errors(child))]


@pytest.mark.parametrize("why", get_args(Why))
def test_every_refusal_has_its_own_sentence_and_says_that_nothing_was_done_or_what_to_do(why: Why) -> None:
    asked = request("rm", container="banco", host="lab")
    full = words(refused(Refused(asked, operation("rm"), why, "lab", "valor", ("lab", "prod"), "container")))
    bare = words(refused(Refused(None, None, why)))

    assert full.endswith((".", "?"))
    assert bare.endswith((".", "?"))
    assert "None" not in full + bare


def test_refusals_are_all_different() -> None:
    asked = request("rm", container="banco", host="lab")
    said = [words(refused(Refused(asked, operation("rm"), why, "lab", "valor"))) for why in get_args(Why)]

    assert len(set(said)) == len(said)


def test_an_unknown_host_comes_with_those_that_may_be_used() -> None:
    asked = request("ps", host="prd")
    answer = refused(Refused(asked, operation("ps"), "unknown_host", "prd", choices=("lab", "prod")))

    assert "não conheço o host prd. Aqui você pode usar lab e prod." in words(answer)
    assert labels(answer) == ["lab", "prod"]


@pytest.mark.parametrize("kind", errors(CommandError))
def test_every_failure_has_a_sentence_that_ends_with_what_to_do(kind: type[CommandError]) -> None:
    answer = failed(Failed(request("rm"), operation("rm"), "lab", kind("palavras"), "banco"))

    assert words(answer).startswith(("Não deu: palavras", "❌ Não deu certo com banco", "Nada a fazer"))
    assert "None" not in words(answer)


def test_a_value_of_ours_that_does_not_fit_is_told_in_our_words() -> None:
    said = words(failed(Failed(request("scale"), operation("scale"), "lab", Unfit("réplicas demais"))))

    assert said == "Não deu: réplicas demais."


@pytest.mark.parametrize(
    ("name", "slot", "choices", "typed", "says"),
    [
        ("stop", "container", ("web", "api"), None, "Qual container?"),
        ("rmi", "image", ("a", "b"), None, "Qual imagem?"),
        ("ps", "host", ("lab", "prod"), None, "Em qual host?"),
        ("stop", "container", ("web",), "wbe", "Não achei o container wbe no host lab. Quis dizer este?"),
        ("rmi", "image", ("nginx",), "ngnx", "Não achei a imagem ngnx no host lab. Quis dizer esta?"),
        (
            "stop",
            "container",
            ("web-1", "web-2"),
            "web",
            "web pode ser mais de um container no host lab. Qual deles?",
        ),
        ("rmi", "image", (), "x", "Não achei a imagem x no host lab. /images mostra as que existem."),
        ("rename", "name", (), None, "Faltou dizer o nome"),
    ],
)
def test_a_question_agrees_with_what_it_asks_for(
    name: str, slot: str, choices: tuple[str, ...], typed: str | None, says: str
) -> None:
    said = words(needs_choice(NeedsChoice(request(name), operation(name), slot, choices, typed, "lab")))

    assert said.startswith(says)
