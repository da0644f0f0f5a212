"""Weight constraints, applied after every step."""

from keras import constraints, layers

import attention_cases
import embedding_cases
import normalization_cases
import recurrent_cases
from layer_cases import IMAGE, VECTOR, Case, build, record


def cases() -> dict[str, Case]:
    def dense(**options) -> Case:
        return VECTOR, lambda: layers.Dense(3, **options)

    def conv(**options) -> Case:
        return IMAGE, lambda: layers.Conv2D(3, 2, **options)

    per_filter = [0, 1, 2]
    return {
        "max_norm": dense(
            kernel_constraint=constraints.MaxNorm(0.7),
            bias_constraint=constraints.MaxNorm(0.5),
        ),
        "max_norm_last_axis": dense(
            kernel_constraint=constraints.MaxNorm(0.8, axis=-1)
        ),
        "max_norm_filters": conv(
            kernel_constraint=constraints.MaxNorm(0.9, axis=per_filter)
        ),
        "min_max_norm": dense(
            kernel_constraint=constraints.MinMaxNorm(0.6, 0.7),
            bias_constraint=constraints.MinMaxNorm(2.0, 3.0, rate=0.25),
        ),
        "min_max_norm_filters": conv(
            kernel_constraint=constraints.MinMaxNorm(
                1.5, 2.0, rate=0.5, axis=per_filter
            )
        ),
        "non_neg": dense(
            kernel_constraint="non_neg", bias_constraint="non_neg"
        ),
        "unit_norm": dense(kernel_constraint="unit_norm"),
        "unit_norm_filters": conv(
            kernel_constraint=constraints.UnitNorm(axis=per_filter)
        ),
        **recurrent_cases.constrained(),
        **embedding_cases.constrained(),
        **attention_cases.constrained(),
        **normalization_cases.constrained(),
    }


def record_all() -> dict:
    return {name: record_constraint(name, c) for name, c in cases().items()}


def record_constraint(name: str, case: Case) -> dict:
    """Without gradients, which constrained weights do not reveal."""
    recorded = record(name, case[0], lambda: build(case), *case[2:])
    keys = ("inputs", "labels", "start", "after_three_steps")
    return {key: recorded[key] for key in keys}
