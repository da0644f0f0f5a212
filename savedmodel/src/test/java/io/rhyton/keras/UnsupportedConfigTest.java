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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.VarianceScaling.Distribution;
import io.rhyton.model.weight.VarianceScaling.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All unsupported parts are reported together, and equivalent forms are read. */
class UnsupportedConfigTest {
  private static final String CONV = "\"filters\": 4, \"kernel_size\": 3";
  private static final String DENSE = "\"units\": 4";
  private static final String QUANTIZED =
      "expected a layer that is not quantized, got one of mode 'int8'; save the model before"
          + " model.quantize";

  @Test
  void everyUnsupportedPartOfAModelIsReportedWithItsPath() {
    String message = errorOf(ConfigJson.bytes(GoldenConfigs.tree("keras-3.15.1/unsupported.json")));
    assertThat(message)
        .isEqualTo(
            """
            Keras model 'model.keras': expected config.json to describe a model that Rhyton \
            supports, got 1 problem:
              config.layers[4] 'double' (Lambda): it contains Python code, which Java cannot run; \
            replace it with supported layers. Replace these parts in Python, and save the model \
            again.\
            """);
  }

  @Test
  void anOlderKeras3GetsTheSameReport() {
    assertThat(errorOf(ConfigJson.bytes(GoldenConfigs.tree("keras-3.3.3/unsupported.json"))))
        .contains("got 1 problem:", "config.layers[4] 'double' (Lambda): it contains Python code");
  }

  @Test
  void eachQuantizedLayerIsReportedOnce() {
    assertThat(findings(GoldenConfigs.text("keras-3.15.1/quantized.json")))
        .containsExactly(
            "config.layers[1].config.layer 'each' (Dense) in 'distributed' (TimeDistributed): "
                + QUANTIZED,
            "config.layers[3].config.layers[1] 'dense' (Dense): " + QUANTIZED,
            "config.layers[4] 'scores' (Dense): " + QUANTIZED);
  }

  @Test
  void aQuantizationWithoutItsPolicyHasNoEffect() {
    String options = DENSE + ", \"quantization_config\": {\"class_name\": \"A\"}";
    assertThat(read(chain(layer("Dense", "d", options))).model().layers()).hasSize(2);
  }

  @Test
  void dtypePoliciesByPathAreReported() {
    String options = DENSE + ", \"dtype\": {\"class_name\": \"DTypePolicyMap\", \"config\": {}}";
    assertThat(findings(chain(layer("Dense", "d", options))))
        .containsExactly(
            "config.layers[1].config.dtype of 'd' (Dense): expected one dtype policy, got a"
                + " DTypePolicyMap");
  }

  /** The backward layer that Keras makes of the other has the same problems. */
  @Test
  void layersInsideOthersAreReportedByTheirOwnName() {
    assertThat(findings(GoldenConfigs.text("keras-3.15.1/wrapped.json")))
        .containsExactly(
            "config.layers[1].config.layer 'forward_convolved' (ConvLSTM2D) in 'both'"
                + " (Bidirectional): Rhyton has no such layer",
            "config.layers[2].config.layer 'body' (Functional) in 'framewise' (TimeDistributed):"
                + " Rhyton does not support a model inside a layer",
            "config.layers[3].config.layer.config.stateful of 'forward_kept' (LSTM) in 'recurrent'"
                + " (Bidirectional): expected false, got true");
  }

  @Test
  void customPartsAreReportedTogetherWithThoseOfTheCompileConfiguration() {
    assertThat(errorOf(ConfigJson.bytes(GoldenConfigs.tree("keras-3.15.1/custom.json"))))
        .isEqualTo(
            """
            Keras model 'model.keras': expected config.json to describe a model that Rhyton \
            supports, got 4 problems:
              config.layers[1] 'doubled' (Doubled): a custom class, which Rhyton does not support
              config.layers[2] 'shifted' (Dense): a custom class, which Rhyton does not support
              config.layers[3].config.kernel_initializer of 'dense' (Dense): Rhyton has no \
            initializer 'Filled'
              config.layers[3].config.bias_regularizer of 'dense' (Dense): Rhyton has no \
            regularizer 'Summed'
              and 3 problems of the compile configuration, which only training needs:
              compile_config.optimizer: Rhyton has no optimizer 'Descent'
              compile_config.loss: Rhyton has no loss 'Error'
              compile_config.metrics[0]: expected a metric of Keras, got a Python lambda, which \
            Java cannot run. Replace these parts in Python, and save the model again.\
            """);
  }

