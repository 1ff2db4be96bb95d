"""Sentence templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.phrase import Phrase, PhraseError


def test_alternatives_and_options_make_all_sentences() -> None:
    sentences = set(Phrase("(para|pare) [o] {container} [no {host}]").sentences(50))

    assert len(sentences) == 8
    assert {"para {container}", "pare o {container} no {host}"} <= sentences


def test_a_sample_is_repeatable_and_no_longer_than_asked() -> None:
    phrase = Phrase("(a|b|c) (d|e|f) (g|h|i) (j|k|l)")

    assert list(phrase.sentences(10)) == list(phrase.sentences(10))
    assert len(list(phrase.sentences(10))) <= 10


def test_slots_are_known() -> None:
    assert Phrase("[no {host}] para {container}").slots == {"host", "container"}


@pytest.mark.parametrize("text", ["", "(a|b", "a)", "[a", "a]", "a|b", "{Container}", "para {container"])
def test_a_template_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        Phrase(text)


@given(st.text(alphabet="ab ()[]|{}", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        phrase = Phrase(text)
    except PhraseError:
        return
    for sentence in phrase.sentences(20):
        assert not set(sentence) & set("()[]|")
