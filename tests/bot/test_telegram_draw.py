"""Answers drawn for Telegram: nothing that it would refuse, nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram_front import buttons
from bot.telegram_front.draw import Document, Message, draw
from knowledge.answer import (
    Answer,
    Block,
    Cancel,
    Choice,
    Citation,
    Code,
    Confirm,
    Copy,
    Correction,
    File,
    Heading,
    Items,
    Say,
    Style,
    Table,
    Text,
    code,
    escape,
)
from tests.fakes.bot_api import limits
from tests.fakes.bot_api.markup import units

MODE = "HTML"

foreign = st.one_of(
    st.text(),
    st.text(alphabet="<>&\"'`*_[]()\\/\n \u200b😀é", max_size=200),
    st.binary(max_size=300).map(lambda log: log.decode("utf-8", "surrogateescape")),
    st.sampled_from(
        ["<min>", "a_b_c", "</pre>", "<b>", "&lt;", "&#0;", "\x00\x1b[31m", "\ud800", "x" * 9000, "**" * 300]
    ),
)


def _tables() -> st.SearchStrategy[Table]:
    def rows(width: int) -> st.SearchStrategy[Table]:
        row = st.lists(foreign, min_size=width, max_size=width).map(tuple)
        return st.builds(Table, row, st.lists(row, max_size=150).map(tuple))

    return st.integers(1, 5).flatmap(rows)


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, foreign),
    st.builds(Text, foreign.map(escape)),
    st.builds(Text, foreign.map(code)),
    st.builds(Text, foreign.map(lambda name: f'**{escape(name)}** e [isto](https://example.org/?a=1&b="2")')),
    st.builds(Heading, foreign),
    st.builds(Code, foreign, st.one_of(st.just("console"), foreign)),
    st.builds(Items, st.lists(foreign, max_size=150).map(tuple)),
    st.builds(Citation, st.lists(st.tuples(st.integers(1, 400), foreign), min_size=1, max_size=9).map(tuple)),
    st.builds(Correction, foreign),
    st.builds(File, foreign, foreign),
    _tables(),
)
tokens = st.text(alphabet="abcXYZ019_-", min_size=1, max_size=22)
choices = st.builds(
    Choice,
    foreign,
    st.one_of(st.builds(Say, foreign), st.builds(Confirm, tokens), st.builds(Cancel, tokens), st.builds(Copy, foreign)),
    st.sampled_from(Style),
)


def _as_sent(keyboard: buttons.Keyboard) -> list[list[dict[str, object]]]:
    def button(each: buttons.Button) -> dict[str, object]:
        shown: dict[str, object] = {"text": each.label, "style": each.style}
        if isinstance(each.action, Copy):
            return {**shown, "copy_text": {"text": each.action.text}}
        return {**shown, "callback_data": buttons.encode(each.action, lambda text: "k" * 40)}

    return [[button(each) for each in row] for row in keyboard]


@settings(max_examples=400, deadline=None)
@given(st.lists(blocks, max_size=6).map(tuple), st.lists(choices, max_size=30).map(tuple))
def test_telegram_refuses_nothing_that_is_drawn(some: tuple[Block, ...], pressable: tuple[Choice, ...]) -> None:
    """Defects 2 and 6 of peers: a `<` in a log, an underscore in a name or a long answer makes the bot mute."""
    parts = draw(Answer(some, pressable))

    assert parts
    for part in parts:
        if isinstance(part, Message):
            limits.text(part.html, MODE)
        else:
            limits.caption(part.caption, MODE)
            assert part.content
            assert part.name.strip()
            part.name.encode()
    limits.keyboard({"inline_keyboard": _as_sent(parts[-1].keyboard)})


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab<&é😀 \n", min_size=1, max_size=3000), min_size=1, max_size=4))
def test_no_visible_character_is_lost(logs: list[str]) -> None:
    parts = draw(Answer(tuple(Code(log) for log in logs)))

    whole = parts[-1].content.decode() if isinstance(parts[-1], Document) else "".join(_plain(part) for part in parts)
    assert "".join(whole.split()) == "".join("".join(logs).split()) or not "".join(logs).strip()


def _plain(part: Message | Document) -> str:
    assert isinstance(part, Message)
    return limits.text(part.html, MODE)[0]


def only(*some: Block) -> str:
    (part,) = draw(Answer(some))
    assert isinstance(part, Message)
    return part.html


def test_inline_marks_become_tags_and_the_rest_is_escaped() -> None:
    drawn = only(Text("use **-f** em `a<b`, veja [a página](https://docs.docker.com/?a=1&b=2) & <pronto>"))

    assert drawn == (
        'use <b>-f</b> em <code>a&lt;b</code>, veja <a href="https://docs.docker.com/?a=1&amp;b=2">a página</a>'
        " &amp; &lt;pronto&gt;"
    )


def test_marks_that_do_not_close_are_text() -> None:
    assert only(Text("2 ** 3 e `x")) == "2 ** 3 e `x"


def test_a_note_is_drawn_with_its_parts() -> None:
    drawn = only(
        Text("Explica."),
        Heading("Exemplo"),
        Code("$ docker ps", "console"),
        Items(("um", "`dois`")),
        Correction("não é **bem** isso"),
        Citation(((21, "a"), (22, "b"))),
    )

    assert drawn == (
        "Explica.\n\n<b>Exemplo</b>\n"
        '<pre><code class="language-console">$ docker ps</code></pre>\n\n'
        "• um\n• <code>dois</code>\n\n"
        "<b>Correção:</b> não é <b>bem</b> isso\n\n"
        "<blockquote expandable><b>Nota do grupo, linhas 21–22</b>\na\nb</blockquote>"
    )


def test_a_narrow_table_is_aligned_and_its_figures_stand_right() -> None:
    assert only(Table(("NOME", "CPU"), (("web", "1.5%"), ("banco", "12.0%")))) == (
        "<pre>NOME     CPU\nweb     1.5%\nbanco  12.0%</pre>"
    )


def test_a_wide_table_becomes_cards() -> None:
    drawn = only(
        Table(("nome", "imagem", "portas"), (("web", "registry.example.org/equipe/web:1", "8080->80"), ("x", "y", "")))
    )

    assert drawn == "<b>web</b>\nimagem: registry.example.org/equipe/web:1\nportas: 8080-&gt;80\n\n<b>x</b>\nimagem: y"


def test_a_table_line_fits_a_phone() -> None:
    drawn = only(Table(("a", "b"), (("x" * 19, "y" * 19),)))

    assert max(map(len, drawn.removeprefix("<pre>").removesuffix("</pre>").splitlines())) == 40


def test_a_long_log_is_cut_at_its_lines() -> None:
    lines = [f"{number:04} {'x' * 60}" for number in range(100)]
    parts = draw(Answer((Code("\n".join(lines), "console"),)))

    assert len(parts) == 2
    seen = [line for part in parts for line in _plain(part).splitlines()]
    assert seen == lines
    assert all(
        isinstance(part, Message) and part.html.startswith('<pre><code class="language-console">') for part in parts
    )


def test_what_would_be_more_than_three_messages_goes_as_a_file() -> None:
    parts = draw(Answer((Text("Veja:"), Code("linha 😀\n" * 3000)), (Choice("Ver", Say("ver")),)))

    message, document = parts
    assert isinstance(message, Message)
    assert isinstance(document, Document)
    assert units(_plain(message)) <= 4096
    assert document.content.decode().count("linha 😀") == 3000
    assert document.caption == "A resposta ficou longa, então vai inteira no arquivo resposta.txt."
    assert document.keyboard
    assert not message.keyboard


def test_a_short_text_is_the_caption_of_its_file() -> None:
    (part,) = draw(Answer((Text("As últimas **500** linhas."), File("web.log", "oi"))))

    assert part == Document("web.log", b"oi", "As últimas <b>500</b> linhas.")


def test_a_file_name_cannot_leave_its_folder() -> None:
    (part,) = draw(Answer((File("../../etc/pass\nwd", "x"),)))

    assert isinstance(part, Document)
    assert not set("/\n\\") & set(part.name)
