"""Which of an answer's choices a terminal numbers."""

from knowledge.answer import Answer, Choice, Copy


def to_press(answer: Answer) -> tuple[Choice, ...]:
    """Copying is what a terminal's mouse is for."""
    return tuple(choice for choice in answer.choices if not isinstance(choice.action, Copy))
