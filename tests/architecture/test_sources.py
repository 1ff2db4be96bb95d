"""Rules about the whole tree of our code; each fails when it walked nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "commands", "knowledge")
MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40

# Where text that people read lives. Everywhere else a literal with an accent is a sentence that strayed.
SPEAKS = {
    "bot/asking.py": "the command line speaks of its arguments",
    "bot/checking.py": "so does `config check`",
    "bot/command_line.py": "the command line and its help",
    "bot/conversation.py": "the summaries of the three commands that are no operations",
    "bot/evaluation.py": "the table of `eval`",
    "bot/failures.py": "messages",
    "bot/messages.py": "messages",
    "bot/outcomes.py": "messages",
    "bot/refusals.py": "messages",
    "bot/schedule_messages.py": "messages",
    "bot/settings_file.py": "says what is wrong with a key",
    "bot/settings_reading.py": "says what is wrong with a file",
    "bot/tally.py": "the misses that `eval` lists",
    "bot/telegram_front/words.py": "what only Telegram's front says",
    "bot/terminal_front/app.py": "the prompt",
    "bot/terminal_front/dialogue.py": "reads yes and no",
    "bot/terminal_front/draw.py": "the frame of a correction",
    "bot/wiring.py": "the description of the host `local`, and a folder that cannot be written to",
    "commands/argv.py": "says what is wrong with a command",
    "commands/excerpt.py": "says that an excerpt is one",
    "commands/hosts.py": "why a host does not serve",
    "commands/container_state.py": "a container's state in words",
    "commands/published_ports.py": "ports in words",
    "commands/sweeping.py": "what is swept away, in words",
}
SPEAKING_FOLDERS = {
    "commands/operations/": "each operation's text lives with it",
    "knowledge/": "it reads Portuguese: words, patterns, notes",
}
# The environment is read once, and handed on.
READS_THE_ENVIRONMENT = {"bot/command_line.py": "gives it to Settings.load"}
# The catch-all exists where nothing may get past.
CATCHES_ALL = {
    "bot/command_line.py": "the front's last resort",
    "bot/reports.py": "a scheduler's job",
    "bot/terminal_front/dialogue.py": "the front's last resort",
    "commands/engine_errors.py": "translation of what the engine's library raises",
}
CATCHES_ALL_FOLDERS = {"bot/telegram_front/": "the front's last resort"}
PRINTS = {"knowledge/training.py": "a tool for whoever builds the package"}
# Where and how it was written is no part of it; backwards, so that this file does not hold the words.
FOREIGN_WORDS = re.compile("|".join(word[::-1] for word in ("/krow/", "edualc", "ciporhtna", "tnegabus")), re.I)


def sources() -> list[str]:
    return sorted(str(file.relative_to(ROOT)) for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def tree(source: str) -> ast.Module:
    return ast.parse((ROOT / source).read_text(encoding="utf-8"))


def _docstrings(module: ast.Module) -> set[int]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(module) if isinstance(node, holders) and node.body]
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def _literals(module: ast.Module) -> Iterator[str]:
    docstrings = _docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _ends(handler: ast.ExceptHandler) -> bool:
    """Whether the error ends there: tidying up and raising it again swallows nothing."""
    last = handler.body[-1]
    return not (isinstance(last, ast.Raise) and last.exc is None)


def _is_named(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _starts(source: str, folders: dict[str, str]) -> bool:
    return source.startswith(tuple(folders))


def test_there_is_something_to_walk() -> None:
    assert len(sources()) > 100
    assert {source.partition("/")[0] for source in sources()} == set(PACKAGES)


@pytest.mark.parametrize("source", sources())
def test_a_file_holds_one_idea_and_no_more_than_fits(source: str) -> None:
    assert len((ROOT / source).read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_FILE


@pytest.mark.parametrize("source", sources())
def test_a_function_fits_on_a_screen(source: str) -> None:
    functions = [node for node in ast.walk(tree(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [each.name for each in functions if (each.end_lineno or 0) - each.lineno + 1 > MOST_LINES_OF_A_FUNCTION]

    # A closed match with one sentence a case is one thing, however many cases there are.
    assert [name for name in long if (source, name) != ("bot/refusals.py", "_reason")] == []


@pytest.mark.parametrize("source", sources())
def test_a_module_says_its_idea_first(source: str) -> None:
    module = tree(source)
    if module.body:
        assert ast.get_docstring(module)


@pytest.mark.parametrize("source", sources())
def test_portuguese_stands_where_portuguese_is_kept(source: str) -> None:
    if source in SPEAKS or _starts(source, SPEAKING_FOLDERS):
        return
    strayed = [text for text in _literals(tree(source)) if re.search("[À-ÖØ-öø-ÿ]", text)]

    assert strayed == []


@pytest.mark.parametrize("source", sources())
def test_nothing_is_printed_and_nothing_is_swallowed(source: str) -> None:
    nodes = list(ast.walk(tree(source)))
    prints = [node for node in nodes if isinstance(node, ast.Call) and _is_named(node.func, "print")]
    handlers = [node for node in nodes if isinstance(node, ast.ExceptHandler)]
    bare = [node for node in handlers if (node.type is None or _is_named(node.type, "BaseException")) and _ends(node)]
    broad = [node for node in handlers if node.type is not None and _is_named(node.type, "Exception")]

    assert prints == [] or source in PRINTS
    assert bare == []
    assert broad == [] or source in CATCHES_ALL or _starts(source, CATCHES_ALL_FOLDERS)


@pytest.mark.parametrize("source", sources())
def test_the_environment_is_read_in_one_place(source: str) -> None:
    reads = [
        node
        for node in ast.walk(tree(source))
        if isinstance(node, ast.Attribute) and _is_named(node.value, "os") and node.attr in ("environ", "getenv")
    ]

    assert reads == [] or source in READS_THE_ENVIRONMENT


@pytest.mark.parametrize("source", sources())
def test_no_shell_is_ever_used(source: str) -> None:
    """What people write reaches an engine as validated arguments of its API, never a command line that is run."""
    imported = [name.name for node in ast.walk(tree(source)) if isinstance(node, ast.Import) for name in node.names] + [
        node.module or "" for node in ast.walk(tree(source)) if isinstance(node, ast.ImportFrom)
    ]

    assert "subprocess" not in imported


def test_every_exception_to_a_rule_is_still_needed() -> None:
    listed = {*SPEAKS, *READS_THE_ENVIRONMENT, *CATCHES_ALL, *PRINTS}

    assert listed - set(sources()) == set()
    assert [s for s in SPEAKS if not any(re.search("[À-ÖØ-öø-ÿ“”…]", text) for text in _literals(tree(s)))] == []


def test_nothing_names_what_the_project_is_not_about() -> None:
    kept = (".py", ".md", ".toml", ".yaml", ".txt", ".jsonl", ".yml")
    folders = [*PACKAGES, "tests", "docs"]
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in kept]
    files += [file for file in ROOT.iterdir() if file.suffix in kept or file.name in ("Makefile", "Dockerfile")]

    assert len(files) > 300
    assert [str(file) for file in files if FOREIGN_WORDS.search(file.read_text(encoding="utf-8"))] == []
