package io.rhyton.keras;

import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.graph;
import static io.rhyton.keras.ConfigTexts.input;
import static io.rhyton.keras.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.codegen.KerasSource;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.keras.weights.WeightGroup;
import io.rhyton.model.Functional;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on tensors, which Keras writes as layers. */
class OperationConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"keras-3.15.1", "keras-3.3.3"})
  void operationsAreReadAsTheModelBuiltInPython(String version) {
    assertThat(GoldenConfigs.read(version, "operations").model()).isEqualTo(operations());
  }

  /** Returns the model of {@code keras_configs.py}. */
  private static ModelSpec operations() {
    Node<Image> image = Functional.image("image", 6, 4, 3);
    Node<Image> scaled = image.times(2).dividedBy(255).subtractedFrom(1);
    Node<Image> conv = scaled.then("conv", Conv2D.of(4, 1));
    Node<Image> bent = conv.plus(3).then(ReLU.of().maxValue(6));
    Node<Image> x =
        bent.times(conv.power(2)).dividedBy(conv.exponentOf(2).plus(conv.negated().absolute()));
    Node<Image> y =
        x.then(NumberArithmetic.of(Operator.MINIMUM, 0.5))
            .then("silu", Activation.of(ActivationFunction.SILU))
            .then("leaky_relu", LeakyReLU.of().negativeSlope(0.1));
    Node<Image> larger = Arithmetic.of(Operator.MAXIMUM).on(List.of(x, y));
    Node<Image> both = Concatenate.of(x.divisorOf(1).named("divide"), larger.minus(x));
    Node<Sequence> rows =
        both.then("transpose", Permute.of(2, 1, 3)).then("reshape", Reshape.sequence(24, 8));
    Node<FeatureVector> means =
        both.then("mean", Reduction.vector(Reduction.Operator.MEAN, 1, 2))
            .plus(rows.then("max", Reduction.vector(Reduction.Operator.MAX, -2)));
    Node<FeatureVector> scores =
        means
            .then(UnaryOperation.of(UnaryOperation.Operator.SQUARE))
            .then(UnaryOperation.of(UnaryOperation.Operator.SQRT))
            .then("scores", Dense.of(5));
    return Functional.build("operations", image, scores.then("softmax", Softmax.of()));
  }

  @Test
  void arithmeticIsWrittenAsKerasWritesIt() {
    Node<FeatureVector> x = Functional.vector("x", 3);
    ModelSpec model = Functional.build("m", x, x.subtractedFrom(1).plus(x).dividedBy(4).negated());
    JsonNode layers =
        GoldenConfigs.tree(ConfigWriter.write(model, null)).get("config").get("layers");
    assertThat(layers.get(1).toString().replace("\"", ""))
        .isEqualTo(
            "{module:keras.src.ops.numpy,class_name:Subtract,config:{name:subtract},"
                + "registered_name:Subtract,name:subtract,inbound_nodes:[{args:[1.0,"
                + tensor("x")
                + "],kwargs:{}}]}");
    assertThat(arguments(layers.get(2)))
        .isEqualTo("[" + tensor("subtract") + "," + tensor("x") + "]");
    assertThat(arguments(layers.get(3))).isEqualTo("[" + tensor("add") + ",4.0]");
    assertThat(arguments(layers.get(4))).isEqualTo("[" + tensor("true_divide") + "]");
  }

  /** Before version 3.11, Keras accepts no name in the configuration. */
  @Test
  void aReductionIsWrittenWithoutItsNameInTheConfiguration() {
    Node<Image> x = Functional.image("x", 4, 5, 3);
    ModelSpec model =
        Functional.build("m", x, x.then(Reduction.vector(Reduction.Operator.LOGSUMEXP, 1, 2)));
    byte[] written = ConfigWriter.write(model, null);
    assertThat(GoldenConfigs.tree(written).at("/config/layers/1").toString().replace("\"", ""))
        .startsWith(
            "{module:keras.src.ops.math,class_name:Logsumexp,config:{axis:[1,2],keepdims:false},"
                + "registered_name:Logsumexp,name:logsumexp,inbound_nodes:");
    assertThat(read(new String(written, StandardCharsets.UTF_8)).model()).isEqualTo(model);
  }

  @Test
  void aReductionIsReadWithOneAxisOrSeveral() {
    assertThat(layer("numpy", "Amax", "\"axis\": -1, \"keepdims\": true"))
        .isEqualTo(Reduction.image(Reduction.Operator.MAX, -1).keepdims(true));
    assertThat(layer("numpy", "Std", "\"axis\": [1, 2]"))
        .isEqualTo(Reduction.vector(Reduction.Operator.STD, 1, 2));
  }

  /** The {@code .h5} files of Keras 3 call an operation by the name of a layer. */
  @Test
  void anOperationWithoutAModuleIsToldFromTheLayerByItsOptions() {
    Node<FeatureVector> x = Functional.vector("x", 3);
    Node<FeatureVector> sum = x.plus(x).plus(3).times(Add.of(x, x));
    ModelSpec model = Functional.build("m", x, sum.then("softmax", Softmax.of()));
    JsonNode config = GoldenConfigs.tree(ConfigWriter.write(model, null));
    config
        .get("config")
        .get("layers")
        .forEach(layer -> ((ObjectNode) layer).remove(List.of("module", "registered_name")));

    assertThat(read(config.toString()).model()).isEqualTo(model);
  }

  private static String tensor(String layer) {
    return "{class_name:__keras_tensor__,config:{shape:[null,3],dtype:float32,keras_history:["
        + layer
        + ",0,0]}}";
  }

  private static String arguments(JsonNode layer) {
    return layer.get("inbound_nodes").get(0).get("args").toString().replace("\"", "");
  }

  /** Keras numbers the groups of weights by layer, and does not count operations. */
  @Test
  void operationsHaveNoWeightGroup() {
    Node<FeatureVector> x = Functional.vector("x", 3);
    Node<FeatureVector> sum = x.plus(x.then(Dense.of(3))).then("scores", Dense.of(2));
    assertThat(WeightGroup.of(Functional.build("m", x, sum)))
        .extracting(WeightGroup::path)
        .containsExactly("layers/input_layer", "layers/dense", "layers/dense_1");
  }

  @Test
  void arithmeticIsPrintedAsMethodCalls() {
    Node<FeatureVector> x = Functional.vector("x", 3);
    Node<FeatureVector> y = x.subtractedFrom(1).times(x).plus(0.5).absolute();
    Node<FeatureVector> z = Arithmetic.of(Operator.MAXIMUM).on(List.of(x, y));
    ModelSpec model = Functional.build("m", x, z.then(NumberArithmetic.of(Operator.MINIMUM, 2)));
    String text = KerasSource.print("Sums", model);
    assertThat(text)
        .contains(
            """
                Node<FeatureVector> subtract = x.subtractedFrom(1).named("subtract");
                Node<FeatureVector> multiply = subtract.times(x).named("multiply");
                Node<FeatureVector> add = multiply.plus(0.5).named("add");
                Node<FeatureVector> absolute = add.absolute().named("absolute");
                Node<FeatureVector> maximum = Arithmetic.of(MAXIMUM).on(List.of(x, absolute)).named("maximum");
                Node<FeatureVector> minimum = maximum.then("minimum", NumberArithmetic.of(MINIMUM, 2));
            """);
    assertThat(SourceCompilation.results(Map.of("Sums", text), "spec"))
        .containsExactly(Map.entry("Sums", model));
  }

  @Test
  void operationsWithTheOptionsOfALayerAreReadAsThatLayer() {
    assertThat(layer("nn", "Elu", "\"alpha\": 0.5")).isEqualTo(ELU.of().alpha(0.5));
    assertThat(layer("nn", "Gelu", "\"approximate\": false"))
        .isEqualTo(Activation.of(ActivationFunction.GELU));
    assertThat(layer("nn", "LogSoftmax", "\"axis\": -1"))
        .isEqualTo(Activation.of(ActivationFunction.LOG_SOFTMAX));
    assertThat(layer("numpy", "Exp", "")).isEqualTo(Activation.of(ActivationFunction.EXPONENTIAL));
    assertThat(layer("nn", "HardSigmoid", ""))
        .isEqualTo(Activation.of(ActivationFunction.HARD_SIGMOID));
  }

  /** An activation function has no options. */
  @Test
  void operationsWithTheDefaultOptionsOfAnActivationFunctionAreReadAsIt() {
    assertThat(layer("nn", "Celu", "\"alpha\": 1.0"))
        .isEqualTo(Activation.of(ActivationFunction.CELU));
    assertThat(layer("nn", "HardShrink", "\"threshold\": 0.5"))
        .isEqualTo(Activation.of(ActivationFunction.HARD_SHRINK));
    assertThat(layer("nn", "SoftShrink", "\"threshold\": 0.5"))
        .isEqualTo(Activation.of(ActivationFunction.SOFT_SHRINK));
    assertThat(layer("nn", "Squareplus", "\"b\": 4"))
        .isEqualTo(Activation.of(ActivationFunction.SQUAREPLUS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          numpy | FloorDivide |                       | 'op' (FloorDivide): an unsupported operation on tensors; use an equivalent layer
          numpy | GetItem     |                       | 'op' (GetItem): an unsupported operation on tensors; use an equivalent layer
          image | Resize      | "size": [8, 8]        | 'op' (Resize): an unsupported operation on tensors; use an equivalent layer
          nn    | Gelu        | "approximate": true   | config.approximate of 'op' (Gelu): expected false: Rhyton supports only the exact function
          nn    | LogSoftmax  | "axis": 1             | config.axis of 'op' (LogSoftmax): expected -1, got 1
          nn    | Softmax     | "axis": null          | config.axis of 'op' (Softmax): expected an axis other than the batch axis, got null, which includes it
          nn    | Celu        | "alpha": 2.0          | config.alpha of 'op' (Celu): expected 1.0, got 2.0
          nn    | HardShrink  | "threshold": 1.0      | config.threshold of 'op' (HardShrink): expected 0.5, got 1.0
          nn    | SoftShrink  | "threshold": 1.0      | config.threshold of 'op' (SoftShrink): expected 0.5, got 1.0
          nn    | Squareplus  | "b": 1                | config.b of 'op' (Squareplus): expected 4.0, got 1
          numpy | Reshape     | "newshape": [3, -1]   | config.newshape of 'op' (Reshape): expected -1 for the batch axis first, got [3, -1]
          numpy | Transpose   | "axes": [1, 0]        | config.axes of 'op' (Transpose): expected 0, the batch axis, first, got [1, 0]
          numpy | Mean        | "axis": null          | config.axis of 'op' (Mean): expected axes other than the batch, 0, got null
          numpy | Mean        | "axis": [0, 1]        | config.axis of 'op' (Mean): expected axes other than the batch, 0, got [0, 1]
          numpy | Max         | "initial": 2          | config.initial of 'op' (Max): Rhyton has no such option, got 2
          """)
  void anUnsupportedOperationIsReported(
      String module, String className, String options, String reason) {
    String place = reason.startsWith("config.") ? "config.layers[1]." : "config.layers[1] ";
    assertThat(findings(operation(module, className, options == null ? "" : options, TENSOR)))
        .contains(place + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          2.0, 3.0 | expected two tensors, or a tensor and a number, got [2.0, 3.0]
          2.0      | expected two tensors, or a tensor and a number, got [2.0]
          """)
  void invalidArgumentsAreReported(String arguments, String reason) {
    assertThat(findings(operation("numpy", "Add", "", arguments)))
        .contains("config.layers[1].inbound_nodes[0] of 'op' (Add): " + reason);
  }

  @Test
  void anArrayIsNotANumber() {
    String array = "{\"class_name\": \"__numpy__\", \"config\": {\"value\": [1.0, 2.0]}}";
    assertThat(findings(operation("numpy", "Multiply", "", TENSOR + ", " + array)))
        .singleElement()
        .asString()
        .startsWith(
            "config.layers[1].inbound_nodes[0].args[1] of 'op' (Multiply): expected an output"
                + " tensor of a layer, got ");
  }

  @Test
  void anOperationCalledWithSeveralNumbersIsReported() {
    String text =
        operation("numpy", "Power", "", TENSOR + ", 2.0")
            .replace("[{\"args\": [", "[{\"args\": [" + TENSOR + ", 3.0]}, {\"args\": [");
    assertThat(findings(text))
        .containsExactly(
            "config.layers[1] 'op' (Power): expected the same number in all calls,"
                + " got different ones");
  }

  private static final String TENSOR =
      "{\"class_name\": \"__keras_tensor__\", \"config\": {\"shape\": [null, 3],"
          + " \"keras_history\": [\"x\", 0, 0]}}";

  private static Layer layer(String module, String className, String options) {
    List<LayerSpec> layers = read(operation(module, className, options, TENSOR)).model().layers();
    return layers.get(1).layer();
  }

  private static String operation(
      String module, String className, String options, String arguments) {
    return graph(
        "[\"x\", 0, 0]",
        "[\"op\", 0, 0]",
        input("x"),
        """
        {"module": "keras.src.ops.%s", "class_name": "%s", "registered_name": "%s", "name": "op",
         "config": {%s}, "inbound_nodes": [{"args": [%s], "kwargs": {}}]}\
        """
            .formatted(module, className, className, options, arguments));
  }
}
