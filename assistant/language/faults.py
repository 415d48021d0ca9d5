"""Whatever goes wrong with a model, as one sentence and one remedy. Vendors' own words stay out: they repeat keys and prompts."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any

from assistant.errors import ShowMeError

_LONGEST_WAIT = 3600.0


class ModelError(ShowMeError):
    """A model did not do what it was asked."""

    def __init__(self, message: str, remedy: str, *, is_final: bool = False, wait: float | None = None) -> None:
        super().__init__(message, remedy)
        self.is_final = is_final
        """Asking again would end the same way."""
        self.wait = wait
        """How many seconds the other side asked to wait."""


def fault_of(error: BaseException, model: str, host: str) -> ModelError:
    """The fault that a vendor's exception stands for, told by status and by the kinds of exception it descends from."""
    status = _status(error)
    kinds = {kind.__name__ for cause in causes_of(error) for kind in type(cause).__mro__}
    if status is not None:
        return fault_of_status(status, model, host, _headers(error))
    if any("Timeout" in kind for kind in kinds):
        return too_slow(model)
    if {"RemoteProtocolError", "IncompleteRead", "ReadError", "ConnectionResetError"} & kinds:
        return broken_off(host)
    if {"ConnectError", "ConnectionRefusedError", "APIConnectionError", "ConnectionError", "gaierror"} & kinds:
        return ModelError(
            f"Nothing answers at {host}.", "Start the server, or mend SHOWME_BASE_URL and the network.", is_final=True
        )
    if {"ValidationError", "ValueError", "KeyError", "TypeError", "AttributeError", "IndexError"} & kinds:
        return not_agreed(model)
    return ModelError(f"{model} failed ({type(error).__name__}).", "Try again, or use another model.")


def fault_of_status(status: int, model: str, host: str, headers: dict[str, str]) -> ModelError:
    """The fault that an HTTP status stands for."""
    if status in (401, 403):
        return ModelError(
            f"{host} refused the key for {model} ({status}).",
            "Set the provider's key in the environment or the keyring; docs/guide.md names them.",
            is_final=True,
        )
    if status == 404:
        return ModelError(f"{host} does not know {model} (404).", "Mend the name or SHOWME_BASE_URL.", is_final=True)
    if status == 402:
        return ModelError(f"{host} wants to be paid first (402).", "Look at your account there.", is_final=True)
    if status == 429:
        return ModelError(
            f"{host} asks to wait before it is asked again (429).", "Try again later.", wait=retry_after(headers) or 1.0
        )
    if 300 <= status < 400:
        return ModelError(
            f"{host} points to another address ({status}).", "Put the right one in SHOWME_BASE_URL.", is_final=True
        )
    if 400 <= status < 500:
        return ModelError(f"{host} does not accept the request ({status}).", "Use another model.", is_final=True)
    return ModelError(f"{host} failed ({status}).", "Try again later, or use another model.", wait=retry_after(headers))


def too_slow(model: str) -> ModelError:
    """It took longer than there was time."""
    return ModelError(f"{model} did not answer in time.", "Give it longer (`total_seconds`), or use a faster model.")


def not_agreed(model: str) -> ModelError:
    """The bytes were no answer of the protocol, or no JSON where JSON was asked for."""
    return ModelError(f"The answer of {model} was not in the agreed form.", "Try again, or use another model.")


def broken_off(host: str) -> ModelError:
    """The connection ended before the answer did."""
    return ModelError(f"{host} broke off in the middle of an answer.", "Try again, or use another model.")


def endless(model: str) -> ModelError:
    """It went on and on."""
    return ModelError(f"{model} did not come to an end.", "Use another model, or strategy = adapt.")


def retry_after(headers: dict[str, str]) -> float | None:
    """The seconds that a Retry-After header asks for, given as seconds or as a date."""
    text = {name.casefold(): value for name, value in headers.items()}.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            when = parsedate_to_datetime(text)
        except ValueError:
            return None
        seconds = when.timestamp() - _now()
    return min(max(0.0, seconds), _LONGEST_WAIT) if seconds == seconds else None


def _now() -> float:
    import time

    return time.time()


def causes_of(error: BaseException) -> list[BaseException]:
    """An exception and what it came from, the outermost first."""
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found


def _status(error: BaseException) -> int | None:
    for cause in causes_of(error):
        for holder in (cause, getattr(cause, "response", None)):
            status = getattr(holder, "status_code", None)
            if isinstance(status, int) and status >= 300:
                return status
    return None


def _headers(error: BaseException) -> dict[str, str]:
    for cause in causes_of(error):
        headers: Any = getattr(getattr(cause, "response", None), "headers", None)
        if headers is not None:
            return {str(name): str(value) for name, value in dict(headers).items()}
    return {}
