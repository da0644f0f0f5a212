"""The tables of layers and operations, from the results of LayersAndOperationsPythonTest."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from layer_calls import NOT_TRIED

# What Keras itself cannot do.
FAILED = {
    "make": "Keras builds no functional model with it",
    "save": "Keras itself fails to save it",
    "predict": "Keras itself fails to compute it",
}

# One line of the message, such as: config.layers[1].config.axis of 'mean' (Mean): expected ...
FINDING = re.compile(r"config\.layers\[\d+\](?:\.(?P<path>\S+) of)? '[^']*' \((?P<type>\w+)\): (?P<reason>.*)")
LAST_SENTENCE = " Replace these parts in Python, and save the model again."

Results = dict[str, dict[str, Any]]


def lines(folder: Path, kind: str) -> list[str]:
    """Returns what is opened, and a table of the rest; nothing if there are no results."""
    newest, older = _versions(folder, kind)
    if not newest:
        return []
    opened: dict[tuple[str, ...], list[str]] = {}
    refused: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name in sorted(set().union(*newest.values()), key=_order):
        results = {version: every[name] for version, every in newest.items() if name in every}
        reasons = {version: _reason(result) for version, result in results.items()}
        for reason in dict.fromkeys(reasons.values()):
            versions = tuple(version for version, each in reasons.items() if each == reason)
            if not reason:
                opened.setdefault(versions, []).append(name)
            else:
                of_call = kind == "operations" and reason.startswith("`")
                call = results[versions[0]]["call"].removeprefix("ops.")
                refused.setdefault((reason, versions), []).append(call if of_call else name)
    found = []
    for versions, names in sorted(opened.items(), key=lambda group: -len(group[0])):
        found += [f"Opened from {' and '.join(versions)}: {_code(names)}.", ""]
    found += _otherwise(newest)
    found += ["| why not opened | from | |", "|---|---|---|"]
    for (reason, versions), names in sorted(refused.items(), key=lambda group: -len(group[1])):
        found.append(f"| {reason} | {', '.join(versions)} | {_code(names)} |")
    return found + (_not_tried() if kind == "layers" else []) + _older(newest, older)


def _versions(folder: Path, kind: str) -> tuple[dict[str, Results], dict[str, Results]]:
    """Returns the results by version: of the newest Keras 3 and Keras 2, and of older ones."""
    newest: dict[str, Results] = {}
    older: dict[str, Results] = {}
    for package, family in (("keras", "Keras {}"), ("tf_keras", "Keras 2")):
        files = folder.glob(f"{package}-*.json")
        numbers = sorted((file.stem.removeprefix(f"{package}-") for file in files), key=_parts, reverse=True)
        for number in numbers:
            results = json.loads((folder / f"{package}-{number}.json").read_text("utf-8"))
            every = {result["name"]: result for result in results if result["kind"] == kind}
            if every:
                (newest if number == numbers[0] else older)[family.format(number)] = every
    return newest, older


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _order(name: str) -> tuple[bool, str]:
    return not name[0].isalpha(), name


def _reason(result: dict[str, Any]) -> str:
    """Why a model was not opened; empty if it was."""
    if "error" in result:
        return FAILED[result["failed"]]
    reasons = []
    for finding in FINDING.finditer(result["refusal"].removesuffix(LAST_SENTENCE)):
        option = (finding["path"] or "").rpartition(".")[2]
        of = " of the input" if finding["type"] == "InputLayer" else ""
        # The activation function is what the row is about.
        where = f"`{option}`{of}: " if option not in ("", "activation") else ""
        reasons.append(where + finding["reason"].removesuffix("."))
    return "; ".join(dict.fromkeys(reasons))


def _otherwise(newest: dict[str, Results]) -> list[str]:
    """Layers that predict something else than Keras."""
    return [
        line
        for version, results in newest.items()
        for name, result in results.items()
        if "otherwise" in result
        for line in (f"`{name}` differs from {version}: {result['otherwise']}.", "")
    ]


def _not_tried() -> list[str]:
    groups: dict[str, list[str]] = {}
    for name, why in NOT_TRIED.items():
        groups.setdefault(why, []).append(name)
    return ["", "Not tried: " + "; ".join(f"{_code(names)} ({why})" for why, names in groups.items()) + "."]


def _older(newest: dict[str, Results], older: dict[str, Results]) -> list[str]:
    """Compares older versions of Keras with the newest."""
    found = []
    latest = next(iter(newest.values()))
    for version, results in older.items():
        both = [name for name in results if "opened" in results[name] and "opened" in latest.get(name, {})]
        differing = [name for name in both if _reason(results[name]) != _reason(latest[name])]
        text = f"The same from {version}"
        text += f", other than {_code(differing)}" if differing else ""
        found += ["", text + "."]
    return found


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
