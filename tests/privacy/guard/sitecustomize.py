"""Loaded by every Python that has this folder on its path: writes down each address that is looked up or called, and lets none but this machine's own through."""

import os
import socket
from pathlib import Path
from typing import Any

_LOG = os.environ["SOCKET_LOG"]
_OWN = ("127.0.0.1", "::1", "localhost")


def _note(what: str, address: Any) -> None:
    with Path(_LOG).open("a", encoding="utf-8") as log:
        log.write(f"{what} {address[0]} {address[1]}\n")
    if address[0] not in _OWN:
        raise OSError(f"no way to {address[0]}")


def _guard(name: str) -> None:
    real = getattr(socket.socket, name)

    def guarded(self: socket.socket, *args: Any) -> Any:
        address = args[-1]
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            _note(name, address)
        return real(self, *args)

    setattr(socket.socket, name, guarded)


for _name in ("connect", "connect_ex", "sendto"):
    _guard(_name)

_lookup = socket.getaddrinfo


def _guarded_lookup(host: Any, port: Any, *args: Any, **named: Any) -> Any:
    _note("getaddrinfo", (host.decode() if isinstance(host, bytes) else host, port))
    return _lookup(host, port, *args, **named)


socket.getaddrinfo = _guarded_lookup
