"""JSON that is easy to read and diff: one line per entry or array."""

import json
from pathlib import Path
from typing import Any

import numpy as np


def write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_json(content, "") + "\n", encoding="utf-8")


def as_json(value: Any, indent: str) -> str:
    deeper = indent + " "
    if isinstance(value, np.ndarray):
        array = {"shape": value.shape, "values": list(value.ravel())}
        return as_json(array, indent)
    if isinstance(value, dict):
        entries = [
            f"{json.dumps(k)}: {as_json(v, deeper)}" for k, v in value.items()
        ]
        return f"{{{lines(entries, indent)}}}"
    if isinstance(value, (list, tuple)):
        entries = [as_json(v, deeper) for v in value]
        if any(isinstance(v, (dict, str, np.ndarray)) for v in value):
            return f"[{lines(entries, indent)}]"
        return f"[{','.join(entries)}]"
    if isinstance(value, (float, np.floating)):
        value = shortest(value)
    if isinstance(value, np.integer):
        value = int(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def lines(entries: list[str], indent: str) -> str:
    if not entries:
        return ""
    start = f"\n{indent} "
    return start + f",{start}".join(entries) + f"\n{indent}"


def shortest(value: float) -> float | int:
    """The number with the fewest digits that parses to this float32."""
    text = str(np.float32(value))
    whole = text.endswith(".0") and text != "-0.0"
    return int(text[:-2]) if whole else float(text)
