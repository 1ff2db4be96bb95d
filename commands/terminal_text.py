"""What a program wrote for a terminal, as plain text."""

import re

# CSI (colours, cursor), OSC (titles, links; ended by BEL or ST), and the two- and three-character escapes.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\|$)|\x1b[PX^_].*?(?:\x1b\\|$)|\x1b[ -/]*[0-~]", re.M
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def plain(data: bytes) -> str:
    """Text without escapes and control characters; of a line written over itself, what was last seen."""
    text = _ESCAPE.sub("", data.decode("utf-8", errors="replace")).replace("\r\n", "\n")
    lines = (line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n"))
    return _CONTROL.sub("", "\n".join(lines))