  /** The outputs that losses are given for are known although the model is not. */
  @ParameterizedTest
  @ValueSource(strings = {"\"mse\"", "[\"mse\", \"mae\"]", "{\"a\": \"mse\", \"b\": \"mae\"}"})
  void aSupportedCompileConfigurationOfAnUnsupportedModelIsNoProblem(String loss) {
    String inbound = "[[[\"x\", 0, 0, {}]]]";
    String model =
        graph(
            "[[\"x\", 0, 0]]",
            "[[\"a\", 0, 0], [\"b\", 0, 0]]",
            input("x"),
            node("Dense", "a", DENSE, inbound),
            node("Unknown", "b", "", inbound));
    String compile =
        ", \"compile_config\": {\"optimizer\": {\"class_name\": \"SGD\", \"config\": {}},"
            + " \"loss\": "
            + loss
            + "}}";
    assertThat(findings(model.strip().replaceFirst("}$", compile)))
        .containsExactly("config.layers[2] 'b' (Unknown): Rhyton has no such layer");
  }

  @Test
  void aRegisteredClassInALegacyFileIsACustomOne() {
    assertThat(findings(chain(layer("mine>Doubled", "d", ""))))
        .containsExactly(
            "config.layers[1] 'd' (mine>Doubled): a custom class, which Rhyton does not support");
  }

  @Test
  void aLowRankAdaptationIsReportedOnce() {
    assertThat(
            findings(chain(layer("Dense", "d", DENSE + ", \"lora_rank\": 2, \"lora_alpha\": 2"))))
        .containsExactly(
            "config.layers[1].config.lora_rank of 'd' (Dense): Rhyton has no such option, got 2");
  }

  @Test
  void customPartsOfTheCompilationAreReportedTogether() {
    JsonNode config = GoldenConfigs.tree("keras-3.15.1/custom.json").get("compile_config");
    ObjectNode model = (ObjectNode) GoldenConfigs.tree("keras-3.15.1/compiled.json");
    model.set("compile_config", config);
    assertThat(read(model.toString()).notCompiled())
        .containsExactly(
            "compile_config.optimizer: Rhyton has no optimizer 'Descent'",
            "compile_config.loss: Rhyton has no loss 'Error'",
            "compile_config.metrics[0]: expected a metric of Keras, got a Python lambda, which Java"
                + " cannot run");
  }

  @Test
  void aCallThatKeras2RunsInTrainingModeInPredictIsRejected() {
    assertThat(errorOf(ConfigJson.bytes(GoldenConfigs.tree("tf-keras-2.21.0/unsupported.json"))))
        .contains(
            "got 3 problems:",
            "training of 'dropout' (Dropout): expected a call that follows the model, or"
                + " training=False, got training=True",
            "config.layers[4] 'double' (Lambda): it contains Python code");
  }

