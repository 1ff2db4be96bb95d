"""What can be wrong with the knowledge base."""


class KnowledgeError(Exception):
    """Broken notes; `mistakes` lists all of them, each with file and line."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes
