"""Writes the tables of docs/what-rhyton-opens.md from the results of tests.

    python what_rhyton_opens.py

Each function of SECTIONS returns the lines of one section, between the comments
<!-- NAME --> and <!-- end of NAME --> of the page; a section without results stays as it is.
"""

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import calls_table

MODULE = Path(__file__).parents[3]
RESULTS = MODULE / "target" / "applications"
CALLS = MODULE / "target" / "layers-and-operations"
PAGE = MODULE.parent / "docs" / "what-rhyton-opens.md"


def applications() -> list[str]:
    """The results of ApplicationsPythonTest."""
    cases: dict[str, dict[str, Any]] = {}
    for file in RESULTS.glob("[A-Z]*.json"):
        result = json.loads(file.read_text("utf-8"))
        cases.setdefault(result["name"], {})[result["case"]] = result
    if not cases:
        return []
    versions = next(iter(next(iter(cases.values())).values()))["versions"]
    lines = [
        f"Keras {versions['keras']} and TensorFlow {versions['tensorflow']} in Python, tf_keras {versions['tf_keras']}.",
        "",
        "| constructor | weights | head | body | resized | Keras 2's weights | loss | step |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return lines + [_row(name, cases[name]) for name in sorted(cases)]


def _row(name: str, cases: dict[str, Any]) -> str:
    first = cases.get("head", next(iter(cases.values())))["model"]
    predictions = ("keras", "other_size", "python_keras", "python_saved_model")
    cells = [
        f"`{name}`",
        f"{first['weights'] / 1e6:.1f} M",
        *(_largest(cases, [case], predictions) for case in ("head", "body", "resized")),
        _largest(cases, ["head"], ["keras2_h5"]),
        _largest(cases, ["body", "resized"], ["loss"]),
        _largest(cases, ["body", "resized"], ["step"]),
    ]
    return "| " + " | ".join(cells) + " |"


def _largest(cases: dict[str, Any], names: Any, differences: Any) -> str:
    found = [cases[name]["differences"] for name in names if name in cases]
    values = [value[difference] for value in found for difference in differences if difference in value]
    return f"{max(values):.0e}" if values else ""


SECTIONS = {
    "applications": applications,
    "layers": partial(calls_table.lines, CALLS, "layers"),
    "operations": partial(calls_table.lines, CALLS, "operations"),
    "operators": partial(calls_table.lines, CALLS, "operators"),
    "activations": partial(calls_table.lines, CALLS, "activations"),
}


def main() -> None:
    page = PAGE.read_text("utf-8")
    for name, section in SECTIONS.items():
        lines = section()
        if not lines:
            continue
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        text = begin + "\n" + "\n".join(lines) + "\n\n" + end
        page = re.sub(re.escape(begin) + ".*?" + re.escape(end), lambda match, text=text: text, page, flags=re.DOTALL)
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
