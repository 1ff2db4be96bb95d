"""Which containers hold an image."""

from collections.abc import Iterable, Sequence

from commands.records import Container, Image


def users(image: Image, containers: Iterable[Container]) -> tuple[Container, ...]:
    """Those made from `image`, running or not, in the order of their names."""
    return tuple(sorted((c for c in containers if _is_of(image, c.image)), key=lambda c: c.name))


def unused(images: Sequence[Image], containers: Sequence[Container]) -> tuple[Image, ...]:
    return tuple(image for image in images if not users(image, containers))


def label(image: Image) -> str:
    """Its tags, or its short id where it has none."""
    return ", ".join(image.tags) or image.short_id


def _is_of(image: Image, reference: str) -> bool:
    # The list of containers has the reference of `docker run`, or the id once the tag has gone to another image.
    bare = reference.removeprefix("sha256:")
    if len(bare) >= 12 and image.id.removeprefix("sha256:").startswith(bare):
        return True
    return reference in image.tags or f"{reference}:latest" in image.tags
