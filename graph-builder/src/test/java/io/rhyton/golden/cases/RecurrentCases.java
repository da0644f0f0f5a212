package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.TANH;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.UnitNorm;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code recurrent_cases.py}. */
public final class RecurrentCases {
  private static final Shape SEQUENCE = Shape.of(4, 3);
  private static final Shape ONE_STEP = Shape.of(1, 3);

  private RecurrentCases() {}

  public static void addTo(LayerCases cases) {
    addSimple(cases);
    addLstm(cases);
    addGru(cases);
    addBidirectional(cases);
    cases.add("time_distributed_dense", SEQUENCE, TimeDistributed.of(Dense.of(2).activation(TANH)));
    cases.add(
        "time_distributed_batch_normalization",
        SEQUENCE,
        TimeDistributed.of(BatchNormalization.of().momentum(0.6)));
  }

  /** Layers with weight constraints. */
  public static void addConstrainedTo(LayerCases cases) {
    MaxNorm max = MaxNorm.of().maxValue(0.5);
    cases.add(
        "simple_rnn_constraints",
        SEQUENCE,
        SimpleRNN.of(2)
            .kernelConstraint(max)
            .recurrentConstraint(UnitNorm.of())
            .biasConstraint(NonNeg.of()));
    cases.add(
        "lstm_constraints",
        SEQUENCE,
        LSTM.of(2)
            .kernelConstraint(max)
            .recurrentConstraint(UnitNorm.of())
            .biasConstraint(NonNeg.of()));
    cases.add(
        "gru_constraints",
        SEQUENCE,
        GRU.of(2)
            .kernelConstraint(max)
            .recurrentConstraint(UnitNorm.of())
            .biasConstraint(NonNeg.of()));
  }

  private static void addSimple(LayerCases cases) {
    SimpleRNN<FeatureVector> plain = SimpleRNN.of(2);
    cases.add("simple_rnn", SEQUENCE, plain);
    cases.add("simple_rnn_sequences", SEQUENCE, plain.returnSequences(true));
    cases.add("simple_rnn_backwards", SEQUENCE, plain.goBackwards(true));
    cases.add(
        "simple_rnn_backwards_sequences", SEQUENCE, plain.goBackwards(true).returnSequences(true));
    cases.add("simple_rnn_no_bias", SEQUENCE, plain.useBias(false));
    cases.add("simple_rnn_sigmoid", SEQUENCE, plain.activation(SIGMOID));
    cases.add("simple_rnn_one_step", ONE_STEP, plain);
    cases.add(
        "simple_rnn_penalties",
        SEQUENCE,
        plain
            .kernelRegularizer(L2.of(0.1))
            .recurrentRegularizer(L2.of(0.2))
            .biasRegularizer(L2.of(0.3)));
    SimpleRNN<FeatureVector> dropping = plain.dropout(0.4).seed(5);
    cases.add("simple_rnn_dropout", SEQUENCE, dropping);
    cases.add("simple_rnn_both_dropouts", SEQUENCE, dropping.recurrentDropout(0.3));
  }

  private static void addLstm(LayerCases cases) {
    LSTM<FeatureVector> plain = LSTM.of(2);
    cases.add("lstm", SEQUENCE, plain);
    cases.add("lstm_sequences", SEQUENCE, plain.returnSequences(true));
    cases.add("lstm_backwards", SEQUENCE, plain.goBackwards(true));
    cases.add("lstm_backwards_sequences", SEQUENCE, plain.goBackwards(true).returnSequences(true));
    cases.add("lstm_no_bias", SEQUENCE, plain.useBias(false));
    cases.add("lstm_functions", SEQUENCE, plain.activation(SIGMOID).recurrentActivation(TANH));
    cases.add("lstm_one_step", ONE_STEP, plain);
    cases.add(
        "lstm_penalties",
        SEQUENCE,
        plain
            .kernelRegularizer(L2.of(0.1))
            .recurrentRegularizer(L2.of(0.2))
            .biasRegularizer(L2.of(0.3))
            .activityRegularizer(L2.of(0.4)));
    LSTM<FeatureVector> dropping = plain.dropout(0.4).seed(5);
    cases.add("lstm_dropout", SEQUENCE, dropping);
    cases.add("lstm_recurrent_dropout", SEQUENCE, plain.recurrentDropout(0.3).seed(6));
    cases.add("lstm_both_dropouts", SEQUENCE, dropping.recurrentDropout(0.3));
  }

  private static void addGru(LayerCases cases) {
    GRU<FeatureVector> plain = GRU.of(2);
    cases.add("gru", SEQUENCE, plain);
    cases.add("gru_sequences", SEQUENCE, plain.returnSequences(true));
    cases.add("gru_backwards", SEQUENCE, plain.goBackwards(true));
    cases.add("gru_backwards_sequences", SEQUENCE, plain.goBackwards(true).returnSequences(true));
    cases.add("gru_no_bias", SEQUENCE, plain.useBias(false));
    cases.add("gru_functions", SEQUENCE, plain.activation(SIGMOID).recurrentActivation(TANH));
    cases.add("gru_one_step", ONE_STEP, plain);
    cases.add(
        "gru_penalties",
        SEQUENCE,
        plain
            .kernelRegularizer(L2.of(0.1))
            .recurrentRegularizer(L2.of(0.2))
            .biasRegularizer(L2.of(0.3))
            .activityRegularizer(L2.of(0.4)));
    GRU<FeatureVector> dropping = plain.dropout(0.4).seed(5);
    cases.add("gru_dropout", SEQUENCE, dropping);
    cases.add("gru_both_dropouts", SEQUENCE, dropping.recurrentDropout(0.3));
    GRU<FeatureVector> before = plain.resetAfter(false);
    cases.add("gru_reset_before", SEQUENCE, before);
    cases.add("gru_reset_before_no_bias", SEQUENCE, before.useBias(false));
    cases.add("gru_reset_before_sequences", SEQUENCE, before.returnSequences(true));
    cases.add(
        "gru_reset_before_both_dropouts",
        SEQUENCE,
        before.dropout(0.4).seed(5).recurrentDropout(0.3));
  }

  private static void addBidirectional(LayerCases cases) {
    Bidirectional<Sequence> sequences = Bidirectional.of(LSTM.of(2).returnSequences(true));
    cases.add("bidirectional", SEQUENCE, Bidirectional.of(LSTM.of(2)));
    cases.add("bidirectional_sequences", SEQUENCE, sequences);
    cases.add("bidirectional_sum", SEQUENCE, sequences.mergeMode(MergeMode.SUM));
    cases.add("bidirectional_mul", SEQUENCE, sequences.mergeMode(MergeMode.MUL));
    cases.add("bidirectional_ave", SEQUENCE, sequences.mergeMode(MergeMode.AVE));
    cases.add("bidirectional_gru", SEQUENCE, Bidirectional.of(GRU.of(2)));
    cases.add(
        "bidirectional_two_types",
        SEQUENCE,
        Bidirectional.of(SimpleRNN.of(2).returnSequences(true))
            .backwardLayer(GRU.of(2).goBackwards(true).returnSequences(true)));
  }
}
