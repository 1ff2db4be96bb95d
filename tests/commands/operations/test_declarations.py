"""What holds for every operation, whichever it is."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from commands.operation import Kind, Operation, Risk
from knowledge.phrase import Phrase
from tests.commands.operations.reading import CATALOGUE

_LISTED = yaml.safe_load((Path(__file__).parents[2] / "catalogue.yaml").read_text())
_TOPICS = {topic["id"] for topic in _LISTED["topics"]}
_OPTIONAL = {
    "host": {row["id"] for row in _LISTED["operations"]},
    "container": {"stats"},
    "lines": {"logs"},
    "name": {"run"},
    "ports": {"run"},
    "command": {"run"},
}

every = pytest.mark.parametrize("operation", CATALOGUE, ids=lambda operation: operation.name)


def test_the_catalogue_holds_exactly_the_operations_of_the_list() -> None:
    assert {operation.name for operation in CATALOGUE} == {row["id"] for row in _LISTED["operations"]}


@pytest.mark.parametrize("row", _LISTED["operations"], ids=lambda row: row["id"])
def test_an_operation_is_declared_as_it_is_listed(row: dict[str, Any]) -> None:
    operation = CATALOGUE.get(row["id"])

    assert operation is not None
    assert (operation.risk, operation.topic) == (Risk.named(row["risk"]), row["topic"])
    assert sorted(parameter.name for parameter in operation.parameters) == sorted(row["slots"])


@every
def test_a_value_is_required_unless_the_operation_makes_sense_without_it(operation: Operation) -> None:
    required = {parameter.name for parameter in operation.parameters if parameter.required}

    optional = {slot for slot, names in _OPTIONAL.items() if operation.name in names}
    assert required == {parameter.name for parameter in operation.parameters} - optional


@every
def test_its_topic_can_be_explained(operation: Operation) -> None:
    assert operation.topic in _TOPICS


@every
def test_its_summary_starts_with_a_verb_in_the_third_person_and_has_no_dot(operation: Operation) -> None:
    verb = operation.summary.split()[0]

    assert verb[0].isupper()
    assert verb.endswith(("a", "á", "e", "i"))
    assert not operation.summary.endswith(".")


@every
def test_it_is_asked_for_in_many_ways(operation: Operation) -> None:
    assert len(operation.phrases) >= 30
    for text in operation.phrases:
        assert len(set(Phrase(text).sentences(4))) >= 2, text


@every
def test_every_value_it_takes_occurs_in_its_phrases(operation: Operation) -> None:
    used = set().union(*(Phrase(text).slots for text in operation.phrases))

    assert used == {parameter.name for parameter in operation.parameters}


@every
def test_its_sentences_read_well_without_the_optional_parts(operation: Operation) -> None:
    """No sentence ends in a word that lacks its object, and no value stands twice in one but a name said again."""
    for text in operation.phrases:
        for sentence in Phrase(text).sentences(2000):
            assert sentence.split()[-1] not in {"no", "na", "do", "da", "em", "o", "a", "com"}, sentence


def test_a_sentence_stands_once_in_the_whole_catalogue() -> None:
    owners: dict[str, set[str]] = {}
    for operation in CATALOGUE:
        for text in operation.phrases:
            for sentence in Phrase(text).sentences(5000):
                owners.setdefault(sentence.lower(), set()).add(operation.name)

    assert {sentence: names for sentence, names in owners.items() if len(names) > 1} == {}


@every
def test_the_docker_line_is_made_of_plain_words(operation: Operation) -> None:
    """Of text as typed and with only the required values: () where docker has no such command."""
    samples = {Kind.INTEGER: 5}
    slots = {p.name: samples.get(p.kind, "3") for p in operation.parameters if p.required}

    line = operation.docker(slots)

    assert line == () or line[0] == "docker"
    assert all(isinstance(word, str) and word for word in line)


@every
def test_only_what_destroys_is_previewed(operation: Operation) -> None:
    assert (operation.preview is not None) == (operation.risk is Risk.DESTROY)
