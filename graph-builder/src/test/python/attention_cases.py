"""Self-attention and cross-attention."""

import keras
from keras import layers

from layer_cases import Case

SEQUENCE = (4, 3)


def cases() -> dict[str, Case]:
    def itself(causal=False, **options) -> Case:
        return SEQUENCE, lambda: to_itself(causal, **options)

    def other(causal=False, keys=False, **options) -> Case:
        return SEQUENCE, lambda: to_other(causal, keys, **options)

    return {
        "multi_head_attention": itself(),
        "multi_head_attention_causal": itself(causal=True),
        "multi_head_attention_other": other(),
        "multi_head_attention_other_causal": other(causal=True),
        "multi_head_attention_keys": other(keys=True),
        "multi_head_attention_value_dim": itself(value_dim=3),
        "multi_head_attention_no_bias": itself(use_bias=False),
        "multi_head_attention_dropout": itself(dropout=0.4, seed=5),
        "multi_head_attention_causal_dropout": itself(
            causal=True, dropout=0.4, seed=5
        ),
        "multi_head_attention_penalties": itself(
            kernel_regularizer="l2", bias_regularizer="l2"
        ),
    }


def constrained() -> dict[str, Case]:
    constraints = {
        "kernel_constraint": keras.constraints.MaxNorm(0.5),
        "bias_constraint": "non_neg",
    }
    return {
        "multi_head_attention_constraints": (
            SEQUENCE,
            lambda: to_itself(False, **constraints),
        ),
    }


def to_itself(causal, **options) -> keras.Model:
    sequence = keras.Input(SEQUENCE, name="sequence")
    front = dense(3, "front")(sequence)
    return ended(sequence, attention(options)(front, front, **mask(causal)))


def to_other(causal, keys, **options) -> keras.Model:
    """Attends to a sequence that is twice as long."""
    sequence = keras.Input(SEQUENCE, name="sequence")
    front = dense(3, "front")(sequence)
    halves = [dense(2, "left")(sequence), dense(2, "right")(sequence)]
    other = layers.Concatenate(axis=1, name="other")(halves)
    others = [other, dense(4, "keys")(other)] if keys else [other]
    return ended(
        sequence, attention(options)(front, *others, **mask(causal))
    )


def attention(options) -> keras.Layer:
    return layers.MultiHeadAttention(2, 2, name="layer", **options)


def dense(units: int, name: str) -> keras.Layer:
    return layers.Dense(units, use_bias=False, name=name)


def mask(causal: bool) -> dict[str, bool]:
    return {"use_causal_mask": True} if causal else {}


def ended(sequence, output) -> keras.Model:
    return keras.Model(sequence, layers.Flatten(name="rows")(output))
