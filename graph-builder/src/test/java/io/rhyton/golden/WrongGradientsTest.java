package io.rhyton.golden;

import static io.rhyton.model.shape.Padding.CAUSAL;
import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.StochasticDepth;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.TopKCategoricalAccuracy;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/**
 * Layers and losses for which TensorFlow's C++ gradients are wrong, fail or are missing: each is
 * emitted in a form with a correct gradient, which is checked by finite differences. The name of a
 * case says what is wrong with the obvious form in TensorFlow.
 *
 * <p>TensorFlow's own forms are not run: some abort the process.
 *
 * <p>Source: {@code tensorflow/cc/gradients}, TensorFlow 2.18.
 */
class WrongGradientsTest {
  private static final int SAMPLES = 3;
  private static final Shape IMAGE = Shape.of(5, 6, 3);
  private static final Shape SEQUENCE = Shape.of(5, 3);

  private static final Map<String, ModelSpec> LAYERS = LayerCases.of(WrongGradientsTest::addTo);

  private static void addTo(LayerCases cases) {
    addConvolutions(cases);
    addPaddings(cases);
    addNormalizations(cases);
    addMissing(cases);
  }

  private static void addConvolutions(LayerCases cases) {
    Conv2D dilated = Conv2D.of(2, 3).dilationRate(2, 1);
    cases.add(
        "The gradient of Conv2D ignores the dilation: same padding, silently wrong",
        IMAGE,
        dilated.padding(SAME));
    cases.add(
        "The gradient of Conv2D ignores the dilation: valid padding, fails when it runs",
        IMAGE,
        dilated);
    cases.add(
        "The gradient of Conv2D ignores the dilation: 1D",
        SEQUENCE,
        Conv1D.of(2, 3).dilationRate(2));
    cases.add(
        "The gradient of Conv2D ignores the dilation: transposed convolution",
        IMAGE,
        Conv2DTranspose.of(2, 3).dilationRate(2).padding(SAME));
    cases.add(
        "DepthwiseConv2dNative has no dilation on the CPU",
        IMAGE,
        DepthwiseConv2D.of(3).dilationRate(2).padding(SAME));
    cases.add(
        "DepthwiseConv2dNative has no dilation on the CPU: separable convolution",
        IMAGE,
        SeparableConv2D.of(2, 3).dilationRate(1, 2).padding(SAME));
    cases.add(
        "Conv2D with groups has no gradient on the CPU",
        Shape.of(4, 5, 4),
        Conv2D.of(6, 3).groups(2).padding(SAME));
    cases.add(
        "Conv2D with groups has no gradient on the CPU: with dilation",
        Shape.of(4, 5, 4),
        Conv2D.of(4, 2).groups(2).dilationRate(2).padding(SAME));
    cases.add(
        "Conv2D with groups has no gradient on the CPU: 1D",
        Shape.of(6, 4),
        Conv1D.of(4, 2).groups(2));
    cases.add(
        "Conv2DBackpropInput has no gradient of its own for DepthwiseConv2D",
        IMAGE,
        DepthwiseConv2D.of(2).strides(2).depthMultiplier(2));
  }

  private static void addPaddings(LayerCases cases) {
    cases.add(
        "The gradient of Conv2D ignores explicit padding: causal",
        SEQUENCE,
        Conv1D.of(2, 3).padding(CAUSAL));
    cases.add(
        "The gradient of Conv2D ignores explicit padding: causal with dilation",
        SEQUENCE,
        Conv1D.of(2, 2).padding(CAUSAL).dilationRate(3));
    cases.add(
        "The gradient of Conv2D ignores explicit padding: symmetric",
        IMAGE,
        NestedModel.image(
            Sequential.image(5, 6, 2)
                .add(ZeroPadding2D.of(1))
                .add(Conv2D.of(2, 3).strides(2).padding(VALID))
                .build("padded")));
    cases.add(
        "The gradient of Conv2D ignores explicit padding: with output padding",
        IMAGE,
        Conv2DTranspose.of(2, 3).strides(2).padding(SAME).outputPadding(1, 0));
    cases.add(
        "The gradient of PadV2 only supports int32 paddings", IMAGE, ZeroPadding2D.of(1, 0, 2, 1));
    cases.add(
        "The gradient of Slice only supports int32 indices", IMAGE, Cropping2D.of(1, 0, 2, 1));
    cases.add(
        "The gradient of StridedSlice only supports int32 indices: strides with dilation",
        IMAGE,
        DepthwiseConv2D.of(2).strides(2).dilationRate(2).padding(SAME));
    cases.add(
        "The gradient of ResizeBilinear is only correct with half-pixel centers",
        Shape.of(2, 3, 2),
        UpSampling2D.of(2, 3).interpolation(Interpolation.BILINEAR));
  }

