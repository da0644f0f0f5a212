"""Prints what TensorBoard reads from the event files that Rhyton wrote.

    python tensorboard_checks.py FOLDER

FOLDER/logs is the folder of the TensorBoard callback. Standard output has a line for

    scalar RUN TAG STEP VALUE
    histogram RUN TAG STEP LOWEST HIGHEST COUNT
    graph RUN NODES

each. The exit status is 3 if a package is missing.
"""

import sys
from pathlib import Path

PACKAGE_MISSING = 3

try:
    from tensorboard.backend.event_processing.data_provider import MultiplexerDataProvider
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    from tensorboard.backend.event_processing.plugin_event_multiplexer import EventMultiplexer
    from tensorboard.context import RequestContext
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(PACKAGE_MISSING)

ALL = 10_000


def tell_what_is_shown(logs: Path) -> None:
    """Requests the data as TensorBoard's web pages do."""
    multiplexer = EventMultiplexer()
    multiplexer.AddRunsFromDirectory(str(logs))
    multiplexer.Reload()
    provider = MultiplexerDataProvider(multiplexer, str(logs))
    asked = {"ctx": RequestContext(), "experiment_id": "", "downsample": ALL}
    for run, tags in provider.read_scalars(plugin_name="scalars", **asked).items():
        for tag, values in tags.items():
            for point in values:
                print("scalar", run, tag, point.step, point.value)
    for run, tags in provider.read_tensors(plugin_name="histograms", **asked).items():
        for tag, values in tags.items():
            for point in values:
                buckets = point.numpy
                print("histogram", run, tag, point.step, buckets[0, 0], buckets[-1, 1],
                      int(buckets[:, 2].sum()))


def tell_what_is_in(logs: Path) -> None:
    for run in sorted(logs.iterdir()):
        events = EventAccumulator(str(run)).Reload()
        if events.Tags()["graph"]:
            print("graph", run.name, len(events.Graph().node))


if __name__ == "__main__":
    tell_what_is_shown(Path(sys.argv[1]) / "logs")
    tell_what_is_in(Path(sys.argv[1]) / "logs")
