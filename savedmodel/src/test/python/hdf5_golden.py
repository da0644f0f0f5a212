"""Writes the HDF5 files that the Java tests read.

    python hdf5_golden.py FOLDER

FOLDER is savedmodel/src/test/resources/io/rhyton/hdf5. The files were made with
h5py 3.14.0 (HDF5 1.14.6) in its oldest format, which is what Keras writes, and with
h5py 3.16.0 (HDF5 2.0.0) in the format of HDF5 1.8; the version is in their names.
If Keras is installed (3.15.1), files that it saves are also written.
"""

import sys
from pathlib import Path

import h5py
import numpy as np

VERSION = "h5py-" + ".".join(h5py.__version__.split(".")[:2])
FORMAT = "earliest" if h5py.version.hdf5_version_tuple[0] == 1 else ("v108", "v108")


def main(folder: Path) -> None:
    with create(folder / f"{VERSION}-numbers.h5") as file:
        write_numbers(file)
    with create(folder / f"{VERSION}-strings.h5") as file:
        write_strings(file)
    with create(folder / f"{VERSION}-many.h5") as file:
        write_many(file)
    with create(folder / f"{VERSION}-odd.h5") as file:
        write_odd(file)
    if FORMAT != "earliest":
        with h5py.File(folder / f"{VERSION}-newest.h5", "w", libver="latest") as file:
            write_newest(file)
    try:
        import keras
    except ImportError:
        return
    write_keras(folder, keras)


def create(path: Path) -> h5py.File:
    return h5py.File(path, "w", libver=FORMAT)


def write_numbers(file: h5py.File) -> None:
    """Value i of each dataset is i - 3, or i for unsigned types."""
    for order in "<>":
        for kind in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"):
            start = 0 if kind[0] == "u" else -3
            values = np.arange(start, start + 12).astype(order + kind)
            file[f"{'little' if order == '<' else 'big'}/{kind}"] = values.reshape(3, 4)
    file["bool"] = np.array([True, False, True])
    file["float16"] = np.array(
        [0x0000, 0x8000, 0x0001, 0x83FF, 0x0400, 0x3555, 0x7BFF, 0x7C00, 0xFC00],
        np.uint16,
    ).view(np.float16)
    file["uint64"] = np.array([2**64 - 1, 2**63 + 2**39 + 1, 2**63], np.uint64)
    # As Keras stores bfloat16: the upper half of each float32.
    upper = (np.array([1.0, -2.5, 3e38], np.float32).view(np.uint32) >> 16).astype("<u2")
    bfloat16 = file.create_dataset("bfloat16", data=upper.view("V2"))
    bfloat16.attrs["dtype"] = "bfloat16"
    file["opaque"] = upper.view("V2")
    file["scalar/int32"] = np.int32(-5)
    file["scalar/int64"] = np.int64(2**40)
    file["scalar/uint64"] = np.uint64(2**64 - 1)
    file["scalar/float32"] = np.float32(0.5)
    file["one"] = np.array([9])
    file["empty"] = np.zeros((0, 3), np.float32)
    file["null"] = h5py.Empty("f4")
    cube = np.arange(7 * 5 * 3, dtype=np.float32).reshape(7, 5, 3)
    options = {
        "plain": {},
        "gzip": {"compression": "gzip"},
        "shuffle": {"compression": "gzip", "shuffle": True, "fletcher32": True},
    }
    for name, packed in options.items():
        file.create_dataset(f"chunked/{name}", data=cube, chunks=(3, 2, 2), **packed)
    file.create_dataset(
        "chunked/zeros", data=np.zeros(100_000, np.float32), compression="gzip"
    )
    file.create_dataset("chunked/many", data=np.arange(3000, dtype="i4"), chunks=(5,))
    # Compact values, stored in the header.
    space = h5py.h5s.create_simple((2, 3))
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_layout(h5py.h5d.COMPACT)
    compact = h5py.h5d.create(file.id, b"compact", h5py.h5t.IEEE_F32LE, space, plist)
    h5py.Dataset(compact)[...] = np.arange(6).reshape(2, 3)


