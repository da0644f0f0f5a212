"""Checks SavedModels of Java in Python, and writes SavedModels for Java.

    python suite.py FOLDER

FOLDER/java contains a folder for each model that Java wrote; see example.py.
FOLDER/python receives a folder for each model that Python writes; see handover.py.
Standard output is one JSON object per line: the check, the model, and the error,
empty if it passed. The exit status is 3 if a package is missing.
"""

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

PACKAGES = ("numpy", "tensorflow", "keras")
PACKAGE_MISSING = 3

# The modules whose checks run, in this order.
CHECKS = (
    "loading_checks",
    "training_checks",
    "trainable_checks",
    "twin_checks",
    "tool_checks",
    "saving_checks",
)


class Result(NamedTuple):
    """The result of a check of a model."""

    check: str
    model: str
    error: str


def main(folder: Path) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        for result in _results(folder):
            print(json.dumps(result._asdict()), file=lines, flush=True)
    return 0


def missing(packages: tuple[str, ...]) -> bool:
    """Whether a package is missing; standard error then names it."""
    try:
        for package in packages:
            importlib.import_module(package)
    except ImportError as error:
        print(error, file=sys.stderr)
        return True
    return False


def standard_output() -> TextIO:
    """Returns the real standard output, and redirects what libraries print to standard error."""
    lines = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return lines


def _results(folder: Path) -> Iterator[Result]:
    # Imported late: these import TensorFlow, which may be missing.
    import keras_models
    from checks import registered
    from example import Example

    for module in CHECKS:
        importlib.import_module(module)
    for path in sorted((folder / "java").iterdir()):
        example = Example(path, folder / "python")
        for check in registered():
            if check.applies(example):
                yield attempt(check.name, path.name, check.run, example)
    for name, build in keras_models.BUILDERS.items():
        target = folder / "python" / name
        yield attempt("keras_exports", name, keras_models.export, build, target)


def attempt(check: str, model: str, run: Callable[..., None], *given: Any) -> Result:
    try:
        run(*given)
        error = ""
    except Exception:  # Any exception in a check is its result.
        error = traceback.format_exc()
    return Result(check, model, error)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
