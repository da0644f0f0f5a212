"""Recurrent layers and wrapper layers."""

import keras
from keras import layers

from layer_cases import Case

SEQUENCE = (4, 3)
ONE_STEP = (1, 3)


def cases() -> dict[str, Case]:
    def simple(sequence=SEQUENCE, **options) -> Case:
        return sequence, lambda: layers.SimpleRNN(2, **options)

    def lstm(sequence=SEQUENCE, **options) -> Case:
        return sequence, lambda: layers.LSTM(2, **options)

    def gru(sequence=SEQUENCE, **options) -> Case:
        return sequence, lambda: layers.GRU(2, **options)

    def both(layer=layers.LSTM, name="lstm", sequences=False, **options):
        return SEQUENCE, lambda: layers.Bidirectional(
            layer(2, return_sequences=sequences, name=name), **options
        )

    def each(layer, **options) -> Case:
        return SEQUENCE, lambda: layers.TimeDistributed(layer(**options))

    sequences = {"return_sequences": True}
    backwards = {"go_backwards": True}
    dropout = {"dropout": 0.4, "seed": 5}
    both_dropouts = {"recurrent_dropout": 0.3, **dropout}
    functions = {"activation": "sigmoid", "recurrent_activation": "tanh"}
    penalties = {
        "kernel_regularizer": keras.regularizers.L2(0.1),
        "recurrent_regularizer": keras.regularizers.L2(0.2),
        "bias_regularizer": keras.regularizers.L2(0.3),
    }
    activity = {"activity_regularizer": keras.regularizers.L2(0.4)}
    return {
        "simple_rnn": simple(),
        "simple_rnn_sequences": simple(**sequences),
        "simple_rnn_backwards": simple(**backwards),
        "simple_rnn_backwards_sequences": simple(**backwards, **sequences),
        "simple_rnn_no_bias": simple(use_bias=False),
        "simple_rnn_sigmoid": simple(activation="sigmoid"),
        "simple_rnn_one_step": simple(ONE_STEP),
        "simple_rnn_penalties": simple(**penalties),
        "simple_rnn_dropout": simple(**dropout),
        "simple_rnn_both_dropouts": simple(**both_dropouts),
        "lstm": lstm(),
        "lstm_sequences": lstm(**sequences),
        "lstm_backwards": lstm(**backwards),
        "lstm_backwards_sequences": lstm(**backwards, **sequences),
        "lstm_no_bias": lstm(use_bias=False),
        "lstm_functions": lstm(**functions),
        "lstm_one_step": lstm(ONE_STEP),
        "lstm_penalties": lstm(**penalties, **activity),
        "lstm_dropout": lstm(**dropout),
        "lstm_recurrent_dropout": lstm(recurrent_dropout=0.3, seed=6),
        "lstm_both_dropouts": lstm(**both_dropouts),
        "gru": gru(),
        "gru_sequences": gru(**sequences),
        "gru_backwards": gru(**backwards),
        "gru_backwards_sequences": gru(**backwards, **sequences),
        "gru_no_bias": gru(use_bias=False),
        "gru_functions": gru(**functions),
        "gru_one_step": gru(ONE_STEP),
        "gru_penalties": gru(**penalties, **activity),
        "gru_dropout": gru(**dropout),
        "gru_both_dropouts": gru(**both_dropouts),
        "gru_reset_before": gru(reset_after=False),
        "gru_reset_before_no_bias": gru(reset_after=False, use_bias=False),
        "gru_reset_before_sequences": gru(reset_after=False, **sequences),
        "gru_reset_before_both_dropouts": gru(
            reset_after=False, **both_dropouts
        ),
        "bidirectional": both(),
        "bidirectional_sequences": both(sequences=True),
        "bidirectional_sum": both(sequences=True, merge_mode="sum"),
        "bidirectional_mul": both(sequences=True, merge_mode="mul"),
        "bidirectional_ave": both(sequences=True, merge_mode="ave"),
        "bidirectional_gru": both(layers.GRU, "gru"),
        "bidirectional_two_types": both(
            layers.SimpleRNN,
            "simple_rnn",
            sequences=True,
            backward_layer=layers.GRU(
                2, go_backwards=True, return_sequences=True, name="backward_gru"
            ),
        ),
        "time_distributed_dense": each(
            layers.Dense, units=2, activation="tanh", name="dense"
        ),
        "time_distributed_batch_normalization": each(
            layers.BatchNormalization,
            momentum=0.6,
            name="batch_normalization",
        ),
    }


def constrained() -> dict[str, Case]:
    constraints = {
        "kernel_constraint": keras.constraints.MaxNorm(0.5),
        "recurrent_constraint": keras.constraints.UnitNorm(),
        "bias_constraint": keras.constraints.NonNeg(),
    }
    return {
        "simple_rnn_constraints": (
            SEQUENCE,
            lambda: layers.SimpleRNN(2, **constraints),
        ),
        "lstm_constraints": (SEQUENCE, lambda: layers.LSTM(2, **constraints)),
        "gru_constraints": (SEQUENCE, lambda: layers.GRU(2, **constraints)),
    }
