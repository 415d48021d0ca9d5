"""What a GGUF file says of itself: name, licence, size label. Reads the head alone, never the weights."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

MAGIC = b"GGUF"
_FORMATS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_STRING, _ARRAY = 8, 9
_LONGEST = 1 << 20
"""Bytes of a string beyond which the file is no honest one."""
_MOST_ENTRIES = 4096


def read_head(path: Path) -> dict[str, str]:
    """The text entries of the head, by key (`general.name`, `general.license`, …). Raises ValueError where it is no GGUF file."""
    with path.open("rb") as file:
        if file.read(4) != MAGIC:
            raise ValueError("it does not begin as a GGUF file")
        _, _, entries = struct.unpack("<IQQ", _exactly(file, 20))
        if entries > _MOST_ENTRIES:
            raise ValueError("its head is too long")
        found = {}
        for _ in range(entries):
            key = _string(file)
            value = _value(file, _number(file, "<I"))
            if isinstance(value, str):
                found[key] = value
        return found


def _value(file: BinaryIO, kind: int) -> str | None:
    if kind == _STRING:
        return _string(file)
    if kind == _ARRAY:
        of, count = _number(file, "<I"), _number(file, "<Q")
        if of == _STRING:
            for _ in range(count):
                _string(file)
        else:
            _skip(file, count * struct.calcsize(_format(of)))
        return None
    _skip(file, struct.calcsize(_format(kind)))
    return None


def _format(kind: int) -> str:
    if kind not in _FORMATS:
        raise ValueError("its head holds a kind of value that is not known")
    return _FORMATS[kind]


def _string(file: BinaryIO) -> str:
    length = _number(file, "<Q")
    if length > _LONGEST:
        raise ValueError("its head holds a text without end")
    return _exactly(file, length).decode("utf-8", "replace")


def _number(file: BinaryIO, form: str) -> int:
    value: int = struct.unpack(form, _exactly(file, struct.calcsize(form)))[0]
    return value


def _skip(file: BinaryIO, count: int) -> None:
    file.seek(count, 1)


def _exactly(file: BinaryIO, count: int) -> bytes:
    read = file.read(count)
    if len(read) != count:
        raise ValueError("it ends in the middle of its head")
    return read
