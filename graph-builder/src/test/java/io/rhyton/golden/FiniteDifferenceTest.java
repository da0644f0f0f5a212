package io.rhyton.golden;

import static io.rhyton.model.layer.Interpolation.NEAREST;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.cases.LossCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient of every layer and loss is the slope of the loss in training, whatever TensorFlow
 * and Keras say: TensorFlow's C++ gradients are not those of its Python, and some are wrong.
 */
class FiniteDifferenceTest {
  private static final Pattern WITH_EDGES =
      Pattern.compile(
          "max_pooling|maximum|minimum|re_?lu|hard_|shrink|sparse_|contrast|brightness");

  private static final JsonNode LAYERS = LayerCases.golden();
  private static final JsonNode LOSSES = Golden.read("crossentropies", "losses");
  private static final Pattern WITHOUT_SLOPE =
      Pattern.compile("extreme|probabilities|ties|hinge|percentage|logarithmic|clipped");

  static Stream<String> layers() {
    return LayerCases.all().keySet().stream();
  }

  /** Without those whose outputs are so large or so near an edge that float32 shows no slope. */
  static Stream<String> losses() {
    return LossCases.all().keySet().stream().filter(name -> !WITHOUT_SLOPE.matcher(name).find());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void gradientsOfLayersMatchFiniteDifferences(String name) {
    assertSlope(
        name,
        CompiledCase.of(Golden.required(LayerCases.all(), name), MeanSquaredError.of()),
        LAYERS.get(name));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsOfLossesMatchFiniteDifferences(String name) {
    assertSlope(name, Golden.required(LossCases.all(), name), LOSSES.get(name));
  }

  /** Keras's own gradients of these are rough, so that no golden case has weights before them. */
  static Stream<RankMapping<Image, Image>> transforms() {
    return Stream.of(
        RandomRotation.of(0.3).seed(1),
        RandomRotation.of(0.3).seed(2).fillMode(FillMode.CONSTANT).interpolation(NEAREST),
        RandomTranslation.of(0.5, 0.5).seed(3).fillMode(FillMode.NEAREST),
        RandomZoom.of(0.5, 0.3).seed(4).fillMode(FillMode.WRAP));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void gradientsThroughATransformMatchFiniteDifferences(RankMapping<Image, Image> transform) {
    assertSlope(
        Sequential.image(4, 5, 3)
            .add("front", Conv2D.of(2, 1))
            .add(transform)
            .add(Flatten.of())
            .build("model"),
        "front/kernel",
        "front/bias");
  }

  /** Gradients go from ReLU to ReLU, also where no weight is. */
  @Test
  void gradientsThroughATransformAndAReluMatchFiniteDifferences() {
    assertSlope(
        Sequential.image(4, 5, 3)
            .add(Activation.of(ActivationFunction.RELU))
            .add(RandomRotation.of(0.3).seed(1))
            .add("back", Conv2D.of(2, 1))
            .add(Flatten.of())
            .build("model"),
        "back/kernel",
        "back/bias");
  }

  private static void assertSlope(ModelSpec spec, String... weights) {
    CompiledCase model = CompiledCase.of(spec, MeanSquaredError.of());
    Random random = new Random(7);
    Dataset data =
        Dataset.zip(
            Dataset.samples(spec.resolve().inputShape().tail(), numbers(random, 3 * 60)),
            Dataset.targets(spec.resolve().outputShape().tail(), numbers(random, 3 * 40)));
    Weights.Builder start = Weights.builder();
    for (WeightSpec weight : spec.resolve().weights()) {
      start.add(weight.name(), weight.shape(), numbers(random, (int) weight.shape().size()));
    }
    assertSlope("transform", model, data, start.build(), List.of(weights));
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }

  private static void assertSlope(String name, CompiledCase model, JsonNode golden) {
    JsonNode gradients = golden.get("gradients");
    List<String> trainable =
        Golden.names(gradients).stream()
            .filter(weight -> !Gradients.isZero(gradients, weight))
            .toList();
    assertSlope(
        name, model, GoldenData.of(golden, model), Golden.weights(golden.get("start")), trainable);
  }

  private static void assertSlope(
      String name, CompiledCase model, Dataset data, Weights start, List<String> trainable) {
    FiniteDifferences.assertAreGradients(
        name,
        model,
        data,
        start,
        trainable,
        WITH_EDGES.matcher(name).find() ? FiniteDifferences.NEAR : FiniteDifferences.FAR);
  }
}
