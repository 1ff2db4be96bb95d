"""The values in a sentence: each is taken whole, as typed, or not at all."""

from knowledge.slots.reading import Reading, extract

__all__ = ["Reading", "extract"]
