package io.rhyton.keras;

import static io.rhyton.model.layer.ActivationFunction.ELU;
import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.SOFTPLUS;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.CAUSAL;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of {@code keras_configs.py}, by their names there. */
public final class GoldenModels {
  private GoldenModels() {}

  public static ModelSpec model(String name, String version) {
    boolean keras2 = version.startsWith("tf-keras");
    return switch (name) {
      case "compiled" -> compiled();
      case "defaults" -> defaults();
      case "functional" -> functional();
      case "images" -> images();
      case "mixed" -> mixed();
      case "model_first" -> modelFirst(keras2 ? "head_input" : "input_layer");
      case "no_input_layer" -> noInputLayer(keras2 ? "dense_input" : "input_layer");
      case "options" -> options(keras2 ? Zeros.of() : GlorotUniform.of().seed(3));
      case "sequences" -> sequences();
      case "single" -> single();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Returns the compile configuration of a model; null if it was not compiled. */
  public static @Nullable CompileSpec compileSpec(String name) {
    Map<String, CompileSpec> all =
        Map.of(
            "compiled",
            CompileSpec.of(
                Adam.of(0.002).beta1(0.8).beta2(0.99).epsilon(1e-5),
                SparseCategoricalCrossentropy.of(),
                SparseCategoricalAccuracy.of()),
            "model_first",
            CompileSpec.of(SGD.of(), CategoricalCrossentropy.of(), CategoricalAccuracy.of()),
            "options",
            CompileSpec.of(
                SGD.of(0.05).momentum(0.9).nesterov(true),
                BinaryCrossentropy.of().fromLogits(true),
                Accuracy.of(),
                BinaryAccuracy.of()),
            "single",
            CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of()));
    return all.get(name);
  }

  static ModelSpec chain(String name, LayerSpec... layers) {
    return new ModelSpec(
        name,
        ModelType.SEQUENTIAL,
        List.of(layers),
        List.of(layers[0].name()),
        List.of(LayerOutput.of(layers[layers.length - 1].name())));
  }

  static LayerSpec input(String name, InputLayer layer) {
    return new LayerSpec(name, layer, true, List.of(LayerCall.on()));
  }

  static LayerSpec called(String name, Layer layer, LayerCall... calls) {
    return new LayerSpec(name, layer, true, List.of(calls));
  }

  private static ModelSpec defaults() {
    return chain(
        "defaults",
        input("image", InputLayer.image(16, 12, 3)),
        LayerSpec.of("rescaling", Rescaling.of(0.5), "image"),
        LayerSpec.of("conv", Conv2D.of(4, 3), "rescaling"),
        LayerSpec.of("batch_norm", BatchNormalization.of(), "conv"),
        LayerSpec.of("activation", Activation.of(RELU), "batch_norm"),
        LayerSpec.of("max_pooling", MaxPooling2D.of(2), "activation"),
        LayerSpec.of("average_pooling", AveragePooling2D.of(2), "max_pooling"),
        LayerSpec.of("global_pooling", GlobalAveragePooling2D.of(), "average_pooling"),
        LayerSpec.of("flatten", Flatten.of(), "global_pooling"),
        LayerSpec.of("dropout", Dropout.of(0.25), "flatten"),
        LayerSpec.of("dense", Dense.of(5), "dropout"));
  }

  private static ModelSpec images() {
    DepthwiseConv2D depthwise =
        DepthwiseConv2D.of(3)
            .strides(2)
            .padding(SAME)
            .depthMultiplier(2)
            .activation(TANH)
            .depthwiseInitializer(HeNormal.of())
            .depthwiseRegularizer(L2.of(0.25));
    SeparableConv2D separable =
        SeparableConv2D.of(5, 2, 3)
            .padding(SAME)
            .depthMultiplier(3)
            .pointwiseInitializer(Ones.of())
            .pointwiseRegularizer(L2.of(0.25))
            .depthwiseConstraint(NonNeg.of());
    return chain(
        "images",
        input("image", InputLayer.image(16, 12, 4)),
        LayerSpec.of("conv", Conv2D.of(4, 3).dilationRate(1, 2).groups(2), "image"),
        LayerSpec.of("transpose", Conv2DTranspose.of(3, 3, 2).strides(1, 2).padding(SAME), "conv"),
        LayerSpec.of("depthwise", depthwise, "transpose"),
        LayerSpec.of("dilated", DepthwiseConv2D.of(2).dilationRate(2).useBias(false), "depthwise"),
        LayerSpec.of("separable", separable, "dilated"),
        LayerSpec.of("max", GlobalMaxPooling2D.of().keepdims(true), "separable"),
        LayerSpec.of("average", GlobalAveragePooling2D.of().keepdims(true), "max"),
        LayerSpec.of("flat", GlobalMaxPooling2D.of(), "average"));
  }

  private static ModelSpec sequences() {
    return chain(
        "sequences",
        input("steps", InputLayer.sequence(24, 4)),
        LayerSpec.of("causal", Conv1D.of(4, 3).padding(CAUSAL).dilationRate(2), "steps"),
        LayerSpec.of("grouped", Conv1D.of(6, 2).strides(2).groups(2).activation(RELU), "causal"),
        LayerSpec.of("max", MaxPooling1D.of(2), "grouped"),
        LayerSpec.of("average", AveragePooling1D.of(3).strides(1).padding(SAME), "max"),
        LayerSpec.of("kept", GlobalAveragePooling1D.of().keepdims(true), "average"),
        LayerSpec.of("kept_again", GlobalMaxPooling1D.of().keepdims(true), "kept"),
        LayerSpec.of("flat", GlobalAveragePooling1D.of(), "kept_again"));
  }

  private static ModelSpec options(Initializer bias) {
    Conv2D first =
        Conv2D.of(4, 3, 5)
            .strides(2, 1)
            .padding(SAME)
            .activation(ELU)
            .useBias(false)
            .kernelInitializer(HeNormal.of().seed(7))
            .kernelRegularizer(L2.of(0.01));
    Conv2D second =
        Conv2D.of(3, 1).activation(SOFTPLUS).biasInitializer(Ones.of()).biasRegularizer(L2.of(0.5));
    Dense dense =
        Dense.of(6)
            .activation(SELU)
            .kernelInitializer(Zeros.of())
            .biasInitializer(bias)
            .kernelRegularizer(L2.of(0.25))
            .biasRegularizer(L2.of(0.125));
    return chain(
        "options",
        input("image", InputLayer.image(16, 12, 3)),
        LayerSpec.of("rescaling", Rescaling.of(2).offset(-1), "image"),
        LayerSpec.of("conv", first, "rescaling").trainable(false),
        LayerSpec.of("conv.1", second, "conv"),
        LayerSpec.of(
            "batch-norm",
            BatchNormalization.of().momentum(0.9).epsilon(0.01).center(false).scale(false),
            "conv.1"),
        LayerSpec.of("activation", Activation.of(TANH), "batch-norm"),
        LayerSpec.of("max_pooling", MaxPooling2D.of(2, 1).strides(1).padding(SAME), "activation"),
        LayerSpec.of(
            "average_pooling",
            AveragePooling2D.of(1, 2).strides(2, 1).padding(SAME),
            "max_pooling"),
        LayerSpec.of("flatten", Flatten.of(), "average_pooling"),
        LayerSpec.of("dropout", Dropout.of(0.5).seed(42), "flatten"),
        LayerSpec.of("dense", dense, "dropout"),
        LayerSpec.of("last", Dense.of(1).activation(SIGMOID).useBias(false), "dense"));
  }

  private static ModelSpec functional() {
    Conv2D conv = Conv2D.of(2, 3).padding(SAME);
    ModelSpec tower =
        chain(
            "tower",
            input("image", InputLayer.image(6, 6, 2)),
            LayerSpec.of("conv", conv, "image"));
    ModelSpec block =
        graph(
            "block",
            List.of("image"),
            List.of(LayerOutput.of("add")),
            input("image", InputLayer.image(6, 6, 2)),
            LayerSpec.of("conv", conv, "image"),
            LayerSpec.of("add", Add.of(), "image", "conv"));
    return graph(
        "functional",
        List.of("left", "right"),
        List.of(LayerOutput.of("scores"), new LayerOutput("block", 2, 0)),
        input("left", InputLayer.image(6, 6, 2)),
        input("right", InputLayer.image(6, 6, 2)),
        LayerSpec.of("tower", new NestedModel<>(tower), "left"),
        called("block", new NestedModel<>(block), on("right"), on("left"), on("tower"))
            .trainable(false),
        called("shared", Conv2D.of(3, 1), on("tower"), on("block")),
        called(
            "concatenate",
            Concatenate.of(),
            LayerCall.on(
                LayerOutput.of("shared"),
                new LayerOutput("shared", 1, 0),
                new LayerOutput("block", 1, 0))),
        LayerSpec.of("pooling", GlobalAveragePooling2D.of(), "concatenate"),
        LayerSpec.of("scores", Dense.of(4).activation(SOFTMAX), "pooling"));
  }

  static ModelSpec graph(
      String name, List<String> inputs, List<LayerOutput> outputs, LayerSpec... layers) {
    return new ModelSpec(name, ModelType.FUNCTIONAL, List.of(layers), inputs, outputs);
  }

  private static LayerCall on(String layer) {
    return LayerCall.on(LayerOutput.of(layer));
  }

  private static ModelSpec single() {
    return graph(
        "single",
        List.of("image"),
        List.of(LayerOutput.of("dense")),
        input("image", InputLayer.image(6, 6, 2)),
        LayerSpec.of("flatten", Flatten.of(), "image"),
        LayerSpec.of("dense", Dense.of(3), "flatten"));
  }

  private static ModelSpec mixed() {
    return chain(
        "mixed",
        input("features", InputLayer.vector(4)),
        LayerSpec.of("dense", Dense.of(3), "features"),
        LayerSpec.of("scores", Activation.of(SOFTMAX), "dense"));
  }

  private static ModelSpec compiled() {
    return chain(
        "compiled",
        input("features", InputLayer.vector(4)),
        LayerSpec.of("dense", Dense.of(3).activation(SOFTMAX), "features"));
  }

  private static ModelSpec noInputLayer(String input) {
    return chain(
        "no_input_layer",
        input(input, InputLayer.vector(4)),
        LayerSpec.of("dense", Dense.of(3), input));
  }

  private static ModelSpec modelFirst(String input) {
    ModelSpec head =
        graph(
            "head",
            List.of("features"),
            List.of(LayerOutput.of("dense")),
            input("features", InputLayer.vector(4)),
            LayerSpec.of("dense", Dense.of(3), "features"));
    return chain(
        "model_first",
        input(input, InputLayer.vector(4)),
        LayerSpec.of("head", new NestedModel<>(head), input),
        LayerSpec.of("dense", Dense.of(2), "head"));
  }
}
