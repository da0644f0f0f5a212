"""Normalisations."""

from keras import layers

from layer_cases import IMAGE, VECTOR, Case


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
    }