  @Test
  void anOperationOfKeras2IsReported() {
    String text = errorOf(ConfigJson.bytes(GoldenConfigs.tree("tf-keras-2.21.0/unsupported.json")));
    assertThat(text)
        .contains(
            "'tf.math.multiply' (TFOpLambda): an unsupported operation on tensors; use an"
                + " equivalent layer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          data_format        | "channels_first"     | expected 'channels_last', got 'channels_first'
          padding            | "causal"             | expected 'valid' or 'same', got 'causal'
          bias_constraint    | {"class_name": "A"}  | Rhyton has no constraint 'A'
          strides            | [1, 2, 3]            | expected a height and a width, got [1, 2, 3]
          strides            | [0, 1]               | height must be > 0, got 0
          activation         | "mine"               | Rhyton has no activation function 'mine'
          activation         | "glu"                | Rhyton has no activation function 'glu', which changes the shape
          kernel_initializer | "he_cubic"           | Rhyton has no initializer 'he_cubic'
          kernel_regularizer | {"class_name": "L3"} | Rhyton has no regularizer 'L3'
          dtype              | "float64"            | expected float32, mixed_bfloat16 or mixed_float16, got 'float64'
          newest_option      | 5                    | Rhyton has no such option, got 5
          newest_option      | []                   | Rhyton has no such option, got []
          """)
  void anOptionOfAConvolutionIsReported(String option, String value, String reason) {
    assertThat(findings(chain(layer("Conv2D", "c", CONV + ", \"" + option + "\": " + value))))
        .containsExactly("config.layers[1].config." + option + " of 'c' (Conv2D): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "groups": 3                           | filters must be a multiple of groups 3, got 4
          "strides": 2, "dilation_rate": [1, 2] | strides must be 1 with dilationRate 1x2, got 2x2
          """)
  void incompatibleOptionsAreReported(String options, String reason) {
    assertThat(findings(chain(layer("Conv2D", "c", CONV + ", " + options))))
        .containsExactly("config.layers[1] 'c' (Conv2D): " + reason);
  }

  @Test
  void anOutputPaddingHasTwoSizes() {
    assertThat(findings(chain(layer("Conv2DTranspose", "c", CONV + ", \"output_padding\": [1]"))))
        .containsExactly(
            "config.layers[1].config.output_padding of 'c' (Conv2DTranspose): expected a height and"
                + " a width, got [1]");
  }

  @Test
  void nestedOptionsAreReported() {
    String initializer =
        "\"kernel_initializer\": {\"class_name\": \"HeNormal\", \"config\": {\"seed\": 1.5, "
            + "\"dtype\": \"float16\"}}";
    assertThat(findings(chain(layer("Conv2D", "c", CONV + ", " + initializer))))
        .containsExactly(
            "config.layers[1].config.kernel_initializer.config.dtype of 'c' (Conv2D): expected"
                + " float32, mixed_bfloat16 or mixed_float16, got 'float16'",
            "config.layers[1].config.kernel_initializer.config.seed of 'c' (Conv2D): expected a"
                + " 64-bit integer, got 1.5");
  }

  @Test
  void severalAxesOfABatchNormalizationAreReported() {
    assertThat(findings(chain(layer("BatchNormalization", "b", "\"axis\": [1, 2]"))))
        .containsExactly(
            "config.layers[1].config.axis of 'b' (BatchNormalization): expected one axis, got [1,"
                + " 2]");
  }

  @Test
  void theLastAxisOfKeras2IsReadAsMinusOne() {
    List<LayerSpec> layers =
        read(chain(
                layer("BatchNormalization", "a", "\"axis\": [3]"),
                layer("BatchNormalization", "b", "\"axis\": [1]"),
                layer("BatchNormalization", "c", "\"axis\": 3")))
            .model()
            .layers();
    assertThat(layers.stream().skip(1).map(LayerSpec::layer))
        .containsExactly(
            BatchNormalization.of(),
            BatchNormalization.of().axis(1),
            BatchNormalization.of().axis(3));
  }

  @Test
  void anAxisOutOfRangeIsReported() {
    assertThat(findings(chain(layer("GroupNormalization", "d", "\"groups\": 1, \"axis\": 4"))))
        .containsExactly(
            "the model: Layer 'd' (GroupNormalization): expected distinct axes of the samples of"
                + " [?, 8, 8, 3], got [4]. Use axes from 1 to 3, or -1 for the last.");
  }

  @Test
  void theNoiseShapeIsRead() {
    assertThat(
            lastLayer(
                chain(layer("Dropout", "d", "\"rate\": 0.5, \"noise_shape\": [null, 1, 8, 3]"))))
        .isEqualTo(Dropout.of(0.5).noiseShape(-1, 1, 8, 3));
    assertThat(
            findings(
                chain(
                    layer("AlphaDropout", "a", "\"rate\": 0.5, \"noise_shape\": [0, 1]"),
                    layer("Dropout", "d", "\"rate\": 0.5, \"noise_shape\": 3"))))
        .containsExactly(
            "config.layers[1] 'a' (AlphaDropout): noiseShape must contain sizes > 0 or -1, got [0,"
                + " 1]",
            "config.layers[2].config.noise_shape of 'd' (Dropout): expected a list, got 3");
  }

  @Test
  void aCustomClassIsNotMistakenForOneOfKeras() {
    assertThat(
            findings(
                chain(
                    """
                    {"class_name": "Dense", "registered_name": "mine>Dense",
                     "config": {"name": "d", "units": 4}}\
                    """,
                    """
                    {"class_name": "Flatten", "module": "mine.layers", "config": {"name": "f"}}\
                    """)))
        .containsExactly(
            "config.layers[1] 'd' (Dense): a custom class, which Rhyton does not" + " support",
            "config.layers[2] 'f' (Flatten): a custom class, which Rhyton does not" + " support");
  }

  @Test
  void aCustomModelIsRejected() {
    assertThat(findings("{\"class_name\": \"MyModel\", \"config\": {}}"))
        .containsExactly(
            "the model: expected a Sequential or Functional model, got one of class 'MyModel'");
  }

  @Test
  void aNameThatTensorFlowDoesNotAllowIsReported() {
    assertThat(findings(chain(layer("Flatten", "my layer", ""))))
        .containsExactly(
            "config.layers[1] 'my layer' (Flatten): expected a name of letters, digits, '_', '.'"
                + " and '-', as a name in a TensorFlow graph; rename it in Python");
    assertThat(findings(chain().replace("\"model\"", "\"a/b\"")))
        .containsExactly(
            "config.name: expected a name of letters, digits, '_', '.' and '-', as a name in a"
                + " TensorFlow graph; rename it in Python, got 'a/b'");
  }

  @Test
  void anUnsupportedInputIsReported() {
    String options =
        "\"batch_shape\": [32, null, 0, 1000000000000000000], \"sparse\": true, \"dtype\":"
            + " \"uint8\"";
    String place = " of 'i' (InputLayer): ";
    assertThat(
            findings(
                "{\"class_name\": \"Sequential\", \"config\": [%s]}"
                    .formatted(layer("InputLayer", "i", options))))
        .containsExactly(
            "config[0].config.dtype"
                + place
                + "expected 'float32' or 'int32' or 'int64', got 'uint8'",
            "config[0].config.batch_shape[2]" + place + "expected a size > 0, got 0",
            "config[0].config.batch_shape[3]"
                + place
                + "expected a 32-bit integer, got 1000000000000000000",
            "config[0].config.sparse" + place + "Rhyton has no such option, got true");
  }

  @Test
  void aMixedPrecisionInputIsRejected() {
    assertThat(
            findings(
                "{\"class_name\": \"Sequential\", \"config\": [%s]}"
                    .formatted(
                        layer(
                            "InputLayer",
                            "i",
                            "\"batch_shape\": [null, 4], \"dtype\": \"mixed_float16\""))))
        .containsExactly(
            "config[0].config.dtype of 'i' (InputLayer): expected 'float32' or 'int32' or 'int64',"
                + " got 'mixed_float16'");
  }

  @Test
  void aModelThatWasNeverBuiltIsRejected() {
    assertThat(
            findings(
                "{\"class_name\": \"Sequential\", \"config\": [%s]}"
                    .formatted(layer("Flatten", "f", ""))))
        .containsExactly(
            "the model: expected an input layer or the shape of the input, got neither: build the"
                + " model");
  }

  @Test
  void manyFindingsAreShortened() {
    String[] layers = new String[150];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = layer("Conv3D", "l" + i, "");
    }
    assertThat(findings(chain(layers)))
        .hasSize(101)
        .endsWith("config.layers[100] 'l99' (Conv3D): Rhyton has no such layer", "and 50 more");
  }

