"""How the study notes are named when they are quoted."""

from knowledge.answer import Citation


def cited(citation: Citation) -> str:
    """ "Nota do grupo, linha 17", "Nota do grupo, linhas 6–7 e 19"."""
    numbers = [number for number, _ in citation.lines]
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in spans]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} e {said[-1]}"
    return f"Nota do grupo, {'linha' if len(numbers) == 1 else 'linhas'} {listed}"
