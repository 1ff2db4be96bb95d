"""A long text: its end in the message, the whole as a file."""

import re

from commands.secrets_mask import mask
from knowledge.answer import Block, Code, File, Text

LINES = 30
CHARACTERS = 2500


def excerpt(text: str, file_name: str) -> tuple[Block, ...]:
    """`text` as code, secrets masked; of a long one the end, and a file with all of it. No block where it is blank."""
    whole = mask(text).strip("\n")
    if not whole.strip():
        return ()
    lines = whole.split("\n")
    end = "\n".join(lines[-LINES:])[-CHARACTERS:]
    if end == whole:
        return (Code(whole),)
    return (Text("Aqui vai o final; o texto inteiro está no arquivo."), Code(end), File(file_name, whole + "\n"))


def file_name(name: str, suffix: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] + suffix
