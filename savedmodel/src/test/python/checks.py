"""The list of checks, each a function of an example, in order of definition."""

from collections.abc import Callable
from typing import NamedTuple

from example import Example

Run = Callable[[Example], None]
Condition = Callable[[Example], bool]


class Check(NamedTuple):
    """A function that raises an error if the example is wrong."""

    name: str
    run: Run
    applies: Condition


_registered: list[Check] = []


def registered() -> list[Check]:
    return list(_registered)


def check(run: Run) -> Run:
    """Registers a check for every example."""
    return check_if(lambda example: True)(run)


def check_if(applies: Condition) -> Callable[[Run], Run]:
    """Registers a check for the examples that meet the condition."""

    def register(run: Run) -> Run:
        _registered.append(Check(run.__name__, run, applies))
        return run

    return register


def has_weights(example: Example) -> bool:
    return bool(example.weights)
