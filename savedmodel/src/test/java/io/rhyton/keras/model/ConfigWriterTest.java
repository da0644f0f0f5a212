package io.rhyton.keras.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.GoldenConfigs;
import io.rhyton.keras.GoldenModels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output equals that of Keras 3.3, except for keys that no Keras needs. */
class ConfigWriterTest {
  private static final String VERSION = "keras-3.3.3";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compiled",
        "defaults",
        "functional",
        "images",
        "no_input_layer",
        "options",
        "sequences",
        "single"
      })
  void theModelIsWrittenAsByKeras(String model) {
    ObjectNode expected = (ObjectNode) golden(model);
    expected.remove("compile_config");
    assertThat(GoldenConfigs.tree(ConfigWriter.write(GoldenModels.model(model, VERSION), null)))
        .isEqualTo(expected);
  }

  /**
   * Keras 3.15 does not accept a list of one output inside a sequential model; elsewhere Keras 3.3
   * accepts nothing else.
   */
  @Test
  void aFunctionalModelInASequentialOneHasAnOutputWithoutAList() {
    JsonNode chain =
        GoldenConfigs.tree(ConfigWriter.write(GoldenModels.model("model_first", VERSION), null));
    JsonNode graph = chain.get("config").get("layers").get(1);
    assertThat(graph.get("config").get("output_layers").toString()).isEqualTo("[\"dense\",0,0]");
    assertThat(graph.get("config").get("input_layers").toString())
        .isEqualTo("[[\"features\",0,0]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiled", "options"})
  void theOptimizerIsWrittenAsByKeras(String model) {
    assertThat(compileConfig(model).get("optimizer"))
        .isEqualTo(golden(model).get("compile_config").get("optimizer"));
  }

  @Test
  void aLossWithOptionsIsWrittenAsByKeras() {
    assertThat(compileConfig("options").get("loss"))
        .isEqualTo(golden("options").get("compile_config").get("loss"));
  }

  @Test
  void aLossWithoutOptionsAndMetricsAreWrittenAsNames() {
    JsonNode compiled = compileConfig("compiled");
    assertThat(compiled.get("loss").textValue()).isEqualTo("sparse_categorical_crossentropy");
    assertThat(compiled.get("metrics").toString()).isEqualTo("[\"sparse_categorical_accuracy\"]");
    assertThat(compileConfig("options").get("metrics").toString())
        .isEqualTo("[\"accuracy\",\"binary_accuracy\"]");
  }

  @Test
  void theRestOfTheCompileConfigEqualsThatOfKeras() {
    ObjectNode written = (ObjectNode) compileConfig("options");
    ObjectNode expected = (ObjectNode) golden("options").get("compile_config");
    List<String> others = List.of("optimizer", "loss", "metrics");
    assertThat(written.remove(others)).isEqualTo(expected.remove(others));
  }

  private static JsonNode compileConfig(String model) {
    byte[] written =
        ConfigWriter.write(GoldenModels.model(model, VERSION), GoldenModels.compileSpec(model));
    return GoldenConfigs.tree(written).get("compile_config");
  }

  private static JsonNode golden(String model) {
    return needed(GoldenConfigs.tree(VERSION + "/" + model + ".json"), true);
  }

  @Test
  void theTextIsCompactAndDeterministic() {
    byte[] written = ConfigWriter.write(GoldenModels.model("no_input_layer", VERSION), null);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .startsWith(
            "{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":{"
                + "\"name\":\"no_input_layer\",\"trainable\":true,\"dtype\":\"float32\","
                + "\"layers\":[{\"module\":\"keras.layers\",\"class_name\":\"InputLayer\"");
    assertThat(ConfigWriter.write(GoldenModels.model("no_input_layer", VERSION), null))
        .isEqualTo(written);
  }

  /**
   * Omits what Keras recomputes ({@code build_config} of layers), the identity of shared objects,
   * empty arguments (masks), keys that newer versions added as null, and how Keras 3.3 expands and
   * names its arguments.
   */
  private static JsonNode needed(JsonNode node, boolean isModel) {
    if (node instanceof ObjectNode object) {
      boolean model = isModel || object.path("config").has("layers");
      if (!model) {
        object.remove("build_config");
      }
      List.of("loss_scale_factor", "gradient_accumulation_steps", "mask", "shared_object_id")
          .forEach(object::remove);
      JsonNode rate = object.path("learning_rate");
      if (rate.isDouble()) {
        object.put("learning_rate", Double.parseDouble(Float.toString((float) rate.asDouble())));
      }
      object.fieldNames().forEachRemaining(key -> needed(object.get(key), false));
    } else {
      node.forEach(element -> needed(element, false));
    }
    return node;
  }
}
