"""Every initializer, for several shapes and seeds."""

import numpy as np
from keras import initializers

SHAPES = [(5,), (5, 4), (1, 7), (3, 3, 2, 4), (1, 1, 3, 2)]
MATRICES = [(3, 5), (4, 4), (5, 2)]
SEEDS = (0, 42, 2**31 - 2, 2**31 - 1, 2**31, 2**32 - 1)

Case = tuple[initializers.Initializer, tuple[int, ...]]


def cases() -> dict[str, Case]:
    scaling = initializers.VarianceScaling
    anywhere = {
        "glorot_uniform": initializers.GlorotUniform(seed=1337),
        "he_normal": initializers.HeNormal(seed=1337),
    }
    matrices = {
        "constant": initializers.Constant(0.3),
        "glorot_normal": initializers.GlorotNormal(seed=7),
        "he_uniform": initializers.HeUniform(seed=7),
        "identity": initializers.Identity(0.7),
        "lecun_normal": initializers.LecunNormal(seed=7),
        "lecun_uniform": initializers.LecunUniform(seed=7),
        "ones": initializers.Ones(),
        "orthogonal": initializers.Orthogonal(0.7, seed=7),
        "random_normal": initializers.RandomNormal(seed=7),
        "random_normal_options": initializers.RandomNormal(0.3, 0.7, seed=7),
        "random_uniform": initializers.RandomUniform(seed=7),
        "random_uniform_options": initializers.RandomUniform(-1, 0.7, seed=7),
        "truncated_normal": initializers.TruncatedNormal(seed=7),
        "truncated_normal_options": initializers.TruncatedNormal(
            0.3, 0.7, seed=7
        ),
        "zeros": initializers.Zeros(),
        **{
            f"variance_scaling_{mode}_{distribution}": scaling(
                0.7, mode, distribution, seed=7
            )
            for mode in ("fan_in", "fan_out", "fan_avg")
            for distribution in (
                "truncated_normal",
                "untruncated_normal",
                "uniform",
            )
        },
    }
    return {
        **{
            f"{name} {text(shape)}": (initializer, shape)
            for name, initializer in anywhere.items()
            for shape in SHAPES
        },
        **{
            f"glorot_uniform seed {seed} 2x3": (
                initializers.GlorotUniform(seed=seed),
                (2, 3),
            )
            for seed in SEEDS
        },
        **{
            f"{name} {text(shape)}": (initializer, shape)
            for name, initializer in matrices.items()
            for shape in MATRICES
        },
        "orthogonal 3x3x2x4": (
            initializers.Orthogonal(0.7, seed=7),
            (3, 3, 2, 4),
        ),
    }


def text(shape: tuple[int, ...]) -> str:
    return "x".join(str(size) for size in shape)


def record_all() -> dict[str, np.ndarray]:
    return {
        name: np.array(initializer(shape))
        for name, (initializer, shape) in cases().items()
    }
