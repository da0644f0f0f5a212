"""Weight and activity regularization penalties."""

from keras import layers, regularizers

from layer_cases import IMAGE, VECTOR, Case


def cases() -> dict[str, Case]:
    def dense(**options) -> Case:
        return VECTOR, lambda: layers.Dense(3, **options)

    def conv(**options) -> Case:
        return IMAGE, lambda: layers.Conv2D(3, 2, **options)

    l1 = regularizers.L1(0.02)
    l1_l2 = regularizers.L1L2(0.01, 0.03)
    rows = regularizers.OrthogonalRegularizer(0.2)
    columns = regularizers.OrthogonalRegularizer(0.2, mode="columns")
    return {
        "l1": dense(kernel_regularizer=l1, bias_regularizer=l1),
        "l1_l2": conv(kernel_regularizer=l1_l2, bias_regularizer=l1_l2),
        "orthogonal_rows": dense(kernel_regularizer=rows),
        "orthogonal_columns": dense(kernel_regularizer=columns),
        "activity_l1": dense(activity_regularizer=l1),
        "activity_l2": dense(activity_regularizer="l2", activation="tanh"),
        "activity_orthogonal": dense(activity_regularizer=columns),
        "activity_l1_l2": conv(activity_regularizer=l1_l2, activation="elu"),
        "activity_regularization": (
            VECTOR,
            lambda: layers.ActivityRegularization(l1=0.03, l2=0.05),
        ),
        "activity_regularization_image": (
            IMAGE,
            lambda: layers.ActivityRegularization(l2=0.05),
        ),
    }
