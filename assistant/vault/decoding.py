"""Bytes to text: UTF-8, UTF-16 with or without its mark, Latin-1 as the last resort; and what is no text."""

from __future__ import annotations

MAX_BYTES = 5_000_000
"""A note longer than this is no note; it is named and left out."""


class NotTextError(ValueError):
    """The bytes are no text that a note could hold."""


def decode(raw: bytes) -> tuple[str, str | None]:
    """The text with LF line ends, and a reason where its encoding had to be guessed.

    Raises NotTextError for binary content.
    """
    text, reason = _decode(raw)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff"), reason


def _decode(raw: bytes) -> tuple[str, str | None]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace"), None
    head = raw[:4096]
    if head.count(0) > len(head) // 4:
        order = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
        try:
            return raw.decode(order), "UTF-16 without its mark"
        except UnicodeDecodeError:
            raise NotTextError("binary, not text") from None
    if 0 in head:
        raise NotTextError("binary, not text")
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    control = sum(byte < 32 and byte not in (9, 10, 13) for byte in head)
    if control > len(head) // 50:
        raise NotTextError("binary, not text")
    try:
        return raw.decode("cp1252"), "not UTF-8, read as Latin-1"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "not UTF-8, read as Latin-1"
