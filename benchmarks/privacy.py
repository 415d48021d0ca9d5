"""Measures what leaves the machine, and what is withheld: `python -m benchmarks.privacy [sentences|pseudonyms]`.

sentences: private matters found in labelled sentences of several hands, each hand by itself.
pseudonyms: every section of several vaults, and everybody's brief, sent through the one line out to a server that speaks the OpenAI protocol;
the bodies it received are searched for names, and the answers, bent in several ways, are compared with what should have come back.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from assistant import verbs
from assistant.language.budget import Budget
from assistant.language.opening import open_line
from assistant.language.setting import load_setting
from assistant.language.strangers import is_common, is_english, words_of
from assistant.language.turns import Call, Turn
from assistant.language.wish import Wish
from assistant.reading.sensitive import are_fit_to_show
from assistant.vault.folding import fold_word
from assistant.vault.mentions import WORDLIKE
from assistant.vault.names import is_company_like
from assistant.workspace import Workspace
from tests.language.server import Asked, ModelServer, serve

DATA = Path(__file__).parent / "data"
SAMPLE = Path(__file__).parent.parent / "assistant" / "sample" / "vault"
VAULTS = {
    "set-a": DATA / "set-a" / "vault",
    "roofing": DATA / "roofing" / "vault",
    "sample": SAMPLE,
    "privacy-own": DATA / "privacy-own",
}
TODAY = date(2026, 11, 23)
SENTENCES = {
    "train": ("sensitive-train", "harmless-train"),
    "trades": ("sensitive",),
    "test (frozen)": ("sensitive-test",),
}
_PARTS = re.compile(r"(?i)\b(?:ltd|limited|inc|llc|plc|gmbh|a/s|ag|and|of|the)\b|[&/.,]")
Bend = Callable[[str], str]
BENDS: dict[str, Bend] = {
    "as it came": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "every word possessive": lambda text: re.sub(r"\b([^\W\d_]{5,})\b(?!['’@.])", r"\1's", text),
    "in bold": lambda text: re.sub(r"\b([^\W\d_]{5,})\b(?![@.])", r"**\1**", text),
}


def measure_sentences() -> None:
    """One row a set: how many private sentences were found, and how many of those found are private."""
    print(
        "| sentences | private | found | recall | harmless | taken for private | precision |\n| --- | --- | --- | --- | --- | --- | --- |"
    )
    for name, files in SENTENCES.items():
        rows = [
            json.loads(line)
            for file in files
            for line in (DATA / "hands" / f"{file}.jsonl").read_text("utf-8").splitlines()
        ]
        found = [not fit for fit in are_fit_to_show([row["text"] for row in rows])]
        private = [row["sensitive"] for row in rows]
        right = sum(f and p for f, p in zip(found, private, strict=True))
        wrong = sum(found) - right
        print(
            f"| {name} | {sum(private)} | {right} | {right / sum(private):.3f} | {len(rows) - sum(private)} | {wrong} | {right / max(1, sum(found)):.3f} |"
        )


def measure_pseudonyms() -> None:
    """One row a vault: what its bodies held, and what came back wrong."""
    outside = json.loads((DATA / "names-outside.json").read_text("utf-8"))
    head = [
        "vault",
        "bodies",
        "letters",
        "known names",
        "known leaked",
        "unknown names",
        "unknown leaked",
        "answers",
        *(f"wrong {name}" for name in BENDS),
    ]
    print(f"| {' | '.join(head)} |\n|{' --- |' * len(head)}")
    for name, source in VAULTS.items():
        with tempfile.TemporaryDirectory() as folder, serve(_echo) as server:
            root = Path(folder) / "vault"
            shutil.copytree(source, root)
            os.environ |= {"SHOWME_BASE_URL": server.url, "SHOWME_PSEUDONYMS": "always"}
            work = Workspace(root, today=TODAY)
            wrong = _wrong_answers(work)
            for person in work.roster.people:
                for strategy in ("adapt", "draft"):
                    verbs.prep(work, person.id, Wish("openai:scripted", strategy, use_cache=False))
            bodies = _words_sent(server)
            known = sorted(_known(work))
            texts = [fold_word(section.text) for section in work.catalog.all_sections()]
            strange = [word for word in outside[name].split() if any(_stands(fold_word(word), text) for text in texts)]
            leaked = [word for word in known if any(_stands(word, body) for body in bodies)]
            gone = [word for word in strange if any(_stands(fold_word(word), body) for body in bodies)]
            answers = len(list(work.catalog.all_sections()))
            row = [
                name,
                len(bodies),
                sum(map(len, bodies)),
                len(known),
                len(leaked),
                len(strange),
                len(gone),
                answers,
                *wrong,
            ]
            work.close()
        print(f"| {' | '.join(map(str, row))} |")
        if leaked or gone:
            print(f"leaked: {', '.join([*leaked, *gone])}", file=sys.stderr)


def _echo(asked: Asked) -> str:
    """The last turn, word for word: the answer in which every name can be put back wrongly."""
    return asked.last


def _wrong_answers(work: Workspace) -> list[int]:
    """For each way of bending an answer, how many sections do not come back as they went."""
    from assistant.language.pseudonyms import open_pseudonyms

    line = open_line(work, load_setting(work.vault.state, "openai:scripted"), use_cache=False)
    veil = open_pseudonyms(work)
    wrong = dict.fromkeys(BENDS, 0)
    for section in work.catalog.all_sections():
        if not section.text.strip():
            continue
        call = Call(purpose="measure", prompt="", turns=(Turn(role="user", text=section.text),), most_tokens=10_000)
        answers = {"as it came": line.ask(call, Budget(60)).text}
        hidden = veil.hide(section.text)
        answers |= {name: veil.restore(bend(hidden)) for name, bend in BENDS.items() if name != "as it came"}
        if "[withheld]" in hidden:
            continue
        for name, bend in BENDS.items():
            wrong[name] += _plain(answers[name]) != _plain(bend(section.text))
    line.close()
    return list(wrong.values())


def _plain(text: str) -> str:
    """What a bend may change besides the names: case, bold, the mark of possession."""
    return re.sub(r"\*\*|['’]s\b|https?://|\W", "", fold_word(text))


def _words_sent(server: ModelServer) -> list[str]:
    """The bodies as they arrived, escapes resolved, folded."""
    return [
        fold_word("\n".join([json.dumps(asked.body, ensure_ascii=False).replace("\\n", "\n"), asked.path]))
        for asked in server.asked
    ]


def _known(work: Workspace) -> Iterator[str]:
    """Names that the vault declares, folded: whole, and each word of them that is no word of English."""
    people = [*work.roster.people, *([work.roster.manager] if work.roster.manager else [])]
    names = {name for person in people for name in (person.name or "", *person.aliases) if len(name) > 3}
    firms = {deal.account for deal in work.pipeline.deals} if work.pipeline else set()
    known = {fold_word(name) for name in names | firms}
    known |= {
        word.plain for name in names for word in words_of(name) if len(word.plain) > 2 and word.plain not in WORDLIKE
    }
    known |= {" ".join(_PARTS.sub(" ", fold_word(firm)).split()) for firm in firms}
    for firm in firms:
        first, *others = words_of(firm)
        known |= (
            {first.plain}
            if not is_common(first.plain) and not is_company_like(first.plain) and len(first.plain) > 2
            else set()
        )
        known |= {word.plain for word in others if not is_english(word.plain) and len(word.plain) > 3}
    return iter(name for name in known if name)


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a folded text as a word, with or without an ending."""
    return name in text and re.search(rf"(?<![^\W_]){re.escape(name)}(?:'?s)?(?![^\W_])", text) is not None


def main(parts: Iterable[str]) -> None:
    """Prints the parts that are named, else both."""
    measures = {"sentences": measure_sentences, "pseudonyms": measure_pseudonyms}
    for part in list(parts) or measures:
        measures[part]()


if __name__ == "__main__":
    main(sys.argv[1:])
