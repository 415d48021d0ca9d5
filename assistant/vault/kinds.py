"""What sort of note a file is, by its front matter, its folders and its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from assistant.models import NoteKind
from assistant.vault.folding import fold_word, word_set

_WORDS: dict[NoteKind, str] = {
    NoteKind.ONE_ON_ONE: """
        people person 1on1 1on1s 1-1 1-1s 1:1 1:1s 121 121s 1to1 1x1 1-on-1 1-on-1s one-on-one one-on-ones
        oneonone oneonones one-to-one one-to-ones 1-2-1 1-2-1s o3 o3s ooo reports direct-reports directs
        reps rep sellers seller ae aes team-members members staff mitarbeiter mitarbeitende
        mitarbeitergespraech mitarbeitergesprach medewerkers personen personnes persone personas pessoas
        equipe-individuel einzelgespraeche einzelgesprache einzelgesprach gespraeche gesprache vier-augen
        jour-fixe bila bilas bilat bilats bilateral bilateraal entretiens entretien lide sales-team ludzie
        collaborateurs verkaeufer verkaufer vendeurs vendedores verkopers coaching coaching-notes
    """,
    NoteKind.CALL: """
        call calls meetings meeting customer customers customer-calls customer-meetings client clients
        client-calls account accounts deal deals visit visits ride-along ride-alongs ridealong ridealongs
        joint-calls joint-visits field-days transcript transcripts recordings demo demos discovery kunde
        kunden kundentermine kundengespraeche kundengesprache besuche termine klanten klantgesprekken
        bezoeken gesprekken rendez-vous visites clientes llamadas reuniones visitas chiamate hovory
        schuzky spotkania otter fireflies gong fathom granola
    """,
    NoteKind.TEAM: """
        team teams team-call team-calls team-meeting team-meetings team-mtg teammeeting teammeetings
        all-hands allhands equipe equipo squadra tym zespol forecast forecast-call forecast-calls standup
        standups stand-ups huddle huddles staff-meeting staff-meetings teamrunde besprechungen teamoverleg
        weekly-team kickoff
    """,
    NoteKind.DAILY: """
        daily dailies daily-notes journal journals journaal diary diaries days day-notes dagboek tagebuch
        log logs worklog logbook logbuch logboek notizen journalier diario dziennik denik weekly weeklies
        weekly-notes
    """,
    NoteKind.INBOX: """
        inbox unsorted posteingang eingang boite-de-reception bandeja scratch quick capture captures dump
    """,
    NoteKind.DOCUMENT: """
        docs doc documents document reference references wiki templates template attachments resources
        collateral dokumente documenten dokumenty material materials library enablement playbooks playbook
        contacts contact topics recaps
    """,
}
KIND_OF_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
"""Folder and file words, folded, spaces as hyphens."""
_IN_NAME = {
    word: kind for word, kind in KIND_OF_WORD.items() if kind in (NoteKind.CALL, NoteKind.TEAM, NoteKind.ONE_ON_ONE)
}
_NOT_IN_NAME = word_set(
    """
    people person members staff account accounts deal deals client clients customer customers rep seller
    ae day
    """
)
"""Words that say something of a folder and little of one file."""
ONE_ON_ONE_WORDS = re.compile(
    r"(?<![\w:/.])(?:1\s?[:x/-]\s?1s?|1[\s-]?(?:on|to|2)[\s-]?1s?|one[\s-](?:on|to)[\s-]ones?|oneonones?|121s?|o3s?|bilas?|bilats?"
    r"|catch[\s-]?ups?|check[\s-]?ins?|jour fixe|mitarbeitergespr\w+|einzelgespr\w+|vier augen"
    r"|entretien|coaching)(?![\w:/])",
    re.IGNORECASE,
)
"""What people call the meeting of two, in folded text."""
_CALL_WORDS = re.compile(
    r"\b(?:calls?|demo|discovery|visit(?:ed)?|site visit|customer|client|kundentermin"
    r"|kundenbesuch|besuch|klant|transcript|recording|"
    r"ride[\s-]?along|rendez-vous|pitch|negotiation|qbr|ebr|debrief)\b"
)
_TEAM_WORDS = re.compile(
    r"\b(?:team|all[\s-]hands|forecast|stand[\s-]?up|huddle|everybody|everyone|kick[\s-]?off|off[\s-]?site)\b"
)
_TRANSCRIPT = re.compile(
    r"^\W{0,3}(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?\)?\]?\W{0,3}[^\W\d_][\w .'-]{1,30}:"
    r"|[^\W\d_][\w .'-]{1,30}\s+\(?\d{1,2}:\d\d)",
    re.MULTILINE,
)


def kind_of(path: str, values: dict[str, Any]) -> NoteKind:
    """The kind that the front matter names, else the nearest telling folder, else the file's name."""
    for key in ("kind", "type", "category", "note-type"):
        value = values.get(key)
        if isinstance(value, str) and (named := _by_word(value)):
            return named
    *folders, name = path.split("/")
    of_name = kind_of_name(name.rpartition(".")[0] or name)
    for folder in reversed(folders):
        if found := _by_word(folder):
            is_narrower = found in (NoteKind.CALL, NoteKind.DAILY, NoteKind.INBOX) and of_name in (
                NoteKind.ONE_ON_ONE,
                NoteKind.TEAM,
            )
            return of_name if is_narrower else found
    return of_name


