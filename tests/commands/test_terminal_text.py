"""What a program wrote for a terminal, as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.terminal_text import plain


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"linha\n", "linha\n"),
        (b"\x1b[1;31mvermelho\x1b[0m\n", "vermelho\n"),
        (b"\x1b]0;titulo\x07texto", "texto"),
        (b"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        (b"\x1b(Btexto\x1b=\x1b7", "texto"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"1%\r50%\r100%\n", "100%\n"),
        (b"feito\r\n", "feito\n"),
        ("ação".encode(), "ação"),
        (b"\xff\xfe", "��"),
        (b"a\x00b\x08c\x7f", "abc"),
        (b"a\tb", "a\tb"),
    ],
)
def test_escapes_and_control_characters_go_and_the_words_stay(data: bytes, text: str) -> None:
    assert plain(data) == text


@given(st.binary())
def test_no_escape_survives(data: bytes) -> None:
    assert not set(plain(data)) & {chr(code) for code in range(32) if chr(code) not in "\n\t"}
