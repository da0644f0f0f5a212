package io.rhyton.keras;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.errorOf;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.graph;
import static io.rhyton.keras.ConfigTexts.input;
import static io.rhyton.keras.ConfigTexts.layer;
import static io.rhyton.keras.ConfigTexts.node;
import static io.rhyton.keras.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.model.ConfigReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading any text terminates soon, with a model or with an {@code ArtifactException}. */
class HostileConfigTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String IS_JSON =
      "Keras model 'model.keras': expected config.json to be JSON, got ";
  private static final String DAMAGED = ". The file is damaged or not a model: save it again.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": [{"b": 1, "b": 2}]} | at a[0].b: Duplicate field 'b'
          {"config": [1, {"c": tru  | at config[1].c: Unrecognized token 'tru'
          {"config": {"layers": [   | at config.layers[0]: Unexpected end-of-input
          {"config": 'a'}           | at config: Unexpected character
          """)
  void invalidJsonIsRejectedWithThePath(String text, String reason) {
    assertThat(errorOf(text)).startsWith(IS_JSON + reason).endsWith(DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({"'', nothing", "'{} {}', trailing content"})
  void aTextThatIsNotOneValueIsRejected(String text, String received) {
    assertThat(errorOf(text))
        .isEqualTo(
            "Keras model 'model.keras': expected config.json to be one JSON value, got "
                + received
                + ". Save the model again.");
  }

  @Test
  void invalidUtf8IsRejected() {
    assertThat(errorOf(new byte[] {'"', (byte) 0xC3, 0x28, '"'})).startsWith(IS_JSON);
  }

  @Test
  void aTextOf100MegabytesIsRejected() {
    byte[] text = new byte[100_000_000];
    Arrays.fill(text, (byte) '[');
    assertThat(errorOf(text))
        .isEqualTo(
            "Keras model 'model.keras': expected config.json to have at most 33554432 bytes, got"
                + " 100000000. This is not the configuration of a Keras model.");
  }

  @Test
  void tenThousandNestingLevelsAreRejected() {
    assertThat(errorOf("[".repeat(10_000)))
        .startsWith(IS_JSON + "at [0][0][0]")
        .contains("nesting depth (251) exceeds")
        .endsWith(DAMAGED)
        .hasSizeLessThan(1000);
  }

  @Test
  void millionsOfValuesAreRejected() {
    assertThat(errorOf("[" + "0,".repeat(5_000_000) + "0]"))
        .startsWith(IS_JSON)
        .contains("Token count (1000001) exceeds");
  }

  @Test
  void aNumberWithManyDigitsIsRejected() {
    assertThat(errorOf(chain(layer("Dropout", "d", "\"rate\": " + "9".repeat(100_000)))))
        .startsWith(IS_JSON + "at config.layers[1].config.rate: ")
        .contains("Number value length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "true", "\"1\"", "null"})
  void aRateThatIsNotANumberIsRejected(String rate) {
    assertThat(findings(chain(layer("Dropout", "d", "\"rate\": " + rate))))
        .singleElement()
        .asString()
        .startsWith(
            "config.layers[1].config.rate of 'd' (Dropout): expected a finite number, got ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          5  | the model: expected an object, got 5
          [] | the model: expected an object, got []
          {} | class_name: expected a string, got nothing
          {"class_name": "", "config": {}} | class_name: expected a name, got ''
          {"class_name": "Functional", "config": 9} | config: expected an object, got 9
          {"class_name": "Sequential", "config": {"layers": 9}} | config.layers: expected a list, got 9
          {"class_name": "Sequential", "config": {"layers": []}} | config.layers: expected layers, got none
          {"class_name": "Sequential", "config": {"layers": [7]}} | config.layers[0]: expected an object, got 7
          {"class_name": "Sequential", "config": {"layers": [{}]}} | config.layers[0] a layer: expected a name, got nothing
          """)
  void aValueOfTheWrongTypeIsReported(String text, String finding) {
    assertThat(findings(text)).contains(finding);
  }

  @Test
  void aMissingIntegerIsReported() {
    assertThat(findings(chain(layer("Conv2D", "c", "\"kernel_size\": 3"))))
        .containsExactly(
            "config.layers[1].config.filters of 'c' (Conv2D): expected a 32-bit integer,"
                + " got nothing");
    assertThat(findings(chain(layer("Conv2D", "c", "\"filters\": 0"))))
        .containsExactly(
            "config.layers[1].config.kernel_size of 'c' (Conv2D): expected a height and a width,"
                + " got nothing",
            "config.layers[1] 'c' (Conv2D): filters must be > 0, got 0");
  }

  @Test
  void cyclicGraphsAreRejected() {
    String text =
        graph(
            "[[\"a\", 0, 0]]",
            "[[\"b\", 0, 0]]",
            input("a"),
            node("Flatten", "b", "", "[[[\"c\", 0, 0, {}]]]"),
            node("Flatten", "c", "", "[[[\"b\", 0, 0, {}]]]"));
    assertThat(findings(text))
        .containsExactly(
            "the model: Model 'model': expected an acyclic graph, got a cycle through 'b'. Call"
                + " layers only on outputs of earlier layers.");
  }

  @Test
  void danglingReferencesAreReported() {
    String text =
        graph(
            "[[\"a\", 0, 0]]",
            "[[\"b\", 3, 0], [\"b\", 0]]",
            input("a"),
            node("Flatten", "b", "", "[[[\"x\", 0, 0, {}]], [[\"a\", 0, -1, {}]]]"));
    assertThat(findings(text))
        .containsExactly(
            "config.layers[1].inbound_nodes[0][0] of 'b' (Flatten): expected a layer of the model,"
                + " got 'x'",
            "config.layers[1].inbound_nodes[1][0] of 'b' (Flatten): expected call 0 of 'a' and one"
                + " of its outputs, got a list of 4",
            "config.output_layers[0]: expected calls 0 to 1 of 'b' and one of its outputs, got"
                + " ['b', 3, 0]",
            "config.output_layers[1]: expected a layer, a call and an output, got ['b', 0]");
  }

  @Test
  void anInputLayerWithCallsAndALayerWithoutCallsAreReported() {
    String text =
        graph(
            "[\"a\", 0, 0]",
            "[\"b\", 0, 0]",
            input("a").replace("\"inbound_nodes\": []", "\"inbound_nodes\": [[[\"b\", 0, 0]]]"),
            node("Flatten", "b", "", "[]"));
    assertThat(findings(text))
        .contains(
            "config.layers[0] 'a' (InputLayer): expected an input layer without calls, got 1",
            "config.layers[1] 'b' (Flatten): expected a call of the layer, got none");
  }

  @Test
  void twoLayersOfTheSameNameAreRejected() {
    assertThat(findings(graph("[\"a\", 0, 0]", "[\"a\", 0, 0]", input("a"), input("a"))))
        .containsExactly(
            "config.layers[1] 'a' (InputLayer): expected a unique name, got that of another"
                + " layer");
  }

  @Test
  void anInconsistentModelIsRejected() {
    assertThat(findings(chain(layer("Flatten", "f", ""), layer("GlobalAveragePooling2D", "g", ""))))
        .containsExactly(
            "the model: Layer 'g' (GlobalAveragePooling2D): expected input of rank 4 [batch,"
                + " height, width, channels], got [?, 192]. Put it before Flatten and"
                + " GlobalAveragePooling2D.");
  }

  @Test
  void weightsThatExceedAnArrayAreRejected() {
    assertThat(
            findings(
                chain(layer("Flatten", "f", ""), layer("Dense", "d", "\"units\": 2000000000"))))
        .containsExactly(
            "the model: Layer 'd': expected fewer than 2^31 values in 'd/kernel', got [192,"
                + " 2000000000]. Make it smaller.");
  }

  @Test
  void anInputThatExceedsAnArrayIsRejected() {
    assertThat(findings(chain().replace("[null, 8, 8, 3]", "[null, 1000000, 1000000, 3]")))
        .containsExactly(
            "config.layers[0].config.batch_shape of 'image' (InputLayer): expected fewer than 2^31"
                + " values in a sample, got [null, 1000000, 1000000, 3]");
  }

  /** Ten nested models, each of which calls the next ten times: 10^10 calls of one layer. */
  @Test
  void exponentiallyManyNestedCallsAreRejected() {
    String model = graph("[\"a\", 0, 0]", "[\"b\", 0, 0]", input("a"), add("b", 2, "a"));
    for (int level = 0; level < 10; level++) {
      List<String> calls = new ArrayList<>();
      for (int call = 0; call < 10; call++) {
        calls.add("[[\"a\", 0, 0, {}]]");
      }
      String nested =
          model.replaceFirst("\\{", "{\"name\": \"n\", \"inbound_nodes\": " + calls + ", ");
      List<String> ends = new ArrayList<>();
      for (int call = 1; call <= 10; call++) {
        ends.add("[\"n\", " + call + ", 0, {}]");
      }
      String sum = node("Add", "s", "", "[" + ends + "]");
      model = graph("[\"a\", 0, 0]", "[\"s\", 0, 0]", input("a"), nested, sum);
    }
    String text = model;
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(findings(text))
                .singleElement()
                .asString()
                .contains(
                    "expected at most 100000 calls of layers, with those of nested models, got"
                        + " 222222."));
  }

  private static String add(String name, int times, String input) {
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      inputs.add("[\"" + input + "\", 0, 0, {}]");
    }
    return node("Add", name, "", "[" + inputs + "]");
  }

  @Test
  void aSequentialModelOfTenThousandLayersIsReadQuickly() {
    String[] layers = new String[10_000];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = layer("Flatten", "f" + i, "");
    }
    String text = chain(layers);
    Assertions.assertTimeoutPreemptively(
        SOON, () -> assertThat(read(text).model().layers()).hasSize(10_001));
  }

  /**
   * Every value of a valid text is replaced by any other, which gives a model or an {@code
   * ArtifactException}.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras-3.15.1/functional.json",
        "keras-3.15.1/options.json",
        "keras-3.3.3/model_first.json",
        "tf-keras-2.21.0/functional.json",
        "tf-keras-2.21.0/options.json"
      })
  void everyReplacedValueGivesAModelOrAnArtifactException(String name) {
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      JsonNode tree = GoldenConfigs.tree(name);
      for (int change = random.nextInt(3); change >= 0; change--) {
        replaceOne(tree, random);
      }
      refused += isRefused(ConfigJson.bytes(tree)) ? 1 : 0;
    }
    assertThat(refused).isBetween(50, 400);
  }

  private static boolean isRefused(byte[] text) {
    try {
      ConfigReader.read(GoldenConfigs.SOURCE, "config.json", text);
      return false;
    } catch (ArtifactException e) {
      assertThat(e).hasMessageStartingWith("Keras model 'model.keras': expected config.json to ");
      return true;
    }
  }

  private static void replaceOne(JsonNode tree, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    int index = random.nextInt(container.size());
    JsonNode value = value(random, containers.get(random.nextInt(containers.size())));
    if (container instanceof ArrayNode array) {
      array.set(index, value);
    } else if (container instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      object.set(keys.get(index), value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random, JsonNode other) {
    List<String> values =
        List.of("null", "-1", "0", "7", "1e300", "true", "\"image\"", "[]", "{}", "[1, 2]", "3e9");
    int choice = random.nextInt(values.size() + 3);
    return choice < values.size()
        ? GoldenConfigs.tree(values.get(choice).getBytes(StandardCharsets.UTF_8))
        : other.deepCopy();
  }
}
