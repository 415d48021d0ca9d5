"""Names under pseudonyms: nothing known leaves in whatever way it is written, and everything comes back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.language.invented import invented_words, is_real
from assistant.language.prompts import load_prompt
from assistant.language.pseudonyms import Pseudonyms, open_pseudonyms
from assistant.vault.folding import fold_word
from assistant.workspace import Workspace

NOTES = {
    "people/Zdeněk Hrubý/2026-11-02.md": "# 1:1 Zden\n\n- Zden sent Mirae the Corvane plan\n- ZH to call Estelle Moreau at Corvane\n",
    "people/Zdeněk Hrubý/2026-11-09.md": "ZH: Corvane moved. Estelle said so.\n",
    "people/Jürgen Will/2026-11-03.md": "# 1:1 Jürgen\n\nHe takes Quarry Bank and Brook Lane.\n",
    "people/Mirae O'Brien/2026-11-04.md": "# 1:1 Mirae\n\nShe has Northern Light Foods.\n",
    "pipeline/2026-11-01.csv": "Owner,Account,Deal,Stage,Amount,Close date\n"
    "Zdeněk Hrubý,Corvane Logistics Ltd,Corvane - docks,Proposal,10000,2026-12-01\n"
    "Jürgen Will,Quarry Bank,Quarry Bank - roof,Proposal,20000,2026-12-01\n"
    "Mirae O'Brien,Northern Light Foods GmbH,Northern Light - freezers,Proposal,30000,2026-12-01\n",
    ".showme/config.toml": '[manager]\nname = "Peg Lawson"\n',
}


@pytest.fixture
def pseudonyms(make_vault: Callable[[dict[str, str]], Path]) -> Iterator[Pseudonyms]:
    work = Workspace(make_vault(NOTES), today=date(2026, 11, 23))
    yield open_pseudonyms(work)
    work.close()


WRITTEN = [
    "Zdeněk's plan", "Zdeněk’s plan", "ZDENĚK", "zdenek said", "zdeněk said", "Zden said no", "ask zden", "Hruby, Zdenek", "z.hruby", "zdenekhruby", "zdenek_hruby.md",
    "people/Zdeněk Hrubý/2026-11-02.md", "[[Zdeněk Hrubý]]", "@zdenek", "#zdenek-hruby", "ZH to call", "Zdeneks deal", "Zdenek-led", "Zdeněk\nHrubý", "Zden\u200běk", "Zde\u00adněk",
    "Z d e n e k", "zdneek said", "ask Jürgen", "Juergen said", "Jurgen Will", "Will, Jürgen", "JÜRGEN WILL", "ask Will about it", "mirae o'brien", "O’Brien's forecast", "OBrien",
    "Corvane's dock", "corvane", "CORVANE LOGISTICS", "corvane logistics ltd", "CorvaneHub", "pre-Corvane", "corvanes", "info@corvane.example", "www.corvane.com", "https://corvane.co.uk/a?b=c",
    "Corvane_plan.xlsx", "at Quarry Bank", "quarry bank", "Quarry's roof", "northern light foods", "Northern Light want it", "northern-light", "Peg's note", "peg said", "Lawson", "cor-\nvane",
    "mail zdenek.hruby@quayline.com", "Zdenĕk", "ｃｏｒｖａｎｅ",
]  # fmt: skip
KNOWN = re.compile(
    r"zden|hrub|mirae|brien|jurgen|juergen|corvane|quarry|northern.light|peg\b|lawson|\bzh\b|z d e n|zdneek|cor-\s*vane|\bwill\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_known_name_leaves_in_no_way_of_writing_it(pseudonyms: Pseudonyms, text: str) -> None:
    hidden = pseudonyms.hide(f"- {text}, and then the price")
    assert not KNOWN.search(fold_word(hidden)), hidden


@pytest.mark.parametrize("text", WRITTEN)
def test_it_is_put_back_as_it_was_written(pseudonyms: Pseudonyms, text: str) -> None:
    seen = text.replace("\u200b", "").replace("\u00ad", "")
    assert pseudonyms.restore(pseudonyms.hide(seen)) == seen


def test_what_nobody_declared_is_hidden_where_it_is_written_like_a_name(pseudonyms: Pseudonyms) -> None:
    text = "Estelle Moreau of Kestrel & Sons rang, +44 20 7946 0018, and KPN too. Mr Brook will sign."
    hidden = pseudonyms.hide(text)
    assert not re.search("Estelle|Moreau|Kestrel|Sons|7946|KPN|Brook", hidden), hidden
    assert pseudonyms.restore(hidden) == text


@pytest.mark.parametrize(
    ("form", "real"),
    [
        ("{0}'s plan", "Zdeněk's plan"),
        ("{0}’s plan", "Zdeněk’s plan"),
        ("{0}s Plan", "Zdeněks Plan"),
        ("{upper}", "ZDENĚK"),
        ("{lower}", "zdeněk"),
        ("**{0}**", "**Zdeněk**"),
        ("{0}-led", "Zdeněk-led"),
        ("pre{lower}", "prezdeněk"),
        ("“{0}”", "“Zdeněk”"),
    ],
)
def test_the_model_may_bend_a_pseudonym(pseudonyms: Pseudonyms, form: str, real: str) -> None:
    name = pseudonyms.hide("Zdeněk")
    assert pseudonyms.restore(form.format(name, upper=name.upper(), lower=name.lower())) == real


def test_a_slip_of_the_model_is_put_right(pseudonyms: Pseudonyms) -> None:
    name = pseudonyms.hide("Corvane")
    assert pseudonyms.restore(f"Ask {name[:2]}{name[3:]} first.") == "Ask Corvane first."


def test_a_pseudonym_that_stands_in_the_text_already_is_hidden_itself(pseudonyms: Pseudonyms) -> None:
    taken = pseudonyms.hide("Corvane")
    text = f"Corvane and {taken} and {taken.lower()} and {taken.upper()}"
    hidden = pseudonyms.hide(text)
    assert hidden.count(taken) == 1
    assert pseudonyms.restore(hidden) == text


def test_the_same_vault_gives_the_same_pseudonyms_and_another_gives_others(
    make_vault: Callable[[dict[str, str]], Path], tmp_path: Path
) -> None:
    root = make_vault(NOTES)
    first, again = (
        open_pseudonyms(Workspace(root, today=date(2026, 11, 23))).hide("Corvane, Zdeněk, ZH") for _ in range(2)
    )
    (root / ".showme" / "pseudonyms.key").unlink()
    other = open_pseudonyms(Workspace(root, today=date(2026, 11, 23))).hide("Corvane, Zdeněk, ZH")
    assert first == again != other


def test_secrets_are_gone_for_good(pseudonyms: Pseudonyms) -> None:
    hidden = pseudonyms.hide("portal password: Tamarind!78\ncard 4929 1234 5678 9012\nkey sk-abcdefghijklmnop1234")
    assert not re.search("Tamarind|4929|9012|abcdef", hidden)
    assert "Tamarind" not in pseudonyms.restore(hidden)


def test_invented_words_are_words_of_nobody() -> None:
    words = invented_words()
    assert len(words) == len(set(words)) > 1000
    assert not [word for word in words if is_real(word)]


def test_words_that_are_no_names_stay(pseudonyms: Pseudonyms) -> None:
    text = (
        "What would the CFO need to see by Friday 27 November? She'll bring the ROI sheet, and I'll read it in Excel."
    )
    assert pseudonyms.hide(text) == text


def test_the_stages_of_a_deal_stay(make_vault: Callable[[dict[str, str]], Path]) -> None:
    head = "Owner,Account,Deal,Stage,Amount,Close date\n"
    row = "Ana Reis,Corvane,Corvane - docks,Final Review,10000,2026-12-01\n"
    work = Workspace(make_vault({"pipeline/2026-11-01.csv": head + row}), today=date(2026, 11, 23))
    veil = open_pseudonyms(work)
    for text in (
        "Now at Proposal, 10,000.",
        "It went from Qualified to Negotiation.",
        "Still in Final Review, he says.",
    ):
        assert veil.hide(text) == text
    work.close()


def test_a_stage_that_is_called_like_a_customer_is_hidden_as_one(make_vault: Callable[[dict[str, str]], Path]) -> None:
    head = "Owner,Account,Deal,Stage,Amount,Close date\n"
    row = "Ana Reis,Harvest Group,Harvest Group - ovens,Harvest,10000,2026-12-01\n"
    work = Workspace(make_vault({"pipeline/2026-11-01.csv": head + row}), today=date(2026, 11, 23))
    assert "Harvest" not in open_pseudonyms(work).hide("She rang Harvest Group, then Harvest again.")
    work.close()


@pytest.mark.parametrize("name", ["adapt", "draft", "ask", "request"])
def test_a_shipped_prompt_keeps_its_own_words_and_loses_the_notes_names(pseudonyms: Pseudonyms, name: str) -> None:
    prompt = load_prompt(name, None)
    said = "Zdeněk told Estelle of Larkspur and Piet, at Corvane, +44 20 7946 0018"
    turns = prompt.render(dict.fromkeys(prompt.inputs, said), prompt.kinds)
    bare = prompt.render(dict.fromkeys(prompt.inputs, ""), prompt.kinds)
    hidden = [pseudonyms.hide(turn.text, turn.told) for turn in turns]
    veiled = pseudonyms.hide(said)
    for turn, empty, text in zip(turns, bare, hidden, strict=True):
        assert text.count(veiled) == len(turn.told or ())
        assert text.replace(veiled, "") == empty.text
        assert pseudonyms.restore(text) == turn.text


def test_a_name_of_a_prompt_that_this_vault_knows_is_hidden_there_too(
    make_vault: Callable[[dict[str, str]], Path],
) -> None:
    notes = {"people/Tomasz Wilk/2026-11-02.md": "# 1:1 Tomasz\n\nHe has Larkspur.\n"}
    work = Workspace(make_vault(notes), today=date(2026, 11, 23))
    veil = open_pseudonyms(work)
    turns = (prompt := load_prompt("adapt", None)).render(dict.fromkeys(prompt.inputs, "x"), prompt.kinds)
    assert not any("Tomasz" in veil.hide(turn.text, turn.told) for turn in turns)
    work.close()


def test_a_prompt_of_the_managers_own_is_veiled_throughout(pseudonyms: Pseudonyms, tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    text = "---\nid: ready\nversion: 2\npurpose: x\ninputs: []\n---\n\n# user\n\nYou know Estelle Moreau, say ready.\n"
    (tmp_path / "prompts" / "ready.md").write_text(text, encoding="utf-8")
    (turn,) = load_prompt("ready", tmp_path).render({})
    assert "Estelle" not in pseudonyms.hide(turn.text, turn.told)