def write_strings(file: h5py.File) -> None:
    group = file.create_group("group")
    attributes = group.attrs
    attributes["variable"] = "größe ✓"
    attributes["bytes"] = np.bytes_("größe".encode())
    attributes["nothing"] = ""
    attributes["variable_list"] = ["a", "größe", ""]
    attributes["fixed_list"] = np.array([b"conv2d", b"dense_1", b""])
    attributes["no_names"] = np.array([])
    attributes["number"] = 7
    attributes["table"] = np.array([[b"a", b"b"], [b"c", b"d"]])
    for kind, pad in (("null", h5py.h5t.STR_NULLPAD), ("space", h5py.h5t.STR_SPACEPAD)):
        padded = h5py.h5t.C_S1.copy()
        padded.set_size(8)
        padded.set_strpad(pad)
        attribute = h5py.h5a.create(
            group.id, f"{kind}_padded".encode(), padded, h5py.h5s.create(h5py.h5s.SCALAR)
        )
        text = np.array(b"pad" + (b" " * 5 if kind == "space" else b""), "S8")
        attribute.write(text, padded)
    for part in range(3):
        attributes[f"layer_names{part}"] = [f"layer_{part}_{i}".encode() for i in range(4)]
    file.attrs["model_config"] = '{"name": "' + "x" * 70_000 + '"}'
    file["dataset"] = np.zeros(1, np.float32)
    file["dataset"].attrs["dtype"] = "float32"


def write_many(file: h5py.File) -> None:
    """More links and attributes than fit in a header."""
    for i in range(100):
        file[f"datasets/{i}"] = np.float32(i)
    for i in range(1500):
        file[f"links/{i}"] = file[f"datasets/{i % 100}"]
    attributes = file.create_group("attributes").attrs
    for i in range(30):
        attributes[f"name_{i}"] = f"value {i}"
    attributes["names"] = [f"layer_{i}" for i in range(200)]
    for i in range(2):
        # Too large for the blocks of a heap.
        attributes[f"large_{i}"] = np.array([b"x" * 3_000, b"y" * 2_999, b"%d" % i])


def write_odd(file: h5py.File) -> None:
    """Structures that Keras never writes."""
    file["values"] = np.arange(4, dtype=np.float32)
    file["soft"] = h5py.SoftLink("/values")
    file["external"] = h5py.ExternalLink("other.h5", "/values")
    loop = file.create_group("loop")
    loop["itself"] = loop
    file["first/group/values"] = np.float32(1)
    file.create_group("second")["group"] = file["first/group"]
    file.create_group("/".join(f"g{i}" for i in range(40)))
    file.create_dataset("unwritten", (1000,), "f4")
    file.create_dataset("external_values", (4,), "f4", external=[("values.bin", 0, 16)])
    file["compound"] = np.zeros(2, [("a", "f4"), ("b", "i4")])
    file["text"] = "text"
    ragged = file.create_dataset("ragged", (1,), h5py.vlen_dtype(np.int32))
    ragged[0] = [1, 2]
    file.create_dataset("lzf", data=np.zeros(4000, "f4"), compression="lzf")
    partly = file.create_dataset("partly", (10,), "f4", chunks=(2,))
    partly[:4] = 1
    file["type"] = np.dtype("f4")
    if FORMAT == "earliest":
        bomb = np.zeros(1 << 25, np.float32)
        file.create_dataset("bomb", data=bomb, chunks=(1 << 22,), compression=9)


def write_newest(file: h5py.File) -> None:
    """Structures added in HDF5 1.10."""
    file["values"] = np.arange(4, dtype=np.float32)
    file.create_dataset("chunked", data=np.arange(9, dtype="f4"), chunks=(2,))
    layout = h5py.VirtualLayout((4,), "f4")
    layout[:] = h5py.VirtualSource("other.h5", "values", (4,))
    file.create_virtual_dataset("virtual", layout)


def write_keras(folder: Path, keras) -> None:
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            keras.layers.Conv2D(2, 3, activation="relu", name="first"),
            keras.layers.BatchNormalization(),
            keras.layers.Flatten(),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(np.ones((4, 8, 8, 3)), np.zeros(4), verbose=0)
    version = "keras-" + keras.__version__
    model.save_weights(folder / f"{version}.weights.h5")
    model.save(folder / f"{version}-legacy.h5")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
