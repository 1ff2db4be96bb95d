"""How labelled sentences are counted."""

from typing import Any

import pytest

from bot.tally import Tally


def got(intent: str, chosen: str | None = None, slots: dict[str, Any] | None = None, *others: str) -> dict[str, Any]:
    alternatives = [{"id": other, "score": 0.1} for other in others]
    return {"intent": intent, "id": chosen, "slots": slots or {}, "score": 0.9, "alternatives": alternatives}


def judged(label: dict[str, Any], answer: dict[str, Any]) -> Tally:
    tally = Tally()
    tally.judge({"id": "x", "text": "frase", **label}, answer)
    return tally


STOP = {"intent": "run", "accept": ["stop"], "slots": {"container": "web", "lines": 5}}


@pytest.mark.parametrize(
    ("answer", "top1", "top3", "slots"),
    [
        (got("run", "stop", {"container": "web", "lines": "5"}), True, True, True),
        (got("run", "stop", {"container": "web"}), True, True, False),
        (got("run", "stop", {"container": "web", "lines": 5, "host": "lab"}), True, True, False),
        (got("run", "rm", {}, "stop"), False, True, False),
        (got("explain", "stop"), False, True, False),
        (got("ask", None, {}, "a", "b", "stop"), False, True, False),
        (got("ask", "rm", {}, "a", "b", "stop"), False, False, False),
    ],
)
def test_an_order_is_right_when_operation_and_all_values_are(
    answer: dict[str, Any], top1: bool, top3: bool, slots: bool
) -> None:
    tally = judged(STOP, answer)

    assert (tally.top1, tally.top3, tally.slots) == ([top1], [top3], [slots])
    assert bool(tally.misses) == (not slots)
    assert tally.false_runs == 0


@pytest.mark.parametrize("label", [{"intent": "explain", "accept": ["comando/rm"]}, {"must_not_run": True}])
def test_what_runs_and_should_not_is_a_false_run(label: dict[str, Any]) -> None:
    tally = judged(label, got("run", "rm"))

    assert tally.false_runs == 1
    assert "frase" in tally.misses[0]


@pytest.mark.parametrize("intent", ["explain", "ask", "none"])
def test_what_must_not_run_may_be_answered_in_any_other_way(intent: str) -> None:
    tally = judged({"must_not_run": True}, got(intent))

    assert (tally.false_runs, tally.misses) == (0, [])


def test_out_of_scope_counts_for_the_intent_only() -> None:
    tally = judged({"intent": "none"}, got("none"))

    assert (tally.intent, tally.top1, tally.slots, tally.misses) == ([True], [], [], [])


def test_a_pair_is_right_when_both_its_sentences_are() -> None:
    tally = Tally()
    explain = {"id": "1", "text": "como paro?", "intent": "explain", "accept": ["comando/stop"], "pair": "p"}
    tally.judge(explain, got("explain", "comando/stop"))
    assert tally.pairs == {"p": True}

    tally.judge({"id": "2", "text": "para", "intent": "run", "accept": ["stop"], "pair": "p"}, got("run", "rm"))
    assert tally.pairs == {"p": False}