  private static void addNormalizations(LayerCases cases) {
    Activation logarithm = Activation.of(ActivationFunction.LOG_SOFTMAX);
    cases.add(
        "The gradient of LogSoftmax sums over the wrong axis for rank 3", SEQUENCE, logarithm);
    cases.add("The gradient of LogSoftmax sums over the wrong axis for rank 4", IMAGE, logarithm);
    cases.add("Softmax only supports the last axis", IMAGE, new Softmax(List.of(1)));
    cases.add("Softmax only supports one axis", IMAGE, new Softmax(List.of(1, 2)));
    cases.add(
        "FusedBatchNormV3 has no gradient in a function call",
        IMAGE,
        NestedModel.image(
            Sequential.image(5, 6, 2).add(BatchNormalization.of()).build("normalized")));
    cases.add(
        "MaxPoolV2 has no gradient in a function call",
        IMAGE,
        NestedModel.image(Sequential.image(5, 6, 2).add(MaxPooling2D.of(2)).build("pooled")));
    cases.add(
        "AvgPool counts what padding adds", IMAGE, AveragePooling2D.of(3).strides(2).padding(SAME));
    cases.add(
        "TensorFlow has no fused group normalization",
        Shape.of(4, 5, 4),
        GroupNormalization.of().groups(2));
  }

  private static void addMissing(LayerCases cases) {
    cases.add("While aborts the process: LSTM", SEQUENCE, LSTM.of(2));
    cases.add("While aborts the process: GRU", SEQUENCE, GRU.of(2).returnSequences(true));
    cases.add("While aborts the process: SimpleRNN", SEQUENCE, SimpleRNN.of(2).goBackwards(true));
    cases.add("While aborts the process: Bidirectional", SEQUENCE, Bidirectional.of(LSTM.of(2)));
    cases.add(
        "While aborts the process: TimeDistributed", SEQUENCE, TimeDistributed.of(Dense.of(2)));
    cases.add("Erfc has no gradient", SEQUENCE, Activation.of(ActivationFunction.GELU));
    cases.add(
        "ResourceGather has no gradient: repeated indices",
        LayerSpec.of("input", InputLayer.indices(4)),
        LayerSpec.of("layer", Embedding.of(3, 2), "input"),
        LayerSpec.of("rows", Flatten.of(), "layer"));
    cases.add("Random ops have no gradient: Dropout", IMAGE, Dropout.of(0.4).seed(3));
    cases.add("Random ops have no gradient: GaussianNoise", IMAGE, GaussianNoise.of(0.5).seed(3));
    cases.add(
        "Random ops have no gradient: GaussianDropout", IMAGE, GaussianDropout.of(0.4).seed(3));
    cases.add("Random ops have no gradient: AlphaDropout", IMAGE, AlphaDropout.of(0.4).seed(3));
    cases.add("Random ops have no gradient: StochasticDepth", IMAGE, StochasticDepth.of(0.4));
  }

