"""A docker command line, as its words."""

from commands.records import Container


def docker(*words: Container | str | int | None) -> tuple[str, ...]:
    """argv of a docker command; a container stands with its name, and what is None is left out."""
    return ("docker", *(_word(word) for word in words if word is not None))


def _word(word: Container | str | int) -> str:
    return word.name if isinstance(word, Container) else str(word)
