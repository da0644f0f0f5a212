package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.shape.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peculiarities in the configurations of sequence layers. */
class SequenceConfigTest {
  private static final ModelSpec CHAIN =
      Sequential.indices(4)
          .add(Embedding.of(5, 3))
          .add(TimeDistributed.of(Dense.of(2)))
          .add(Bidirectional.of(LSTM.of(2)))
          .build("chain");

  @Test
  void integerInputsKeepTheirDtype() {
    assertThat(text(CHAIN)).contains("\"dtype\":\"int32\",\"batch_shape\":[null,4]");
    InputLayer read = (InputLayer) read(text(CHAIN)).layers().get(0).layer();
    assertThat(read.dtype()).isEqualTo(Dtype.INT32);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "mask_zero":false | "mask_zero":true | expected false, got true: Rhyton does not support masking
          "merge_mode":"concat" | "merge_mode":null | expected a merge mode, got null: Rhyton's layer has a single output
          "merge_mode":"concat" | "merge_mode":"max" | or 'mul' or 'ave', got 'max'
          "return_state":false | "return_state":true | return_state of
          "stateful":false | "stateful":true | stateful of
          "class_name":"LSTM" | "class_name":"Flatten" | expected a recurrent layer
          "class_name":"LSTM" | "class_name":"ConvLSTM1D" | Rhyton has no such layer
          "class_name":"Dense" | "class_name":"Functional" | does not support a model inside a layer
          "forward_lstm","trainable":true | "forward_lstm","trainable":false | expected inner layers that are both
          """)
  void unsupportedOptionsAreRejectedWithTheReason(String from, String to, String reason) {
    assertThatThrownBy(() -> read(text(CHAIN).replace(from, to)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void hardSigmoidOfKeras2IsAlsoRejectedInAnInnerLayer() {
    String text = text(CHAIN).replace("on\":\"sigmoid\"", "on\":\"hard_sigmoid\"");
    LSTM<?> read = (LSTM<?>) ((Bidirectional<?>) read(text).layers().get(3).layer()).layer();
    assertThat(read.recurrentActivation()).isEqualTo(ActivationFunction.HARD_SIGMOID);
    assertThatThrownBy(() -> read(text.replace("batch_shape", "batch_input_shape")))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("layer.config.recurrent_activation")
        .hasMessageContaining("in Keras 2 hard_sigmoid is 0.2");
  }

  @Test
  void attentionTensorsMayBeKeywordsAndTheCausalMaskIsAnArgument() {
    Node<Sequence> query = Functional.sequence("query", 2, 3);
    Node<Sequence> value = Functional.sequence("value", 4, 3);
    MultiHeadAttention layer = MultiHeadAttention.of(2, 2).useCausalMask(true);
    ModelSpec model =
        Functional.build("m", List.of(query, value), List.of(layer.on(query, value, value)));
    assertThat(read(text(model))).isEqualTo(model);
    JsonNode named = GoldenConfigs.tree(text(model).getBytes(StandardCharsets.UTF_8));
    JsonNode call = call(named);
    ArrayNode arguments = (ArrayNode) call.get("args");
    ObjectNode keywords = (ObjectNode) call.get("kwargs");
    keywords.set("key", arguments.remove(2));
    keywords.set("value", arguments.remove(1));
    assertThat(read(named.toString())).isEqualTo(model);
  }

  @Test
  void theInnerLayerOfAFrozenWrapperIsFrozen() {
    ModelSpec frozen = CHAIN.freeze("time_distributed", "bidirectional");
    List<JsonNode> layers =
        GoldenConfigs.tree(text(frozen).getBytes(StandardCharsets.UTF_8)).findValues("layer");
    assertThat(layers)
        .hasSize(2)
        .allMatch(layer -> layer.get("config").get("trainable").equals(BooleanNode.FALSE));
    assertThat(read(text(frozen))).isEqualTo(frozen);
  }

  /** In Keras 3 the flag of the inner layer counts ({@code Layer.trainable_variables}, 3.15). */
  @ParameterizedTest
  @CsvSource({"false, true, true", "true, false, false", "false, false, false"})
  void theFlagOfTheInnerLayerDecidesWhetherAWrapperIsTrainable(
      boolean around, boolean inside, boolean learns) {
    String text =
        text(CHAIN)
            .replace("\"time_distributed\",\"trainable\":true", distributed(around))
            .replace("\"dense\",\"trainable\":true", "\"dense\",\"trainable\":" + inside);
    ModelSpec expected = learns ? CHAIN : CHAIN.freeze("time_distributed");
    assertThat(read(text)).isEqualTo(expected);
  }

  private static String distributed(boolean learns) {
    return "\"time_distributed\",\"trainable\":" + learns;
  }

  /** In Keras 2 the flag of the wrapper also counts. */
  @Test
  void aFrozenWrapperOfKeras2FreezesItsInnerLayer() {
    String text =
        text(CHAIN)
            .replace("\"time_distributed\",\"trainable\":true", distributed(false))
            .replace("batch_shape", "batch_input_shape");
    assertThat(read(text)).isEqualTo(CHAIN.freeze("time_distributed"));
  }

  private static JsonNode call(JsonNode model) {
    return model.findParents("kwargs").stream()
        .filter(node -> node.get("kwargs").has("use_causal_mask"))
        .findFirst()
        .orElseThrow();
  }

  private static String text(ModelSpec model) {
    return new String(ConfigWriter.write(model, null), StandardCharsets.UTF_8);
  }

  private static ModelSpec read(String text) {
    return ConfigReader.read(
            GoldenConfigs.SOURCE, "config.json", text.getBytes(StandardCharsets.UTF_8))
        .model();
  }
}