  static Stream<String> layers() {
    return LAYERS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theGradientOfALayerIsCorrect(String name) {
    ModelSpec spec = Golden.required(LAYERS, name);
    Shape output = spec.resolve().outputShape().tail();
    // Metrics are not differentiated, so they may use any op: TopKV2 has no gradient.
    CompiledCase model =
        CompiledCase.of(spec, MeanSquaredError.of(), TopKCategoricalAccuracy.of().k(2));
    assertRight(name, model, Dataset.targets(output, uniform(output, 0, 1)));
  }

  static Map<String, Loss> losses() {
    Map<String, Loss> losses = new LinkedHashMap<>();
    losses.put(
        "SparseSoftmaxCrossEntropyWithLogits has no gradient",
        SparseCategoricalCrossentropy.of().fromLogits(true));
    losses.put(
        "SparseSoftmaxCrossEntropyWithLogits has no gradient: ignored positions",
        SparseCategoricalCrossentropy.of().fromLogits(true).ignoreClass(1));
    losses.put(
        "The gradient of SoftmaxCrossEntropyWithLogits is only correct for rank 2",
        CategoricalCrossentropy.of().fromLogits(true).labelSmoothing(0.1));
    losses.put(
        "The numerically stable form has ops without a gradient: BinaryCrossentropy",
        BinaryCrossentropy.of().fromLogits(true));
    losses.put("Xlogy has no gradient: KLDivergence", KLDivergence.of());
    losses.put("Xlogy has no gradient: Poisson", Poisson.of());
    return losses;
  }

  static Stream<String> lossNames() {
    return losses().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("lossNames")
  void theGradientOfALossIsCorrectForEveryTimestepOfASequence(String name) {
    Loss loss = Golden.required(losses(), name);
    boolean sparse = loss instanceof SparseCategoricalCrossentropy;
    ActivationFunction end =
        name.contains("Xlogy") ? ActivationFunction.SOFTMAX : ActivationFunction.LINEAR;
    Map<String, ModelSpec> models =
        LayerCases.of(
            cases ->
                cases.add(
                    name,
                    LayerSpec.of("input", InputLayer.of(SEQUENCE)),
                    LayerSpec.of("layer", Dense.of(4).activation(end), "input")));
    ModelSpec spec = Golden.required(models, name);
    Shape output = Shape.of(5, 4);
    Dataset labels =
        sparse
            ? Dataset.classIndices(
                Shape.of(5), new SplittableRandom(2).ints(SAMPLES * 5L, 0, 4).toArray())
            : Dataset.targets(output, shares(uniform(output, 0.1, 0.9)));
    assertRight(name, CompiledCase.of(spec, loss), labels);
  }

  private static void assertRight(String name, CompiledCase model, Dataset labels) {
    InputLayer input = (InputLayer) model.spec().layers().get(0).layer();
    float[] samples = uniform(input.shape(), -1, 1);
    if (!input.equals(InputLayer.of(input.shape()))) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = i % 3;
      }
    }
    Weights.Builder start = Weights.builder();
    List<WeightSpec> weights = model.spec().resolve().weights();
    for (WeightSpec weight : weights) {
      boolean variance = weight.name().endsWith("variance");
      start.add(
          weight.name(),
          weight.shape(),
          uniform((int) weight.shape().size(), variance ? 0.5 : -0.7, variance ? 1.5 : 0.7));
    }
    FiniteDifferences.assertAreGradients(
        name,
        model,
        Dataset.zip(Dataset.samples(input.shape(), samples), labels),
        start.build(),
        weights.stream().filter(WeightSpec::trainable).map(WeightSpec::name).toList(),
        name.contains("MaxPool") ? FiniteDifferences.NEAR : FiniteDifferences.FAR);
  }

  /**
   * Probabilities of four classes: the gradient of a cross-entropy assumes that labels sum to 1, in
   * Keras, too.
   */
  private static float[] shares(float[] values) {
    for (int i = 0; i < values.length; i += 4) {
      float sum = values[i] + values[i + 1] + values[i + 2] + values[i + 3];
      for (int j = i; j < i + 4; j++) {
        values[j] /= sum;
      }
    }
    return values;
  }

  private static float[] uniform(Shape sample, double low, double high) {
    return uniform(SAMPLES * (int) sample.size(), low, high);
  }

  private static float[] uniform(int count, double low, double high) {
    SplittableRandom random = new SplittableRandom(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(low, high);
    }
    return values;
  }

  /** TensorFlow's depthwise convolution only supports equal strides on both axes. */
  @Test
  void unequalStridesOfDepthwiseConvolutionsAreRejected() {
    for (Layer layer :
        List.of(DepthwiseConv2D.of(3).strides(1, 2), SeparableConv2D.of(2, 3).strides(2, 1))) {
      assertThatThrownBy(
              () ->
                  LayerCases.of(
                      cases ->
                          cases.add(
                              "strides",
                              LayerSpec.of("input", InputLayer.of(IMAGE)),
                              LayerSpec.of("layer", layer, "input"))))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("strides");
    }
  }
}
