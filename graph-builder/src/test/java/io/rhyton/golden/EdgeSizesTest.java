package io.rhyton.golden;

import static io.rhyton.model.shape.Padding.CAUSAL;
import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/**
 * Kernels that TensorFlow has twice, from oneDNN and from Eigen, at sizes around their edges: a
 * window larger than the image, a stride larger than the window, one pixel, one channel, one
 * sample. Outputs are compared with plain Java, gradients against the slope of the loss. {@code
 * TF_ENABLE_ONEDNN_OPTS} says which kernels run; both must pass.
 */
class EdgeSizesTest {
  private static final double TOLERANCE = 1e-5;
  private static final Size2D NEXT = new Size2D(1, 1);

  /** One pixel, a row, a column, and an image with a window that fits into it. */
  private static final List<Shape> IMAGES =
      List.of(Shape.of(1, 1, 1), Shape.of(1, 4, 2), Shape.of(5, 1, 2), Shape.of(6, 5, 2));

  private static final int[] SIZES = {2, 7};
  private static final int[] STRIDES = {1, 3};

  /** A layer on images of a shape, and the same in plain Java, given a sample and the kernel. */
  private record Edge(
      Shape image, RankMapping<Image, Image> layer, Function<float[][], double[]> plain) {}

  private static final Map<String, Edge> EDGES = edges();
  private static final Map<String, ModelSpec> OTHERS = LayerCases.of(EdgeSizesTest::addOthers);

  private static Map<String, Edge> edges() {
    Map<String, Edge> edges = new LinkedHashMap<>();
    for (Shape image : IMAGES) {
      for (int size : SIZES) {
        for (int stride : STRIDES) {
          for (Padding padding : List.of(SAME, VALID)) {
            if (padding == SAME || size <= Math.min(image.get(0), image.get(1))) {
              ReferenceWindow window =
                  new ReferenceWindow(
                      image, new Size2D(size, size), new Size2D(stride, stride), NEXT, padding);
              addPoolings(edges, window);
              addConvolutions(edges, window);
            }
          }
        }
      }
    }
    addDilations(edges);
    addActivations(edges);
    return edges;
  }

  private static void addPoolings(Map<String, Edge> edges, ReferenceWindow window) {
    if (window.size().equals(NEXT)) {
      return;
    }
    Size2D size = window.size();
    Size2D strides = window.strides();
    add(
        edges,
        window,
        AveragePooling2D.of(size.height(), size.width())
            .strides(strides.height(), strides.width())
            .padding(window.padding()),
        values -> window.averages(values[0]));
    add(
        edges,
        window,
        MaxPooling2D.of(size.height(), size.width())
            .strides(strides.height(), strides.width())
            .padding(window.padding()),
        values -> window.maxima(values[0]));
  }

  private static void addConvolutions(Map<String, Edge> edges, ReferenceWindow window) {
    int size = window.size().height();
    int stride = window.strides().height();
    add(
        edges,
        window,
        Conv2D.of(3, size).strides(stride).padding(window.padding()),
        values -> window.convolved(values[0], values[1], 1, 3));
    add(
        edges,
        window,
        DepthwiseConv2D.of(size).strides(stride).padding(window.padding()).depthMultiplier(2),
        values -> window.convolvedByChannel(values[0], values[1], 2));
    if (size >= stride || window.padding() == SAME) {
      Shape image = window.image();
      ReferenceWindow made =
          new ReferenceWindow(
              Shape.of(
                  transposed(image.get(0), size, stride, window.padding()),
                  transposed(image.get(1), size, stride, window.padding()),
                  2),
              window.size(),
              window.strides(),
              NEXT,
              window.padding());
      add(
          edges,
          window,
          Conv2DTranspose.of(2, size).strides(stride).padding(window.padding()),
          values -> made.transposed(values[0], values[1], (int) image.get(2)));
    }
  }

  private static long transposed(long pixels, int size, int stride, Padding padding) {
    return padding == SAME ? pixels * stride : (pixels - 1) * stride + size;
  }

