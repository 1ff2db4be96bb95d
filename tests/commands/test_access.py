"""Who may do what where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.access import NOBODY, Rule, RuleError, authorise, permitted_hosts, permitted_operations
from commands.operation import Operation, Risk
from commands.request import TERMINAL_PERSON, Front, Person, Place
from tests.fakes.operations import CATALOGUE

HOSTS = ("lab", "prod")
ANA, STRANGER, CHANNEL = Person(1001, "Ana"), Person(666, "Zé"), Person(None, "canal")
GROUP = Place(Front.TELEGRAM, -2000, private=False)
PRIVATE = Place(Front.TELEGRAM, 1001)
TERMINAL = Place(Front.TERMINAL)


def _operation(name: str) -> Operation:
    operation = CATALOGUE.get(name)
    assert operation is not None
    return operation


def _why(rules: list[Rule], name: str, host: str | None, person: Person = ANA, place: Place = GROUP) -> str | None:
    return authorise(rules, HOSTS, _operation(name), host, person, place)


def test_nobody_listed_means_nobody_operates() -> None:
    assert _why([], "ps", "lab") == "not_listed"
    assert _why([], "hosts", None) == "not_listed"


def test_a_stranger_is_not_told_which_hosts_exist() -> None:
    rules = [Rule(user=1001, hosts=("lab",))]

    assert _why(rules, "ps", "lab", STRANGER) == _why(rules, "ps", "nowhere", STRANGER) == "not_listed"


def test_a_rule_permits_up_to_its_risk_on_its_hosts() -> None:
    rules = [Rule(user=1001, hosts=("lab",), allow=Risk.CHANGE)]

    assert _why(rules, "ps", "lab") is None
    assert _why(rules, "stop", "lab") is None
    assert _why(rules, "rm", "lab") == "risk_too_high"
    assert _why(rules, "ps", "prod") == "host_not_allowed"
    assert _why(rules, "ps", "nowhere") == "unknown_host"
    assert _why(rules, "ps", None) == "unknown_host"


def test_a_host_that_is_not_whitelisted_is_unknown_even_to_who_may_use_all() -> None:
    assert _why([Rule(user=1001, hosts=("*",), allow=Risk.DESTROY)], "ps", "nowhere") == "unknown_host"


def test_a_rule_for_a_chat_is_for_everybody_in_that_chat_and_nowhere_else() -> None:
    rules = [Rule(chat=-2000, hosts=("lab",))]

    assert _why(rules, "ps", "lab", STRANGER) is None
    assert _why(rules, "ps", "lab", ANA, PRIVATE) == "not_listed"


def test_a_rule_that_names_operations_permits_nothing_else() -> None:
    rules = [Rule(user=1001, hosts=("*",), allow=Risk.DESTROY, operations=("logs", "rm"))]

    assert _why(rules, "rm", "lab") is None
    assert _why(rules, "ps", "lab") == "operation_not_allowed"


def test_rules_do_not_lend_each_other_what_they_permit() -> None:
    """Destroying on one host and reading on another is not destroying on both."""
    rules = [
        Rule(user=1001, hosts=("lab",), allow=Risk.DESTROY),
        Rule(user=1001, hosts=("prod",), allow=Risk.READ),
        Rule(user=1001, hosts=("prod",), allow=Risk.DESTROY, operations=("logs",)),
    ]

    assert _why(rules, "rm", "lab") is None
    assert _why(rules, "rm", "prod") == "risk_too_high"


@pytest.mark.parametrize("person", [CHANNEL, *(Person(identity, "?") for identity in sorted(NOBODY))])
def test_who_has_no_author_is_refused_even_in_a_listed_chat(person: Person) -> None:
    rules = [Rule(chat=-2000, hosts=("*",), allow=Risk.DESTROY), Rule(user=1087968824, hosts=("*",))]

    assert _why(rules, "ps", "lab", person) == "channel"
    assert permitted_hosts(rules, HOSTS, person, GROUP) == ()


def test_the_terminal_s_rule_is_for_the_terminal_only() -> None:
    rules = [Rule(user=0, hosts=("lab",), allow=Risk.DESTROY)]

    assert _why(rules, "rm", "lab", TERMINAL_PERSON, TERMINAL) is None
    assert _why(rules, "rm", "prod", TERMINAL_PERSON, TERMINAL) == "host_not_allowed"
    assert _why(rules, "rm", "lab", TERMINAL_PERSON, GROUP) == "not_listed"


def test_what_needs_no_host_needs_a_rule_with_enough_risk() -> None:
    assert _why([Rule(user=1001, hosts=("lab",))], "hosts", None) is None
    assert _why([Rule(user=1001, hosts=("lab",), operations=("ps",))], "hosts", None) == "operation_not_allowed"


def test_permitted_hosts_keep_the_order_of_the_whitelist() -> None:
    rules = [Rule(user=1001, hosts=("prod",), allow=Risk.READ), Rule(chat=-2000, hosts=("lab",), allow=Risk.CHANGE)]

    assert permitted_hosts(rules, HOSTS, ANA, GROUP) == ("lab", "prod")
    assert permitted_hosts(rules, HOSTS, ANA, GROUP, _operation("stop")) == ("lab",)
    assert permitted_hosts(rules, HOSTS, STRANGER, PRIVATE) == ()


def test_a_rule_that_says_nothing_or_two_things_is_none() -> None:
    for wrong in ({}, {"user": 1, "chat": 2, "hosts": ("lab",)}, {"user": 1}):
        with pytest.raises(RuleError):
            Rule(**wrong)  # type: ignore[arg-type]
    with pytest.raises(RuleError) as caught:
        Rule()
    assert len(caught.value.mistakes) == 2


_PEOPLE = st.sampled_from([ANA, STRANGER, CHANNEL, TERMINAL_PERSON])
_PLACES = st.sampled_from([GROUP, PRIVATE, TERMINAL])
_RULES = st.lists(
    st.builds(
        Rule,
        user=st.sampled_from([0, 1001, 666]),
        hosts=st.sampled_from([("lab",), ("prod",), ("*",)]),
        allow=st.sampled_from(Risk),
        operations=st.sampled_from([(), ("ps",), ("rm", "stop")]),
    ),
    max_size=4,
)


@given(rules=_RULES, person=_PEOPLE, place=_PLACES)
def test_menus_show_exactly_what_the_check_lets_through(rules: list[Rule], person: Person, place: Place) -> None:
    shown = permitted_operations(rules, HOSTS, CATALOGUE, person, place)
    runnable = [
        operation
        for operation in CATALOGUE
        if any(
            authorise(rules, HOSTS, operation, host, person, place) is None
            for host in (HOSTS if operation.needs_host else (None,))
        )
    ]

    assert list(shown) == runnable


@given(rules=_RULES, person=_PEOPLE, place=_PLACES)
def test_a_permission_covers_every_lesser_risk(rules: list[Rule], person: Person, place: Place) -> None:
    unnamed = [rule for rule in rules if not rule.operations]
    for host in HOSTS:
        if authorise(unnamed, HOSTS, _operation("rm"), host, person, place) is None:
            assert authorise(unnamed, HOSTS, _operation("stop"), host, person, place) is None
            assert authorise(unnamed, HOSTS, _operation("ps"), host, person, place) is None
