"""Answers at a terminal, and on one line."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.terminal_front.draw import drawn, one_line
from knowledge.answer import (
    Answer,
    Choice,
    Citation,
    Code,
    Copy,
    Correction,
    File,
    Heading,
    Items,
    Say,
    Table,
    Text,
    code,
    escape,
)

FOREIGN = "\x1b]0;título\x07\x1b[31m<b>*x*</b> [y](http://z) `w` \\ [bold]rich[/bold]\x9b2J"


def shown(answer: Answer, first: int = 1) -> str:
    console = Console(file=io.StringIO(), width=80, force_terminal=False)
    console.print(drawn(answer, first))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def of(text: str) -> Answer:
    return Answer(
        (
            Text(f"a {escape(text)} {code(text)}"),
            Heading(text),
            Code(text, "console"),
            Items((escape(text),)),
            Table(("Nome", "Estado"), ((text, "no ar"),)),
            Citation(((3, text),)),
            Correction(escape(text)),
            File("log.txt", text),
        ),
        (Choice(text, Say("x")),),
    )


def test_foreign_text_neither_steers_the_terminal_nor_is_read_as_markup() -> None:
    for said in (shown(of(FOREIGN)), one_line(of(FOREIGN))):
        assert not {"\x1b", "\x07", "\x9b"} & set(said)
        assert "<b>*x*</b>" in said
        assert "[bold]rich[/bold]" in said


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_drawn_and_stays_on_one_line(text: str) -> None:
    assert shown(of(text))
    assert len(one_line(of(text)).splitlines()) == 1


def test_long_points_wrap_beside_their_mark() -> None:
    first, second = shown(Answer((Items(("palavra " * 15,)),))).rstrip("\n").split("\n")[:2]

    assert first.startswith("  • palavra")
    assert second.startswith("    palavra")


def test_choices_are_numbered_from_where_it_is_said_and_copying_is_none() -> None:
    answer = Answer((Text("a"),), (Choice("Um", Say("1")), Choice("Copiar", Copy("x")), Choice("Dois", Say("2"))))

    assert shown(answer, 3).endswith("[3] Um\n [4] Dois\n")
    assert one_line(answer) == "a Opções: [1] Um [2] Dois"
