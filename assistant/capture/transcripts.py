"""Who said what: subtitles, and the text that Zoom, Teams, Otter and Gong export, as turns."""

from __future__ import annotations

import io
import itertools
import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence

_VTT = re.compile(r"\A\s*WEBVTT\b")
_SRT = re.compile(r"\A\s*\d+\s*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> ")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s>]+)*\s+([^>]+)>(.*?)(?=</v>|<v[.\s]|\Z)", re.DOTALL)
_SPOKEN = re.compile(r"^\s*([^\W\d_][^:\n]{0,40}?)\s*:\s+(\S.*)$", re.DOTALL)
_CLOCK = r"\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\)?\]?"
"""Never with `AM` or `PM`: so chats are pasted, and those stay as they are."""
_TIME = rf"(?:{_CLOCK}|(?:\d+ hours? )?\d+ minutes? \d+ seconds?)"
_NAME = r"[^\W\d_][\w .,'’()&-]{0,48}?"
_HEAD = re.compile(
    rf"^\s*(?:\[?(?P<name>{_NAME})\]?\s*[|,–—-]?\s+(?P<at>{_TIME})(?:\s*[-–—>]+\s*{_TIME})?"
    rf"|(?P<since>{_TIME})(?:\s*[-–—>]+\s*{_TIME})?\s*[|,–—-]?\s*\[?(?P<later>{_NAME})\]?)\s*:?\s*$"
)
"""`Morgan Lee   0:03`, `[Morgan Lee] 10:02:11`, `Morgan Lee 0 minutes 3 seconds` or `0:03 | Morgan Lee`, alone on a line."""
_CHAT = re.compile(
    rf"^\s*(?P<since>{_CLOCK})\s+(?:From\s+)?(?P<name>[^\W\d_][^:\n]{{0,40}}?)(?:\s+to\s+\w[\w ]*)?\s*:\s*(?P<words>\S.*)$"
)
"""`10:02:11 From Morgan Lee : words`: Zoom's chat, and transcripts with the time in front."""
_BARE_TIME = re.compile(rf"^\s*{_TIME}\s*$")
_WRITTEN = re.compile(r"^\s*(?:[-*+•–—]\s|\d{1,2}[.)]\s|#{1,6}\s|>|\|)")
"""Nobody speaks in bullets, headings and tables: a note does."""
_ENOUGH_TURNS = 3
_TALK_GAP = 5
"""Minutes between two turns of a talk, at the most and in the middle; appointments of a day lie further apart."""

Turn = tuple[str, str]
"""Who spoke, `` where nobody is named, and the words."""
IsKnown = Callable[[str], bool]
"""Whether somebody of the team, or the manager, is called so."""


def is_subtitles(text: str) -> bool:
    """Whether it begins as WebVTT or SubRip does."""
    return bool(_VTT.match(text) or _SRT.match(text))


def subtitles(text: str) -> list[Turn]:
    """The cues of a WebVTT or SubRip file; one that breaks the format gives what can be read of it."""
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    body = text.lstrip()
    try:
        captions = webvtt.from_buffer(io.StringIO(body), format="vtt" if _VTT.match(body) else "srt").captions
        cues = [caption.raw_text for caption in captions]
    except (MalformedFileError, MalformedCaptionError):
        cues = [line for line in body.split("\n")[1:] if "-->" not in line and not line.strip().isdigit()]
    return [turn for cue in cues for turn in _voices(cue)]


def speaker_blocks(text: str, is_known: IsKnown) -> list[Turn]:
    """The turns of a transcript whose speakers stand on lines of their own, or with a time in front; none for a note
    that only gives times."""
    turns: list[Turn] = []
    names: list[str] = []
    times: list[str] = []
    for line in text.split("\n"):
        if head := _HEAD.match(line) or _CHAT.match(line):
            found = head.groupdict()
            names.append((found["name"] or found["later"]).strip())
            times.append(found.get("at") or found["since"])
            turns.append((names[-1], (found.get("words") or "").strip()))
        elif names and _WRITTEN.match(line):
            return []
        elif names and line.strip() and not _BARE_TIME.match(line):
            name, words = turns[-1]
            turns[-1] = name, f"{words} {line.strip()}".strip()
        elif not names and line.strip():
            turns.append(("", line.strip()))
    return turns if _is_talk(names, times, is_known) else []


def as_lines(turns: Iterable[Turn]) -> str:
    """One line a turn; what somebody says on end is one turn."""
    joined: list[Turn] = []
    for name, words in turns:
        if not words:
            continue
        if joined and joined[-1][0] == name and name:
            joined[-1] = name, f"{joined[-1][1]} {words}"
        else:
            joined.append((name, words))
    return "\n".join(f"{name}: {words}" if name else words for name, words in joined) + ("\n" if joined else "")


def _voices(cue: str) -> Iterator[Turn]:
    """What each voice of a cue says; before and behind them, and without any, a name may stand in the words."""
    place = 0
    parts: list[Turn] = []
    for match in _VOICE.finditer(cue):
        parts += [("", cue[place : match.start()]), (match[1].strip(), match[2])]
        place = match.end()
    for voice, raw in (*parts, ("", cue[place:])):
        words = " ".join(_TAG.sub("", raw).split())
        spoken = None if voice else _SPOKEN.match(words)
        if words:
            yield (spoken[1], spoken[2]) if spoken else (voice, words)


def _is_talk(names: Sequence[str], times: Sequence[str], is_known: IsKnown) -> bool:
    """Whether these are speakers and not appointments: they come again or are known, and the times are those of a talk."""
    if len(names) < _ENOUGH_TURNS:
        return False
    speakers = set(names)
    known = [name for name in speakers if is_known(name)]
    is_recurring = len(speakers) < len(names)
    if _are_of_a_talk(times):
        return is_recurring or len(known) > 1
    return is_recurring and sum(" " in name for name in known) > 1  # a manager's own day says `Morgan 10:30`


def _are_of_a_talk(times: Sequence[str]) -> bool:
    """Whether they count seconds, from zero, or lie close together."""
    parts = [[int(part) for part in re.findall(r"\d+", time)] for time in times]
    if any(time.count(":") > 1 or "second" in time for time in times) or parts[0][0] == 0:
        return True
    minutes = [hour * 60 + minute for hour, minute, *_ in parts]
    gaps = [after - before for before, after in itertools.pairwise(minutes)]
    return 0 <= statistics.median(gaps) <= _TALK_GAP
