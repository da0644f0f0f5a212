package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes, weight names and errors of layers over sequences. */
class SequenceLayersTest {

  @Test
  void weightsOfInnerLayersAreNamedAsInKeras() {
    ResolvedModel model =
        Sequential.indices(4)
            .add(Embedding.of(9, 3))
            .add(TimeDistributed.of(Dense.of(2).useBias(false)))
            .add(Bidirectional.of(LSTM.of(5).returnSequences(true)))
            .add(GRU.of(2).useBias(false))
            .build("m")
            .resolve();
    assertThat(model.weights())
        .extracting(WeightSpec::name)
        .containsExactly(
            "embedding/embeddings",
            "time_distributed/dense/kernel",
            "bidirectional/forward_lstm/kernel",
            "bidirectional/forward_lstm/recurrent_kernel",
            "bidirectional/forward_lstm/bias",
            "bidirectional/backward_lstm/kernel",
            "bidirectional/backward_lstm/recurrent_kernel",
            "bidirectional/backward_lstm/bias",
            "gru/kernel",
            "gru/recurrent_kernel");
    assertThat(model.layers())
        .extracting(layer -> ShapeText.of(layer.outputShape()))
        .containsExactly("[?, 4]", "[?, 4, 3]", "[?, 4, 2]", "[?, 4, 10]", "[?, 2]");
  }

  @Test
  void onlyConcatenationDoublesTheFeatures() {
    ModelSpec sum =
        Sequential.sequence(4, 3)
            .add(Bidirectional.of(GRU.of(5)).mergeMode(MergeMode.SUM))
            .build("m");
    assertThat(ShapeText.of(sum.resolve().outputShape())).isEqualTo("[?, 5]");
  }

  @Test
  void sequencesTooLongToUnrollAreRejected() {
    assertThatThrownBy(() -> Sequential.sequence(10_001, 1).add(LSTM.of(1)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'lstm' (LSTM): expected at most 10000 timesteps, got [?, 10001, 1]. Shorten the"
                + " sequences: the graph is unrolled over timesteps.");
  }

  @Test
  void anInvalidInnerLayerIsReportedWithItsWrapper() {
    Layer layer = new TimeDistributed(LSTM.of(2));
    assertThatThrownBy(
            () ->
                layer.geometry(
                    new LayerInputs(
                        "each",
                        "TimeDistributed",
                        List.of(InputLayer.sequence(4, 3).batchShape()))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'each/lstm' (LSTM): expected input of rank 3 [batch, steps, features], got [?,"
                + " 3]. Use samples of shape [steps, features].");
  }

  @Test
  void differentNumbersOfKeysAndValuesAreRejected() {
    Node<Sequence> query = Functional.sequence("query", 2, 3);
    Node<Sequence> value = Functional.sequence("value", 4, 3);
    Node<Sequence> attended = MultiHeadAttention.of(1, 2).on(query, value, query);
    assertThatThrownBy(() -> Functional.build("m", List.of(query, value), List.of(attended)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'multi_head_attention' (MultiHeadAttention): expected as many keys as values,"
                + " got [[?, 2, 3], [?, 4, 3], [?, 2, 3]]. Pass query, value and key, in that"
                + " order.");
  }
}
