"""Scheduling, listing schedules and removing one."""

from commands.ports import HostStatus, Schedule
from tests.commands.operations.reading import NOW, operation, said, table, words


class Book:
    """A `commands.ports.ScheduleBook` in memory."""

    def __init__(self) -> None:
        self.rows: list[Schedule] = []

    def add(self, operation: str, host: str | None, when: str) -> Schedule:
        self.rows.append(Schedule(len(self.rows) + 1, operation, host, when, "0 8 * * *", "Ana", NOW))
        return self.rows[-1]

    def all(self) -> tuple[Schedule, ...]:
        return tuple(self.rows)

    def remove(self, which: str) -> Schedule:
        return self.rows.pop(int(which) - 1)


def test_what_was_said_goes_to_the_book_as_it_is() -> None:
    book = Book()

    made = operation("schedule").run(book, operation="consumo dos containers", when="todo dia às 8h", host="lab")

    assert (made.operation, made.host, made.when) == ("consumo dos containers", "lab", "todo dia às 8h")
    assert said("schedule", made) == (
        "Agendamento 1 criado: consumo dos containers no host lab, todo dia às 8h. "
        "A primeira vez será em 04/05/2026 12:00 UTC.\nPara desfazer, peça remove o agendamento 1."
    )


def test_a_schedule_may_name_no_host() -> None:
    assert operation("schedule").run(Book(), operation="hosts", when="toda segunda").host is None


def test_listing_gives_each_its_number() -> None:
    book = Book()
    book.add("consumo", "lab", "todo dia às 8h")
    book.add("logs do web", None, "toda segunda")

    shown = said("schedule_list", operation("schedule_list").run(book))

    assert shown.startswith("2 agendamentos neste chat.\n- 1: consumo no host lab, todo dia às 8h;")
    assert "- 2: logs do web, toda segunda;" in shown
    assert "Nenhum agendamento neste chat" in said("schedule_list", ())


def test_removing_tells_which_one_went() -> None:
    book = Book()
    book.add("consumo", "lab", "todo dia às 8h")

    assert said("schedule_remove", operation("schedule_remove").run(book, which="1")) == (
        "Agendamento 1 removido: consumo no host lab, todo dia às 8h."
    )
    assert book.all() == ()


def test_hosts_tell_which_answer_and_why_others_do_not() -> None:
    statuses = (
        HostStatus("lab", "laboratório", "unix:///x", "27.0"),
        HostStatus("prod", "", "tcp://p:2376", None, "ninguém responde"),
    )

    answer = operation("hosts").present(statuses)

    assert table(answer).rows == (("lab", "27.0", "laboratório"), ("prod", "fora do ar", "–"))
    assert words(answer).startswith("2 hosts, 1 no ar.")
    assert words(answer).endswith("- prod: ninguém responde")