  private static void addDilations(Map<String, Edge> edges) {
    for (Shape image : List.of(Shape.of(1, 1, 4), Shape.of(3, 4, 4), Shape.of(6, 5, 4))) {
      for (int size : new int[] {2, 5}) {
        ReferenceWindow window =
            new ReferenceWindow(image, new Size2D(size, size), NEXT, new Size2D(2, 3), SAME);
        add(
            edges,
            window,
            Conv2D.of(4, size).dilationRate(2, 3).padding(SAME),
            values -> window.convolved(values[0], values[1], 1, 4));
        add(
            edges,
            window,
            Conv2D.of(4, size).dilationRate(2, 3).padding(SAME).groups(2),
            values -> window.convolved(values[0], values[1], 2, 4));
        add(
            edges,
            window,
            DepthwiseConv2D.of(size).dilationRate(2, 3).padding(SAME),
            values -> window.convolvedByChannel(values[0], values[1], 1));
        add(
            edges,
            window,
            Conv2DTranspose.of(4, size).dilationRate(2, 3).padding(SAME),
            values -> window.transposed(values[0], values[1], 4));
      }
    }
  }

  /** Grappler fuses a convolution, its bias and some activations. */
  private static void addActivations(Map<String, Edge> edges) {
    Map<ActivationFunction, Function<Double, Double>> functions =
        Map.of(
            ActivationFunction.RELU, x -> Math.max(x, 0),
            ActivationFunction.RELU6, x -> Math.min(Math.max(x, 0), 6),
            ActivationFunction.ELU, x -> x > 0 ? x : Math.expm1(x),
            ActivationFunction.LEAKY_RELU, x -> x > 0 ? x : 0.2 * x,
            ActivationFunction.TANH, Math::tanh,
            ActivationFunction.SIGMOID, x -> 1 / (1 + Math.exp(-x)));
    for (Shape image : List.of(Shape.of(1, 1, 1), Shape.of(4, 5, 2))) {
      ReferenceWindow window = new ReferenceWindow(image, new Size2D(7, 7), NEXT, NEXT, SAME);
      functions.forEach(
          (activation, function) ->
              add(
                  edges,
                  window,
                  Conv2D.of(2, 7).padding(SAME).activation(activation),
                  values -> {
                    double[] sums = window.convolved(values[0], values[1], 1, 2);
                    for (int i = 0; i < sums.length; i++) {
                      sums[i] = function.apply(sums[i]);
                    }
                    return sums;
                  }));
    }
  }

  private static void add(
      Map<String, Edge> edges,
      ReferenceWindow window,
      RankMapping<Image, Image> layer,
      Function<float[][], double[]> plain) {
    edges.put(layer + " on " + window.image(), new Edge(window.image(), layer, plain));
  }

  static Stream<String> edgeNames() {
    return EDGES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("edgeNames")
  void outputsMatchPlainJava(String name) {
    Edge edge = Golden.required(EDGES, name);
    ModelSpec spec =
        images(edge.image()).add("layer", edge.layer()).add(Flatten.of()).build("model");
    float[] sample = numbers((int) edge.image().size());
    Weights weights = weights(spec);
    float[] kernel =
        weights.names().contains("layer/kernel") ? weights.values("layer/kernel") : new float[0];
    double[] plain = edge.plain().apply(new float[][] {sample, kernel});
    float[] expected = new float[plain.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (float) plain[i];
    }
    try (Model model = CompiledCase.of(spec, MeanSquaredError.of()).compile()) {
      model.loadWeights(weights);
      Closeness.assertClose(name, model.predict(sample), expected, TOLERANCE);
    }
  }

  private static Sequential<Image> images(Shape shape) {
    return Sequential.image((int) shape.get(0), (int) shape.get(1), (int) shape.get(2));
  }

  /** The bias is 0: it is added to a sum, at whatever size. */
  private static Weights weights(ModelSpec spec) {
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : spec.resolve().weights()) {
      int size = (int) weight.shape().size();
      weights.add(
          weight.name(),
          weight.shape(),
          weight.name().endsWith("bias") ? new float[size] : numbers(size));
    }
    return weights.build();
  }

