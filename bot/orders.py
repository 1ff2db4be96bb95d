"""How an operation is written as an order, for people to read and for buttons to say."""

import shlex
from collections.abc import Mapping

from commands.operation import Operation
from knowledge.answer import code, escape


def usage(operation: Operation) -> str:
    """How to write the operation as a command; optional values in brackets."""
    shown = " ".join(p.name if p.required else f"[{p.name}]" for p in operation.parameters)
    return f"/{operation.name} {shown}".strip()


def order(operation: Operation, slots: Mapping[str, str | int]) -> str:
    """An order that can only be read one way: what a pressed choice says."""
    return " ".join([f"/{operation.name}", *(shlex.quote(f"{name}={value}") for name, value in slots.items())])


def example(operation: Operation) -> str:
    return f"Um jeito de pedir: {code(usage(operation))}."


def on(host: str | None) -> str:
    return f" no host **{escape(host)}**" if host else ""


def lowered(summary: str) -> str:
    """A summary inside a sentence: "lista os containers em execução"."""
    return summary[:1].lower() + summary[1:]
