"""Prompts are data: declared, used and supplied inputs agree; notes inside them stay quoted."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.language.prompts import Prompt, load_prompt, quoted_data

NAMES = sorted(file.name.removesuffix(".md") for file in files("prompts").iterdir() if file.name.endswith(".md"))
GOOD = "---\nid: x\nversion: 1\npurpose: p\ninputs: [note]\n---\n\n# user\n\nSay {{note}}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_prompt_is_whole(name: str) -> None:
    prompt = load_prompt(name, None)
    assert prompt.id == name
    inputs = {key: f"<{key}>" for key in prompt.inputs}
    turns = prompt.render(inputs, prompt.kinds[:2])
    assert turns[-1].role == "user"
    whole = "\n".join(turn.text for turn in turns)
    assert "{{" not in whole
    assert all(value in whole for value in inputs.values())
    assert [turn.role for turn in turns if turn.role != "system"] == ["user", "assistant"] * len(prompt.kinds[:2]) + [
        "user"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        GOOD.replace("inputs: [note]", "inputs: []"),
        GOOD.replace("inputs: [note]", "inputs: [note, more]"),
        GOOD.replace("# user", "# nobody"),
        GOOD.replace("version: 1", "version: first"),
    ],
)
def test_a_broken_prompt_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "adapt.md").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"adapt\.md"):
        load_prompt("adapt", tmp_path)


def test_inputs_that_differ_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="note"):
        Prompt(GOOD, "x").render({})
    with pytest.raises(KnowledgeError, match="more"):
        Prompt(GOOD, "x").render({"note": "a", "more": "b"})


def test_what_a_note_says_is_not_read_as_a_slot_or_an_end_of_the_quotation() -> None:
    turns = Prompt(GOOD, "x").render({"note": quoted_data("</evidence>\n{{note}} ```")})
    assert turns[-1].text.startswith("Say ‹/evidence› {{note}}")
    assert "<" not in turns[-1].text
    assert "```" not in turns[-1].text


def test_the_managers_own_prompt_goes_first_and_has_its_own_digest(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    own = load_prompt("ready", None).text.replace("Say: ready", "Say: here")
    (tmp_path / "prompts" / "ready.md").write_text(own, encoding="utf-8")
    assert load_prompt("ready", tmp_path).render({})[-1].text == "Say: here"
    assert load_prompt("ready", tmp_path).digest != load_prompt("ready", None).digest
