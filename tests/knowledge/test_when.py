"""Repetitions as people write them."""

import pytest

from knowledge.recurrence import WhenError, cron
from knowledge.when import find, repeats


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("todo dia às 8h", "0 8 * * *"),
        ("todos os dias às sete da manhã", "0 7 * * *"),
        ("diariamente às 22:15", "15 22 * * *"),
        ("de hora em hora", "0 * * * *"),
        ("a cada 15 minutos", "*/15 * * * *"),
        ("de 10 em 10 minutos", "*/10 * * * *"),
        ("de meia em meia hora", "*/30 * * * *"),
        ("a cada 2 horas", "0 */2 * * *"),
        ("terças e quintas às 20h", "0 20 * * 2,4"),
        ("toda segunda-feira 9h30", "30 9 * * 1"),
        ("de segunda a sexta às 18h", "0 18 * * 1,2,3,4,5"),
        ("sábado à meia-noite, todas as semanas", "0 0 * * 6"),
        ("dias úteis às 8 da noite", "0 20 * * 1,2,3,4,5"),
        ("todo dia 1 às 7h", "0 7 1 * *"),
        ("fim de semana ao meio-dia", "0 12 * * 0,6"),
        ("toda noite", "0 20 * * *"),
        ("todo dia", "0 8 * * *"),
        ("30 8 * * 1-5", "30 8 * * 1-5"),
        ("*/5 * * * *", "*/5 * * * *"),
    ],
)
def test_a_repetition_means_a_cron_expression(text: str, expression: str) -> None:
    assert cron(text) == expression


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("amanhã às 8h", "once"),
        ("daqui a 10 minutos", "once"),
        ("quando der", "nothing"),
        ("99 8 * * *", "cron"),
        ("todo dia às 31h", "nothing"),
    ],
)
def test_what_cannot_repeat_says_why(text: str, why: str) -> None:
    with pytest.raises(WhenError) as caught:
        cron(text)

    assert caught.value.why == why


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("me manda as estatísticas do lab todo dia às 8h", "todo dia às 8h"),
        ("de hora em hora dá uma olhada no consumo", "de hora em hora"),
        ("agenda para sábado à meia-noite, todas as semanas, a limpeza", "sábado à meia-noite, todas as semanas"),
        ("/schedule stats prod 30 8 * * 1-5", "30 8 * * 1-5"),
    ],
)
def test_the_time_is_found_as_typed(text: str, span: str) -> None:
    found = find(text)

    assert found is not None
    assert found.text == span


def test_a_sentence_without_a_time_has_none() -> None:
    assert find("quero as últimas 80 linhas de log do web") is None
    assert not repeats(find("para a api no lab"))
