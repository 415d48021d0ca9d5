"""The figure in a line that a question can build on: money, a share, so many of something."""

from __future__ import annotations

import re

_COUNTED = (
    r"seats|users|sites|plants|stores|shops|branches|depots|warehouses|hospitals|clinics|schools|beds|trucks|vans|lorries|vehicles|"
    r"machines|ovens|presses|pumps|boilers|lines|licen[cs]es|tickets|orders|invoices|complaints|incidents|inspections|audits|permits|"
    r"outages|stops|breakdowns|returns|pallets|tonnes|tons|employees|people|staff|drivers|engineers|nurses|operators|inspectors|"
    r"customers|members|tenants|pupils|patients|guests"
)
_TIME = r"minutes|mins|hours|hrs|days|weeks"
_EACH = r"(?:\s(?:a|an|per|each|every)\s(?:shift|hour|day|week|month|quarter|year|site|plant|seat|user|head|order|tonne|ton))"
_AMOUNT = r"\d[\d.,]*\d|\d"
_FIGURE = re.compile(
    rf"(?:[£$€]\s?(?:{_AMOUNT})(?:\s?(?:k|m|bn)\b)?|\b(?:{_AMOUNT})(?:\s?(?:k|m|bn)\b)?\s?(?:€|(?:euros?|pounds|dollars|eur|gbp|usd|chf)\b)|\b(?:{_AMOUNT})k\b){_EACH}?"
    rf"|\b(?:{_AMOUNT})\s?(?:%|per\s?cent\b)"
    rf"|\b(?:{_AMOUNT})(?:\s(?:of|out of)\s(?:{_AMOUNT}))?\s(?:{_COUNTED})\b{_EACH}?"
    rf"|\b(?:{_AMOUNT})\s(?:{_TIME}){_EACH}",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:quot(?:a|ed?|ing)|our (?:price|offer|discount|rate)|discount\w*|target|commission|bonus|forecast|pipeline|commit|dials?|drop(?:s|ped)?|knock(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""A line about our own price or target holds no number of the customer's."""


def figure_in(text: str) -> str | None:
    """`40 seats`, `£2,300 a month`, `12%`; None for dates, rooms, versions and other bare numbers, and for our own targets."""
    found = None if _OURS.search(text) else _FIGURE.search(text)
    return " ".join(found.group().split()) if found else None
