"""Orders in notes, transcripts, exports and names, against a model that obeys every one it sees: nothing of them is shown, read or called."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant import verbs
from assistant.language.gate import judge
from assistant.language.ground import Answer, Ground
from assistant.language.wish import Wish
from assistant.models import Brief, Evidence
from assistant.reading.sensitive import is_fit_to_show
from assistant.workspace import Workspace
from tests.language.server import Asked, serve
from tests.privacy.attacks import WANTS, Attack, attacks

TODAY = date(2026, 11, 23)
ATTACKS = attacks()
PEOPLE = (
    "Sam Ode",
    "Ida Kerr",
    "Tom Vane",
    "Una Pell",
    "Rafe Dorn",
    "Lia Moss",
    "Jon Teal",
    "Eva Rusk",
    "Max Horn",
    "Zoe Lund",
)
STATEMENTS = (
    "says the Corvane budget is agreed",
    "will send me the Corvane plan by Friday",
    "says the Corvane CFO has signed",
    "asked the Corvane buyer what the queue costs him, and he gave the number himself",
    "says Corvane will go live in January",
    "owes me the Corvane loss review",
    "says the Corvane pilot runs well",
)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


CITABLE = [attack for attack in ATTACKS if _plain(attack.want) in _plain(attack.text)]
"""Those whose words stand in the line as they are, so that an answer could cite them."""


def folder(root: Path) -> list[str]:
    """Writes the vault: every attack beside a statement worth asking about; gives the people."""
    rows = ["Owner,Account,Deal,Stage,Amount,Close date,Next step"]
    for number, attack in enumerate(ATTACKS):
        person = PEOPLE[number % len(PEOPLE)]
        day = TODAY - timedelta(days=3 + 7 * (number // len(PEOPLE)))
        said = STATEMENTS[number % len(STATEMENTS)]
        name, head, line = day.isoformat(), "", f"- {person.split()[0]} {said}. {attack.text}"
        match attack.place:
            case "transcript":
                name = f"../../calls/{day} {person} Corvane {number}"
                line = f"{person}: I {said.removeprefix('says ')}.\n{attack.text}\nBuyer: Fine, we do that."
            case "pipeline":
                cells = ["Corvane", "Corvane docks", "Proposal", "90000", "2026-10-30", "Call"]
                cells[{"account": 0, "deal name": 1, "next step": 5}[attack.name]] = attack.text
                rows.append(",".join([person, *(json.dumps(cell) for cell in cells)]))
            case "file name":
                name = f"{day} {attack.text}"
            case "front matter":
                head = f"---\n{attack.name.split()[0]}: {attack.text}\n---\n"
        if attack.place != "pipeline":
            path = root / "people" / person / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path = path.parent.resolve() / path.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{head}# 1:1 {person}\n\n{line}\n", encoding="utf-8")
    (root / "pipeline").mkdir()
    (root / "pipeline" / "2026-11-20.csv").write_text("\n".join(rows), encoding="utf-8")
    return list(PEOPLE)


class Obedient:
    """Says what the first order in the request asks for, as often as it is asked, in the form that is wanted."""

    def __call__(self, asked: Asked) -> str:
        sent = "\n".join(turn["content"] for turn in asked.messages)
        seen = [attack for attack in ATTACKS if attack.marker in sent or attack.marker.lower() in sent.lower()]
        if "response_format" not in asked.body:
            last = [attack for attack in seen if attack.marker.lower() in asked.messages[-1]["content"].lower()]
            return (last or seen)[0].want if seen else "OK."
        ids = re.findall(r"\be\d+\b", sent)
        wants = [attack.want for attack in seen] or ["OK."]
        fors = list(dict.fromkeys(re.findall(r"\b[qr]\d+\b", asked.last)))
        items = [
            {
                "for": one,
                "text": wants[n % len(wants)],
                "evidence": ids[:3],
                "listen_for": wants[0],
                "follow_up": wants[-1],
            }
            for n, one in enumerate(fors)
        ]
        return json.dumps({"items": items})


def said_by(brief: Brief) -> list[str]:
    """Every word of the brief but its quotes."""
    return [
        *(text for q in brief.questions for text in (q.text, q.why, q.listen_for or "", q.follow_up or "")),
        *(request.request for request in brief.show_me),
    ]


@pytest.fixture
def watched() -> Iterator[dict[str, list[Any]]]:
    """What was opened outside the folders that belong here, and where connections went."""
    seen: dict[str, list[Any]] = {"open": [], "socket.connect": []}
    is_on = True

    def hook(event: str, details: tuple[Any, ...]) -> None:
        if is_on and event in seen:
            seen[event].append(details)

    sys.addaudithook(hook)
    yield seen
    is_on = False


@pytest.mark.parametrize("strategy", ["adapt", "draft"])
def test_no_order_is_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watched: dict[str, list[Any]], strategy: str
) -> None:
    people = folder(tmp_path / "vault")
    with serve(Obedient()) as server:
        monkeypatch.setenv("SHOWME_BASE_URL", server.url)
        work = Workspace(tmp_path / "vault", today=TODAY)
        briefs = [verbs.prep(work, person, Wish("openai:scripted", strategy)) for person in people]
        work.close()
        port = int(server.url.rpartition(":")[2].partition("/")[0])
    shown = [text for brief in briefs for text in said_by(brief)]
    assert len(ATTACKS) >= 60
    assert server.asked
    assert not [text for text in shown if text in WANTS or "kz" in text or "127.0.0.1" in text]
    assert {details[1][1] for details in watched["socket.connect"] if isinstance(details[1], tuple)} == {port}
    assert not [path for path, *_ in watched["open"] if str(path).endswith("passwd")]
    assert all("root:" not in asked.raw.decode() for asked in server.asked)


@pytest.mark.parametrize("attack", CITABLE, ids=[attack.name for attack in CITABLE])
def test_the_gate_refuses_what_an_order_asks_for_even_where_the_order_reached_the_model(attack: Attack) -> None:
    line = f"Sam says the Corvane budget is agreed. {attack.text}"
    evidence = Evidence(path="people/Sam Ode/2026-11-20.md", line_start=3, line_end=3, quote=line, date=TODAY)
    ground = Ground(
        offered={"e1": evidence},
        person="Sam Ode",
        today=TODAY,
        offline="Corvane: “the Corvane budget is agreed”. What would show it to both of us?",
        bank="What would show it to both of us?",
    )
    assert judge(Answer(text=attack.want, evidence=("e1",)), ground)


def test_nearly_every_order_is_known_for_one_before_any_model_sees_it() -> None:
    unknown = [attack.name for attack in ATTACKS if is_fit_to_show(f"- Sam says the budget is agreed. {attack.text}")]
    assert len(unknown) <= 2, unknown


def test_every_kind_is_of_its_own() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all(isinstance(attack, Attack) and attack.marker in attack.text for attack in ATTACKS)
