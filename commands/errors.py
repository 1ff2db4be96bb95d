"""What can go wrong while acting.

CommandError
├── EngineError                 the engine answered, or failed to
│   ├── EngineUnreachable       nobody answers at the host's address
│   ├── EngineForbidden         the socket or the API refuses us
│   ├── EngineTimeout           no answer within the time limit
│   ├── NotFound                no such container, image, network, …
│   ├── Conflict                the state forbids it: in use, running, name taken
│   │   └── AlreadySo           there was nothing to do
│   ├── BadRequest              the engine does not accept the value
│   │   └── Unfit               nor did we send it: `detail` is Portuguese, for people
│   └── EngineFailed            the engine failed on its own (5xx), or said what we cannot read
├── HostMisconfigured           the host's entry cannot be used (certificate, context, key)
└── ScheduleRefused             what was asked cannot be scheduled, or no such schedule is there
"""


class CommandError(Exception):
    """`detail` is the engine's own words (English), already free of secrets; never meant as a whole answer."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class EngineError(CommandError):
    pass


class EngineUnreachable(EngineError):
    pass


class EngineForbidden(EngineError):
    pass


class EngineTimeout(EngineError):
    pass


class NotFound(EngineError):
    pass


class Conflict(EngineError):
    pass


class AlreadySo(Conflict):
    pass


class BadRequest(EngineError):
    pass


class Unfit(BadRequest):
    """A value that the operation itself refuses; `detail` says why, in words for people, without a final dot."""


class EngineFailed(EngineError):
    pass


class HostMisconfigured(CommandError):
    pass


class ScheduleRefused(CommandError):
    """What was asked cannot be scheduled, or no such schedule is there; `detail` is a sentence for people."""
