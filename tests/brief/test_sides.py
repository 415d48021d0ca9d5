"""A matter's words in a question: two versions side by side, and the deal where the form does not name it."""

from __future__ import annotations

from datetime import date

from assistant.brief.chain import build_chain
from assistant.brief.fitting import fit
from assistant.brief.matters import open_matters
from assistant.library.load import load_library
from assistant.models import Claim, Deal, Evidence, Ledger, Person

TODAY = date(2026, 11, 23)
TOMASZ = Person(id="tomasz-wilk", name="Tomasz Wilk")
LIBRARY = load_library()


def _line(text: str, day: int, path: str = "people/Tomasz Wilk.md") -> Evidence:
    return Evidence(path=path, line_start=day, line_end=day, quote=text, date=date(2026, 10, day))


def _claim(text: str, *against: Evidence) -> Claim:
    evidence = (_line(text, 6), *against)
    status = "contradicted" if against else "claimed"
    return Claim(id="c", person=TOMASZ.id, text=text, kind="other", deal="Larkspur", status=status, evidence=evidence)


def _asked(claim: Claim) -> list[str]:
    matters = open_matters(Ledger(claims=(claim,)), (), None, TOMASZ, TODAY)
    [candidates] = build_chain(LIBRARY, lambda _: [], lambda _: {}, {})(matters)
    return [candidate.question.text for candidate in candidates]


def test_a_contradicted_claim_is_asked_about_with_both_sides() -> None:
    best = _asked(_claim("Larkspur: T says the CFO is on board", _line("T: she has not decided anything", 20)))[:2]
    assert all("the CFO is on board" in text and "“she has not decided anything”" in text for text in best)
    assert any("My note of 6 Oct has" in text and "the one of 20 Oct has" in text for text in best)


def test_a_row_of_the_export_is_nobodys_words() -> None:
    row = _line("Larkspur,Tomasz Wilk,Evaluation,90000", 20, "pipeline/2026-11-20.csv")
    texts = _asked(_claim("Larkspur: T says the order is signed", row))
    assert texts
    assert not any("Evaluation" in text for text in texts)


def test_the_deal_stays_ahead_of_a_quote_where_the_form_does_not_name_it() -> None:
    texts = _asked(_claim("Larkspur: T says the CFO is on board"))
    quoting = [text for text in texts if "the CFO is on board" in text]
    assert quoting
    assert not any("T says" in text for text in quoting)
    assert all(text.count("Larkspur") == 1 for text in quoting)


def test_a_deal_past_its_date_is_asked_about_with_that_date() -> None:
    deal = Deal(
        name="Mardle",
        account="Mardle",
        owner=TOMASZ.id,
        owner_as_written="Tomasz Wilk",
        stage="Proposal",
        close=date(2026, 10, 15),
        next_step="call",
        evidence=_line("Mardle,Tomasz Wilk", 1, "pipeline/2026-11-20.csv"),
    )
    slipped = next(m for m in open_matters(Ledger(), (deal,), TODAY, TOMASZ, TODAY) if m.kind == "slipped-deal")
    steps = next(question for question in LIBRARY.questions if question.id == "baseline-process.next-three")
    assert (fit(steps, slipped) or "").startswith("Mardle was to close on 15 Oct.")
