"""Inline markup."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer import code, escape
from knowledge.inline import Bold, Link, Mono, Plain, parse


def test_bold_code_and_links_are_read() -> None:
    assert parse("use **isto** e `aquilo`, veja [a página](https://docs.docker.com/)") == (
        Plain("use "),
        Bold("isto"),
        Plain(" e "),
        Mono("aquilo"),
        Plain(", veja "),
        Link("a página", "https://docs.docker.com/"),
    )


def test_marks_that_do_not_close_stay() -> None:
    assert parse("2 * 3 ** 4 `x") == (Plain("2 * 3 ** 4 `x"),)


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert "".join(piece.text for piece in parse(escape(text))) == text


@given(st.text(min_size=1))
def test_code_of_any_text_is_code(text: str) -> None:
    assert parse(code(text)) == (Mono(text.replace("`", "'")),)
