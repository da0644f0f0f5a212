"""Normalization layers."""

from keras import constraints, layers, regularizers

from layer_cases import IMAGE, SEQUENCE, VECTOR, Case

SMALL_IMAGE = (2, 3, 3)
WEIGHTS = {
    "beta_regularizer": regularizers.L1(0.02),
    "gamma_regularizer": regularizers.L2(0.03),
}
CONSTRAINTS = {
    "beta_constraint": constraints.NonNeg(),
    "gamma_constraint": constraints.MaxNorm(1.5),
}


def cases() -> dict[str, Case]:
    def batch(shape=IMAGE, **options) -> Case:
        return shape, lambda: layers.BatchNormalization(**options)

    return {
        "batch_normalization": batch(),
        "batch_normalization_no_center": batch(center=False),
        "batch_normalization_no_scale": batch(scale=False),
        "batch_normalization_plain": batch(center=False, scale=False),
        "batch_normalization_options": batch(momentum=0.7, epsilon=0.1),
        "batch_normalization_vector": batch(VECTOR),
        "batch_normalization_vector_plain": batch(
            VECTOR, center=False, scale=False
        ),
        "batch_normalization_vector_options": batch(
            VECTOR, momentum=0.5, epsilon=1e-5
        ),
        "batch_normalization_axis": batch(axis=1),
        "batch_normalization_axis_2": batch(axis=-2, scale=False),
        "batch_normalization_sequence_axis": batch(SEQUENCE, axis=1),
        "batch_normalization_weights": batch(VECTOR, **WEIGHTS),
        **sample_cases(),
        **known_cases(),
    }


def constrained() -> dict[str, Case]:
    return {
        "batch_normalization_constraints": (
            VECTOR,
            lambda: layers.BatchNormalization(**CONSTRAINTS),
        ),
        "layer_normalization_constraints": (
            VECTOR,
            lambda: layers.LayerNormalization(**CONSTRAINTS),
        ),
        "group_normalization_constraints": (
            VECTOR,
            lambda: layers.GroupNormalization(2, **CONSTRAINTS),
        ),
    }


def sample_cases() -> dict[str, Case]:
    """Normalization of each sample separately."""

    def layer(shape=VECTOR, **options) -> Case:
        return shape, lambda: layers.LayerNormalization(**options)

    def group(groups, shape=VECTOR, **options) -> Case:
        return shape, lambda: layers.GroupNormalization(groups, **options)

    def unit(shape=VECTOR, **options) -> Case:
        return shape, lambda: layers.UnitNormalization(**options)

    def rms(shape=VECTOR, **options) -> Case:
        return shape, lambda: layers.RMSNormalization(**options)

    return {
        "layer_normalization": layer(),
        "layer_normalization_no_center": layer(center=False),
        "layer_normalization_no_scale": layer(scale=False),
        "layer_normalization_plain": layer(center=False, scale=False),
        "layer_normalization_epsilon": layer(epsilon=0.1),
        "layer_normalization_image": layer(SMALL_IMAGE),
        "layer_normalization_image_axis_2": layer(SMALL_IMAGE, axis=2),
        "layer_normalization_image_axes": layer(SMALL_IMAGE, axis=[1, 2, 3]),
        "layer_normalization_image_mixed_axes": layer(
            SMALL_IMAGE, axis=[1, -1]
        ),
        "layer_normalization_weights": layer(**WEIGHTS),
        "group_normalization": group(2),
        "group_normalization_one": group(1),
        "group_normalization_no_center": group(2, center=False),
        "group_normalization_no_scale": group(2, SEQUENCE, scale=False),
        "group_normalization_plain": group(2, center=False, scale=False),
        "group_normalization_epsilon": group(2, epsilon=0.1),
        "group_normalization_image": group(1, SMALL_IMAGE),
        "group_normalization_image_each": group(-1, SMALL_IMAGE),
        "group_normalization_axis": group(2, SMALL_IMAGE, axis=1),
        "group_normalization_axis_2": group(3, SMALL_IMAGE, axis=-2),
        "group_normalization_axis_1_whole": group(1, IMAGE, axis=1),
        "group_normalization_weights": group(2, **WEIGHTS),
        "unit_normalization": unit(),
        "unit_normalization_image": unit(SMALL_IMAGE),
        "unit_normalization_image_axes": unit(SMALL_IMAGE, axis=[1, 2]),
        "rms_normalization": rms(),
        "rms_normalization_epsilon": rms(epsilon=0.1),
        "rms_normalization_image": rms(SMALL_IMAGE),
        "rms_normalization_image_axes": rms(SMALL_IMAGE, axis=[2, 3]),
    }


def known_cases() -> dict[str, Case]:
    """Normalization by known statistics of the data."""

    def known(shape=VECTOR, **options) -> Case:
        return shape, lambda: layers.Normalization(**options)

    mean, variance = [0.1, -0.2, 0.3, 0.0], [0.5, 1.5, 0.25, 0.0625]
    return {
        "normalization": known(),
        "normalization_invert": known(invert=True),
        "normalization_image": known(SMALL_IMAGE),
        "normalization_image_axes": known(SMALL_IMAGE, axis=[3, 1]),
        "normalization_no_axis": known(SMALL_IMAGE, axis=None),
        "normalization_given": known(mean=mean, variance=variance),
        "normalization_given_invert": known(
            mean=mean, variance=variance, invert=True
        ),
        "normalization_given_number": known(
            SMALL_IMAGE, mean=0.5, variance=4.0
        ),
        "normalization_given_image": known(
            SMALL_IMAGE, axis=1, mean=[0.1, -0.2], variance=[0.5, 1.5]
        ),
        "normalization_given_no_axis": known(
            axis=None, mean=0.5, variance=4.0
        ),
    }