  @Test
  void inFilesOfKeras3EveryCallFollowsTheModel() {
    for (String arguments :
        List.of(
            "], \"kwargs\": {\"training\": false, \"mask\": null}",
            "], \"kwargs\": {\"training\": true}",
            ", false], \"kwargs\": {}",
            ", null], \"kwargs\": {}")) {
      String call =
          """
          [{"args": [{"class_name": "__keras_tensor__", "config": {"keras_history": ["a", 0, 0]}}\
          """
              + arguments
              + "}]";
      assertThat(callOf(node("BatchNormalization", "b", "", call)))
          .isEqualTo(LayerCall.on(LayerOutput.of("a")));
    }
  }

  @Test
  void inFilesOfKeras2ACallStaysInInferenceModeWhereThatDiffers() {
    String call = "[[[\"a\", 0, 0, {\"training\": false}]]]";
    LayerCall following = LayerCall.on(LayerOutput.of("a"));
    assertThat(callOf(node("BatchNormalization", "b", "", call)))
        .isEqualTo(following.inInferenceMode());
    assertThat(callOf(node("BatchNormalization", "b", "\"trainable\": false", call)))
        .isEqualTo(following);
    assertThat(callOf(node("Dropout", "b", "\"rate\": 0.5, \"trainable\": false", call)))
        .isEqualTo(following.inInferenceMode());
  }

