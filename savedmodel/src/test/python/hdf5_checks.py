"""Checks the output of Rhyton's HDF5 writer with h5py.

    python hdf5_checks.py FOLDER

FOLDER/tree.h5 is the file that ExampleTree.write in io.rhyton.hdf5 wrote. Needs only
h5py and numpy. Standard output is the version of HDF5. The exit status is 3 if a
package is missing.
"""

import sys
from pathlib import Path

PACKAGE_MISSING = 3

try:
    import h5py
    import numpy as np
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(PACKAGE_MISSING)

LINKS = 5_000
DEPTH = 30


def check(path: Path) -> None:
    """Raises an error if the file is wrong."""
    with h5py.File(path, "r") as file:
        check_attributes(file)
        check_groups(file)
        check_datasets(file)
    check_that_it_can_be_changed(path)


def check_attributes(file: h5py.File) -> None:
    attributes = file.attrs
    assert attributes["text"] == "größe ✓"
    assert attributes["long"] == "größe " * 50_000
    assert attributes["nothing"] == ""
    assert list(attributes["names"]) == ["conv2d", "größe", "", "层"]
    assert attributes["none"].shape == (0,)
    assert list(attributes["many"]) == [f"layer_{i}" for i in range(4_000)]
    assert file["vars"].attrs["name"] == "model"


def check_groups(file: h5py.File) -> None:
    names = ["empty", "extremes", "größe 层", "large", "links", "ranks", "scalars", "vars"]
    assert sorted(file) == sorted(names)
    assert list(file["vars"]) == []
    assert sorted(file["links"], key=int) == [str(i) for i in range(LINKS)]
    path = "größe 层/" + "/".join(f"g{i}" for i in range(DEPTH))
    assert isinstance(file[path], h5py.Group)


def check_datasets(file: h5py.File) -> None:
    for rank in range(6):
        assert_counts(file[f"ranks/{rank}"], (1, 2, 3, 4, 5)[:rank])
    assert_counts(file["empty"], (0, 3))
    assert_counts(file["large"], (700_001,))
    assert file["scalars/int64"].dtype == np.int64
    assert file["scalars/int64"][()] == -(2**63) + 7
    assert file["scalars/float32"].dtype == np.float32
    assert file["scalars/float32"][()] == np.float32(5e-4)
    extremes = [0, -0.0, 1e-45, np.finfo(np.float32).max, np.inf, -np.inf, np.nan]
    expected = np.array(extremes, np.float32)
    assert file["extremes"][()].tobytes() == expected.tobytes()
    assert all(file[f"links/{i}"][()] == i for i in range(LINKS))


def assert_counts(dataset: h5py.Dataset, shape: tuple[int, ...]) -> None:
    """Asserts that value i is i / 2."""
    count = int(np.prod(shape))
    assert dataset.dtype == np.dtype("<f4")
    assert dataset.shape == shape
    assert dataset.chunks is None
    expected = (np.arange(count) / 2).astype(np.float32).reshape(shape)
    assert np.array_equal(dataset[()], expected)


def check_that_it_can_be_changed(path: Path) -> None:
    """HDF5 validates more when it modifies a file than when it reads one."""
    copy = path.with_suffix(".changed.h5")
    copy.write_bytes(path.read_bytes())
    with h5py.File(copy, "r+") as file:
        file["vars/added"] = np.ones(3)
        file.attrs["text"] = "changed"
        file["links/another"] = 1.0
        del file["large"]
    with h5py.File(copy, "r") as file:
        assert file.attrs["text"] == "changed"
        assert file["links/another"][()] == 1.0
        assert len(file["links"]) == LINKS + 1
        assert file["vars/added"].shape == (3,)
        assert list(file.attrs["names"]) == ["conv2d", "größe", "", "层"]
    copy.unlink()


if __name__ == "__main__":
    check(Path(sys.argv[1]) / "tree.h5")
    print(f"HDF5 {h5py.version.hdf5_version}")
