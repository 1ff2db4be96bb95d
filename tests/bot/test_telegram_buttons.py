"""Choices as buttons, and what a pressed button says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_front import buttons
from bot.telegram_front.draw import draw
from knowledge.answer import Answer, Cancel, Choice, Confirm, Copy, Say, Style, Text
from tests.fakes.bot_api import limits


def test_confirming_is_red_and_cancelling_green() -> None:
    (part,) = draw(
        Answer(
            (Text("Remover?"),),
            (Choice("Confirmar", Confirm("t"), Style.DANGER), Choice("Cancelar", Cancel("t"), Style.SAFE)),
        )
    )

    assert [[(button.label, button.style) for button in row] for row in part.keyboard] == [
        [("Confirmar", "danger"), ("Cancelar", "success")]
    ]


def test_choices_without_a_button_are_told() -> None:
    (part,) = draw(Answer((Text("Qual?"),), tuple(Choice(f"web-{n}", Say(f"/logs web-{n}")) for n in range(13))))

    assert sum(map(len, part.keyboard)) == 10
    assert limits.text(part.html, "HTML")[0].endswith(
        "Há mais 3 opções: web-10, web-11, web-12. Para escolher, escreva o nome."
    )


def test_a_command_too_long_to_copy_has_no_button() -> None:
    (part,) = draw(Answer((Text("a"),), (Choice("Copiar", Copy("x" * 257)), Choice("Copiar", Copy("y" * 256)))))

    assert [button.action for row in part.keyboard for button in row] == [Copy("y" * 256)]


def test_long_labels_keep_both_ends() -> None:
    """Names of compose differ in their last letters (defect 9 of peers: long names)."""
    (part,) = draw(Answer((Text("a"),), tuple(Choice(f"{'projeto-muito-longo-' * 3}{n}", Say(str(n))) for n in (1, 2))))

    first, second = (button.label for row in part.keyboard for button in row)
    assert len(first) <= 40
    assert first != second


def test_a_long_title_loses_its_end() -> None:
    (part,) = draw(
        Answer((Text("a"),), (Choice("Mudar limites sem recriar o container, ou passar a outra imagem", Say("x")),))
    )

    assert part.keyboard[0][0].label == "Mudar limites sem recriar o container…"


@pytest.mark.parametrize("action", [Confirm("abc"), Cancel("abc"), Say("/logs api"), Say("a:b")])
def test_short_actions_come_back_from_callback_data(action: Confirm | Cancel | Say) -> None:
    assert buttons.decode(buttons.encode(action, lambda text: "never")) == action


@given(st.text(min_size=40))
def test_callback_data_of_any_text_fits(text: str) -> None:
    data = buttons.encode(Say(text), lambda kept: "k" * 40)

    assert 1 <= len(data.encode()) <= 64
    assert buttons.decode(data) is not None


@pytest.mark.parametrize("data", ["", "c", "c:", "z:1", "menu_stop_web"])
def test_data_of_no_button_of_ours_is_nothing(data: str) -> None:
    assert buttons.decode(data) is None