  private static LayerCall callOf(String layer) {
    return read(graph("[\"a\", 0, 0]", "[\"b\", 0, 0]", input("a"), layer))
        .model()
        .layer("b")
        .calls()
        .get(0);
  }

  @Test
  void aliasesAreRead() {
    String options =
        CONV
            + """
            , "activation": {"class_name": "function", "config": "relu", "module": "builtins",
             "registered_name": "function"},
             "kernel_initializer": {"class_name": "VarianceScaling", "config": {"scale": 2.0,
              "mode": "fan_in", "distribution": "normal", "seed": 3}},
             "bias_initializer": {"class_name": "VarianceScaling", "config": {"scale": 1.0,
              "mode": "fan_avg", "distribution": "uniform", "seed": null}},
             "kernel_regularizer": {"class_name": "L1L2", "config": {"l1": 0.0,
              "l2": 0.009999999776482582}}, "bias_regularizer": "l2"\
            """;
    assertThat(lastLayer(chain(layer("Conv2D", "c", options))))
        .isEqualTo(
            Conv2D.of(4, 3)
                .activation(ActivationFunction.RELU)
                .kernelInitializer(VarianceScaling.of().scale(2).seed(3))
                .biasInitializer(
                    VarianceScaling.of().mode(Mode.FAN_AVG).distribution(Distribution.UNIFORM))
                .kernelRegularizer(L1L2.of(0, 0.01))
                .biasRegularizer(L2.of(0.01)));
  }

  @Test
  void anInvalidModeOfVarianceScalingIsReported() {
    assertThat(
            findings(
                chain(
                    layer("Flatten", "f", ""),
                    layer(
                        "Dense",
                        "d",
                        DENSE
                            + ", \"kernel_initializer\": {\"class_name\": \"VarianceScaling\","
                            + " \"config\": {\"mode\": \"fan_on\"}}"))))
        .containsExactly(
            "config.layers[2].config.kernel_initializer.config.mode of 'd' (Dense): expected"
                + " 'fan_in' or 'fan_out' or 'fan_avg', got 'fan_on'");
  }

  @Test
  void tuplesOfKeras2AreLists() {
    String strides = "\"strides\": {\"class_name\": \"__tuple__\", \"items\": [2, 1]}";
    assertThat(lastLayer(chain(layer("Conv2D", "c", CONV + ", " + strides))))
        .isEqualTo(Conv2D.of(4, 3).strides(2, 1));
  }

  @Test
  void oneNumberAppliesToBothAxes() {
    assertThat(lastLayer(chain(layer("Conv2D", "c", CONV + ", \"strides\": 2"))))
        .isEqualTo(Conv2D.of(4, 3).strides(2));
  }

  @Test
  void missingOptionsHaveTheDefaultsOfKeras() {
    assertThat(lastLayer(chain(layer("Conv2D", "c", CONV)))).isEqualTo(Conv2D.of(4, 3));
    assertThat(lastLayer(chain(layer("Dropout", "d", "\"rate\": 0.5, \"newest\": false"))))
        .isEqualTo(Dropout.of(0.5));
  }

  private static Layer lastLayer(String text) {
    List<LayerSpec> layers = read(text).model().layers();
    return layers.get(layers.size() - 1).layer();
  }
}