def kind_of_name(name: str) -> NoteKind:
    """What a file's name says; DOCUMENT where it says nothing."""
    folded = fold_word(name)
    if ONE_ON_ONE_WORDS.search(folded):
        return NoteKind.ONE_ON_ONE
    words = set(re.split(r"[^\w:]+", folded)) - _NOT_IN_NAME
    for kind in (NoteKind.TEAM, NoteKind.CALL, NoteKind.ONE_ON_ONE):
        if any(_IN_NAME.get(word) is kind for word in words):
            return kind
    if (
        re.fullmatch(r"\W*20\d\d[-_. ]?\d\d[-_. ]?\d\d\W*(?:[a-z]{2,9})?\W*", folded)
        or {"daily", "journal", "diary", "log"} & words
    ):
        return NoteKind.DAILY
    return NoteKind.INBOX if "inbox" in words else NoteKind.DOCUMENT


def kind_of_heading(heading: str) -> NoteKind | None:
    """What the heading of a log's entry says it was, if anything."""
    folded = fold_word(heading)
    if ONE_ON_ONE_WORDS.search(folded):
        return NoteKind.ONE_ON_ONE
    if _TEAM_WORDS.search(folded):
        return NoteKind.TEAM
    return NoteKind.CALL if _CALL_WORDS.search(folded) else None


def is_transcript(text: str) -> bool:
    """Whether the text is a record of who said what, line by line."""
    return len(_TRANSCRIPT.findall(text[:4000])) >= 5


def is_kind_folder(part: str) -> bool:
    """Whether a folder's name says what kind of notes lie in it."""
    return _by_word(part) is not None


def is_people_folder(part: str) -> bool:
    """Whether the notes in a folder of this name are about the people of the team, one by one."""
    return _by_word(part) is NoteKind.ONE_ON_ONE


@lru_cache(maxsize=4096)
def _by_word(text: str) -> NoteKind | None:
    folded = re.sub(r"^[\d\W_]+(?=[a-z]{3})", "", fold_word(text).strip())
    plain = re.sub(r"[\s_]+", "-", folded).strip("-")
    found = KIND_OF_WORD.get(plain) or KIND_OF_WORD.get(fold_word(text).strip())
    if found or "-" not in plain:
        return found
    if ONE_ON_ONE_WORDS.search(folded):
        return NoteKind.ONE_ON_ONE
    ends = [
        KIND_OF_WORD.get(word)
        for word in plain.split("-")
        if word not in ("my", "the", "notes", "our", "meine", "sales")
    ]
    return ends[0] if len(set(ends)) == 1 else None