  private static float[] numbers(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("edgeNames")
  void gradientsMatchFiniteDifferences(String name) {
    Edge edge = Golden.required(EDGES, name);
    int channels = (int) edge.image().get(2);
    assertSlope(
        name,
        images(edge.image())
            .add("front", Conv2D.of(channels, 1).useBias(false))
            .add("layer", edge.layer())
            .add(Flatten.of())
            .build("model"),
        1);
  }

  private static void addOthers(LayerCases cases) {
    for (Shape shape : List.of(Shape.of(1, 1), Shape.of(5, 2))) {
      for (Layer layer :
          List.of(
              AveragePooling1D.of(7).strides(2).padding(SAME),
              MaxPooling1D.of(7).strides(2).padding(SAME),
              Conv1D.of(2, 7).padding(CAUSAL),
              Conv1D.of(2, 7).strides(9).padding(SAME))) {
        cases.add(layer + " on " + shape, shape, layer);
      }
    }
    for (Shape shape : List.of(Shape.of(1, 1, 4), Shape.of(2, 3, 4))) {
      for (Layer layer :
          List.of(
              SeparableConv2D.of(2, 7).padding(SAME),
              LayerNormalization.of(),
              GroupNormalization.of().groups(1),
              Activation.of(ActivationFunction.SOFTMAX))) {
        cases.add(layer + " on " + shape, shape, layer);
      }
    }
    cases.add("batch normalization", Shape.of(2, 3, 1), BatchNormalization.of());
    cases.add(
        "dense layers of one unit",
        LayerSpec.of("input", InputLayer.of(Shape.of(1))),
        LayerSpec.of("front", Dense.of(1).activation(ActivationFunction.TANH), "input"),
        LayerSpec.of("layer", Dense.of(1).activation(ActivationFunction.SIGMOID), "front"));
  }

  static Stream<String> otherNames() {
    return OTHERS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("otherNames")
  void gradientsOfOneAndOfThreeSamplesMatchFiniteDifferences(String name) {
    ModelSpec spec = Golden.required(OTHERS, name);
    assertSlope(name, spec, 1);
    assertSlope(name, spec, 3);
  }

  private static void assertSlope(String name, ModelSpec spec, int samples) {
    Shape input = spec.resolve().inputShape().tail();
    Shape output = spec.resolve().outputShape().tail();
    Dataset data =
        Dataset.zip(
            Dataset.samples(input, numbers(samples * (int) input.size())),
            Dataset.targets(output, numbers(samples * (int) output.size())));
    FiniteDifferences.assertAreGradients(
        name,
        CompiledCase.of(spec, MeanSquaredError.of()),
        data,
        weights(spec),
        spec.resolve().weights().stream()
            .filter(WeightSpec::trainable)
            .map(WeightSpec::name)
            .toList(),
        name.contains("Max") || name.contains("RELU")
            ? FiniteDifferences.NEAR
            : FiniteDifferences.FAR);
  }

  /** Of one value there is no unbiased variance. */
  @Test
  void theMovingVarianceOfASinglePixelDecaysToZero() {
    ModelSpec spec =
        images(Shape.of(1, 1, 1))
            .add("layer", BatchNormalization.of().momentum(0.5))
            .add(Flatten.of())
            .build("model");
    try (Model model = CompiledCase.of(spec, MeanSquaredError.of()).compile()) {
      model.trainOnBatch(
          Dataset.zip(
              Dataset.samples(Shape.of(1, 1, 1), new float[] {4}),
              Dataset.targets(Shape.of(1), new float[] {1})));
      assertThat(model.weights().values("layer/moving_variance")).containsExactly(0.5f);
      assertThat(model.weights().values("layer/moving_mean")).containsExactly(2f);
    }
  }
}
