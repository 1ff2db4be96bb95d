"""Whatever talking to an engine can raise, as one of our own errors."""

import logging
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import docker.errors as de
import paramiko
import requests.exceptions as re
import urllib3.exceptions as ue

from commands.errors import (
    AlreadySo,
    BadRequest,
    CommandError,
    Conflict,
    EngineError,
    EngineFailed,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    HostMisconfigured,
    NotFound,
)
from commands.secrets_mask import mask

log = logging.getLogger(__name__)

# Each class of `docker.errors`; a test holds this table to that module. APIError is told apart by its status.
DOCKER_ERRORS: Mapping[type[Exception], type[CommandError]] = {
    de.APIError: EngineFailed,
    de.NotFound: NotFound,
    de.ImageNotFound: NotFound,
    de.DockerException: EngineFailed,
    de.InvalidVersion: EngineFailed,
    de.InvalidRepository: BadRequest,
    de.InvalidConfigFile: HostMisconfigured,
    de.InvalidArgument: BadRequest,
    de.DeprecatedMethod: EngineFailed,
    de.TLSParameterError: HostMisconfigured,
    de.NullResource: BadRequest,
    de.ContainerError: EngineFailed,
    de.StreamParseError: EngineFailed,
    de.BuildError: EngineFailed,
    de.ImageLoadError: EngineFailed,
    de.MissingContextParameter: HostMisconfigured,
    de.ContextAlreadyExists: HostMisconfigured,
    de.ContextException: HostMisconfigured,
    de.ContextNotFound: HostMisconfigured,
}

_STATUSES: Mapping[int, type[EngineError]] = {
    304: AlreadySo,  # the engine's way of saying "it is so already"
    400: BadRequest,
    401: EngineForbidden,
    403: EngineForbidden,  # a socket proxy that does not let us
    404: NotFound,
    406: BadRequest,
    408: EngineTimeout,
    409: Conflict,
    422: BadRequest,
    504: EngineTimeout,
}

# Sentences that come with a status which does not tell: there is nothing else to tell them by.
_SENTENCES: tuple[tuple[str, type[CommandError]], ...] = (
    ("port is already allocated", Conflict),
    ("is not paused", Conflict),
    ("is not running", Conflict),
    ("address already in use", Conflict),
    ("not a swarm manager", Conflict),
    ("executable file not found", BadRequest),
    ("http request to an https server", HostMisconfigured),
    ("pull access denied", NotFound),
    ("manifest unknown", NotFound),
)

# From the surest to the vaguest: the first kind found anywhere in the chain of causes decides.
_KINDS: tuple[tuple[tuple[type[BaseException], ...], type[CommandError]], ...] = (
    ((PermissionError, paramiko.PasswordRequiredException), EngineForbidden),
    ((paramiko.AuthenticationException,), EngineForbidden),
    ((ue.NewConnectionError,), EngineUnreachable),  # to urllib3 a refused connection is a kind of time-out
    ((TimeoutError, ue.TimeoutError, re.Timeout), EngineTimeout),
    ((paramiko.BadHostKeyException, paramiko.ProxyCommandFailure), HostMisconfigured),
    ((ssl.SSLError, ue.SSLError, re.SSLError), HostMisconfigured),
    ((re.InvalidURL, re.MissingSchema, re.InvalidSchema, ue.LocationParseError), HostMisconfigured),
    ((re.JSONDecodeError,), EngineFailed),
    ((ConnectionError, re.RequestException, ue.HTTPError, paramiko.SSHException, EOFError), EngineUnreachable),
)

# What a broken answer makes of the code that reads it.
_UNREADABLE = (KeyError, IndexError, TypeError, ValueError, AttributeError)


def translate(error: Exception) -> CommandError:
    """Which of our errors `error` is, with the engine's words free of secrets."""
    if isinstance(error, CommandError):
        return error
    kind = _kind(error)
    return kind(mask(_words(error)))


def kind_of_sentence(said: str) -> type[CommandError]:
    """What an error that arrives as nothing but a sentence means (in a stream, or with a status that does not tell)."""
    lowered = said.lower()
    return next((kind for sentence, kind in _SENTENCES if sentence in lowered), EngineFailed)


@contextmanager
def translated() -> Iterator[None]:
    """Inside, nothing leaves but a `CommandError`."""
    try:
        yield
    except CommandError:
        raise
    except Exception as error:
        # Broad on purpose: the one place where whatever the libraries raise becomes ours.
        translation = translate(error)
        if isinstance(translation, EngineFailed):
            # What the engine said is enough; what we could not read needs its place.
            unread = None if isinstance(error, de.APIError) else error
            log.warning("the engine failed: %s", translation.detail, exc_info=unread)
        raise translation from error


def _kind(error: Exception) -> type[CommandError]:
    if isinstance(error, de.APIError):
        return _kind_of_answer(error)
    chain = tuple(_chain(error))
    for kinds, ours in _KINDS:
        if any(isinstance(link, kinds) for link in chain):
            # "Server not found in known_hosts" is an SSHException like any other.
            return HostMisconfigured if _is_unknown_key(chain) else ours
    for kind in type(error).__mro__:
        if kind in DOCKER_ERRORS:
            return DOCKER_ERRORS[kind]
    if isinstance(error, OSError):
        return _kind_of_file(error)
    return EngineFailed


def _kind_of_answer(error: de.APIError) -> type[CommandError]:
    said = str(error.explanation or "")
    told = kind_of_sentence(said)
    if told is not EngineFailed or "page not found" in said:  # no such endpoint: no Docker engine, or one too old
        return told
    if error.status_code is None:
        return DOCKER_ERRORS.get(type(error), EngineFailed)
    return _STATUSES.get(error.status_code, EngineFailed)


def _kind_of_file(error: OSError) -> type[CommandError]:
    # requests reports a certificate file that is not there as a bare OSError.
    if "TLS" in str(error) or "certificate" in str(error).lower():
        return HostMisconfigured
    return EngineUnreachable


def _is_unknown_key(chain: tuple[BaseException, ...]) -> bool:
    return any(isinstance(link, paramiko.SSHException) and "known_hosts" in str(link) for link in chain)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and all that caused it, also what libraries put into `args` and `reason`."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        link = waiting.pop(0)
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = [argument for argument in link.args if isinstance(argument, BaseException)]
        reason = getattr(link, "reason", None)
        waiting += [*inner, link.__cause__, link.__context__, reason if isinstance(reason, BaseException) else None]


def _words(error: Exception) -> str:
    if isinstance(error, de.APIError):
        if error.status_code == 304:
            return "it is so already"
        return str(error.explanation or error.args[0] if error.args else error)
    if isinstance(error, _UNREADABLE):
        return f"unreadable answer ({type(error).__name__}: {error})"
    innermost = list(_chain(error))[-1]
    return str(innermost) or str(error) or type(error).__name__
